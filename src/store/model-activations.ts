import type { Knex } from 'knex'

/** One change of the champion: the model whose signals count. The newest one stands. */
export interface ModelActivation {
  /** 1, 2, 3 …; each replaces the one before it. */
  seq: number
  hash: string
  way: 'shipped' | 'promoted' | 'rolled_back'
  /** Null when the system took up a release. */
  officerId: string | null
  reason: string
  at: string
}

/** Which models are at work: asked before every paper, so it reads no more than it needs. */
export interface StandingModels {
  champion: string | undefined
  /** The model trained last, unless it was champion once: then nobody challenges. */
  challenger: string | undefined
}

export async function standingModels(db: Knex): Promise<StandingModels> {
  const champion = await db('model_activations').orderBy('seq', 'desc').select('hash').first()
  if (!champion) return { champion: undefined, challenger: undefined }
  const trained = await db('models')
    .leftJoin('model_activations', 'model_activations.hash', 'models.hash')
    .where('models.origin', 'trained')
    .orderBy([
      { column: 'models.at', order: 'desc' },
      { column: 'models.hash', order: 'asc' },
    ])
    .select('models.hash', 'model_activations.seq')
    .first()
  return { champion: champion.hash, challenger: trained && trained.seq === null ? trained.hash : undefined }
}

export async function activeModel(db: Knex): Promise<ModelActivation | undefined> {
  const row = await db('model_activations').orderBy('seq', 'desc').first()
  return row && asActivation(row)
}

/** Every activation, newest first. */
export async function listModelActivations(db: Knex): Promise<ModelActivation[]> {
  return (await db('model_activations').orderBy('seq', 'desc')).map(asActivation)
}

/** @returns false when another activation took the same number first. */
export async function insertModelActivation(trx: Knex, activation: ModelActivation): Promise<boolean> {
  const { seq, hash, way, officerId, reason, at } = activation
  const taken = await trx('model_activations')
    .insert({ seq, hash, way, officer_id: officerId, reason, at })
    .onConflict('seq')
    .ignore()
    .returning('seq')
  return taken.length > 0
}

/** Note that a release brought this model. @returns false when one did before. */
export async function noteModelShipment(trx: Knex, hash: string, at: string): Promise<boolean> {
  const noted = await trx('model_shipments').insert({ hash, at }).onConflict('hash').ignore().returning('hash')
  return noted.length > 0
}

function asActivation(row: Record<string, any>): ModelActivation {
  return { seq: row.seq, hash: row.hash, way: row.way, officerId: row.officer_id, reason: row.reason, at: row.at }
}
