import { join } from 'node:path'
import type { HearingThreshold } from '../core/letter/hearing.ts'
import { problem } from '../core/problem.ts'
import { rootPath } from '../root.ts'
import { bilingual, day, inOrder, list, number, oneOf, onlyKeys, optional } from './fields.ts'
import { readYaml, sayMistake, type YamlNode } from './yaml-source.ts'

/**
 * Reads `hearing.yaml` under `rules/`, newest first.
 * @throws problem `rulebook.invalid` with `mistakes`, as for the rules
 */
export function loadHearing(folder: string = rootPath('rules')): HearingThreshold[] {
  const file = readYaml(join(folder, 'hearing.yaml'), 'hearing.yaml')
  onlyKeys(file.root, ['thresholds'])
  const thresholds = list(file.root.at('thresholds'), 1).map(readThreshold)
  inOrder(thresholds, file.root.at('thresholds'))
  if (file.mistakes.length > 0) throw problem('rulebook.invalid', { mistakes: file.mistakes.map(sayMistake) })
  return thresholds
}

/** Sums are written in yuan and kept in fen. */
function readThreshold(node: YamlNode): HearingThreshold {
  onlyKeys(node, ['from', 'to', 'article', 'confidence', 'person_yuan', 'unit_yuan'])
  const fen = (key: string) => Math.round(number(node.at(key), 1, 1e9) * 100)
  return {
    from: day(node.at('from')),
    to: optional(node, 'to', day),
    article: bilingual(node.at('article')),
    confidence: oneOf(node.at('confidence'), ['V', 'V*', 'M'] as const),
    personFen: fen('person_yuan'),
    unitFen: fen('unit_yuan'),
  }
}
