import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { BasisArticle, Rulebook } from '../../core/check/rule.ts'
import type { Fact } from '../../core/extract/fact.ts'
import { problem } from '../../core/problem.ts'
import { assessmentById, factsOf, findingsOf, type StoredAssessment, type StoredFinding } from '../assessments.ts'
import { asDocument, type Document, type DocumentText, textOf } from '../documents.ts'
import { type Lead, leadOfDocument } from '../leads.ts'
import { officerNames } from '../officers.ts'
import { rulebookByHash } from '../rulebooks.ts'
import { type Ruling, rulingsOf } from '../rulings.ts'
import { isVisible, visibleDocuments } from '../visibility.ts'
import { senderName } from './sender-name.ts'

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

export interface FindingOnPage extends StoredFinding {
  /** Oldest first; the last one stands. */
  rulings: (Ruling & { officerName: string })[]
  ruleTitle: { zh: string; en: string } | undefined
  /** The article's own entry in the rulebook the finding was made with, by basis id. */
  articles: Record<string, BasisArticle>
}

export interface DocumentPage {
  document: Document
  origin: Origin
  text: DocumentText | undefined
  assessment: StoredAssessment | undefined
  findings: FindingOnPage[]
  facts: Fact[]
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
    findings: assessment ? await findingsOnPage(db, assessment, await rulebookByHash(db, assessment.rulebook)) : [],
    facts: assessment ? await factsOf(db, assessment.id) : [],
    lead: lead && isVisible(viewer, 'lead.read', lead.region) ? lead : undefined,
  }
}

/** Findings of an assessment in the order of the text, with their rulings and, from the rulebook they were made with, titles and articles. */
export async function findingsOnPage(
  db: Knex,
  assessment: StoredAssessment,
  rulebook: Rulebook | undefined,
): Promise<FindingOnPage[]> {
  const findings = await findingsOf(db, assessment.id)
  const rulings = await rulingsOf(db, assessment.id)
  const names = await officerNames(db, [...new Set(rulings.map((ruling) => ruling.officerId))])
  return findings.map((finding) => ({
    ...finding,
    rulings: rulings
      .filter((ruling) => ruling.findingId === finding.id)
      .map((ruling) => ({ ...ruling, officerName: names.get(ruling.officerId) ?? '' })),
    ruleTitle: rulebook?.rules.find((rule) => rule.id === finding.rule)?.title,
    articles: Object.fromEntries(
      finding.basis.flatMap((basis) => {
        const article = rulebook?.basis[basis.id]
        return article ? [[basis.id, article]] : []
      }),
    ),
  }))
}
