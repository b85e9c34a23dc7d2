import { ROLES } from '../core/access/viewer.ts'
import type { Clock, Said } from '../core/clock/clock.ts'
import { CONDITIONS } from '../core/procedure/conditions.ts'
import {
  type ArticleVersion,
  type ClockStart,
  type Field,
  MATTER_KINDS,
  type Move,
  type MoveTable,
  type Opening,
} from '../core/procedure/move.ts'
import {
  bilingual,
  day,
  entries,
  flag,
  has,
  inOrder,
  isMap,
  list,
  oneOf,
  onlyKeys,
  optional,
  text,
  texts,
} from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** What the table may speak of besides its own: instruments by id, and the clocks. */
export interface MovesKnow {
  instruments: YamlNode
  clocks: Readonly<Record<string, Clock>>
}

/** Reads the procedure: `rules/moves.yaml`. Every name in it must be known. */
export function readMoves(node: YamlNode, know: MovesKnow): MoveTable {
  onlyKeys(node, ['instruments', 'states', 'tracks', 'choices', 'fields', 'openings', 'tasks', 'moves'])
  const names = (at: YamlNode) => Object.fromEntries(entries(at).map(([id, each]) => [id, bilingual(each)]))
  const groups = (at: YamlNode) => Object.fromEntries(entries(at).map(([id, each]) => [id, names(each)]))
  const table = {
    states: names(node.at('states')),
    tracks: groups(node.at('tracks')),
    choices: groups(node.at('choices')),
    fields: names(node.at('fields')),
    tasks: has(node, 'tasks') ? names(node.at('tasks')) : {},
  }
  for (const [name, places] of Object.entries(table.tracks))
    if (!places.none) node.at('tracks').at(name).complain(`track ${name} needs the place none, where it begins`)
  const instruments = new Map(
    [know.instruments, node.at('instruments')].flatMap((at) =>
      isMap(at.value) ? entries(at).map(([id, each]): [string, Said] => [id, bilingual(each)]) : [],
    ),
  )
  const all: Names = { ...table, instruments, clocks: know.clocks, openings: [] }
  const openings = Object.fromEntries(entries(node.at('openings')).map(([id, at]) => [id, readOpening(at, all)]))
  all.openings = [...Object.keys(openings), ...Object.keys(table.tasks)]
  const moves = Object.fromEntries(entries(node.at('moves')).map(([id, at]) => [id, readMove(id, at, all)]))
  return { ...table, openings, moves }
}

interface Names extends Omit<MoveTable, 'openings' | 'moves'> {
  instruments: ReadonlyMap<string, Said>
  clocks: Readonly<Record<string, Clock>>
  openings: readonly string[]
}

function readOpening(node: YamlNode, names: Names): Opening {
  onlyKeys(node, ['title', 'kind', 'state', 'starts'])
  return {
    title: bilingual(node.at('title')),
    kind: oneOf(node.at('kind'), MATTER_KINDS),
    state: oneOf(node.at('state'), Object.keys(names.states)),
    starts: list(node.at('starts')).map((at) => readStart(at, names)),
  }
}

const MOVE_KEYS =
  'title of from to track by handler approval needs after takes sets clears evidence meets ends starts extends restarts suspends resumes proposing opens articles'

function readMove(id: string, node: YamlNode, names: Names): Move {
  onlyKeys(node, MOVE_KEYS.split(' '))
  const states = Object.keys(names.states)
  const manyOf = <T extends string>(key: string, allowed: readonly T[], least = 0): T[] =>
    list(node.at(key), least).map((at) => oneOf(at, allowed))
  const keys = (key: string) => list(node.at(key)).map((at) => clockName(at, names))
  const move: Move = {
    id,
    title: bilingual(node.at('title')),
    of: manyOf('of', MATTER_KINDS, 1),
    from: manyOf('from', states, 1),
    to: optional(node, 'to', (at) => oneOf(at, states)),
    track: optional(node, 'track', (at) => readTrack(at, names)),
    by: manyOf('by', ROLES, 1),
    handler: optional(node, 'handler', (at) => oneOf(at, ['only', 'never'] as const)),
    approval: optional(node, 'approval', (at) => oneOf(at, ['head', 'principal'] as const)),
    needs: manyOf('needs', Object.keys(CONDITIONS)),
    after: keys('after'),
    takes:
      optional(node, 'takes', (at) =>
        Object.fromEntries(entries(at).map(([name, each]) => [name, readField(name, each, names)])),
      ) ?? {},
    sets: optional(node, 'sets', readFacts) ?? {},
    clears: texts(node.at('clears')),
    evidence: flag(node, 'evidence'),
    meets: keys('meets'),
    ends: keys('ends'),
    starts: list(node.at('starts')).map((at) => readStart(at, names)),
    extends: optional(node, 'extends', (at) => {
      onlyKeys(at, ['clocks', 'unit', 'nth'])
      return {
        clocks: list(at.at('clocks'), 1).map((each) => clockName(each, names)),
        unit: oneOf(at.at('unit'), ['workday', 'day'] as const),
        nth: optional(at, 'nth', (each) => oneOf(each, ['first', 'further'] as const)),
      }
    }),
    restarts: keys('restarts'),
    suspends: optional(node, 'suspends', (at) => {
      onlyKeys(at, ['cause', 'clocks'])
      return { cause: text(at.at('cause')), clocks: list(at.at('clocks'), 1).map((each) => clockName(each, names)) }
    }),
    resumes: optional(node, 'resumes', (at) => {
      onlyKeys(at, ['cause', 'until_end_of'])
      return { cause: text(at.at('cause')), untilEndOf: optional(at, 'until_end_of', (each) => clockName(each, names)) }
    }),
    proposing: list(node.at('proposing')).map((at) => readStart(at, names)),
    opens: optional(node, 'opens', (at) => {
      onlyKeys(at, ['opening', 'when'])
      return { opening: oneOf(at.at('opening'), names.openings), when: optional(at, 'when', readFacts) ?? {} }
    }),
    articles: list(node.at('articles'), 1).map((at) => readArticles(at, names)),
  }
  inOrder(move.articles, node.at('articles'))
  if (move.extends && move.takes.n?.type !== 'count') node.complain(`${id} extends a clock; it must take n: count`)
  const isByNotice = (name: string) => names.clocks[name]?.extensions.every(({ byNotice }) => byNotice)
  if (move.extends && move.approval === null && !move.extends.clocks.every(isByNotice))
    node.complain(`${id} extends a clock; it needs approval`)
  if (move.proposing.length > 0 && move.approval === null) node.complain(`${id} has proposing: but nobody approves it`)
  return move
}

