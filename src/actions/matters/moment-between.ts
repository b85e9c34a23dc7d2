import { problem } from '../../core/problem.ts'

/**
 * When something happened, as told; now where nothing is told.
 * @param earliest an instant before which it cannot have been
 * @throws problem form.invalid for what is no instant, lies ahead, or before `earliest`
 */
export function momentBetween(field: string, told: string | undefined, earliest: string, now: string): string {
  if (told === undefined) return now
  const at = Date.parse(told)
  if (!(at <= Date.parse(now) && at >= Date.parse(earliest))) throw problem('form.invalid', { field })
  return new Date(at).toISOString()
}
