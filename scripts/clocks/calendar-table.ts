import { type Calendar, daysOf } from '../../src/core/clock/calendar.ts'
import { daysBetween, weekday } from '../../src/core/clock/day.ts'

/** A year as a table: its days off with the weekend days worked for them, and every day of every month with one letter. */
export function calendarTable(calendar: Calendar, year: number): string {
  const { notice, holidays } = calendar.years.find((loaded) => loaded.year === year)!
  const days = daysOf(year)
  const working = (month: string) =>
    days.filter((day) => day.startsWith(month) && ['workday', 'makeup'].includes(calendar.kindOf(day)!)).length
  const lines = [
    `${year}  ${notice.zh} / ${notice.en}`,
    '',
    'from        to          days  worked in exchange        holiday 节假日',
    ...holidays.map(({ from, to, workdays, name }) =>
      [
        from,
        to,
        String(daysBetween(from, to) + 1).padStart(4),
        workdays.join(', ').padEnd(24),
        `${name.zh} ${name.en}`,
      ].join('  '),
    ),
    '',
    `month    ${Array.from({ length: 31 }, (_, i) => String(i + 1).padStart(2)).join(' ')}  working days 工作日`,
    ...Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).map((month) => {
      const marks = days.filter((day) => day.startsWith(month)).map((day) => MARK[calendar.kindOf(day)!].padStart(2))
      return `${month}  ${marks.join(' ').padEnd(92)}  ${String(working(month)).padStart(3)}`
    }),
    `${String(year)}: ${working(String(year))} working days, ${days.filter((day) => weekday(day) % 6 === 0).length} Saturdays and Sundays`,
    '. working day 工作日   w weekend 周末   H statutory holiday 法定节假日放假   M weekend worked 调休上班',
    '',
    '',
  ]
  return lines.join('\n')
}

const MARK = { workday: '.', weekend: 'w', holiday: 'H', makeup: 'M' }