function readTrack(node: YamlNode, names: Names): Move['track'] {
  onlyKeys(node, ['name', 'from', 'to'])
  const name = oneOf(node.at('name'), Object.keys(names.tracks))
  const places = Object.keys(names.tracks[name] ?? {})
  return {
    name,
    from: list(node.at('from'), 1).map((at) => oneOf(at, places)),
    to: oneOf(node.at('to'), places),
  }
}

/** `T22`, or a map that says the variant, where its day zero lies, and when it starts at all. */
function readStart(node: YamlNode, names: Names): ClockStart {
  if (typeof node.value === 'string')
    return { clock: clockName(node, names), variant: null, from: null, endOf: null, when: {} }
  onlyKeys(node, ['clock', 'variant', 'from', 'end_of', 'when'])
  const clock = clockName(node.at('clock'), names)
  const variants = names.clocks[clock]?.versions.flatMap(({ lengths }) => lengths.map(({ id }) => id)) ?? []
  return {
    clock,
    variant: optional(node, 'variant', (at) => oneOf(at, variants)),
    from: optional(node, 'from', text),
    endOf: optional(node, 'end_of', (at) =>
      typeof at.value === 'string' ? [clockName(at, names)] : list(at, 1).map((each) => clockName(each, names)),
    ),
    when: optional(node, 'when', readFacts) ?? {},
  }
}

/** `one refusal_ground`, `some hook`, `record?`. */
function readField(name: string, node: YamlNode, names: Names): Field {
  if (!names.fields[name]) node.complain(`the field ${name} has no title; add it under fields:`)
  const written = typeof node.value === 'string' ? node.value : ''
  const [, type, , choice, mark] = /^(\w+)( (\w+))?(\?)?$/.exec(written) ?? []
  const plain = ['flag', 'text', 'record', 'day', 'instant', 'count', 'money', 'officer', 'officers'] as const
  const optional = mark === '?'
  const found = plain.find((each) => each === type)
  if (found && choice === undefined) return { type: found, optional, choice: null }
  if ((type === 'one' || type === 'some') && choice !== undefined && names.choices[choice])
    return { type, optional, choice }
  node.complain(
    `${String(node.path.at(-1))} is ${JSON.stringify(node.value)}; allowed: ${plain.join(', ')}, or "one" or "some" and one of ${Object.keys(names.choices).join(', ')}`,
  )
  return { type: 'text', optional, choice: null }
}

function clockName(node: YamlNode, names: Names): string {
  const [clock = '', variant] = typeof node.value === 'string' ? node.value.split(':') : []
  const known = names.clocks[clock]
  if (!known) {
    node.complain(`unknown clock ${JSON.stringify(node.value)}; allowed: ${Object.keys(names.clocks).join(', ')}`)
    return Object.keys(names.clocks)[0] ?? ''
  }
  const variants = known.versions.flatMap(({ lengths }) => lengths.map(({ id }) => id))
  if (variant !== undefined && !variants.includes(variant))
    node.complain(`${clock} has no length "${variant}"; allowed: ${variants.filter((each) => each !== '').join(', ')}`)
  return node.value as string
}

function readFacts(node: YamlNode): Record<string, string | boolean> {
  return Object.fromEntries(
    entries(node).map(([name, at]) => {
      if (typeof at.value !== 'boolean' && typeof at.value !== 'string')
        at.complain(`${name} must be text, true or false`)
      return [name, at.value as string | boolean]
    }),
  )
}

/** Articles in force for certain days: `{ from, to?, cites: { order-121: [第九条, art. 9] }, confidence? }`. */
export function readArticles(node: YamlNode, { instruments }: Pick<Names, 'instruments'>): ArticleVersion {
  onlyKeys(node, ['from', 'to', 'cites', 'confidence'])
  const cites = entries(node.at('cites')).map(([id, at]) => {
    const title = instruments.get(id)
    if (!title) at.complain(`unknown instrument "${id}"; allowed: ${[...instruments.keys()].join(', ')}`)
    const words = texts(at)
    if (words.length !== 0 && words.length !== 2) at.complain('needs the article in Chinese and in English, or []')
    return { zh: `${title?.zh ?? ''}${words[0] ?? ''}`, en: `${title?.en ?? ''} ${words[1] ?? ''}`.trim() }
  })
  return {
    from: day(node.at('from')),
    to: optional(node, 'to', day),
    article: { zh: cites.map(({ zh }) => zh).join('；'), en: cites.map(({ en }) => en).join('; ') },
    confidence: has(node, 'confidence') ? oneOf(node.at('confidence'), ['V', 'V*', 'M'] as const) : 'V',
  }
}
