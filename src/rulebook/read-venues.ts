import {
  AD_FORMS,
  LEVELS,
  type MisdirectedRule,
  TRADES,
  VENUE_OF,
  type VenueRule,
  WHAT_TO_DO,
} from '../core/routing/responsibility.ts'
import { bilingual, flag, has, list, oneOf, onlyKeys, optional } from './fields.ts'
import { type Names, readVersions } from './responsibility-names.ts'
import type { YamlNode } from './yaml-source.ts'

/** Which place is competent, and when. */
export function readVenue(node: YamlNode, names: Names): VenueRule {
  onlyKeys(node, ['of', 'when', 'places', 'also', 'assist', 'hand_over', 'level', 'notes', 'articles'])
  const placed = (key: string, least = 0) => list(node.at(key), least).map((at) => oneOf(at, names.places))
  const when = node.at('when')
  if (has(node, 'when')) onlyKeys(when, ['trade', 'ad', 'address_shown', 'raiser'])
  return {
    of: oneOf(node.at('of'), VENUE_OF),
    when: {
      trade: optional(when, 'trade', (at) => oneOf(at, TRADES)),
      ad: optional(when, 'ad', (at) => oneOf(at, AD_FORMS)),
      addressShown: has(when, 'address_shown') ? flag(when, 'address_shown') : null,
      raiser: optional(when, 'raiser', (at) => oneOf(at, ['unit', 'person'] as const)),
    },
    places: placed('places', 1),
    also: placed('also'),
    assist: placed('assist'),
    handOver: placed('hand_over'),
    level: optional(node, 'level', (at) => oneOf(at, LEVELS)),
    notes: list(node.at('notes')).map(bilingual),
    articles: readVersions(node.at('articles'), names),
  }
}

/** What to do with what is not ours. */
export function readMisdirected(node: YamlNode, names: Names): MisdirectedRule {
  onlyKeys(node, ['of', 'when', 'do', 'move', 'ground', 'says', 'articles'])
  const when = node.at('when')
  if (has(node, 'when')) onlyKeys(when, ['holder', 'remit'])
  return {
    of: list(node.at('of'), 1).map((at) => oneOf(at, ['complaint', 'report'] as const)),
    holder: optional(when, 'holder', (at) => oneOf(at, ['unit', 'bureau'] as const)),
    remit: optional(when, 'remit', (at) => oneOf(at, ['market', 'other'] as const)),
    do: oneOf(node.at('do'), WHAT_TO_DO),
    move: optional(node, 'move', (at) => oneOf(at, Object.keys(names.procedure.moves))),
    ground: optional(node, 'ground', (at) => oneOf(at, Object.keys(names.procedure.choices.refusal_ground ?? {}))),
    says: bilingual(node.at('says')),
    articles: readVersions(node.at('articles'), names),
  }
}
