import type { Item } from '../../actions/imports/import-run.ts'
import { REJECT_REASONS } from '../../actions/imports/reject-reasons.ts'
import { type Receipt, receiptOf } from './delivered.ts'

/** What became of one paper of several. */
export type BatchItem =
  | Receipt
  | {
      outcome: 'rejected'
      reason: keyof typeof REJECT_REASONS
      /** What to do, English and Chinese. */
      detail: string
      /** The field and what it may hold, where one is wrong. */
      values?: Readonly<Record<string, unknown>>
    }

export function batchItem(item: Item): BatchItem & { line?: number; name?: string } {
  if (item.outcome !== 'rejected') return receiptOf(item)
  const { en, zh } = REJECT_REASONS[item.reason]
  return {
    outcome: 'rejected',
    reason: item.reason,
    detail: `${en} / ${zh}`,
    ...(item.cause ? { values: item.cause.detail } : {}),
  }
}
