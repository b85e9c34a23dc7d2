import { daysLeft, urgencyOf } from '../../core/clock/urgency.ts'
import { bareEnd, isPrompt } from '../../core/procedure/clock-runs.ts'
import type { Procedure } from '../../core/procedure/move.ts'
import type { Visit } from '../visit.ts'
import { momentName } from './say.ts'

/** A due day with how much is left, in the colour of its urgency; or that it cannot be told. */
export function DueChip({ visit, due }: { visit: Visit; due: string | null }) {
  const w = visit.words.matters
  if (due === null) return <span class="due due-untold">{w.noDue}</span>
  const urgency = urgencyOf(due, visit.now)
  const left = daysLeft(due, visit.now)
  const said =
    urgency === 'overdue' ? w.daysOver(Math.max(-left, 0)) : urgency === 'today' ? w.dueToday : w.daysLeft(left)
  return (
    <span class={`due due-${urgency}`}>
      <b>{said}</b> <time dateTime={due}>{momentName(due)}</time>
    </span>
  )
}

/** A period of the procedure that runs: it may stand still, be met promptly without a last day, or end on a day that cannot be told. */
export function ClockChip(props: {
  visit: Visit
  procedure: Procedure
  clock: { clock: string; variant: string | null; eventAt: string; due: string | null; standsSince: string | null }
}) {
  const { visit, procedure } = props
  const { clock, variant, eventAt, due, standsSince } = props.clock
  const w = visit.words.matters
  if (standsSince) return <span class="due due-still">{w.standing(standsSince)}</span>
  if (due === null && isPrompt(procedure, clock, eventAt)) return <span class="due due-week">{w.promptly}</span>
  const plain = due === null ? bareEnd(procedure, clock, eventAt, variant) : null
  if (plain === null) return <DueChip visit={visit} due={due} />
  return (
    <span class="due due-untold" title={w.aboutHelp}>
      {w.about(plain)}
    </span>
  )
}
