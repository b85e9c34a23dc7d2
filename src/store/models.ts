import type { Knex } from 'knex'

/** A classifier model as kept; its content is read by hash when it is wanted. */
export interface StoredModel {
  hash: string
  /** shipped: came with a release; trained: a challenger made here. */
  origin: 'shipped' | 'trained'
  /** `YYYY-MM-DD` */
  trainedOn: string
  corpusHash: string
  /** `none` when officers taught it nothing. */
  rulingsHash: string
  papers: number
  /** How many of the papers were taught by officers. */
  rulings: number
  metrics: Record<string, unknown>
  trainedBy: string | null
  reason: string
  at: string
}

/** Keep a model under its hash, once. @returns false when it was kept before */
export async function keepModel(trx: Knex, model: StoredModel & { content: string }): Promise<boolean> {
  const kept = await trx('models')
    .insert({
      hash: model.hash,
      content: model.content,
      origin: model.origin,
      trained_on: model.trainedOn,
      corpus_hash: model.corpusHash,
      rulings_hash: model.rulingsHash,
      papers: model.papers,
      rulings: model.rulings,
      metrics: JSON.stringify(model.metrics),
      trained_by: model.trainedBy,
      reason: model.reason,
      at: model.at,
    })
    .onConflict('hash')
    .ignore()
    .returning('hash')
  return kept.length > 0
}

const ALL_BUT_CONTENT = [
  'hash',
  'origin',
  'trained_on',
  'corpus_hash',
  'rulings_hash',
  'papers',
  'rulings',
  'metrics',
  'trained_by',
  'reason',
  'at',
]

export async function modelByHash(db: Knex, hash: string): Promise<StoredModel | undefined> {
  const row = await db('models').where({ hash }).select(ALL_BUT_CONTENT).first()
  return row && asModel(row)
}

/** The model file itself, as it was written. */
export async function modelContent(db: Knex, hash: string): Promise<string | undefined> {
  return (await db('models').where({ hash }).select('content').first())?.content
}

/** Every model, newest first. */
export async function listModels(db: Knex): Promise<StoredModel[]> {
  return (await db('models').orderBy('at', 'desc').orderBy('hash').select(ALL_BUT_CONTENT)).map(asModel)
}

/** Hashes that begin with `start`: people write eight digits of sixty-four. */
export async function modelHashesFrom(db: Knex, start: string): Promise<string[]> {
  if (!/^[0-9a-f]{4,64}$/.test(start)) return []
  const rows = await db('models').where('hash', 'like', `${start}%`).orderBy('hash').limit(10).select('hash')
  return rows.map((row) => row.hash)
}

function asModel(row: Record<string, any>): StoredModel {
  return {
    hash: row.hash,
    origin: row.origin,
    trainedOn: row.trained_on,
    corpusHash: row.corpus_hash,
    rulingsHash: row.rulings_hash,
    papers: row.papers,
    rulings: row.rulings,
    metrics: JSON.parse(row.metrics),
    trainedBy: row.trained_by,
    reason: row.reason,
    at: row.at,
  }
}
