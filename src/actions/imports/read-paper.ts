import { isDay } from '../../core/clock/shanghai.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import type { Paper } from '../../core/pipeline.ts'
import { problem } from '../../core/problem.ts'
import { whyNoRegion } from '../../core/regions/no-such-region.ts'
import { wasRegion } from '../../core/regions/region.ts'

/** Circumstances that may be given beside a text, all optional. */
export const CIRCUMSTANCE_FIELDS = ['kind', 'date', 'until', 'region', 'entity', 'channel'] as const
export type CircumstanceField = (typeof CIRCUMSTANCE_FIELDS)[number]

/**
 * Reads one paper as it comes from outside: `{id, text}` with any of `kind, date, until, region, entity, channel`. Other keys are left alone.
 * @throws problem `request.malformed` with `says`, in both languages: which field, and what is allowed.
 */
export function readPaper(input: unknown): { id: string; paper: Paper } {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw malformed('a paper is an object with id and text / 一份材料须为含 id 和 text 的对象')
  const { id, text, ...rest } = input as Record<string, unknown>
  if (typeof id !== 'string' && typeof id !== 'number') throw wrong('id', id, 'text or a number / 文字或数字')
  if (typeof text !== 'string') throw wrong('text', text, 'text / 文字')
  return { id: String(id), paper: { text, ...readCircumstances(rest) } }
}

/** Reads the circumstances alone; null, undefined and the empty string mean not given. */
export function readCircumstances(given: Readonly<Record<string, unknown>>): Omit<Paper, 'text' | 'links'> {
  const wanted = (field: CircumstanceField): string | undefined => {
    const value = given[field]
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value !== 'string') throw wrong(field, value, 'text / 文字')
    return value
  }
  const kind = wanted('kind')
  const date = wanted('date')
  const until = wanted('until')
  if (until !== undefined) lastDay(date, until)
  const region = wanted('region')
  const entity = wanted('entity')
  const channel = wanted('channel')
  return {
    ...(kind !== undefined && { kind: among('kind', kind, KINDS) }),
    ...(date !== undefined && { date: day('date', date) }),
    ...(until !== undefined && { until }),
    ...(region !== undefined && { region: regionCode(region) }),
    ...(entity !== undefined && { entity: among('entity', entity, ENTITIES) }),
    ...(channel !== undefined && { channel: among('channel', channel, CHANNELS) }),
  }
}

function among<T extends string>(field: string, value: string, allowed: readonly T[]): T {
  if (allowed.includes(value as T)) return value as T
  throw wrong(field, value, allowed.join(', '))
}

/** The last day of conduct needs its first, and does not come before it. */
function lastDay(date: string | undefined, until: string) {
  day('until', until)
  if (date === undefined || until < date)
    throw wrong('until', until, 'beside date, the same day or a later one / 须同时给出 date，且不早于它')
}

function day(field: string, value: string): string {
  if (isDay(value)) return value
  throw wrong(field, value, 'a day of the calendar / 真实日期 YYYY-MM-DD')
}

function regionCode(value: string): string {
  if (wasRegion(value)) return value
  const why = whyNoRegion(value)
  throw wrong('region', value, `${why.en} / ${why.zh}`)
}

function wrong(field: string, value: unknown, allowed: string) {
  const is =
    value === undefined || value === null
      ? `${field} is missing / 缺少 ${field}`
      : `${field} is ${JSON.stringify(value)} / ${field} 取值有误`
  return malformed(`${is}; allowed / 允许: ${allowed}`)
}

function malformed(says: string) {
  return problem('request.malformed', { says })
}
