import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { FEWEST_JUDGED_BY_BOTH } from '../../core/learn/paired.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import {
  activeModel,
  insertModelActivation,
  listModelActivations,
  type ModelActivation,
} from '../../store/model-activations.ts'
import { countAnswered, countAnsweredByBoth } from '../../store/model-answers.ts'
import { modelByHash, type StoredModel } from '../../store/models.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { compileStoredModel } from './use-active-model.ts'

/** What an officer wants to be the champion, and what she saw to be it when she decided. */
export interface PromotionOrder {
  hash: string
  /** Number of the activation that stood then. */
  seq: number
  reason: string
}

/**
 * Somebody else than the one who trained it makes a model the champion, after it answered in shadow beside the champion over so many papers that
 * the two can be told apart (`FEWEST_JUDGED_BY_BOTH`): from the next paper on its signals count. Running workers follow; papers assessed before keep what was found.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, model.already_champion, model.own_training, model.not_in_shadow,
 *   model.too_few_judged with `papers` and `needed`, model.invalid
 */
export async function promoteModel(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  officer: Viewer,
  order: PromotionOrder,
): Promise<void> {
  await activate(parts, officer, order, 'promoted', async (trx, model, champion) => {
    if (model.trainedBy === officer.officerId) throw problem('model.own_training', { hash: model.hash })
    if (model.origin === 'trained') await mustBeTried(trx, model.hash, champion)
  })
}

async function mustBeTried(trx: Knex, hash: string, champion: string): Promise<void> {
  if ((await countAnswered(trx, hash)) === 0) throw problem('model.not_in_shadow', { hash })
  const papers = await countAnsweredByBoth(trx, champion, hash)
  if (papers < FEWEST_JUDGED_BY_BOTH)
    throw problem('model.too_few_judged', { hash, papers, needed: FEWEST_JUDGED_BY_BOTH })
}

/**
 * Bring an earlier champion back at once: what is wrong must not wait for a second person. Without a hash it is the one before.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, model.already_champion, model.never_champion, model.invalid
 */
export async function rollBackModel(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  officer: Viewer,
  order: Omit<PromotionOrder, 'hash'> & { hash?: string },
): Promise<{ hash: string }> {
  const hash = order.hash ?? (await championBefore(parts.db))
  if (hash === undefined) throw problem('model.never_champion', {})
  await activate(parts, officer, { ...order, hash }, 'rolled_back', async (trx) => {
    const was = (await listModelActivations(trx)).some((activation) => activation.hash === hash)
    if (!was) throw problem('model.never_champion', { hash })
  })
  return { hash }
}

/** The champion that the present one replaced, whatever came before it. */
export async function championBefore(db: Knex): Promise<string | undefined> {
  const [active, ...earlier] = await listModelActivations(db)
  return earlier.find(({ hash }) => hash !== active!.hash)?.hash
}

async function activate(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  officer: Viewer,
  order: PromotionOrder,
  way: ModelActivation['way'],
  judge: (trx: Knex.Transaction, model: StoredModel, champion: string) => Promise<void>,
): Promise<void> {
  // One model answers for the whole installation: it is for whoever answers for all of it.
  if (!may(officer, 'model.promote') || !covers(officer.region, parts.homeRegion)) {
    throw problem('auth.forbidden', { permission: 'model.promote' })
  }
  const reason = mustSayWhy(order.reason)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const model = await modelByHash(trx, order.hash)
    const active = await activeModel(trx)
    if (!model || !active) throw problem('not_found', { hash: order.hash })
    if (active.seq !== order.seq) throw problem('form.stale', { hash: order.hash })
    if (active.hash === order.hash) throw problem('model.already_champion', { hash: order.hash })
    await judge(trx, model, active.hash)
    await compileStoredModel(trx, order.hash)
    const activation = { seq: active.seq + 1, hash: order.hash, way, officerId: officer.officerId, reason, at: now }
    if (!(await insertModelActivation(trx, activation))) throw problem('form.stale', { hash: order.hash })
    await appendEvent(trx, {
      at: now,
      actor: officer.officerId,
      verb: `model.${way}`,
      subjectType: 'model',
      subjectId: order.hash,
      reason,
      before: { hash: active.hash },
      after: { hash: order.hash },
    })
  })
}
