import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { clockBoard } from '../../store/views/clock-board.ts'
import { pathWith } from '../local-path.ts'
import { urgencyOf } from '../matters/due-chip.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** A line above the day's work: what of one's own is overdue, due today, due this week. Null where nothing presses. */
export async function mineDue(web: WebParts, visit: Visit) {
  if (!may(visit.viewer, 'clock.read')) return null
  const { officerId } = visit.viewer
  const rows = await clockBoard(web.db, visit.viewer, { officerId, limit: 500 })
  const today = shanghaiDay(visit.now)
  const count = { overdue: 0, today: 0, week: 0, later: 0, untold: 0 }
  for (const row of rows) if (!row.standsSince) count[urgencyOf(row.due, today, visit.now)]++
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
