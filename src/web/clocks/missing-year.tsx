import { addDays } from 'date-fns'
import type { Calendar } from '../../core/clock/calendar.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { Visit } from '../visit.ts'

/** Half of the longest period in working days after filing; by then the next year's calendar is missed. */
const DAYS_BEFORE = 120

/** Says in time that the calendar of the coming year is not loaded. */
export function MissingYear({ calendar, visit }: { calendar: Calendar; visit: Visit }) {
  const loaded = new Set(calendar.years.map(({ year }) => year))
  const year = [visit.now, addDays(visit.now, DAYS_BEFORE)]
    .map((day) => Number(shanghaiDay(day).slice(0, 4)))
    .find((each) => !loaded.has(each))
  if (year === undefined) return null
  return (
    <div class="alert" role="status">
      {visit.words.matters.calendarMissing(year)}
    </div>
  )
}
