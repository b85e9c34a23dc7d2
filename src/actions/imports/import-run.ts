import type { Source } from '../../core/intake/envelope.ts'
import { Problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { finishRun, type ItemOutcome, insertItem, insertRun } from '../../store/import-runs.ts'
import { type Delivery, type Received, receiveDocument } from '../papers/receive-document.ts'
import { type Actor, actorId, type Parts } from '../parts.ts'
import type { RejectReason } from './reject-reasons.ts'

/** What became of one file or line. */
export type Item = Received | { outcome: 'rejected'; reason: RejectReason; cause?: Problem }

/** Several papers taken in together: what became of each is kept, whatever becomes of the others. */
export interface Run {
  readonly id: string
  readonly counts: Readonly<Record<ItemOutcome, number>>
  /** How many were rejected for which reason. */
  readonly reasons: Readonly<Partial<Record<RejectReason, number>>>
  receive(name: string, delivery: Omit<Delivery, 'runId' | 'actor'>): Promise<Item>
  reject(name: string, reason: RejectReason, cause?: Problem): Promise<Item>
  end(state: 'finished' | 'interrupted'): Promise<void>
}

export type RunParts = Pick<Parts, 'db' | 'files' | 'ring' | 'now' | 'homeRegion'>

/** Begin a stored run. `id` may be given by who has made something under that name before. */
export async function startRun(
  parts: RunParts,
  order: { id?: string; source: Source; label: string; region: string; actor: Actor },
): Promise<Run> {
  const id = order.id ?? newId()
  const counts: Record<ItemOutcome, number> = { received: 0, duplicate: 0, rejected: 0 }
  const reasons: Partial<Record<RejectReason, number>> = {}
  const now = () => parts.now().toISOString()
  await insertRun(parts.db, {
    id,
    source: order.source,
    label: order.label,
    state: 'running',
    officerId: order.actor === 'system' ? null : order.actor.officerId,
    region: order.region,
    startedAt: now(),
    finishedAt: null,
  })

  async function keep(name: string, item: Item): Promise<Item> {
    const isRejected = item.outcome === 'rejected'
    await insertItem(parts.db, {
      id: newId(),
      runId: id,
      name,
      outcome: item.outcome,
      reason: isRejected ? item.reason : null,
      intakeId: isRejected ? null : item.intakeId,
      at: now(),
    })
    counts[item.outcome]++
    if (isRejected) reasons[item.reason] = (reasons[item.reason] ?? 0) + 1
    return item
  }

  return {
    id,
    counts,
    reasons,
    async receive(name, delivery) {
      const received = await receiveDocument(parts, { ...delivery, runId: id, actor: order.actor }).catch(turnedAway)
      return keep(name, received)
    },
    reject: (name, reason, cause) => keep(name, { outcome: 'rejected', reason, ...(cause ? { cause } : {}) }),
    async end(state) {
      await parts.db.transaction(async (trx) => {
        if (!(await finishRun(trx, id, state, now()))) return
        await appendEvent(trx, {
          at: now(),
          actor: actorId(order.actor),
          verb: `import_run.${state}`,
          subjectType: 'import_run',
          subjectId: id,
          after: { ...counts },
        })
      })
    },
  }
}

/** Reasons that lie in the paper stop that paper only; anything else rises. */
function turnedAway(error: unknown): Item {
  if (error instanceof Problem) {
    if (error.code === 'intake.external_reused') return { outcome: 'rejected', reason: 'external_reused', cause: error }
    if (error.code === 'intake.empty') return { outcome: 'rejected', reason: 'empty', cause: error }
    if (error.code === 'form.invalid') return { outcome: 'rejected', reason: 'invalid', cause: error }
  }
  throw error
}
