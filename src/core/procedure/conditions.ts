import { COMPLAINT } from './conditions/complaint.ts'
import { DECISION } from './conditions/decision.ts'
import { FILING } from './conditions/filing.ts'
import { PERSONS } from './conditions/persons.ts'
import { REVIEW } from './conditions/review.ts'
import type { Condition } from './conditions/situation.ts'

/** The conditions a move or a letter may name under `needs`, each with the words for whoever meets it. */
export const CONDITIONS: Readonly<Record<string, Condition>> = {
  ...PERSONS,
  ...COMPLAINT,
  ...FILING,
  ...REVIEW,
  ...DECISION,
}
