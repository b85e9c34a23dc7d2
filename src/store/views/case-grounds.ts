import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { assessmentById } from '../assessments.ts'
import { rulebookByHash } from '../rulebooks.ts'
import { type FindingOnPage, findingsOnPage } from './findings-on-page.ts'
import { type LeadPage, leadPage } from './lead-page.ts'

const MOST_PAPERS = 20

/** A paper of the lead with what was found in it and how each finding stands. */
export interface PaperOfCase {
  document: LeadPage['documents'][number]
  findings: FindingOnPage[]
}

export interface CaseGrounds {
  lead: LeadPage
  /** Newest first, at most twenty; `lead.lead.documentCount` says how many there are. */
  papers: PaperOfCase[]
}

/**
 * What a case rests on: its lead with the papers under it.
 * @throws problem not_found when the viewer may not see the lead.
 */
export async function caseGrounds(db: Knex, viewer: Viewer, leadId: string): Promise<CaseGrounds> {
  const lead = await leadPage(db, viewer, leadId)
  const rulebooks = new Map<string, Awaited<ReturnType<typeof rulebookByHash>>>()
  const papers: PaperOfCase[] = []
  for (const document of lead.documents.slice(0, MOST_PAPERS)) {
    const assessment = document.assessmentId ? await assessmentById(db, document.assessmentId) : undefined
    if (assessment && !rulebooks.has(assessment.rulebook)) {
      rulebooks.set(assessment.rulebook, await rulebookByHash(db, assessment.rulebook))
    }
    const findings = assessment ? await findingsOnPage(db, assessment, rulebooks.get(assessment.rulebook)) : []
    papers.push({ document, findings })
  }
  return { lead, papers }
}
