import type { Knex } from 'knex'
import { isOpenLead } from '../../core/case/ruling.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { BANDS, type Band } from '../../core/document.ts'
import type { Assessment } from '../../core/score/assessment.ts'
import { type Document, moveDocument } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import {
  bandRank,
  changeLead,
  insertLeadOnce,
  joinLead,
  type Lead,
  type LeadLabel,
  labelsOfLead,
  leadByGroup,
  setLeadLabels,
} from '../../store/leads.ts'
import { linkDocument, matterOfLead } from '../../store/matters.ts'
import { nextNumber } from '../../store/sequences.ts'

/**
 * Put a flagged document under a lead: the one for the same marketing text in its region, or a new one. One that stands under a lead
 * already is weighed anew by `reweigh-lead.ts`.
 * Runs inside the transaction that saves the assessment, so a document is never assessed without its lead or twice under leads.
 */
export async function proposeLead(
  trx: Knex.Transaction,
  document: Document,
  assessment: Assessment,
  title: string,
  now: string,
): Promise<Lead> {
  const labels = assessment.labels.map((category): LeadLabel => ({ category, band: assessment.bands[category] }))
  const score = Math.max(...assessment.labels.map((category) => assessment.scores[category]))
  const groupKey = groupKeyOf(document, assessment)
  const earlier = await leadByGroup(trx, groupKey)
  const { lead, isNew } = earlier
    ? { lead: earlier, isNew: false }
    : await insertLeadOnce(trx, {
        id: newId(),
        number: await leadNumber(trx, now),
        groupKey,
        state: 'proposed',
        title,
        kind: assessment.circumstances.kind,
        band: worstOf(labels),
        score,
        region: document.region,
        ownerId: null,
        documentCount: 0,
        proposedAt: now,
        updatedAt: now,
        dismissReason: null,
        dispatchedFrom: null,
        reasonGoneAt: null,
        version: 1,
      })
  await joinLead(trx, lead.id, document.id, now)
  if (isNew) {
    await setLeadLabels(trx, lead.id, labels)
    await appendEvent(trx, {
      at: now,
      actor: 'system',
      verb: 'lead.proposed',
      subjectType: 'lead',
      subjectId: lead.id,
      after: { documentId: document.id, band: lead.band, labels: assessment.labels, rulebook: assessment.rulebook },
    })
    return lead
  }
  const taken = await matterOfLead(trx, lead.id)
  if (taken) await linkDocument(trx, { matterId: taken.id, documentId: document.id, at: now, by: 'system' })
  // The paper is handled where its lead is handled.
  if (lead.region !== document.region) await moveDocument(trx, document.id, lead.region)
  await appendEvent(trx, {
    at: now,
    actor: 'system',
    verb: 'lead.document_joined',
    subjectType: 'lead',
    subjectId: lead.id,
    after: { documentId: document.id },
  })
  return raise(trx, lead, document, labels, score, now)
}

/** Identical marketing text is one lead per handling region; every other paper is a matter of its own (two victims are two matters). */
function groupKeyOf(document: Document, assessment: Assessment): string {
  return assessment.circumstances.kind === 'marketing'
    ? `text:${document.region}:${assessment.fingerprint}`
    : `document:${document.id}`
}

// A lead only ever gets worse by what joins it; a closed one keeps its state (a person decided) and shows the newcomer in its history.
async function raise(
  trx: Knex.Transaction,
  lead: Lead,
  document: Document,
  labels: LeadLabel[],
  score: number,
  now: string,
): Promise<Lead> {
  const band = worstOf([...labels, { category: labels[0]!.category, band: lead.band }])
  const worse = bandRank(band) < bandRank(lead.band) || score > lead.score
  const standingLabels = await labelsOfLead(trx, lead.id)
  const raised = labels.filter((label) => {
    const there = standingLabels.find((standing) => standing.category === label.category)
    return !there || bandRank(label.band) < bandRank(there.band)
  })
  if (!worse && raised.length === 0) return lead
  if (!isOpenLead(lead.state)) return lead
  await setLeadLabels(trx, lead.id, raised)
  await changeLead(trx, lead.id, lead.version, { band, score: Math.max(score, lead.score) }, now)
  await appendEvent(trx, {
    at: now,
    actor: 'system',
    verb: 'lead.raised',
    subjectType: 'lead',
    subjectId: lead.id,
    before: { band: lead.band, score: lead.score },
    after: { band, score: Math.max(score, lead.score), documentId: document.id },
  })
  return { ...lead, band, score: Math.max(score, lead.score), version: lead.version + 1 }
}

function worstOf(labels: LeadLabel[]): Band {
  return BANDS[Math.min(...labels.map((label) => bandRank(label.band)))]!
}

async function leadNumber(trx: Knex.Transaction, now: string): Promise<string> {
  const year = shanghaiDay(now).slice(0, 4)
  return `XS-${year}-${String(await nextNumber(trx, `lead-${year}`)).padStart(5, '0')}`
}
