import { DISMISS_REASONS, type DismissReason } from '../core/case/ruling.ts'
import { isDay } from '../core/clock/shanghai.ts'
import { problem } from '../core/problem.ts'
import { noSuchRegion } from '../core/regions/no-such-region.ts'
import { wasRegion } from '../core/regions/region.ts'
import { typedRegion } from '../core/regions/typed-region.ts'

/** A parsed form or query string; anything may be missing or said twice. */
export type Fields = Readonly<Record<string, unknown>>

/** PostgreSQL keeps no NUL in a text and takes none as a key; nobody types one. @throws problem form.invalid naming the field */
export function mustBeText(fields: Fields): void {
  for (const [field, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (typeof one === 'string' && one.includes('\0')) throw problem('form.invalid', { field })
    }
  }
}

/** The field as one trimmed string, empty when missing; of a field said twice the first counts. */
export function textField(fields: Fields, name: string): string {
  const value = fields[name]
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? one.trim() : ''
}

/** Everything said under a name, each once, at most fifty. */
export function listField(fields: Fields, name: string): string[] {
  const value = fields[name]
  const all = Array.isArray(value) ? value : value === undefined ? [] : [value]
  return [...new Set(all.filter((one): one is string => typeof one === 'string' && one.trim() !== ''))].slice(0, 50)
}

/** One of a closed list, or undefined for anything else: a filter with a wrong value is no filter. */
export function choice<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T | undefined {
  const value = textField(fields, name)
  return allowed.find((known) => known === value)
}

/** As `choice`, for a form: left empty is undefined, a wrong value is refused. @throws problem form.invalid */
export function choiceOrNone<T extends string>(fields: Fields, name: string, allowed: readonly T[]): T | undefined {
  const found = choice(fields, name, allowed)
  if (found === undefined && textField(fields, name) !== '') throw problem('form.invalid', { field: name })
  return found
}

/** A day `YYYY-MM-DD`, or undefined. */
export function dayField(fields: Fields, name: string): string | undefined {
  const value = textField(fields, name)
  return isDay(value) ? value : undefined
}

/** @throws problem form.invalid for a day that is none */
export function dayOrNone(fields: Fields, name: string): string | undefined {
  const day = dayField(fields, name)
  if (day === undefined && textField(fields, name) !== '') throw problem('form.invalid', { field: name })
  return day
}

/** The code of a region typed by code or by name, for whoever judges it; empty when missing. */
export function regionField(fields: Fields, name: string): string {
  return typedRegion(textField(fields, name))
}

/** @throws problem form.invalid for a region that is none */
export function regionOrNone(fields: Fields, name: string): string | undefined {
  const value = regionField(fields, name)
  if (value !== '' && !wasRegion(value)) throw noSuchRegion(name, value)
  return value || undefined
}

/** The version a form was made with. @throws problem form.invalid when it carries none */
export function versionField(fields: Fields): number {
  const value = textField(fields, 'version')
  if (!/^\d{1,9}$/.test(value)) throw problem('form.invalid', { field: 'version' })
  return Number(value)
}

/** @throws problem form.invalid unless one of the typed reasons was chosen */
export function dismissReasonField(fields: Fields): DismissReason {
  const reason = choice(fields, 'reason', DISMISS_REASONS)
  if (!reason) throw problem('form.invalid', { field: 'reason' })
  return reason
}
