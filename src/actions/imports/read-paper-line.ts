import { Problem } from '../../core/problem.ts'
import { type PaperFields, readPaperFields } from './paper-fields.ts'
import type { RejectReason } from './reject-reasons.ts'

/** Longest line of a `.jsonl` file or a batch, in bytes. */
export const LONGEST_LINE = 5 * 1024 * 1024

export type PaperLine = { paper: PaperFields & { text: string } } | { reason: RejectReason; cause?: Problem }

/** One line as a paper, or why it is none. `undefined` stands for a line longer than allowed. */
export function readPaperLine(bytes: Uint8Array | undefined): PaperLine {
  if (!bytes) return { reason: 'too_large' }
  let value: unknown
  try {
    // A byte order mark before the first line is no part of it; the decoder drops it.
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return { reason: 'malformed' }
  }
  try {
    const { text, ...fields } = readPaperFields(value)
    return text ? { paper: { ...fields, text } } : { reason: 'empty' }
  } catch (error) {
    if (error instanceof Problem) return { reason: 'invalid', cause: error }
    throw error
  }
}
