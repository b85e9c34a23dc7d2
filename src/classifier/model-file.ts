import { createHash } from 'node:crypto'
import { CATEGORIES, type Category } from '../core/document.ts'
import { problem } from '../core/problem.ts'
import type { Calibration } from './calibration.ts'

/** One label's part of a model. */
export interface LabelModel {
  label: Category
  /** Weight of each term, inverse document frequency already multiplied in. */
  weights: Float32Array
  bias: number
  /** What the plainest passage counts beside the whole text: the margin is that of the whole and `share` times that of the passage. */
  share: number
  /** Of that sum. */
  calibration: Calibration
}

/** Tells papers about our matter from papers about anything else. */
export type SubjectModel = Omit<LabelModel, 'label' | 'share'>

/** What a model file holds, ready to compile. */
export interface ModelFile {
  /** SHA-256 of the file. */
  hash: string
  /** Day of training, `YYYY-MM-DD`. */
  date: string
  /** SHA-256 of the corpus, and of the rulings that were added (`none`). */
  corpus: string
  rulings: string
  papers: number
  /** Measured by held-out author batches. */
  metrics: Record<string, unknown>
  terms: string[]
  idf: Float32Array
  /** What a gram outside `terms` weighs in the length of a vector, and what every text carries in it. */
  unknownIdf: number
  ballast: number
  labels: LabelModel[]
  /** The probability of each label is multiplied by that of our matter. */
  subject: SubjectModel
}

/** A model written as JSON: numbers as base64 of little-endian 32-bit floats. Equal models give equal bytes. */
export function writeModel(model: Omit<ModelFile, 'hash'>): string {
  const { date, corpus, rulings, papers, metrics, terms, idf, unknownIdf, ballast, labels, subject } = model
  return `${JSON.stringify({
    format: FORMAT,
    date,
    corpus,
    rulings,
    papers,
    metrics,
    terms: terms.join('\n'),
    idf: toBase64(idf),
    unknownIdf,
    ballast,
    labels: labels.map(({ weights, ...rest }) => ({ ...rest, weights: toBase64(weights) })),
    subject: { ...subject, weights: toBase64(subject.weights) },
  })}\n`
}

/**
 * Reads what {@link writeModel} wrote.
 * @throws problem `model.invalid` when it is something else or cut short.
 */
export function readModel(content: string): ModelFile {
  let row: Record<string, unknown> | null
  try {
    row = JSON.parse(content)
  } catch {
    throw problem('model.invalid', { why: 'not JSON' })
  }
  if (row?.format !== FORMAT && row?.format !== WITHOUT_BALLAST && row?.format !== WITHOUT_PASSAGES)
    throw problem('model.invalid', { why: `format ${String(row?.format)}, not ${FORMAT}` })
  const parts = Array.isArray(row.labels) ? row.labels : []
  const labels = parts.map((part): LabelModel => {
    const { weights, bias, calibration } = readPart(part)
    const share = row.format === WITHOUT_PASSAGES ? 0 : Number(part.share ?? Number.NaN)
    return { label: part.label as Category, weights, bias, share, calibration }
  })
  const model: ModelFile = {
    hash: createHash('sha256').update(content, 'utf8').digest('hex'),
    date: String(row.date),
    corpus: String(row.corpus),
    rulings: String(row.rulings),
    papers: Number(row.papers),
    metrics: row.metrics as Record<string, unknown>,
    terms: String(row.terms).split('\n'),
    idf: fromBase64(String(row.idf ?? '')),
    unknownIdf: Number(row.unknownIdf ?? Number.NaN),
    ballast: row.format === FORMAT ? Number(row.ballast ?? Number.NaN) : 0,
    labels,
    subject: readPart(row.subject as Record<string, unknown>),
  }
  mustFit(model)
  return model
}

function readPart(part: Record<string, unknown> | undefined): SubjectModel {
  const calibration = part?.calibration as Calibration | undefined
  return {
    weights: fromBase64(String(part?.weights ?? '')),
    bias: Number(part?.bias ?? Number.NaN),
    calibration: { slope: Number(calibration?.slope), shift: Number(calibration?.shift) },
  }
}

/** @throws problem `model.invalid` unless each label is there once, all tables are as long as the list of terms, and all numbers are numbers. */
function mustFit({ terms, idf, unknownIdf, ballast, labels, subject }: ModelFile): void {
  const each = labels.map(({ label }) => label)
  if (each.length !== CATEGORIES.length || !CATEGORIES.every((category) => each.includes(category)))
    throw problem('model.invalid', { why: `labels ${each.join(', ') || 'missing'}, not ${CATEGORIES.join(', ')}` })
  if ([idf, subject.weights, ...labels.map(({ weights }) => weights)].some(({ length }) => length !== terms.length))
    throw problem('model.invalid', { why: 'tables of unlike length' })
  const numbers = [subject, ...labels].flatMap(({ bias, calibration }) => [bias, calibration.slope, calibration.shift])
  if (![unknownIdf, ballast, ...labels.map(({ share }) => share), ...numbers].every(Number.isFinite))
    throw problem('model.invalid', { why: 'a bias, share, calibration, unknownIdf or ballast is missing' })
}

const FORMAT = 'linear-grams-4'
/** Of before; such models stand in databases. */
const WITHOUT_BALLAST = 'linear-grams-3'
const WITHOUT_PASSAGES = 'linear-grams-2'

function toBase64(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64')
}

function fromBase64(text: string): Float32Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.byteLength % 4 !== 0) throw problem('model.invalid', { why: 'a table cut in the middle of a number' })
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
