import type { Said } from './clock.ts'
import { addDays, weekday, yearOf } from './day.ts'

/** A run of days off the State Council declared, with the weekend days worked in exchange. */
export interface Holiday {
  name: Said
  /** First and last day off. */
  from: string
  to: string
  /** Saturdays and Sundays on which people work. */
  workdays: string[]
}

/** One year's notice on days off. */
export interface YearCalendar {
  year: number
  notice: Said
  holidays: Holiday[]
}

export type DayKind = 'workday' | 'makeup' | 'weekend' | 'holiday'

/** The years loaded, made ready for counting. */
export interface Calendar {
  years: YearCalendar[]
  /** Undefined for a day of a year that is not loaded. */
  kindOf: (day: string) => DayKind | undefined
  /** The run of days off a day belongs to. */
  holidayOf: (day: string) => Holiday | undefined
  /** The holiday for which a weekend day is worked. */
  makeupFor: (day: string) => Holiday | undefined
  /** Every working day of the years loaded, in order. */
  workdays: readonly string[]
}

export function calendarOf(years: readonly YearCalendar[]): Calendar {
  const sorted = [...years].sort((a, b) => a.year - b.year)
  const loaded = new Set(sorted.map(({ year }) => year))
  const off = new Map<string, Holiday>()
  const worked = new Map<string, Holiday>()
  for (const holiday of sorted.flatMap(({ holidays }) => holidays)) {
    for (let day = holiday.from; day <= holiday.to; day = addDays(day, 1)) off.set(day, holiday)
    for (const day of holiday.workdays) worked.set(day, holiday)
  }
  const kindOf = (day: string): DayKind | undefined => {
    if (!loaded.has(yearOf(day))) return undefined
    if (off.has(day)) return 'holiday'
    if (worked.has(day)) return 'makeup'
    return weekday(day) % 6 === 0 ? 'weekend' : 'workday'
  }
  return {
    years: sorted,
    kindOf,
    holidayOf: (day) => off.get(day),
    makeupFor: (day) => worked.get(day),
    workdays: sorted
      .flatMap(({ year }) => daysOf(year))
      .filter((day) => kindOf(day) === 'workday' || kindOf(day) === 'makeup'),
  }
}

/** Every day of a year. */
export function daysOf(year: number): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day)
  return days
}
