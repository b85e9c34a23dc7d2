import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { isDay, shanghaiDay } from '../../core/clock/shanghai.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../core/document.ts'
import {
  type Changes,
  CORRECTABLE,
  type Correctable,
  sourcedCircumstances,
  standingCorrections,
  withCorrections,
} from '../../core/intake/correction.ts'
import type { Given } from '../../core/intake/envelope.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { wasRegion } from '../../core/regions/region.ts'
import { assessmentById } from '../../store/assessments.ts'
import { caseOfLead } from '../../store/cases.ts'
import { correctionsOf, insertCorrection, type StoredCorrection } from '../../store/corrections.ts'
import { type Document, documentById, reassessDocument, textLength } from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { leadOfDocument } from '../../store/leads.ts'
import { isVisible } from '../../store/visibility.ts'
import { mustSayWhy } from '../must-say-why.ts'
import { type ProcessParts, processDocument } from './process-document.ts'

/** A text up to so many characters is assessed while the officer waits (some tenth of a second); a longer one by the worker. */
export const LONGEST_AT_ONCE = 100_000

export interface CorrectionOrder {
  documentId: string
  version: number
  changes: Changes
  reason: string
}

/**
 * An officer corrects what decides which law applies to a paper. Each field is appended with what stood before and why; the paper is assessed
 * again, the earlier assessment stays with its findings and rulings. Region here is where the conduct took place: the paper stays with
 * whoever handles it. What says nothing new adds nothing.
 * @returns the fields corrected by this order
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, document.not_assessed
 */
export async function correctCircumstances(
  parts: ProcessParts,
  viewer: Viewer,
  order: CorrectionOrder,
): Promise<Correctable[]> {
  const now = parts.now().toISOString()
  const corrected = await parts.db.transaction(async (trx) => {
    if (!may(viewer, 'document.correct')) throw problem('auth.forbidden', { permission: 'document.correct' })
    const document = await documentById(trx, order.documentId)
    if (!document || !isVisible(viewer, 'document.read', document.region)) {
      throw problem('not_found', { documentId: order.documentId })
    }
    if (document.version !== order.version) throw problem('form.stale', { documentId: document.id })
    const assessment = document.assessmentId ? await assessmentById(trx, document.assessmentId) : undefined
    if (!assessment) throw problem('document.not_assessed', { documentId: document.id })
    const reason = mustSayWhy(order.reason)
    const earlier = await correctionsOf(trx, document.id)
    const changes = newChanges(order.changes, document.given, earlier, shanghaiDay(now))
    if (changes.length === 0) return []
    const { circumstances } = assessment
    const shown = sourcedCircumstances(circumstances, document.kindGuessed, document.given, earlier)
    // The paper first: its row is what two officers at once meet.
    if (!(await reassessDocument(trx, document.id, order.version, now))) {
      throw problem('form.stale', { documentId: document.id })
    }
    for (const [field, value] of changes) {
      const { value: was, source } = shown.find((one) => one.field === field)!
      const before = { value: was, source }
      const correction = { documentId: document.id, field, before, value, reason, officerId: viewer.officerId, at: now }
      await insertCorrection(trx, correction)
    }
    const before = Object.fromEntries(
      changes.map(([field]) => [field, shown.find((one) => one.field === field)!.value]),
    )
    await tell(trx, viewer, document, { reason, before, after: Object.fromEntries(changes), now })
    return changes.map(([field]) => field)
  })
  if (corrected.length > 0) await assessAgain(parts, order.documentId)
  return corrected
}

type Change = [Correctable, string | null]

/** What the order changes, each value judged. @throws problem form.invalid */
function newChanges(asked: Changes, given: Given, earlier: readonly StoredCorrection[], today: string): Change[] {
  const standing = standingCorrections(earlier)
  const changes = CORRECTABLE.flatMap((field): Change[] => {
    const value = asked[field]
    if (value === undefined || value === (standing.get(field)?.value ?? null)) return []
    return [[field, value]]
  })
  if (CORRECTABLE.every((field) => asked[field] === undefined)) {
    throw problem('form.invalid', { field: 'changes', allowed: CORRECTABLE })
  }
  for (const [field, value] of changes) if (value !== null) mustBeAllowed(field, value, today)
  const after = withCorrections(given, [...earlier, ...changes.map(([field, value]) => ({ field, value }))])
  if (after.until && !after.date)
    throw problem('form.invalid', { field: 'date', allowed: 'the first day of the conduct' })
  if (after.until && after.date && after.until < after.date) {
    throw problem('form.invalid', { field: 'until', allowed: 'no day before the first' })
  }
  return changes
}

function mustBeAllowed(field: Correctable, value: string, today: string): void {
  switch (field) {
    case 'date':
    case 'until':
      if (!isDay(value) || value > today) {
        throw problem('form.invalid', { field, allowed: 'a day as YYYY-MM-DD, not in the future' })
      }
      return
    case 'region':
      if (!wasRegion(value)) throw noSuchRegion(field, value)
      return
    default: {
      // Not to know is no correction: the path would read the words again.
      const allowed = WORDS[field].filter((word) => word !== 'unknown')
      if (!allowed.includes(value)) throw problem('form.invalid', { field, allowed })
    }
  }
}

const WORDS: Record<'kind' | 'entity' | 'channel', readonly string[]> = {
  kind: KINDS,
  entity: ENTITIES,
  channel: CHANNELS,
}

/** The paper's own history tells of it, and that of its lead and case, whatever their state. */
async function tell(
  trx: Knex.Transaction,
  viewer: Viewer,
  document: Document,
  what: { reason: string; before: Record<string, unknown>; after: Record<string, unknown>; now: string },
): Promise<void> {
  const deed = { at: what.now, actor: viewer.officerId, reason: what.reason }
  await appendEvent(trx, {
    ...deed,
    verb: 'document.corrected',
    subjectType: 'document',
    subjectId: document.id,
    before: what.before,
    after: what.after,
  })
  const told = {
    ...deed,
    before: { circumstances: what.before },
    after: { circumstances: what.after, documentId: document.id },
  }
  const lead = await leadOfDocument(trx, document.id)
  if (!lead) return
  await appendEvent(trx, { ...told, verb: 'lead.circumstances_corrected', subjectType: 'lead', subjectId: lead.id })
  const caseFile = await caseOfLead(trx, lead.id)
  if (!caseFile) return
  await appendEvent(trx, {
    ...told,
    verb: 'matter.circumstances_corrected',
    subjectType: 'matter',
    subjectId: caseFile.id,
  })
}

async function assessAgain(parts: ProcessParts, documentId: string): Promise<void> {
  if ((await textLength(parts.db, documentId)) > LONGEST_AT_ONCE) return parts.ring([documentId])
  await processDocument(parts, documentId)
}
