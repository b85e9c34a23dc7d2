import { covers } from '../access/viewer.ts'
import type { Said } from '../clock/clock.ts'
import type { Channel } from '../document.ts'
import type { ArticleVersion } from '../procedure/move.ts'
import {
  type AD_FORMS,
  inForce,
  type Level,
  type ResponsibilityTable,
  type VENUE_OF,
  type VenueConditions,
  type VenueRule,
} from './responsibility.ts'

/** What is asked: whose is it? Null where it is not known. */
export interface VenueQuestion extends VenueConditions {
  of: (typeof VENUE_OF)[number]
  /** Day of receipt: the law of that day. */
  on: string
  /** Our own region. */
  bureau: string
  /** Region codes by name of place, as far as they are known. */
  places: Readonly<Record<string, string>>
}

export interface Venue {
  competent: VenuePlace[]
  /** May act if it was the first to receive or find it. */
  also: VenuePlace[]
  assist: VenuePlace[]
  handOver: VenuePlace[]
  level: Level | null
  /**
   * Whether it is ours. `below`: it lies in our region but belongs to a bureau below us, to whom the receiver sends it. `if_first`: ours only
   * because it came to us first. `unknown`: a place must be found out; `asks` says which.
   */
  ours: 'yes' | 'below' | 'if_first' | 'no' | 'unknown'
  asks: string[]
  basis: Pick<ArticleVersion, 'article' | 'confidence'>
  notes: readonly Said[]
}

export interface VenuePlace {
  place: string
  /** Null while it is not known. */
  region: string | null
}

/** Which place is competent by the law of that day; undefined where the table knows no law for it. */
export function venueOf(table: ResponsibilityTable, question: VenueQuestion): Venue | undefined {
  for (const rule of table.venues) {
    const basis = inForce(rule.articles, question.on)
    if (rule.of !== question.of || !basis || !holds(rule, question)) continue
    const placed = (names: readonly string[]) =>
      names.map((place) => ({ place, region: question.places[place] ?? null }))
    const competent = placed(rule.places)
    const also = placed(rule.also)
    return {
      competent,
      also,
      assist: placed(rule.assist),
      handOver: placed(rule.handOver),
      level: rule.level,
      ...ownership(question.bureau, competent, also, rule.level),
      basis: { article: basis.article, confidence: basis.confidence },
      notes: rule.notes,
    }
  }
  return undefined
}

/** How a channel carries advertisements; `not_ad` for meetings, visits, calls and closed groups (执法指南（一）). Null where it cannot be told. */
export function adFormOf(channel: Channel): (typeof AD_FORMS)[number] | null {
  if (channel === 'web' || channel === 'app' || channel === 'live') return 'internet'
  if (channel === 'print') return 'printed'
  if (channel === 'outdoor') return 'outdoor'
  return channel === 'unknown' || channel === 'sms' ? null : 'not_ad'
}

function holds({ when }: VenueRule, asked: VenueQuestion): boolean {
  return (
    (when.trade === null || when.trade === asked.trade) &&
    (when.ad === null || when.ad === asked.ad) &&
    (when.addressShown === null || when.addressShown === asked.addressShown) &&
    (when.raiser === null || when.raiser === asked.raiser)
  )
}

function ownership(
  bureau: string,
  competent: readonly VenuePlace[],
  also: readonly VenuePlace[],
  level: Level | null,
): Pick<Venue, 'ours' | 'asks'> {
  const asks = competent.filter(({ region }) => region === null).map(({ place }) => place)
  const within = competent.filter(({ region }) => region !== null && covers(bureau, region))
  if (within.length > 0) {
    const isBelow = level === 'county' && bureau.endsWith('00') && within.every(({ region }) => region !== bureau)
    return { ours: isBelow ? 'below' : 'yes', asks: [] }
  }
  if (also.some(({ region }) => region !== null && covers(bureau, region))) return { ours: 'if_first', asks }
  if (asks.length > 0) return { ours: 'unknown', asks }
  const open = also.filter(({ region }) => region === null).map(({ place }) => place)
  return open.length > 0 ? { ours: 'unknown', asks: open } : { ours: 'no', asks: [] }
}
