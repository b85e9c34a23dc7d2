import { may } from '../../core/access/viewer.ts'
import { clockCounts } from '../../store/views/clock-board.ts'
import { pathWith } from '../local-path.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** A line above the day's work: what of one's own is overdue, due today, due this week. Null where nothing presses. */
export async function mineDue(web: WebParts, visit: Visit) {
  if (!may(visit.viewer, 'clock.read')) return null
  const { officerId } = visit.viewer
  const count = await clockCounts(web.db, visit.viewer, { officerId }, visit.now)
  if (count.overdue + count.today + count.week === 0) return null
  return (
    <a
      class={count.overdue + count.today > 0 ? 'mine-due alert alert-strong' : 'mine-due alert'}
      href={pathWith('/clocks', { person: officerId })}
    >
      {visit.words.matters.mineDue(count.overdue, count.today, count.week)}
    </a>
  )
}
