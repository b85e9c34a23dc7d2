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

/** Dismissals that tell of the rule and not of the matter: what is barred by time or said twice was found rightly. */
export const SAYS_MACHINE_WAS_WRONG: ReadonlySet<string> = new Set<DismissReason>([
  'lawful',
  'misread',
  'not_sellers_claim',
])

export const VERDICTS = ['upheld', 'dismissed'] as const
export type Verdict = (typeof VERDICTS)[number]

/** Where a lead stands. Proposed by the machine; everything after is a person's doing. */
export const LEAD_STATES = ['proposed', 'returned', 'opened', 'dismissed'] as const
export type LeadState = (typeof LEAD_STATES)[number]

/** A lead still waiting for a decision. */
export function isOpenLead(state: LeadState): boolean {
  return state === 'proposed' || state === 'returned'
}
