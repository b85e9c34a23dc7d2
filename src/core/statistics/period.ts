import { addDays, addMonths } from '../clock/day.ts'

export const QUARTERS = ['q1', 'q2', 'q3', 'q4'] as const
export const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const
export type PeriodPart = 'year' | (typeof QUARTERS)[number] | (typeof MONTHS)[number]
export const PERIOD_PARTS: readonly PeriodPart[] = ['year', ...QUARTERS, ...MONTHS]

/** A year, a quarter or a month of Shanghai days. */
export interface StatisticsPeriod {
  year: number
  part: PeriodPart
  /** `YYYY-MM-DD`, both days included. */
  from: string
  to: string
}

export function periodOf(year: number, part: PeriodPart): StatisticsPeriod {
  const [first, months] =
    part === 'year' ? [1, 12] : part.startsWith('q') ? [Number(part[1]) * 3 - 2, 3] : [Number(part), 1]
  const from = `${year}-${String(first).padStart(2, '0')}-01`
  return { year, part, from, to: addDays(addMonths(from, months), -1) }
}
