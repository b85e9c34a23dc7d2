import type { JointReminder } from '../../store/views/joint-card.ts'
import { momentName } from '../matters/say.ts'
import type { Visit } from '../visit.ts'

/** When somebody was reminded of an opinion or a task, by its last day that counts now. */
export function Reminded(props: { visit: Visit; reminders: readonly JointReminder[] | undefined; due: string | null }) {
  const { visit, reminders = [], due } = props
  const { matters: w, shell } = visit.words
  const standing = reminders.filter((each) => each.due === due)
  if (standing.length === 0) return null
  return (
    <small class="below">
      {standing.map(({ stage, at }) => `${w.reminder[stage]} · ${w.remindedOn(momentName(at))}`).join(shell.listStop)}
    </small>
  )
}
