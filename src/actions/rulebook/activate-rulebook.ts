import type { Knex } from 'knex'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import {
  type Activation,
  activeActivation,
  insertActivation,
  listActivations,
  listShipments,
} from '../../store/rulebook-activations.ts'
import { backtestBetween, listProposals } from '../../store/rulebook-proposals.ts'
import { rulebookByHash } from '../../store/rulebooks.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { madeReady } from './use-active-rulebook.ts'

/** What an officer wants active, and what she saw to be active when she decided. */
export interface ActivationOrder {
  hash: string
  /** Number of the activation that stood then. */
  seq: number
  reason: string
}

/**
 * A second person makes a proposed version the active one, on the strength of a backtest against the version it replaces. A version that
 * came with a release needs no author. Running workers take it up with their next paper; papers assessed before keep what was found.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, rulebook.not_proposed, rulebook.own_proposal, rulebook.no_backtest,
 *   rulebook.already_active, rulebook.unusable
 */
export async function approveRulebook(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  approver: Viewer,
  order: ActivationOrder,
): Promise<void> {
  await activate(parts, approver, order, async (trx, active) => {
    const proposals = await listProposals(trx, order.hash)
    const isShipped = (await listShipments(trx)).has(order.hash)
    if (proposals.length === 0 && !isShipped) throw problem('rulebook.not_proposed', { hash: order.hash })
    // Whoever put it forward, at whatever time, is no second person.
    if (proposals.some(({ authorId }) => authorId === approver.officerId)) {
      throw problem('rulebook.own_proposal', { hash: order.hash })
    }
    const backtest = await backtestBetween(trx, active.hash, order.hash)
    if (!backtest || backtest.result.papers === 0) {
      throw problem('rulebook.no_backtest', { from: active.hash, to: order.hash })
    }
    return { way: 'approved', authorId: proposals.at(-1)?.authorId ?? null, backtestId: backtest.id }
  })
}

/**
 * Bring a version back that was active before, at once and for a reason: what is wrong must not wait for a backtest.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, rulebook.never_active, rulebook.already_active, rulebook.unusable
 */
export async function rollBackRulebook(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  officer: Viewer,
  order: ActivationOrder,
): Promise<void> {
  await activate(parts, officer, order, async (trx) => {
    const earlier = (await listActivations(trx)).find(({ hash }) => hash === order.hash)
    if (!earlier) throw problem('rulebook.never_active', { hash: order.hash })
    return { way: 'rolled_back', authorId: earlier.authorId, backtestId: earlier.backtestId }
  })
}

async function activate(
  parts: Pick<Parts, 'db' | 'now' | 'homeRegion'>,
  officer: Viewer,
  order: ActivationOrder,
  judge: (trx: Knex.Transaction, active: Activation) => Promise<Pick<Activation, 'way' | 'authorId' | 'backtestId'>>,
): Promise<void> {
  // One rulebook judges the papers of the whole installation: it is for whoever answers for all of it.
  if (!may(officer, 'rulebook.activate') || !covers(officer.region, parts.homeRegion)) {
    throw problem('auth.forbidden', { permission: 'rulebook.activate' })
  }
  const reason = mustSayWhy(order.reason)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const rulebook = await rulebookByHash(trx, order.hash)
    const active = await activeActivation(trx)
    if (!rulebook || !active) throw problem('not_found', { hash: order.hash })
    if (active.seq !== order.seq) throw problem('form.stale', { hash: order.hash })
    if (active.hash === order.hash) throw problem('rulebook.already_active', { hash: order.hash })
    const judged = await judge(trx, active)
    madeReady(rulebook)
    const activation = { ...judged, hash: order.hash, approverId: officer.officerId, reason, at: now }
    if (!(await insertActivation(trx, { ...activation, seq: active.seq + 1 }))) {
      throw problem('form.stale', { hash: order.hash })
    }
    await appendEvent(trx, {
      at: now,
      actor: officer.officerId,
      verb: judged.way === 'approved' ? 'rulebook.approved' : 'rulebook.rolled_back',
      subjectType: 'rulebook',
      subjectId: order.hash,
      reason,
      before: { hash: active.hash },
      after: { hash: order.hash, authorId: judged.authorId, backtestId: judged.backtestId },
    })
  })
}
