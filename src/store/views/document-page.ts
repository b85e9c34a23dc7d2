import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { isSameClaim } from '../../core/case/carry-over.ts'
import { type LawMatter, lawMatters } from '../../core/case/law-version.ts'
import type { Fact } from '../../core/extract/fact.ts'
import { type SourcedCircumstance, sourcedCircumstances, standingCorrections } from '../../core/intake/correction.ts'
import { problem } from '../../core/problem.ts'
import { assessmentById, factsOf, type StoredAssessment } from '../assessments.ts'
import { correctionsOf, type StoredCorrection } from '../corrections.ts'
import { asDocument, type Document, type DocumentText, textOf } from '../documents.ts'
import { type LawChoice, lawChoicesOf } from '../law-choices.ts'
import { type Lead, leadOfDocument } from '../leads.ts'
import { type MissedMark, missedMarksOf } from '../missed-marks.ts'
import { officerNames } from '../officers.ts'
import { rulebookByHash } from '../rulebooks.ts'
import { isVisible, visibleDocuments } from '../visibility.ts'
import { type FindingOnPage, findingsOnPage } from './findings-on-page.ts'
import { senderName } from './sender-name.ts'
import { type SupersededAssessment, supersededAssessments } from './superseded-assessments.ts'

/** Where a document came from, without naming anybody but the officer who took it in. */
export interface Origin {
  source: string
  sender: string
  senderName: string
  external: string | null
  rowLocator: string | null
  fileName: string | null
  hasIdentity: boolean
  parentDocumentId: string | null
}

export interface CorrectionOnPage extends StoredCorrection {
  officerName: string
}

/** A circumstance with where it came from and, when an officer corrected it, her correction. */
export interface CircumstanceOnPage extends SourcedCircumstance {
  correction?: CorrectionOnPage
}

/** A change of law the paper met, with the choices officers made, oldest first: the last one stands. */
export interface LawMatterOnPage extends LawMatter {
  choices: (LawChoice & { officerName: string })[]
}

/** A mark that the system overlooked a category, or that such a mark was wrong. */
export interface MissedOnPage extends MissedMark {
  officerName: string
}

export interface DocumentPage {
  document: Document
  origin: Origin
  text: DocumentText | undefined
  assessment: StoredAssessment | undefined
  /** Of the assessment shown; corrections made since are among `corrections`. */
  circumstances: CircumstanceOnPage[]
  /** Every correction, oldest first. */
  corrections: CorrectionOnPage[]
  findings: FindingOnPage[]
  matters: LawMatterOnPage[]
  /** Every mark of something overlooked, oldest first: the newest of a category stands. */
  missed: MissedOnPage[]
  facts: Fact[]
  /** Newest first, twenty at most. */
  superseded: SupersededAssessment[]
  lead: Lead | undefined
}

/**
 * Everything the document page shows.
 * @throws problem not_found when there is no such document or the viewer may not see it.
 */
export async function documentPage(db: Knex, viewer: Viewer, id: string): Promise<DocumentPage> {
  const row = await visibleDocuments(db('documents').join('intakes', 'intakes.id', 'documents.intake_id'), viewer)
    .leftJoin('officers', 'officers.id', 'intakes.officer_id')
    .where('documents.id', id)
    .select(
      'documents.*',
      'intakes.source',
      'intakes.sender',
      'intakes.external',
      'intakes.row_locator',
      'intakes.file_name',
    )
    .select('intakes.identity_id', 'intakes.parent_id', 'intakes.officer_id', 'officers.name as officer_name')
    .first()
  const document = asDocument(row)
  if (!document) throw problem('not_found', { documentId: id })
  const parent = row.parent_id ? await db('documents').where({ intake_id: row.parent_id }).first('id') : undefined
  const assessment = document.assessmentId ? await assessmentById(db, document.assessmentId) : undefined
  const lead = await leadOfDocument(db, id)
  const corrections = await correctionsOnPage(db, id)
  const superseded = assessment ? await supersededAssessments(db, assessment, corrections) : []
  const findings = assessment ? await findingsOnPage(db, assessment, await rulebookByHash(db, assessment.rulebook)) : []
  return {
    document,
    origin: {
      source: row.source,
      sender: row.sender,
      senderName: senderName(row),
      external: row.external,
      rowLocator: row.row_locator,
      fileName: row.file_name,
      hasIdentity: Boolean(row.identity_id),
      parentDocumentId: parent?.id ?? null,
    },
    text: await textOf(db, id),
    assessment,
    circumstances: assessment ? circumstancesOnPage(document, assessment, corrections) : [],
    corrections,
    findings: withFormerRulings(findings, superseded),
    matters: await mattersOnPage(db, id, findings),
    missed: await missedOnPage(db, id),
    facts: assessment ? await factsOf(db, assessment.id) : [],
    superseded,
    lead: lead && isVisible(viewer, 'lead.read', lead.region) ? lead : undefined,
  }
}

async function correctionsOnPage(db: Knex, documentId: string): Promise<CorrectionOnPage[]> {
  const corrections = await correctionsOf(db, documentId)
  const names = await officerNames(db, [...new Set(corrections.map(({ officerId }) => officerId))])
  return corrections.map((one) => ({ ...one, officerName: names.get(one.officerId) ?? '' }))
}

function circumstancesOnPage(
  document: Document,
  assessment: StoredAssessment,
  corrections: readonly CorrectionOnPage[],
): CircumstanceOnPage[] {
  const known = corrections.filter(({ seq }) => seq <= assessment.correctionSeq)
  const standing = standingCorrections(known)
  return sourcedCircumstances(assessment.circumstances, document.kindGuessed, document.given, known).map((one) => {
    const correction = one.source === 'corrected' ? standing.get(one.field) : undefined
    return { ...one, ...(correction && { correction }) }
  })
}

async function missedOnPage(db: Knex, documentId: string): Promise<MissedOnPage[]> {
  const marks = await missedMarksOf(db, documentId)
  const names = await officerNames(db, [...new Set(marks.map(({ officerId }) => officerId))])
  return marks.map((mark) => ({ ...mark, officerName: names.get(mark.officerId) ?? '' }))
}

async function mattersOnPage(
  db: Knex,
  documentId: string,
  findings: readonly FindingOnPage[],
): Promise<LawMatterOnPage[]> {
  const matters = lawMatters(findings)
  if (matters.length === 0) return []
  const choices = await lawChoicesOf(db, documentId)
  const names = await officerNames(db, [...new Set(choices.map(({ officerId }) => officerId))])
  return matters.map((matter) => ({
    ...matter,
    choices: choices
      .filter((choice) => choice.matter === matter.key)
      .map((choice) => ({ ...choice, officerName: names.get(choice.officerId) ?? '' })),
  }))
}

/** What was ruled before on the same claim and does not stand any more is shown, so that nobody judges twice unawares. */
function withFormerRulings(
  findings: readonly FindingOnPage[],
  superseded: readonly SupersededAssessment[],
): FindingOnPage[] {
  return findings.map((finding) => {
    const formerRuling = superseded
      .flatMap((earlier) => earlier.findings)
      .filter((was) => isSameClaim(was, finding))
      .flatMap(({ rulings }) => rulings)
      .sort((a, b) => (a.at < b.at ? 1 : -1))
      .find(({ id }) => !finding.rulings.some((standing) => standing.id === id))
    const isNewer = formerRuling && !finding.rulings.some(({ at }) => at > formerRuling.at)
    return { ...finding, ...(isNewer && { formerRuling }) }
  })
}
