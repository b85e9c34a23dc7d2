import type { LeadPage } from '../../store/views/lead-page.ts'

/** A lead as answered. */
export function leadAnswer(lead: LeadPage['lead'], labels: LeadPage['labels']) {
  return {
    id: lead.id,
    number: lead.number,
    state: lead.state,
    title: lead.title,
    kind: lead.kind,
    band: lead.band,
    score: lead.score,
    labels,
    region: lead.region,
    owner: lead.ownerId,
    documents: lead.documentCount,
    proposed_at: lead.proposedAt,
    updated_at: lead.updatedAt,
    dismiss_reason: lead.dismissReason,
    dispatched_from: lead.dispatchedFrom,
    reason_gone_at: lead.reasonGoneAt,
    version: lead.version,
  }
}
