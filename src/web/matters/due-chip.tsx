import { daysLeft, urgencyOf } from '../../core/clock/urgency.ts'
import type { Visit } from '../visit.ts'
import { momentName } from './say.ts'

/** A due day with how much is left, in the colour of its urgency. */
export function DueChip(props: {
  visit: Visit
  due: string | null
  standsSince: string | null
  /** Where the day cannot be told: counted in plain days. */
  about?: string | null
  /** A duty to be met promptly, without a last day. */
  prompt?: boolean
}) {
  const { visit, due, standsSince, about, prompt } = props
  const w = visit.words.matters
  if (standsSince) return <span class="due due-still">{w.standing(standsSince)}</span>
  const urgency = urgencyOf(due, visit.now)
  if (due === null && prompt) return <span class="due due-week">{w.promptly}</span>
  if (due === null)
    return (
      <span class="due due-untold" title={about ? w.aboutHelp : undefined}>
        {about ? w.about(about) : w.noDue}
      </span>
    )
  const left = daysLeft(due, visit.now)
  const said =
    urgency === 'overdue' ? w.daysOver(Math.max(-left, 0)) : urgency === 'today' ? w.dueToday : w.daysLeft(left)
  return (
    <span class={`due due-${urgency}`}>
      <b>{said}</b> <time dateTime={due}>{momentName(due)}</time>
    </span>
  )
}
