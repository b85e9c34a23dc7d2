import type { JointReminder, Task } from '../../store/views/joint-card.ts'
import type { Visit } from '../visit.ts'
import { AddTask, type Owners, TaskList } from './task-list.tsx'

/** The tasks under a matter, a campaign or an item of the yearly list, with the form for one more. */
export function TasksCard(props: {
  visit: Visit
  tasks: readonly Task[]
  names: ReadonlyMap<string, string>
  reminders?: ReadonlyMap<string, JointReminder[]>
  owners: Owners
  mayKeep: boolean
  /** The page they stand on. */
  back: string
  /** Of what they stand under. */
  version: number
}) {
  const { visit, tasks, names, reminders, owners, mayKeep, back, version } = props
  const shared = { visit, owners, back, ...(reminders && { reminders }) }
  return (
    <section class="card" id="tasks">
      <h2>
        {visit.words.joint.tasks} <span class="count">{tasks.length}</span>
      </h2>
      <TaskList {...shared} tasks={tasks} names={names} mayKeep={mayKeep} />
      {mayKeep ? <AddTask {...shared} action={`${back}/tasks`} version={version} /> : null}
    </section>
  )
}
