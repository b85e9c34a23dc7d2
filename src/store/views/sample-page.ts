import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { may } from '../../core/access/viewer.ts'
import type { SampleAnswer } from '../../core/learn/draw.ts'
import { type Estimate, type Stratum, stratified } from '../../core/learn/wilson.ts'
import { problem } from '../../core/problem.ts'
import { officerNames } from '../officers.ts'
import { visibleDocuments } from '../visibility.ts'

/** A drawn paper with the answer that stands. */
export interface SampledPaper {
  documentId: string
  title: string
  region: string
  week: string
  /** The beginning of its text. */
  excerpt: string
  isLong: boolean
  answer?: { answer: SampleAnswer; at: string; officer: string }
}

/** What the answers say of the papers no lead flags. */
export interface MissedEstimate extends Estimate {
  /** Answers of yes or no, and how many of them are yes. */
  answered: number
  yes: number
  cannotTell: number
  drawn: number
  /** Unflagged papers of the weeks and regions that were answered for. */
  population: number
}

export interface SamplePage {
  /** Still to be answered, the oldest week first, each in the order drawn: answers to a part of it are a random part. */
  open: SampledPaper[]
  openCount: number
  /** Answered last, newest first. */
  answered: SampledPaper[]
  estimate: MissedEstimate
}

const EXCERPT = 600
const MOST = 20

/** Drawn papers the viewer may see, and the estimate from their answers. @throws problem auth.forbidden */
export async function samplePage(db: Knex, viewer: Viewer): Promise<SamplePage> {
  const drawn = await drawnPapers(db, viewer)
  const open = drawn.filter(({ answer }) => !answer)
  const answered = drawn.filter(({ answer }) => answer).sort((a, b) => (a.answer!.at < b.answer!.at ? 1 : -1))
  return {
    open: await withText(db, open.slice(0, MOST)),
    openCount: open.length,
    answered: await withText(db, answered.slice(0, MOST)),
    estimate: estimateOf(drawn),
  }
}

/** The estimate alone, over the papers the viewer may see. */
export async function missedEstimate(db: Knex, viewer: Viewer): Promise<MissedEstimate> {
  return estimateOf(await drawnPapers(db, viewer))
}

interface Drawn {
  documentId: string
  title: string
  region: string
  week: string
  sampleId: string
  population: number
  answer?: NonNullable<SampledPaper['answer']>
}

async function drawnPapers(db: Knex, viewer: Viewer): Promise<Drawn[]> {
  if (!may(viewer, 'model.read')) throw problem('auth.forbidden', { permission: 'model.read' })
  const query = db('sample_papers')
    .join('samples', 'samples.id', 'sample_papers.sample_id')
    .join('documents', 'documents.id', 'sample_papers.document_id')
    .join('intakes', 'intakes.id', 'documents.intake_id')
  const rows = await visibleDocuments(query, viewer)
    .orderBy(['samples.week', 'samples.id', 'sample_papers.place'])
    .select('documents.id', 'documents.title', 'documents.region')
    .select('samples.week', 'samples.id as sample_id', 'samples.population')
  const answers = await db('sample_answers').orderBy(['at', 'id'])
  const names = await officerNames(db, [...new Set(answers.map((row) => row.officer_id as string))])
  const newest = new Map(answers.map((row) => [row.document_id, row]))
  return rows.map((row: Record<string, any>) => {
    const said = newest.get(row.id)
    return {
      documentId: row.id,
      title: row.title,
      region: row.region,
      week: row.week,
      sampleId: row.sample_id,
      population: row.population,
      ...(said && { answer: { answer: said.answer, at: said.at, officer: names.get(said.officer_id) ?? '' } }),
    }
  })
}

function estimateOf(drawn: readonly Drawn[]): MissedEstimate {
  const strata = new Map<string, Stratum>()
  for (const { sampleId, population, answer } of drawn) {
    const stratum = strata.get(sampleId) ?? { population, answered: 0, yes: 0 }
    if (answer && answer.answer !== 'cannot_tell') stratum.answered++
    if (answer?.answer === 'yes') stratum.yes++
    strata.set(sampleId, stratum)
  }
  const all = [...strata.values()]
  const { share, low, high } = stratified(all)
  const sum = (of: (stratum: Stratum) => number) => all.reduce((total, stratum) => total + of(stratum), 0)
  return {
    share,
    low,
    high,
    answered: sum(({ answered }) => answered),
    yes: sum(({ yes }) => yes),
    cannotTell: drawn.filter(({ answer }) => answer?.answer === 'cannot_tell').length,
    drawn: drawn.length,
    population: sum(({ population, answered }) => (answered > 0 ? population : 0)),
  }
}

async function withText(db: Knex, drawn: readonly Drawn[]): Promise<SampledPaper[]> {
  const rows = await db('document_texts')
    .whereIn(
      'document_id',
      drawn.map(({ documentId }) => documentId),
    )
    .select('document_id', db.raw('substr(text, 1, ?) as excerpt', [EXCERPT]), db.raw('length(text) as length'))
  const texts = new Map(rows.map((row: Record<string, any>) => [row.document_id, row]))
  return drawn.map(({ documentId, title, region, week, answer }) => {
    const text = texts.get(documentId)
    return {
      documentId,
      title,
      region,
      week,
      excerpt: text?.excerpt ?? '',
      isLong: Number(text?.length ?? 0) > EXCERPT,
      ...(answer && { answer }),
    }
  })
}
