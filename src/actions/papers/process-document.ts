import { randomUUID } from 'node:crypto'
import type { Knex } from 'knex'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { withCorrections } from '../../core/intake/correction.ts'
import { searchableText } from '../../core/intake/searchable-text.ts'
import { titleOf } from '../../core/intake/title.ts'
import { assess } from '../../core/pipeline.ts'
import { Problem } from '../../core/problem.ts'
import type { Assessment } from '../../core/score/assessment.ts'
import type { Reading } from '../../reader/reading.ts'
import { assessmentById, insertAssessment } from '../../store/assessments.ts'
import { correctionsOf } from '../../store/corrections.ts'
import {
  claimDocument,
  type Document,
  type DocumentText,
  documentById,
  finishClaim,
  saveText,
  textOf,
} from '../../store/documents.ts'
import { appendEvent } from '../../store/events.ts'
import { recordFault } from '../../store/faults.ts'
import { newId } from '../../store/id.ts'
import { intakeById } from '../../store/intakes.ts'
import { type Lead, lockLeadOfDocument } from '../../store/leads.ts'
import { keepModelAnswers } from '../../store/model-answers.ts'
import { indexForSearch } from '../../store/search.ts'
import { splitSheet } from '../imports/split-sheet.ts'
import { carryRulings } from '../leads/carry-rulings.ts'
import { proposeLead } from '../leads/propose-lead.ts'
import { reweighLead } from '../leads/reweigh-lead.ts'
import { useActiveModel } from '../models/use-active-model.ts'
import type { Parts } from '../parts.ts'
import { useActiveRulebook } from '../rulebook/use-active-rulebook.ts'
import { answerBeside } from './answer-beside.ts'

/** A document that met a bug this often is set aside as `failed` instead of being tried for ever. */
export const MOST_ATTEMPTS = 5

export type ProcessParts = Pick<
  Parts,
  'db' | 'files' | 'reader' | 'compiled' | 'model' | 'challenger' | 'ring' | 'now' | 'log'
>

/** What became of one document of a batch. `skipped`: another worker has it, or it is done. */
export type Processed = 'processed' | 'split' | 'unreadable' | 'failed' | 'retry' | 'skipped'

/**
 * Carry one waiting document along the path: read, assess, save, propose. Safe to run twice and in parallel:
 * a claim lets one worker in, and the work is saved only while that claim stands.
 */
export async function processDocument(parts: ProcessParts, documentId: string): Promise<Processed> {
  const claim = randomUUID()
  if (!(await claimDocument(parts.db, documentId, claim, parts.now().toISOString()))) return 'skipped'
  const document = (await documentById(parts.db, documentId))!
  try {
    const text = (await textOf(parts.db, documentId)) ?? (await readStored(parts, document))
    if ('outcome' in text) {
      if (text.outcome === 'sheet') return await splitSheet(parts, document, claim, text)
      return await setAside(parts, document, claim, text.reason)
    }
    await useActiveRulebook(parts)
    await useActiveModel(parts)
    return await saveAssessment(parts, document, claim, text)
  } catch (error) {
    return await recordFailure(parts, document, claim, error)
  }
}

type ReadDocument = DocumentText & { format?: string; encoding?: string; title?: string }

async function readStored(
  parts: ProcessParts,
  document: Document,
): Promise<ReadDocument | Exclude<Reading, { outcome: 'text' }>> {
  const intake = (await intakeById(parts.db, document.intakeId))!
  const reading = await parts.reader.read(await parts.files.get(document.sha256), intake.fileName ?? '')
  if (reading.outcome !== 'text') return reading
  const { paper } = reading
  return {
    text: paper.text,
    links: paper.links,
    format: paper.format,
    ...(paper.pages ? { pages: paper.pages } : {}),
    ...(paper.encoding ? { encoding: paper.encoding } : {}),
    ...(paper.title ? { title: paper.title } : {}),
  }
}

