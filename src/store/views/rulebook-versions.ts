import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import type { BacktestResult, BacktestScope } from '../../core/backtest.ts'
import type { Rulebook } from '../../core/check/rule.ts'
import { changesBetween, type RulebookChanges } from '../../core/check/rule-changes.ts'
import { problem } from '../../core/problem.ts'
import { officerNames } from '../officers.ts'
import { listRechecks, type Recheck } from '../rechecks.ts'
import { type ActivationWay, listActivations, listShipments } from '../rulebook-activations.ts'
import { backtestsOf, listProposals } from '../rulebook-proposals.ts'
import { listStored, rulebookByHash } from '../rulebooks.ts'

/** One stored version with all that was done with it; people by name. */
export interface StoredVersion {
  hash: string
  storedAt: string
  isActive: boolean
  isShipped: boolean
  rules: number
  proposals: { authorId: string; author: string; at: string; reason: string }[]
  activations: { seq: number; way: ActivationWay; author: string; approver: string; at: string; reason: string }[]
  backtests: (BacktestResult & BacktestScope & { id: string; oldHash: string; at: string; by: string })[]
}

/** More versions than a person looks through. */
const MOST = 50

/** The newest stored versions, newest first; the active one and those that were active always among them. */
export async function storedVersions(db: Knex): Promise<StoredVersion[]> {
  const activations = await listActivations(db)
  const shipments = await listShipments(db)
  const stored = await listStored(db)
  const shown = stored.filter(({ hash }, i) => i < MOST || activations.some((activation) => activation.hash === hash))
  const proposals = await listProposals(db)
  const versions: StoredVersion[] = []
  for (const { hash, storedAt } of shown) {
    const backtests = await backtestsOf(db, hash)
    const names = await officerNames(db, [
      ...proposals.map(({ authorId }) => authorId),
      ...activations.flatMap(({ authorId, approverId }) => [authorId, approverId]).filter((id) => id !== null),
      ...backtests.map(({ officerId }) => officerId),
    ])
    const nameOf = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''))
    versions.push({
      hash,
      storedAt,
      isActive: activations[0]?.hash === hash,
      isShipped: shipments.has(hash),
      rules: (await rulebookByHash(db, hash))!.rules.length,
      proposals: proposals
        .filter((proposal) => proposal.hash === hash)
        .map(({ authorId, at, reason }) => ({ authorId, author: nameOf(authorId), at, reason })),
      activations: activations
        .filter((activation) => activation.hash === hash)
        .map(({ seq, way, authorId, approverId, at, reason }) => ({
          seq,
          way,
          author: nameOf(authorId),
          approver: nameOf(approverId),
          at,
          reason,
        })),
      backtests: backtests.map(({ id, oldHash, officerId, at, result }) => ({
        ...result,
        id,
        oldHash,
        at,
        by: nameOf(officerId),
      })),
    })
  }
  return versions
}

/** The list of versions, and what is being checked again. @throws problem auth.forbidden */
export async function rulebookList(
  db: Knex,
  viewer: Viewer,
): Promise<{ versions: StoredVersion[]; rechecks: (Recheck & { officer: string })[] }> {
  mustRead(viewer)
  const rechecks = await listRechecks(db)
  const names = await officerNames(
    db,
    rechecks.map(({ officerId }) => officerId),
  )
  return {
    versions: await storedVersions(db),
    rechecks: rechecks.slice(0, 10).map((recheck) => ({ ...recheck, officer: names.get(recheck.officerId) ?? '' })),
  }
}

export interface VersionPage {
  version: StoredVersion
  /** Against the version it replaced, or against the active one when it was never active; undefined for the first of all. */
  against: { hash: string; changes: RulebookChanges } | undefined
  /** Number of the activation that stands, for the forms. */
  activeSeq: number
  activeHash: string
}

/** One version. @throws problem auth.forbidden, not_found */
export async function rulebookPage(db: Knex, viewer: Viewer, hash: string): Promise<VersionPage> {
  mustRead(viewer)
  const version = (await storedVersions(db)).find((each) => each.hash === hash)
  const activations = await listActivations(db)
  const active = activations[0]
  if (!version || !active) throw problem('not_found', { hash })
  const first = activations.findLast((activation) => activation.hash === hash)
  const replaced = first ? activations.find(({ seq }) => seq === first.seq - 1)?.hash : active.hash
  const before = replaced === undefined ? undefined : await rulebookByHash(db, replaced)
  const after = (await rulebookByHash(db, hash)) as Rulebook
  return {
    version,
    against: before && { hash: before.hash, changes: changesBetween(before, after) },
    activeSeq: active.seq,
    activeHash: active.hash,
  }
}

function mustRead(viewer: Viewer): void {
  if (!may(viewer, 'rulebook.read')) throw problem('auth.forbidden', { permission: 'rulebook.read' })
}
