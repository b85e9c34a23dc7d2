import type { Knex } from 'knex'
import type { Rulebook } from '../../core/check/rule.ts'
import { assessmentsOf, type StoredAssessment } from '../assessments.ts'
import type { StoredCorrection } from '../corrections.ts'
import { rulebookByHash } from '../rulebooks.ts'
import { type FindingOnPage, findingsOnPage } from './findings-on-page.ts'

/** An assessment that another one followed, whole, and why: what officers corrected in between, another rulebook or model, or a mere repetition. */
export interface SupersededAssessment extends StoredAssessment {
  supersededAt: string
  because: 'corrected' | 'rulebook' | 'model' | 'again'
  /** What was corrected between it and the next one. */
  corrections: (StoredCorrection & { officerName: string })[]
  findings: FindingOnPage[]
}

const MOST = 20

/** The assessments of a paper before the one that stands, newest first, the twenty newest. */
export async function supersededAssessments(
  db: Knex,
  standing: StoredAssessment,
  corrections: readonly SupersededAssessment['corrections'][number][],
): Promise<SupersededAssessment[]> {
  const all = await assessmentsOf(db, standing.documentId)
  const from = all.findIndex(({ id }) => id === standing.id)
  const rulebooks = new Map<string, Rulebook | undefined>()
  const superseded: SupersededAssessment[] = []
  for (const [at, assessment] of all.slice(from + 1, from + 1 + MOST).entries()) {
    const next = all[from + at]!
    if (!rulebooks.has(assessment.rulebook)) {
      rulebooks.set(assessment.rulebook, await rulebookByHash(db, assessment.rulebook))
    }
    superseded.push({
      ...assessment,
      supersededAt: next.at,
      because: becauseOf(assessment, next),
      corrections: corrections.filter(({ seq }) => seq > assessment.correctionSeq && seq <= next.correctionSeq),
      findings: await findingsOnPage(db, assessment, rulebooks.get(assessment.rulebook)),
    })
  }
  return superseded
}

function becauseOf(assessment: StoredAssessment, next: StoredAssessment): SupersededAssessment['because'] {
  if (next.correctionSeq !== assessment.correctionSeq) return 'corrected'
  if (next.rulebook !== assessment.rulebook) return 'rulebook'
  return next.model !== assessment.model ? 'model' : 'again'
}
