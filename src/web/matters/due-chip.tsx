import { differenceInCalendarDays } from 'date-fns'
import { readMoment } from '../../core/clock/day.ts'
import type { Visit } from '../visit.ts'
import { momentName } from './say.ts'

/** How a due day stands to today: overdue, today, this week, later, or not to be told. */
export function urgencyOf(
  due: string | null,
  today: string,
  now: Date,
): 'overdue' | 'today' | 'week' | 'later' | 'untold' {
  if (due === null) return 'untold'
  const { day, instant } = readMoment(due)!
  if (instant !== null ? instant < now.getTime() : day < today) return 'overdue'
  const left = daysLeft(due, today)
  return left === 0 ? 'today' : left <= 7 ? 'week' : 'later'
}

/** A due day with how much is left, in the colour of its urgency. */
export function DueChip(props: {
  visit: Visit
  due: string | null
  standsSince: string | null
  today: string
  /** Where the day cannot be told: counted in plain days. */
  about?: string | null
  /** A duty to be met promptly, without a last day. */
  prompt?: boolean
}) {
  const { visit, due, standsSince, today, about, prompt } = props
  const w = visit.words.matters
  if (standsSince) return <span class="due due-still">{w.standing(standsSince)}</span>
  const urgency = urgencyOf(due, today, visit.now)
  if (due === null && prompt) return <span class="due due-week">{w.promptly}</span>
  if (due === null)
    return (
      <span class="due due-untold" title={about ? w.aboutHelp : undefined}>
        {about ? w.about(about) : w.noDue}
      </span>
    )
  const left = daysLeft(due, today)
  const said =
    urgency === 'overdue' ? w.daysOver(Math.max(-left, 0)) : urgency === 'today' ? w.dueToday : w.daysLeft(left)
  return (
    <span class={`due due-${urgency}`}>
      <b>{said}</b> <time dateTime={due}>{momentName(due)}</time>
    </span>
  )
}

function daysLeft(due: string, today: string): number {
  return differenceInCalendarDays(new Date(`${readMoment(due)!.day}T00:00Z`), new Date(`${today}T00:00Z`))
}
