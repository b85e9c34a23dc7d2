import { type Words, wordFor } from '../words/words.ts'

/** Why a file was turned away, in words: an unreadable reason, a problem's code, or a failure of ours. */
export function rejectReason(reason: string | null, { intake, problems, shell, terms }: Words): string {
  if (reason === null) return shell.unknown
  if (reason === 'failed') return intake.failed
  if (Object.hasOwn(problems, reason)) return problems[reason as keyof typeof problems].title
  return wordFor(terms.unreadable, reason, shell.unknown)
}
