import type { Calendar } from './calendar.ts'
import type { Due, Said } from './clock.ts'
import { addDays, yearOf } from './day.ts'
import * as words from './due-words.ts'

/**
 * Where the last day comes to lie. A day of a statutory holiday moves to the first day after the run of days off (《市场监督管理投诉举报处理办法》
 * art. 45, 《市场监督管理行政处罚程序规定》 art. 80). An ordinary weekend stays, for these speak of statutory holidays alone, and the day after it is
 * the alternative, for 《民法典》 art. 203 speaks of days off; where `rolled`, that day itself is the last. A weekend day worked in exchange stays.
 */
export function rollEnd(
  end: string,
  rolled: boolean,
  calendar: Calendar,
  told: { warnings: Said[]; explain: Said[] },
): Pick<Due, 'due' | 'dueAlt'> {
  const missing = (day: string) => {
    const says = words.calendarMissing(yearOf(day), end)
    told.warnings.push(says)
    told.explain.push(says)
    return { due: null, dueAlt: null }
  }
  let due = end
  for (let holiday = calendar.holidayOf(due); holiday; holiday = calendar.holidayOf(due)) {
    const next = addDays(holiday.to, 1)
    told.explain.push(words.rolledOverHoliday(due, next, holiday.name))
    due = next
  }
  const kind = calendar.kindOf(due)
  if (kind === undefined) return missing(due)
  if (kind === 'makeup') told.explain.push(words.makeupStays(due, calendar.makeupFor(due)!.name))
  if (kind !== 'weekend') return { due, dueAlt: null }
  let next = due
  while (calendar.kindOf(next) === 'weekend' || calendar.kindOf(next) === 'holiday') next = addDays(next, 1)
  if (calendar.kindOf(next) === undefined) return missing(next)
  const says = rolled ? words.rolledOverWeekend(due, next) : words.weekendOpen(due, next)
  told.warnings.push(says)
  told.explain.push(says)
  return rolled ? { due: next, dueAlt: null } : { due, dueAlt: next }
}
