import { join } from 'node:path'
import type { Said } from '../core/clock/clock.ts'
import {
  ELEMENT_IDS,
  type Element,
  type IntakeLaw,
  type ProfitBounds,
  REFUSAL_GROUNDS,
  type RefusalGround,
} from '../core/intake/intake-law.ts'
import { problem } from '../core/problem.ts'
import type { ArticleVersion } from '../core/procedure/move.ts'
import { rootPath } from '../root.ts'
import { bilingual, entries, flag, inOrder, list, number, onlyKeys } from './fields.ts'
import { readArticles } from './read-moves.ts'
import { readYaml, sayMistake, type YamlNode } from './yaml-source.ts'

/**
 * Reads `intake.yaml` under `rules/`. It cites the instruments of `clocks.yaml`.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadIntake(folder: string = rootPath('rules')): IntakeLaw {
  const file = readYaml(join(folder, 'intake.yaml'), 'intake.yaml')
  const cited = readYaml(join(folder, 'clocks.yaml'), 'clocks.yaml').root.at('instruments')
  const law = readIntake(file.root, new Map(entries(cited).map(([id, at]) => [id, bilingual(at)])))
  if (file.mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: file.mistakes.map(sayMistake) })
  return law
}

type Instruments = Map<string, Said>

function readIntake(node: YamlNode, instruments: Instruments): IntakeLaw {
  onlyKeys(node, ['elements', 'grounds', 'profit_signs'])
  onlyKeys(node.at('elements'), ['complaint', 'report'])
  const elements = (of: 'complaint' | 'report') =>
    entries(node.at('elements').at(of)).map(([id, at]) => readElement(id, at, instruments))
  onlyKeys(node.at('grounds'), REFUSAL_GROUNDS)
  const grounds = REFUSAL_GROUNDS.map((id): [RefusalGround, ArticleVersion[]] => {
    const at = node.at('grounds').at(id)
    onlyKeys(at, ['articles'])
    return [id, versions(at.at('articles'), instruments)]
  })
  return {
    elements: { complaint: elements('complaint'), report: elements('report') },
    grounds: Object.fromEntries(grounds) as Record<RefusalGround, ArticleVersion[]>,
    profitSigns: readBounds(node.at('profit_signs'), instruments),
  }
}

function readElement(name: string, node: YamlNode, instruments: Instruments): Element {
  onlyKeys(node, ['title', 'ask', 'required', 'articles'])
  const id = ELEMENT_IDS.find((known) => known === name)
  if (!id) node.complain(`unknown element "${name}"; allowed: ${ELEMENT_IDS.join(', ')}`)
  return {
    id: id ?? 'story',
    title: bilingual(node.at('title')),
    ask: bilingual(node.at('ask')),
    isRequired: flag(node, 'required'),
    articles: versions(node.at('articles'), instruments),
  }
}

function readBounds(node: YamlNode, instruments: Instruments): ProfitBounds {
  onlyKeys(node, ['articles', 'within_days', 'complaints', 'sellers', 'shared_contact'])
  return {
    articles: versions(node.at('articles'), instruments),
    withinDays: number(node.at('within_days'), 30, 3650),
    complaints: number(node.at('complaints'), 2, 1000),
    sellers: number(node.at('sellers'), 2, 1000),
    sharedContact: number(node.at('shared_contact'), 2, 1000),
  }
}

function versions(node: YamlNode, instruments: Instruments): ArticleVersion[] {
  const found = list(node, 1).map((item) => readArticles(item, { instruments }))
  inOrder(found, node)
  return found
}
