/** Why an officer sets a finding or a lead aside. Only the first three say that the machine was wrong about the words. */
export const DISMISS_REASONS = [
  'lawful',
  'misread',
  'not_sellers_claim',
  'duplicate',
  'not_ours',
  'time_barred',
  'not_enough_evidence',
] as const
export type DismissReason = (typeof DISMISS_REASONS)[number]

export const VERDICTS = ['upheld', 'dismissed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Where a lead stands. Proposed by the machine; everything after is a person's doing. */
export const LEAD_STATES = ['proposed', 'returned', 'opened', 'dismissed'] as const
export type LeadState = (typeof LEAD_STATES)[number]

/** A lead still waiting for a decision. */
export function isOpenLead(state: LeadState): boolean {
  return state === 'proposed' || state === 'returned'
}
