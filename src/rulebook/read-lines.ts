import { isOurs, type LineKind, type Reply } from '../core/routing/responsibility.ts'
import { bilingual, entries, flag, has, list, oneOf, onlyKeys, optional, text } from './fields.ts'
import { knowsCode, type Names, readVersions } from './responsibility-names.ts'
import type { YamlNode } from './yaml-source.ts'

/** A line that an intake may open. */
export function readLine(id: string, node: YamlNode, names: Names): LineKind {
  onlyKeys(node, [
    'title',
    'to',
    'elsewhere',
    'asks',
    'opens',
    'found',
    'moves',
    'clock',
    'reply',
    'cautions',
    'articles',
  ])
  const line: LineKind = {
    id,
    title: bilingual(node.at('title')),
    to: oneOf(node.at('to'), names.departments),
    elsewhere: flag(node, 'elsewhere'),
    asks: optional(node, 'asks', (at) => oneOf(at, ['complaint', 'report'] as const)),
    opens: optional(node, 'opens', (at) => oneOf(at, Object.keys(names.procedure.openings))),
    found: optional(node, 'found', (at) =>
      Object.fromEntries(
        entries(at).map(([state, each]) => {
          if (state !== 'any' && !names.procedure.states[state]) each.complain(`unknown state "${state}"`)
          return [state, oneOf(each, Object.keys(names.procedure.openings))]
        }),
      ),
    ),
    moves: optional(node, 'moves', (at) => oneOf(at, Object.keys(names.procedure.moves))),
    clock: optional(node, 'clock', (at) => oneOf(at, Object.keys(names.clocks))),
    reply: optional(node, 'reply', readReply),
    cautions: list(node.at('cautions')).map((at) => {
      onlyKeys(at, ['codes', 'says'])
      return { codes: list(at.at('codes')).map((each) => knowsCode(each, names)), says: bilingual(at.at('says')) }
    }),
    articles: readVersions(node.at('articles'), names),
  }
  if (line.clock === null && line.reply === null) node.complain(`${id} needs a clock or a reply: when is it late?`)
  if (line.moves !== null && !isOurs(line))
    node.at('moves').complain(`${id} is carried out by a move; opens or found says on which matter`)
  if (line.found !== null && !line.found.any) node.at('found').complain('found needs any:, for every other state')
  if ((line.asks === null) !== (line.opens === null)) node.complain(`${id} needs both of asks and opens, or neither`)
  if (has(node, 'reply') && line.clock !== null) node.at('reply').complain(`${id} has the clock ${line.clock} already`)
  return line
}

/** `10 workday`, or `5 workday house` where no law sets it. */
export function readReply(node: YamlNode): Reply {
  const [, n, unit, house] = /^(\d+) (workday|day)( house)?$/.exec(text(node)) ?? []
  if (n === undefined || Number(n) < 1)
    node.complain(`reply is ${JSON.stringify(node.value)}; allowed: as "10 workday", with "house" where no law sets it`)
  return { n: Number(n ?? 1), unit: unit === 'day' ? 'day' : 'workday', isHouse: house !== undefined }
}
