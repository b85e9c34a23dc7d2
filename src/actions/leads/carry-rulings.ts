import type { Knex } from 'knex'
import { isSameClaim, rulingCarries } from '../../core/case/carry-over.ts'
import type { Circumstances } from '../../core/document.ts'
import { assessmentsOf, findingsOf, findingsOfDocument } from '../../store/assessments.ts'
import { carryRuling, rulingsOnDocument } from '../../store/rulings.ts'

/**
 * After a paper was assessed again: rulings made on the same claims of its earlier assessments stand on the new findings too, where they
 * still hold ({@link rulingCarries}). Those that do not stay with the finding they were made on. Taking a correction back brings back
 * what was ruled before it.
 * @returns how many were carried
 */
export async function carryRulings(
  trx: Knex.Transaction,
  documentId: string,
  assessmentId: string,
  circumstances: Circumstances,
  now: string,
): Promise<number> {
  const rulings = await rulingsOnDocument(trx, documentId)
  if (rulings.length === 0) return 0
  const circumstancesOf = new Map((await assessmentsOf(trx, documentId)).map((one) => [one.id, one.circumstances]))
  const judged = new Map((await findingsOfDocument(trx, documentId)).map((finding) => [finding.id, finding]))
  let carried = 0
  for (const finding of await findingsOf(trx, assessmentId)) {
    for (const ruling of rulings) {
      const was = judged.get(ruling.findingId)!
      const before = { finding: was, circumstances: circumstancesOf.get(was.assessmentId)! }
      if (!isSameClaim(was, finding) || !rulingCarries(ruling, before, { finding, circumstances })) continue
      await carryRuling(trx, ruling.id, finding.id, now)
      carried++
    }
  }
  return carried
}
