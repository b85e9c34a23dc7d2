import type { MatterEvent } from '../procedure/matter.ts'

/** What became of a lead handed over: the receipt is awaited, the department accepted or returned it, or determined what it is. */
export const TRANSFER_STATES = ['awaiting_receipt', 'accepted', 'returned', 'determined'] as const
export type TransferState = (typeof TRANSFER_STATES)[number]

const ANSWERS: Readonly<Record<string, TransferState>> = {
  lead_department_accepts: 'accepted',
  lead_department_returns: 'returned',
  lead_department_determines: 'determined',
}

/**
 * Told by the matter's own events, so that the two never differ: the last answer recorded after the package was made and before it was made anew.
 * @param until when the next package was made; null for the newest
 */
export function transferState(events: readonly MatterEvent[], packedAt: string, until: string | null): TransferState {
  const answers = events.filter(
    ({ type, move, recordedAt }) =>
      type === 'made' && move in ANSWERS && recordedAt >= packedAt && (until === null || recordedAt < until),
  )
  return ANSWERS[answers.at(-1)?.move ?? ''] ?? 'awaiting_receipt'
}
