import type { Channel, Circumstances, Entity, Kind, Sign } from '../document.ts'
import type { Given } from './envelope.ts'

/** What an officer may correct of a paper's circumstances: each decides which law applies. */
export const CORRECTABLE = ['kind', 'date', 'until', 'region', 'entity', 'channel'] as const
export type Correctable = (typeof CORRECTABLE)[number]

/** New values by field; null takes an earlier correction back, so that what was given or read counts again. */
export interface Changes {
  kind?: Exclude<Kind, 'unknown'> | null
  /** First day of the conduct, `YYYY-MM-DD`. */
  date?: string | null
  /** Its last day. */
  until?: string | null
  region?: string | null
  entity?: Exclude<Entity, 'unknown'> | null
  channel?: Exclude<Channel, 'unknown'> | null
}

/** One corrected field, as appended: the newest of a field stands. */
export interface Correction {
  field: Correctable
  /** Null: the earlier correction was taken back. */
  value: string | null
}

/** What the path is given for a paper: what its sender said, overruled by what officers corrected, oldest correction first. */
export function withCorrections(given: Given, corrections: readonly Correction[]): Given {
  const standing = standingCorrections(corrections)
  return { ...given, ...Object.fromEntries([...standing].map(([field, { value }]) => [field, value])) }
}

/** The correction that stands for each corrected field; one taken back is none. */
export function standingCorrections<T extends Correction>(corrections: readonly T[]): Map<Correctable, T> {
  const newest = new Map(corrections.map((correction) => [correction.field, correction]))
  return new Map([...newest].filter(([, { value }]) => value !== null))
}

/** Where a circumstance came from. `none`: nobody said it and nothing shows it. */
export const CIRCUMSTANCE_SOURCES = ['corrected', 'given', 'read', 'assumed', 'none'] as const
export type CircumstanceSource = (typeof CIRCUMSTANCE_SOURCES)[number]

/** Whether somebody said where the conduct took place: its sender, or an officer who corrected it. It is never read from the words. */
export function isPlaceKnown(given: Given, corrections: readonly Correction[]): boolean {
  const corrected = standingCorrections(corrections).get('region')
  return corrected !== undefined || (given.region !== undefined && given.regionAssumed !== true)
}

/** One circumstance with its source; what an officer is shown before she relies on the law cited for it. */
export interface SourcedCircumstance {
  field: Correctable
  /** As assessed; `unknown`, `000000` or (for `until`) empty when there is none. */
  value: string
  source: CircumstanceSource
  /** The words it was read from, where there are some. */
  sign?: Sign
}

/** Each circumstance of an assessment with where it came from. `assumed`: the day of receipt, or the bureau's own region, for want of a better one. */
export function sourcedCircumstances(
  circumstances: Circumstances,
  kindGuessed: boolean,
  given: Given,
  corrections: readonly Correction[],
): SourcedCircumstance[] {
  const standing = standingCorrections(corrections)
  const { kind, date, dateAssumed, until = '', region, entity, entityAssumed, channel, channelAssumed } = circumstances
  const isAssumed = (field: Correctable) => field === 'region' && given.regionAssumed === true
  const sourced = (field: Correctable, value: string, otherwise: CircumstanceSource, sign?: Sign) => {
    const source: CircumstanceSource =
      standing.get(field)?.value === value
        ? 'corrected'
        : given[field] === value && !sign && !isAssumed(field)
          ? 'given'
          : otherwise
    return { field, value, source, ...(sign && source === 'read' && { sign }) }
  }
  return [
    sourced('kind', kind, kindGuessed && kind !== 'unknown' ? 'read' : 'none'),
    sourced('date', date, dateAssumed ? 'assumed' : 'given'),
    sourced('until', until, 'none'),
    sourced('region', region, given.regionAssumed && given.region === region ? 'assumed' : 'none'),
    sourced('entity', entity, entityAssumed ? 'read' : 'none', entityAssumed),
    sourced('channel', channel, channelAssumed ? 'read' : 'none', channelAssumed),
  ]
}
