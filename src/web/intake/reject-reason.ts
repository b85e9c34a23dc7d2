import { REJECT_REASONS } from '../../actions/imports/reject-reasons.ts'
import type { Guest } from '../visit.ts'
import { wordFor } from '../words/words.ts'

/** Why a file or line was turned away, in words: a reason of the door, a problem's code, an unreadable reason, or a failure of ours. */
export function rejectReason(reason: string | null, { language, words }: Pick<Guest, 'language' | 'words'>): string {
  const { intake, problems, shell, terms } = words
  if (reason === null) return shell.unknown
  if (reason === 'failed') return intake.failed
  if (Object.hasOwn(REJECT_REASONS, reason)) return REJECT_REASONS[reason as keyof typeof REJECT_REASONS][language]
  if (Object.hasOwn(problems, reason)) return problems[reason as keyof typeof problems].title
  return wordFor(terms.unreadable, reason, shell.unknown)
}
