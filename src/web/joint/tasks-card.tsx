import type { JointAt } from './joint-cards.tsx'
import { AddTask, TaskList } from './task-list.tsx'

/** Tasks under a matter. */
export function TasksCard({ at, mayKeep }: { at: JointAt; mayKeep: boolean }) {
  const { visit, card, page } = at
  if (card.tasks.length === 0 && !mayKeep) return null
  const back = `/matters/${page.file.id}`
  const shared = { visit, owners: page.officers, back }
  return (
    <section class="card" id="tasks">
      <h2>
        {visit.words.joint.tasks} <span class="count">{card.tasks.length}</span>
      </h2>
      <TaskList {...shared} tasks={card.tasks} names={card.names} mayKeep={mayKeep} />
      {mayKeep ? <AddTask {...shared} action={`${back}/tasks`} version={page.file.version} /> : null}
    </section>
  )
}
