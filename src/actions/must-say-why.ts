import { problem } from '../core/problem.ts'

/** The reason without white space around it. @throws problem form.invalid when nothing is left, or too much */
export function mustSayWhy(reason: string): string {
  const said = saidWithin('reason', reason)
  if (said === '') throw problem('form.invalid', { field: 'reason' })
  return said
}

/** A note, which may be left empty, without white space around it. @throws problem form.invalid when it is too long */
export function mayAdd(note: string): string {
  return saidWithin('note', note)
}

/** Longest reason or note, in characters; the forms allow as many. */
const LONGEST_SAID = 1_000

// PostgreSQL keeps no NUL in a text.
function saidWithin(field: string, words: string): string {
  const said = words.trim()
  if (said.length > LONGEST_SAID || said.includes('\0')) {
    throw problem('form.invalid', { field, allowed: `at most ${LONGEST_SAID} characters` })
  }
  return said
}
