import { may } from '../../core/access/viewer.ts'
import { clockCounts } from '../../store/views/clock-board.ts'
import { jointCounts } from '../../store/views/joint-due.ts'
import { pathWith } from '../local-path.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** Lines above the day's work: what of one's own is overdue, due today, due this week; periods of the law first, then opinions and tasks. */
export async function mineDue(web: WebParts, visit: Visit) {
  if (!may(visit.viewer, 'clock.read')) return null
  const { officerId } = visit.viewer
  const count = await clockCounts(web.db, visit.viewer, { officerId }, visit.now)
  const joint = await jointCounts(web.db, visit.viewer, { officerId, now: visit.now })
  return (
    <>
      {line(count, pathWith('/clocks', { person: officerId }), visit.words.matters.mineDue)}
      {line(joint, `${pathWith('/clocks', { person: officerId })}#joint`, visit.words.joint.mineDue)}
    </>
  )
}

function line(
  count: { overdue: number; today: number; week: number },
  href: string,
  said: (overdue: number, today: number, week: number) => string,
) {
  if (count.overdue + count.today + count.week === 0) return null
  return (
    <a class={count.overdue + count.today > 0 ? 'mine-due alert alert-strong' : 'mine-due alert'} href={href}>
      {said(count.overdue, count.today, count.week)}
    </a>
  )
}
