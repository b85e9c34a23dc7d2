import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { PERIOD_PARTS, periodOf, type StatisticsPeriod } from '../../core/statistics/period.ts'
import { choice, type Fields, textField } from '../fields.ts'

/** The period asked for; this year where none is, or none that can be. */
export function periodAsked(query: Fields, now: Date): StatisticsPeriod {
  const asked = Number(textField(query, 'year'))
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2100 ? asked : Number(shanghaiDay(now).slice(0, 4))
  return periodOf(year, choice(query, 'part', PERIOD_PARTS) ?? 'year')
}
