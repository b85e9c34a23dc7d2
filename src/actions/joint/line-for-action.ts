import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { isOurs, type LineKind, type ResponsibilityTable } from '../../core/routing/responsibility.ts'
import { appendEvent } from '../../store/events.ts'
import { changeLine, type Line, type LineChange, type LineState, lineById } from '../../store/lines.ts'
import { matterById } from '../../store/matters.ts'
import type { Parts } from '../parts.ts'
import { matterForJointWork } from './joint-matter.ts'

export interface LineTarget {
  /** Of the letter on whose page it is done; not asked where left out. */
  matterId?: string
  lineId: string
  version: number
}

/** What an officer's deed does to a line. */
export interface LineDeed {
  verb: 'line.sent' | 'line.answered' | 'line.returned' | 'line.ended'
  change: LineChange & { state: LineState }
  reason: string
}

/**
 * One deed on a line that goes to others: rights, sight and version first, then its event with the matter.
 * @param from states in which it may be done
 * @throws problem auth.forbidden, not_found, form.stale, joint.not_open
 */
export async function actOnLine(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  target: LineTarget,
  from: readonly LineState[],
  judge: (line: Line, kind: LineKind | undefined, now: string) => LineDeed,
): Promise<void> {
  const now = parts.now().toISOString()
  await parts.db.transaction(async (trx) => {
    const line = await lineInSight(trx, viewer, target)
    if (line.version !== target.version) throw problem('form.stale', { lineId: line.id })
    if (!from.includes(line.state) || isCarriedByUs(parts.responsibilities, line))
      throw problem('joint.not_open', { lineId: line.id })
    const kind = parts.responsibilities.lines[line.line]
    const { verb, change, reason } = judge(line, kind, now)
    if (!(await changeLine(trx, line.id, line.version, change))) throw problem('form.stale', { lineId: line.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb,
      subjectType: 'matter',
      subjectId: line.matterId,
      reason,
      before: { state: line.state },
      after: { line: line.line, title: kind?.title.zh ?? line.line, state: change.state },
    })
  })
}

/** Whether a matter of our own carries it: what becomes of it the procedure says. */
export function isCarriedByUs({ lines }: ResponsibilityTable, { line }: Pick<Line, 'line'>): boolean {
  const kind = lines[line]
  return kind !== undefined && isOurs(kind)
}

/** A line stands on the pages of all matters of its letter. @throws problem not_found on the page of another letter */
export async function mustBeOfLetter(db: Knex, { id, bundleId }: Line, matterId: string | undefined): Promise<void> {
  if (matterId !== undefined && (await matterById(db, matterId))?.bundleId !== bundleId)
    throw problem('not_found', { lineId: id })
}

async function lineInSight(trx: Knex.Transaction, viewer: Viewer, { lineId, matterId }: LineTarget): Promise<Line> {
  const line = await lineById(trx, lineId)
  if (!line) throw problem('not_found', { lineId })
  await mustBeOfLetter(trx, line, matterId)
  await matterForJointWork(trx, viewer, 'line.open', { matterId: line.matterId })
  return (await lineById(trx, lineId))!
}
