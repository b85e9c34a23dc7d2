import type { Knex } from 'knex'
import type { Finding } from '../core/check/finding.ts'
import type { Band, Category, Circumstances } from '../core/document.ts'
import type { Fact } from '../core/extract/fact.ts'
import type { Genre } from '../core/frame/frame.ts'
import type { Assessment, ScoreReason, Signal } from '../core/score/assessment.ts'
import { newId } from './id.ts'

/** A finding as kept: with its id, the assessment it belongs to and a version for the ruling form. */
export interface StoredFinding extends Finding {
  id: string
  assessmentId: string
  documentId: string
  version: number
}

export interface StoredAssessment {
  id: string
  documentId: string
  rulebook: string
  model: string
  at: string
  circumstances: Circumstances
  genre: Genre
  genreBecause: string[]
  scores: Record<Category, number>
  bands: Record<Category, Band>
  band: Band
  labels: Category[]
  reasons: ScoreReason[]
  signals: Signal[]
  /** The newest correction it knew of; 0 for none. */
  correctionSeq: number
}

/** Keep one assessment with its facts and findings; earlier ones stay. */
export async function insertAssessment(
  trx: Knex.Transaction,
  id: string,
  documentId: string,
  assessment: Assessment,
  at: string,
  correctionSeq = 0,
): Promise<void> {
  await trx('assessments').insert({
    id,
    document_id: documentId,
    rulebook_hash: assessment.rulebook,
    model_hash: assessment.model,
    at,
    circumstances: JSON.stringify(assessment.circumstances),
    genre: assessment.framing.genre,
    genre_because: JSON.stringify(assessment.framing.genreBecause),
    scores: JSON.stringify(assessment.scores),
    bands: JSON.stringify(assessment.bands),
    band: assessment.band,
    labels: JSON.stringify(assessment.labels),
    reasons: JSON.stringify(assessment.reasons),
    signals: JSON.stringify(assessment.signals),
    correction_seq: correctionSeq,
  })
  await insertInParts(
    trx,
    'facts',
    assessment.facts.map((fact) => factRow(fact, id, documentId)),
  )
  await insertInParts(
    trx,
    'findings',
    assessment.findings.map((finding) => findingRow(finding, id, documentId)),
  )
}

export async function assessmentById(db: Knex, id: string): Promise<StoredAssessment | undefined> {
  const row = await db('assessments').where({ id }).first()
  return row && asAssessment(row)
}

/** Every assessment of a document, newest first. */
export async function assessmentsOf(db: Knex, documentId: string): Promise<StoredAssessment[]> {
  const rows = await db('assessments').where({ document_id: documentId }).orderBy('id', 'desc')
  return rows.map(asAssessment)
}

function asAssessment(row: Record<string, any>): StoredAssessment {
  return {
    id: row.id,
    documentId: row.document_id,
    rulebook: row.rulebook_hash,
    model: row.model_hash,
    at: row.at,
    circumstances: JSON.parse(row.circumstances),
    genre: row.genre,
    genreBecause: JSON.parse(row.genre_because),
    scores: JSON.parse(row.scores),
    bands: JSON.parse(row.bands),
    band: row.band,
    labels: JSON.parse(row.labels),
    reasons: JSON.parse(row.reasons),
    signals: JSON.parse(row.signals),
    correctionSeq: row.correction_seq,
  }
}

export async function factsOf(db: Knex, assessmentId: string): Promise<Fact[]> {
  const rows = await db('facts').where({ assessment_id: assessmentId }).orderBy(['start', 'end', 'id'])
  return rows.map((row) => ({
    ...JSON.parse(row.more),
    type: row.type,
    value: JSON.parse(row.value),
    unit: row.unit,
    quote: row.quote,
    start: row.start,
    end: row.end,
  }))
}

export async function findingsOf(db: Knex, assessmentId: string): Promise<StoredFinding[]> {
  const rows = await db('findings').where({ assessment_id: assessmentId }).orderBy(['start', 'end', 'id'])
  return rows.map(asFinding)
}

/** Findings of every assessment of a document. */
export async function findingsOfDocument(db: Knex, documentId: string): Promise<StoredFinding[]> {
  return (await db('findings').where({ document_id: documentId })).map(asFinding)
}

export async function findingById(db: Knex, id: string): Promise<StoredFinding | undefined> {
  const row = await db('findings').where({ id }).first()
  return row && asFinding(row)
}

/** @returns false when the finding's version is no longer the one the officer saw. */
export async function raiseFindingVersion(trx: Knex.Transaction, id: string, version: number): Promise<boolean> {
  return (
    (await trx('findings')
      .where({ id, version })
      .update({ version: version + 1 })) === 1
  )
}

// SQLite allows some 32,000 bound values a statement; both databases are happy with a hundred rows.
async function insertInParts(trx: Knex.Transaction, table: string, rows: Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < rows.length; from += 100) await trx(table).insert(rows.slice(from, from + 100))
}

function factRow(fact: Fact, assessmentId: string, documentId: string): Record<string, unknown> {
  const { type, value, unit, quote, start, end, ...more } = fact
  return {
    id: newId(),
    assessment_id: assessmentId,
    document_id: documentId,
    type,
    value: JSON.stringify(value),
    unit,
    quote,
    start,
    end,
    more: JSON.stringify(more),
  }
}

function findingRow(finding: Finding, assessmentId: string, documentId: string): Record<string, unknown> {
  return {
    id: newId(),
    assessment_id: assessmentId,
    document_id: documentId,
    rule: finding.rule,
    code: finding.code,
    category: finding.category,
    severity: finding.severity,
    confidence: finding.confidence,
    quote: finding.quote,
    start: finding.start,
    end: finding.end,
    frame: finding.frame,
    basis: JSON.stringify(finding.basis),
    message: JSON.stringify(finding.message),
    elements: JSON.stringify(finding.elements),
    choice: finding.choice ? JSON.stringify(finding.choice) : null,
    overridden_by: finding.overriddenBy ?? null,
    unscored: finding.unscored ?? null,
    despite: finding.despite ? JSON.stringify(finding.despite) : null,
  }
}

function asFinding(row: Record<string, any>): StoredFinding {
  return {
    id: row.id,
    assessmentId: row.assessment_id,
    documentId: row.document_id,
    rule: row.rule,
    code: row.code,
    category: row.category,
    severity: row.severity,
    confidence: row.confidence,
    quote: row.quote,
    start: row.start,
    end: row.end,
    frame: row.frame,
    basis: JSON.parse(row.basis),
    message: JSON.parse(row.message),
    elements: JSON.parse(row.elements),
    ...(row.choice ? { choice: JSON.parse(row.choice) } : {}),
    ...(row.overridden_by ? { overriddenBy: row.overridden_by } : {}),
    ...(row.unscored ? { unscored: row.unscored } : {}),
    ...(row.despite ? { despite: JSON.parse(row.despite) } : {}),
    version: row.version,
  }
}
