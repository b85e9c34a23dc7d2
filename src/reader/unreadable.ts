import type { Reading, UnreadableReason } from './reading.ts'

export type Unreadable = Extract<Reading, { outcome: 'unreadable' }>

/** A file that could not be read. `hint` is a short technical note in English; it never quotes the file. */
export function unreadable(reason: UnreadableReason, hint?: string): Unreadable {
  return hint === undefined ? { outcome: 'unreadable', reason } : { outcome: 'unreadable', reason, hint }
}

/** Invisible text is no text: white space, zero-width characters, byte order marks. */
export function isBlank(text: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\ufeff\ufffd]/u.test(text)
}

/** The kind of a parser's failure without its message, which may quote the file. */
export function failureName(failure: unknown): string {
  return failure instanceof Error ? failure.name : 'unknown failure'
}
