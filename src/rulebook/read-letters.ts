import type { Said } from '../core/clock/clock.ts'
import { mayTell, roleOfPath } from '../core/letter/protected-person.ts'
import { SOURCES, sourceOf, VALUE_TYPES } from '../core/letter/sources.ts'
import { AUDIENCES, LETTER_STYLES, type LetterInput, type LetterTemplate, WORDINGS } from '../core/letter/template.ts'
import { CONDITIONS } from '../core/procedure/conditions.ts'
import { type ArticleVersion, MATTER_KINDS, type Procedure } from '../core/procedure/move.ts'
import { bilingual, day, entries, flag, has, inOrder, list, number, oneOf, onlyKeys, optional, text } from './fields.ts'
import { type LetterNames, readBlocks, readWords, unknownSource } from './read-letter-body.ts'
import { readArticles } from './read-moves.ts'
import type { YamlNode } from './yaml-source.ts'

/** What a template may speak of besides its own: instruments by id, and the procedure. */
export interface LettersKnow {
  instruments: YamlNode
  procedure: Pick<Procedure, 'states' | 'moves' | 'clocks'>
}

/** Reads one template of `rules/letters/`. Whatever it asks for must be a known source, and one its readers may learn of. */
export function readLetter(name: string, node: YamlNode, know: LettersKnow): LetterTemplate {
  onlyKeys(node, [
    'type',
    'place',
    'from',
    'to',
    'title',
    'printed',
    'audience',
    'style',
    'wording',
    'word',
    'of',
    'states',
    'needs',
    'single',
    'at_most',
    'moves',
    'input',
    'cites',
    'body',
    'signatures',
    'copies',
  ])
  const { states, moves, clocks } = know.procedure
  const audience = oneOf(node.at('audience'), AUDIENCES)
  const input = optional(node, 'input', readInputs) ?? {}
  const cites = optional(node, 'cites', (at) => readCites(at, know.instruments)) ?? {}
  const names: LetterNames = {
    source: (path) => {
      const clock = /^clock\.(.+)\.due$/.exec(path)?.[1]
      if (clock !== undefined && !clocks[clock]) return null
      return sourceOf(path, input)
    },
    isCited: (key) => Object.hasOwn(cites, key),
  }
  const told: LetterNames = {
    ...names,
    source: (path) => {
      const role = roleOfPath(path)
      return role && !mayTell(audience, role, path.slice(role.length + 1)) ? null : names.source(path)
    },
  }
  return {
    type: optional(node, 'type', text) ?? name,
    place: number(node.at('place'), 1, 99),
    from: day(node.at('from')),
    to: optional(node, 'to', day),
    title: bilingual(node.at('title')),
    printed: optional(node, 'printed', (at) => readWords(at, told)),
    audience,
    style: oneOf(node.at('style'), LETTER_STYLES),
    wording: oneOf(node.at('wording'), WORDINGS),
    word: optional(node, 'word', text),
    of: list(node.at('of'), 1).map((at) => oneOf(at, MATTER_KINDS)),
    states: list(node.at('states')).map((at) => oneOf(at, Object.keys(states))),
    needs: list(node.at('needs')).map((at) => oneOf(at, Object.keys(CONDITIONS))),
    single: flag(node, 'single'),
    atMost: optional(node, 'at_most', (at) => readAtMost(at, input)),
    moves: list(node.at('moves')).map((at) => oneOf(at, Object.keys(moves))),
    input,
    cites,
    body: readBlocks(node.at('body'), told),
    signatures: list(node.at('signatures')).map(bilingual),
    copies: optional(node, 'copies', (at) => readWords(at, told)),
  }
}

function readAtMost(node: YamlNode, input: Readonly<Record<string, LetterInput>>): LetterTemplate['atMost'] {
  onlyKeys(node, ['letter', 'inputs'])
  const sums = Object.keys(input).filter((name) => input[name]!.type === 'fen')
  return { letter: text(node.at('letter')), inputs: list(node.at('inputs'), 1).map((at) => oneOf(at, sums)) }
}

const INPUT_TYPES = VALUE_TYPES.filter((type) => type !== 'articles')

const COLUMN_TYPES = ['text', 'quote', 'day', 'fen', 'count'] as const

function readInputs(node: YamlNode): Record<string, LetterInput> {
  return Object.fromEntries(
    entries(node).map(([name, at]) => {
      onlyKeys(at, ['zh', 'en', 'type', 'of', 'optional', 'proposed'])
      if (!/^[a-z][a-z0-9_]*$/.test(name)) at.complain(`"${name}" is no name; allowed: small letters, digits and _`)
      const proposed = optional(at, 'proposed', text)
      if (proposed !== null && !Object.hasOwn(SOURCES, proposed)) at.at('proposed').complain(unknownSource(proposed))
      const type = has(at, 'type') ? oneOf(at.at('type'), INPUT_TYPES) : 'text'
      if (has(at, 'of') !== (type === 'list'))
        at.complain('a list, and nothing else, says under of: what its rows hold')
      return [
        name,
        {
          zh: text(at.at('zh')),
          en: text(at.at('en')),
          type,
          ...(has(at, 'of') && { of: readColumns(at.at('of')) }),
          optional: flag(at, 'optional'),
          proposed,
        },
      ]
    }),
  )
}

function readColumns(node: YamlNode): NonNullable<LetterInput['of']> {
  return Object.fromEntries(
    entries(node).map(([name, at]) => {
      onlyKeys(at, ['zh', 'en', 'type'])
      const type = has(at, 'type') ? oneOf(at.at('type'), COLUMN_TYPES) : 'text'
      return [name, { zh: text(at.at('zh')), en: text(at.at('en')), type }]
    }),
  )
}

function readCites(node: YamlNode, instruments: YamlNode): Record<string, ArticleVersion[]> {
  const known = new Map(entries(instruments).map(([id, at]): [string, Said] => [id, bilingual(at)]))
  return Object.fromEntries(
    entries(node).map(([key, at]) => {
      const versions = list(at, 1).map((item) => readArticles(item, { instruments: known }))
      inOrder(versions, at)
      // In a sentence the articles are one list.
      return [
        key,
        versions.map((each) => ({ ...each, article: { ...each.article, zh: each.article.zh.replaceAll('；', '、') } })),
      ]
    }),
  )
}
