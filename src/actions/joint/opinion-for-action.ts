import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { changeOpinion, type Opinion, type OpinionChange, opinionById } from '../../store/opinions.ts'
import type { Parts } from '../parts.ts'
import { matterForJointWork } from './joint-matter.ts'

export interface OpinionTarget {
  /** Of the letter on whose page it is done; not asked where left out. */
  matterId?: string
  opinionId: string
  version: number
}

export interface OpinionDeed {
  verb: 'opinion.recorded' | 'opinion.told_later' | 'opinion.withdrawn'
  change: OpinionChange
  reason: string
  after: Record<string, unknown>
}

/**
 * One deed on an opinion that was asked and is still awaited.
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open, and what `judge` refuses with
 */
export async function actOnOpinion(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  target: OpinionTarget,
  judge: (opinion: Opinion, now: string) => OpinionDeed,
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const seen = await opinionById(trx, target.opinionId)
    if (!seen || (target.matterId !== undefined && seen.matterId !== target.matterId))
      throw problem('not_found', { opinionId: target.opinionId })
    await matterForJointWork(trx, viewer, 'opinion.ask', { matterId: seen.matterId })
    const opinion = (await opinionById(trx, target.opinionId))!
    if (opinion.version !== target.version) throw problem('form.stale', { opinionId: opinion.id })
    if (opinion.answeredAt !== null || opinion.withdrawnAt !== null)
      throw problem('joint.not_open', { opinionId: opinion.id })
    const { verb, change, reason, after } = judge(opinion, now)
    if (!(await changeOpinion(trx, opinion.id, opinion.version, change)))
      throw problem('form.stale', { opinionId: opinion.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb,
      subjectType: 'matter',
      subjectId: opinion.matterId,
      reason,
      after: {
        opinionId: opinion.id,
        title: parts.responsibilities.departments[opinion.department]?.short.zh ?? opinion.department,
        ...after,
      },
    })
  })
}
