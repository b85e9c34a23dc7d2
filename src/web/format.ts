import { differenceInMinutes } from 'date-fns'
import type { Fact } from '../core/extract/fact.ts'
import { wasRegion } from '../core/regions/region.ts'
import type { Guest } from './visit.ts'
import { regionName } from './words/regions.ts'
import type { Words } from './words/words.ts'

/** How long ago, in its largest unit. */
export function age(since: string, now: Date, { shell }: Words): string {
  const minutes = differenceInMinutes(now, new Date(since))
  if (minutes < 1) return shell.justNow
  if (minutes < 60) return shell.minutes(minutes)
  if (minutes < 48 * 60) return shell.hours(Math.floor(minutes / 60))
  return shell.days(Math.floor(minutes / (24 * 60)))
}

/** Fen as yuan with thousands; cents only where there are any. */
export function yuan(fen: number, { shell }: Words): string {
  const cents = fen % 100 === 0 ? 0 : 2
  return shell.yuan((fen / 100).toLocaleString('en-US', { minimumFractionDigits: cents, maximumFractionDigits: cents }))
}

/** 0..1 as a whole number out of a hundred. */
export function hundredth(part: number): number {
  return Math.round(part * 100)
}

export function region(code: string, { language, words }: Guest): string {
  return regionName(code, language, words.shell.country)
}

/** A fact's value as an officer reads it. */
export function factValue(fact: Fact, guest: Guest): string {
  const { words } = guest
  if (fact.type === 'place' && wasRegion(String(fact.value))) return region(String(fact.value), guest)
  if (typeof fact.value !== 'number') return fact.value
  switch (fact.unit) {
    case 'fen':
      return yuan(fact.value, words)
    case 'month':
      return words.shell.months(plain(fact.value))
    case '%/year':
      return words.shell.perYear(plain(fact.value))
    case '%':
      return `${plain(fact.value)}%`
    case 'x':
      return words.shell.times(plain(fact.value))
    default:
      return plain(fact.value)
  }
}

function plain(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 })
}