async function saveAssessment(
  parts: ProcessParts,
  document: Document,
  claim: string,
  read: ReadDocument,
): Promise<Processed> {
  // Read under the claim: a correction made from now on takes the claim away, and this work with it.
  const corrections = await correctionsOf(parts.db, document.id)
  const { kind, date, until, region, entity, channel } = withCorrections(document.given, corrections)
  const assessment = assess(
    {
      text: read.text,
      links: read.links,
      ...(kind ? { kind } : {}),
      ...(date ? { date } : {}),
      ...(until ? { until } : {}),
      ...(region ? { region } : {}),
      ...(entity ? { entity } : {}),
      ...(channel ? { channel } : {}),
    },
    shanghaiDay(document.receivedAt),
    parts.compiled,
    parts.model,
  )
  const answers = answerBeside(parts, document, read.text, assessment.signals)
  const now = parts.now().toISOString()
  const assessmentId = newId()
  return parts.db.transaction(async (trx) => {
    // The lead before the paper, as an officer's deed on the lead takes them: neither waits for the other.
    const lead = document.assessmentId ? await lockLeadOfDocument(trx, document.id) : undefined
    const kept = await finishClaim(trx, document.id, claim, finished(document, read, assessment, assessmentId), now)
    if (!kept) return 'skipped'
    await saveText(trx, document.id, read)
    await insertAssessment(trx, assessmentId, document.id, assessment, now, corrections.at(-1)?.seq)
    await keepModelAnswers(trx, answers, now)
    await indexForSearch(trx, document.id, searchableText(read.text))
    const { circumstances } = assessment
    const rulingsCarried = document.assessmentId
      ? await carryRulings(trx, document.id, assessmentId, circumstances, now)
      : 0
    await appendEvent(trx, {
      at: now,
      actor: 'system',
      verb: 'document.assessed',
      subjectType: 'document',
      subjectId: document.id,
      after: {
        assessmentId,
        rulebook: assessment.rulebook,
        model: assessment.model,
        band: assessment.band,
        labels: assessment.labels,
        ...(document.assessmentId ? { supersedes: document.assessmentId, rulingsCarried } : {}),
      },
    })
    await tellLead(trx, lead, document, assessment, titleFor(document, read), now)
    return 'processed'
  })
}

/** A paper assessed for the first time may make a lead or join one; one assessed again changes the lead it stands under. */
async function tellLead(
  trx: Knex.Transaction,
  lead: Lead | undefined,
  document: Document,
  assessment: Assessment,
  title: string,
  now: string,
): Promise<void> {
  const before = document.assessmentId ? await assessmentById(trx, document.assessmentId) : undefined
  if (lead && before) await reweighLead(trx, lead, document, before, assessment, now)
  else if (assessment.labels.length > 0) await proposeLead(trx, document, assessment, title, now)
}

function finished(document: Document, read: ReadDocument, assessment: Assessment, assessmentId: string) {
  return {
    stage: 'processed' as const,
    assessmentId,
    kind: assessment.circumstances.kind,
    kindGuessed: assessment.kindGuessed,
    fingerprint: assessment.fingerprint,
    title: titleFor(document, read),
    ...(read.format ? { format: read.format } : {}),
    ...(read.encoding ? { encoding: read.encoding } : {}),
  }
}

/** A paper judged again keeps its name: what gave it (the title of a page) is not kept with the text. */
function titleFor(document: Document, read: ReadDocument): string {
  if (document.assessmentId && document.title && !document.given.title && !read.title) return document.title
  return titleOf(document.given.title ?? read.title, read.text, document.title)
}

async function setAside(parts: ProcessParts, document: Document, claim: string, reason: string): Promise<Processed> {
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const kept = await finishClaim(trx, document.id, claim, { stage: 'unreadable', unreadableReason: reason }, now)
    if (!kept) return 'skipped'
    await appendEvent(trx, {
      at: now,
      actor: 'system',
      verb: 'document.unreadable',
      subjectType: 'document',
      subjectId: document.id,
      after: { reason },
    })
    return 'unreadable'
  })
}

const NOT_THE_PAPERS: ReadonlySet<string> = new Set(['rulebook.unusable', 'model.invalid'])

// A bug in our code or damage on the disk: say so where somebody looks, try again, and after a few times let the paper stand aside.
async function recordFailure(
  parts: ProcessParts,
  document: Document,
  claim: string,
  error: unknown,
): Promise<Processed> {
  const now = parts.now().toISOString()
  // Rules or a model that cannot run are no fault of the paper: it waits, and no try is used up, until somebody rolls back.
  const isOurs = error instanceof Problem && NOT_THE_PAPERS.has(error.code)
  const giveUp = !isOurs && document.attempts >= MOST_ATTEMPTS
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  parts.log.error(
    { documentId: document.id, attempt: document.attempts, err: error },
    'document could not be processed',
  )
  return parts.db.transaction(async (trx) => {
    const change = {
      stage: giveUp ? ('failed' as const) : ('received' as const),
      lastError: message.slice(0, 500),
      ...(isOurs && { attempts: document.attempts - 1 }),
    }
    if (!(await finishClaim(trx, document.id, claim, change, now))) return 'skipped'
    await recordFault(trx, { at: now, where: 'process-document', documentId: document.id, message })
    if (giveUp) {
      await appendEvent(trx, {
        at: now,
        actor: 'system',
        verb: 'document.failed',
        subjectType: 'document',
        subjectId: document.id,
        after: { attempts: document.attempts },
      })
    }
    return giveUp ? 'failed' : 'retry'
  })
}
