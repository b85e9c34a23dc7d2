import { TZDate } from '@date-fns/tz'
// One by one: the package's index loads three hundred files, which a scan of one text would wait for.
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import { subDays } from 'date-fns/subDays'

/** Where statutory days are counted. */
export const TIME_ZONE = 'Asia/Shanghai'

/** The day, `YYYY-MM-DD`, on which an instant falls in Shanghai. */
export function shanghaiDay(instant: string | Date): string {
  return format(new TZDate(new Date(instant), TIME_ZONE), 'yyyy-MM-dd')
}

/** The first instant of a Shanghai day, as ISO-8601 UTC. */
export function startOfShanghaiDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(new TZDate(year!, month! - 1, date!, TIME_ZONE).getTime()).toISOString()
}

/** The first instant after a Shanghai day, as ISO-8601 UTC. */
export function endOfShanghaiDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return new Date(addDays(new TZDate(year!, month! - 1, date!, TIME_ZONE), 1).getTime()).toISOString()
}

/** Instant as shown to people: `2026-04-15 09:30` in Shanghai. */
export function shanghaiTime(instant: string | Date): string {
  return format(new TZDate(new Date(instant), TIME_ZONE), 'yyyy-MM-dd HH:mm')
}

/** Whether the words are a real day, `YYYY-MM-DD`. */
export function isDay(value: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value)
  if (!match) return false
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])))
  return date.toISOString().slice(0, 10) === value
}

/** The ISO week, `2026-W21`, in which an instant falls in Shanghai. */
export function shanghaiWeek(instant: string | Date): string {
  return format(new TZDate(new Date(instant), TIME_ZONE), "RRRR-'W'II")
}

/** The last ISO week that is over in Shanghai: its name, its first instant and the first one after it. */
export function weekBefore(now: Date): { week: string; from: string; before: string } {
  const monday = startOfISOWeek(new TZDate(now, TIME_ZONE))
  const from = new Date(subDays(monday, 7).getTime())
  return { week: shanghaiWeek(from), from: from.toISOString(), before: new Date(monday.getTime()).toISOString() }
}
