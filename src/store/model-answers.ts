import type { Knex } from 'knex'
import { CATEGORIES, type Category } from '../core/document.ts'
import { tenthOf } from '../core/learn/stability.ts'

/** What one model says of one paper: a probability for every label. */
export interface ModelAnswer {
  documentId: string
  model: string
  probabilities: Record<Category, number>
  /** ISO week of receipt. */
  week: string
}

/** Keep what models say of a paper; for a paper assessed again it takes the place of what they said before. */
export async function keepModelAnswers(trx: Knex, answers: readonly ModelAnswer[], at: string): Promise<void> {
  const rows = answers.flatMap(({ documentId, model, probabilities, week }) =>
    Object.entries(probabilities).map(([label, probability]) => ({
      document_id: documentId,
      model_hash: model,
      label,
      probability,
      tenth: tenthOf(probability),
      week,
      at,
    })),
  )
  if (rows.length === 0) return
  await trx('model_answers').insert(rows).onConflict(['document_id', 'model_hash', 'label']).merge()
}

/** How many papers of a week fell into each tenth of the probability of a label, and the mean. */
export interface WeekOfAnswers {
  label: Category
  week: string
  /** Ten counts, by bin. */
  counts: number[]
  papers: number
  mean: number
}

/** The distribution of a model's probabilities by label and week, weeks in order. */
export async function answersByWeek(db: Knex, model: string): Promise<WeekOfAnswers[]> {
  const rows = await db('model_answers')
    .where({ model_hash: model })
    .groupBy('label', 'week', 'tenth')
    .orderBy(['label', 'week', 'tenth'])
    .select('label', 'week', 'tenth', db.raw('count(*) as n'), db.raw('sum(probability) as total'))
  const weeks = new Map<string, WeekOfAnswers & { total: number }>()
  for (const { label, week, tenth, n, total } of rows) {
    const key = `${label} ${week}`
    const at = weeks.get(key) ?? { label, week, counts: Array<number>(10).fill(0), papers: 0, mean: 0, total: 0 }
    at.counts[tenth] = Number(n)
    at.papers += Number(n)
    at.total += Number(total)
    weeks.set(key, at)
  }
  return [...weeks.values()].map(({ total, ...week }) => ({ ...week, mean: total / week.papers }))
}

/** How many papers a model has looked at. */
export async function countAnswered(db: Knex, model: string): Promise<number> {
  const [label] = CATEGORIES // every label is kept of every paper
  const row = await db('model_answers').where({ model_hash: model, label }).count({ n: '*' }).first()
  return Number(row?.n ?? 0)
}

/** How many papers two models have both looked at. */
export async function countAnsweredByBoth(db: Knex, one: string, other: string): Promise<number> {
  const [label] = CATEGORIES
  const row = await db('model_answers as a')
    .join('model_answers as b', (on) =>
      on.on('b.document_id', 'a.document_id').andOn('b.label', 'a.label').andOnVal('b.model_hash', other),
    )
    .where({ 'a.model_hash': one, 'a.label': label })
    .count({ n: '*' })
    .first()
  return Number(row?.n ?? 0)
}

/** What a model says of one paper; undefined when it did not look at it. */
export async function modelAnswerOf(
  db: Knex,
  model: string,
  documentId: string,
): Promise<Record<Category, number> | undefined> {
  const rows = await db('model_answers').where({ model_hash: model, document_id: documentId })
  if (rows.length === 0) return undefined
  return Object.fromEntries(rows.map(({ label, probability }) => [label, probability])) as Record<Category, number>
}
