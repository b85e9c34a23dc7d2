import { type ModelFile, writeModel } from '../../classifier/model-file.ts'
import type { Model } from '../../core/pipeline.ts'
import { Problem } from '../../core/problem.ts'
import { activeModel, insertModelActivation, noteModelShipment } from '../../store/model-activations.ts'
import { keepModel, modelByHash } from '../../store/models.ts'
import type { Parts } from '../parts.ts'
import { compileStoredModel } from './use-active-model.ts'

/**
 * At the start of a process: keep the model of this release under its hash, and say which one is champion, as `ship-rulebook.ts` does for
 * the rulebook: a new database takes the release up; later a release takes over by itself only from a
 * champion that came with a release too, and only the first time it is seen. A champion that this release cannot read gives way to its own.
 * @returns the champion, compiled
 */
export async function shipModel(
  parts: Pick<Parts, 'db' | 'now' | 'log'>,
  shipped: Model & { file: ModelFile },
): Promise<Model> {
  const now = parts.now().toISOString()
  await takeUp(parts.db, shipped.file, now)
  const active = (await activeModel(parts.db))!
  if (active.hash === shipped.hash) return shipped
  parts.log.warn(
    { shipped: shipped.hash, active: active.hash, way: active.way },
    'the model of this release is not the champion; see `npm run -s models -- list`',
  )
  try {
    return await compileStoredModel(parts.db, active.hash)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    parts.log.error({ active: active.hash, err: error }, "the champion cannot be read; the release's model takes over")
    const reason = `${active.hash.slice(0, 12)} ${error.code}`
    const { hash } = shipped
    await insertModelActivation(parts.db, {
      seq: active.seq + 1,
      hash,
      way: 'shipped',
      officerId: null,
      reason,
      at: now,
    })
    return shipped
  }
}

async function takeUp(db: Parts['db'], file: ModelFile, now: string): Promise<void> {
  const { hash, date, corpus, rulings, papers, metrics } = file
  await db.transaction(async (trx) => {
    // Written out once in the life of a database: some two megabytes.
    const isKept = (await modelByHash(trx, hash)) !== undefined
    if (!isKept)
      await keepModel(trx, {
        hash,
        content: writeModel(file),
        origin: 'shipped',
        trainedOn: date,
        corpusHash: corpus,
        rulingsHash: rulings,
        papers,
        rulings: 0,
        metrics,
        trainedBy: null,
        reason: '',
        at: now,
      })
    const isNew = await noteModelShipment(trx, hash, now)
    const active = await activeModel(trx)
    if (active && (active.hash === hash || active.way !== 'shipped' || !isNew)) return
    // When another process took the number first, its activation stands.
    const seq = (active?.seq ?? 0) + 1
    await insertModelActivation(trx, { seq, hash, way: 'shipped', officerId: null, reason: '', at: now })
  })
}
