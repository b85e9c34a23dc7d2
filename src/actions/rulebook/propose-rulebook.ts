import { may, type Viewer } from '../../core/access/viewer.ts'
import type { BacktestResult, BacktestScope } from '../../core/backtest.ts'
import type { Rulebook } from '../../core/check/rule.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { activeActivation } from '../../store/rulebook-activations.ts'
import { insertBacktest, insertProposal } from '../../store/rulebook-proposals.ts'
import { keepRulebook, rulebookByHash } from '../../store/rulebooks.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { madeReady } from './use-active-rulebook.ts'

/**
 * An author puts a checked rulebook forward: it is stored whole under its hash and waits for a backtest and for somebody else's approval.
 * @throws problem auth.forbidden, form.invalid, rulebook.already_active, rulebook.unusable
 */
export async function proposeRulebook(
  parts: Pick<Parts, 'db' | 'now'>,
  author: Viewer,
  proposal: { rulebook: Rulebook; reason: string },
): Promise<void> {
  const { rulebook } = proposal
  if (!may(author, 'rulebook.propose')) throw problem('auth.forbidden', { permission: 'rulebook.propose' })
  const reason = mustSayWhy(proposal.reason)
  madeReady(rulebook)
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    if ((await activeActivation(trx))?.hash === rulebook.hash) {
      throw problem('rulebook.already_active', { hash: rulebook.hash })
    }
    await keepRulebook(trx, rulebook, now)
    await insertProposal(trx, { id: newId(), hash: rulebook.hash, authorId: author.officerId, reason, at: now })
    await appendEvent(trx, {
      at: now,
      actor: author.officerId,
      verb: 'rulebook.proposed',
      subjectType: 'rulebook',
      subjectId: rulebook.hash,
      reason,
    })
  })
}

/**
 * Keep what a backtest came to, for the approval to rest on. Both versions are stored already.
 * @throws problem auth.forbidden, not_found when a version is not stored
 */
export async function saveBacktest(
  parts: Pick<Parts, 'db' | 'now'>,
  officer: Viewer,
  backtest: { oldHash: string; newHash: string; result: BacktestResult & BacktestScope },
): Promise<{ backtestId: string }> {
  if (!may(officer, 'rulebook.propose')) throw problem('auth.forbidden', { permission: 'rulebook.propose' })
  const now = parts.now().toISOString()
  const backtestId = newId()
  const { oldHash, newHash, result } = backtest
  await parts.db.transaction(async (trx) => {
    for (const hash of [oldHash, newHash]) if (!(await rulebookByHash(trx, hash))) throw problem('not_found', { hash })
    await insertBacktest(trx, { id: backtestId, oldHash, newHash, officerId: officer.officerId, result, at: now })
    await appendEvent(trx, {
      at: now,
      actor: officer.officerId,
      verb: 'rulebook.backtested',
      subjectType: 'rulebook',
      subjectId: newHash,
      after: { backtestId, against: oldHash, papers: result.papers },
    })
  })
  return { backtestId }
}
