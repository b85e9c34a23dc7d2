import type { CasePage } from '../../store/views/cases-list.ts'

/** A case as answered. */
export function caseAnswer(caseFile: CasePage['caseFile']) {
  return {
    id: caseFile.id,
    number: caseFile.number,
    lead: caseFile.leadId,
    title: caseFile.title,
    state: caseFile.state,
    region: caseFile.region,
    owner: caseFile.ownerId,
    opened_at: caseFile.openedAt,
    reason: caseFile.reason,
    version: caseFile.version,
  }
}
