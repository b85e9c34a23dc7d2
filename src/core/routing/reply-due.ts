import type { Calendar } from '../clock/calendar.ts'
import type { Clock } from '../clock/clock.ts'
import { endOf, isCounted } from '../clock/count.ts'
import { dueOf } from '../clock/due.ts'
import { shanghaiDay } from '../clock/shanghai.ts'
import type { Reply, ResponsibilityTable } from './responsibility.ts'

/** The last day for an answer asked for at an instant; null where a year's calendar is missing. The day of asking is not counted. */
export function replyDue({ n, unit }: Reply, askedAt: string, calendar: Calendar): string | null {
  const end = endOf(shanghaiDay(askedAt), { n, unit }, [], calendar)
  return isCounted(end) ? end : null
}

/** What an opinion's period rests on. */
export interface OpinionPeriod {
  /** `T14` for another market regulator (程序规定第四十五条), `house` where no law sets one. */
  restsOn: 'T14' | 'house'
  due: string | null
}

/** Until when a department that is asked is to answer. */
export function opinionPeriod(
  table: ResponsibilityTable,
  clocks: Readonly<Record<string, Clock>>,
  calendar: Calendar,
  asked: { department: string; at: string },
): OpinionPeriod {
  const assistance = clocks.T14
  if (asked.department !== 'market' || !assistance)
    return { restsOn: 'house', due: replyDue(table.opinion.reply, asked.at, calendar) }
  return { restsOn: 'T14', due: dueOf(assistance, asked.at, [], calendar).due }
}
