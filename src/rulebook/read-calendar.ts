import type { Holiday, YearCalendar } from '../core/clock/calendar.ts'
import { addDays, weekday, yearOf } from '../core/clock/day.ts'
import { bilingual, day, list, onlyKeys } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads one year's days off and the weekend days worked in exchange: `rules/calendar/2026.yaml`. */
export function readCalendar(node: YamlNode, year: number): YearCalendar {
  onlyKeys(node, ['notice', 'holidays'])
  const holidays = list(node.at('holidays'), 1).map((item) => readHoliday(item, year))
  const off = new Set<string>()
  holidays.forEach((holiday, i) => {
    const at = node.at('holidays').at(i)
    for (let date = holiday.from; date <= holiday.to; date = addDays(date, 1)) {
      if (off.has(date)) at.complain(`${date} is off twice`)
      off.add(date)
    }
  })
  const worked = new Set<string>()
  holidays.forEach(({ workdays }, i) => {
    workdays.forEach((date, k) => {
      const at = node.at('holidays').at(i).at('workdays').at(k)
      if (off.has(date)) at.complain(`${date} is a day off`)
      if (worked.has(date)) at.complain(`${date} is worked twice`)
      worked.add(date)
    })
  })
  return { year, notice: bilingual(node.at('notice')), holidays }
}

function readHoliday(node: YamlNode, year: number): Holiday {
  onlyKeys(node, ['name', 'from', 'to', 'workdays'])
  const from = inYear(node.at('from'), year)
  const to = inYear(node.at('to'), year)
  const isReversed = to < from
  if (isReversed) node.at('to').complain(`to ${to} is before from ${from}`)
  const workdays = list(node.at('workdays')).map((item) => {
    const date = inYear(item, year)
    if (weekday(date) % 6 !== 0) item.complain(`${date} is no Saturday or Sunday: it is worked anyway`)
    return date
  })
  return { name: bilingual(node.at('name')), from, to: isReversed ? from : to, workdays }
}

/** A day of the file's own year; the days before New Year belong to the last December. */
function inYear(node: YamlNode, year: number): string {
  const date = day(node)
  if (yearOf(date) !== year && !date.startsWith(`${year - 1}-12-`)) {
    node.complain(`${date} is no day of ${year}`)
    return `${year}-01-01`
  }
  return date
}
