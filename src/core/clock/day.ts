import { isDay, shanghaiDay } from './shanghai.ts'

/** A day `n` days on, or back when `n` is negative. Days are `YYYY-MM-DD` and compare as text. */
export function addDays(day: string, n: number): string {
  return new Date(Date.parse(day) + n * DAY_MS).toISOString().slice(0, 10)
}

/** How many days from `a` to `b`. */
export function daysBetween(a: string, b: string): number {
  return (Date.parse(b) - Date.parse(a)) / DAY_MS
}

/** The same day of the month `n` months on, or that month's last day. */
export function addMonths(day: string, n: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + n + 1, 0))
  if (date < last.getUTCDate()) last.setUTCDate(date)
  return last.toISOString().slice(0, 10)
}

/** 0 is Sunday. */
export function weekday(day: string): number {
  return new Date(Date.parse(day)).getUTCDay()
}

export function yearOf(day: string): number {
  return Number(day.slice(0, 4))
}

export interface Moment {
  /** The Shanghai day. */
  day: string
  /** Milliseconds; null when only a day was given. */
  instant: number | null
  /** It named no offset: Shanghai time was taken. */
  assumedZone: boolean
}

/** Reads a day or an ISO-8601 instant, with any offset or none. Undefined when it is neither. */
export function readMoment(value: string): Moment | undefined {
  if (isDay(value)) return { day: value, instant: null, assumedZone: false }
  const [, day, hour, minute, second = '00', fraction = '', zone] = INSTANT.exec(value) ?? []
  if (!day || !isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const instant = Date.parse(`${day}T${hour}:${minute}:${second}${fraction}${withColon(zone ?? '+08:00')}`)
  if (Number.isNaN(instant)) return undefined
  return { day: shanghaiDay(new Date(instant)), instant, assumedZone: zone === undefined }
}

/** An instant as written in Shanghai: `2026-04-15T09:30:00+08:00`. */
export function shanghaiInstant(instant: number): string {
  const written = new Date(instant + 8 * HOUR_MS).toISOString().slice(0, -1)
  return `${written.replace(/\.000$/, '')}+08:00`
}

export const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const INSTANT = /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?([Zz]|[+-]\d{2}:?\d{2})?$/

function withColon(zone: string): string {
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
}
