import type { TaskProgress } from '../../store/views/task-progress.ts'
import type { Visit } from '../visit.ts'

/** How far the tasks are, and how many are overdue. */
export function Progress({ visit, progress }: { visit: Visit; progress: TaskProgress }) {
  const w = visit.words.joint
  if (progress.all === 0) return <span class="nobody">{w.tasksNone}</span>
  return (
    <>
      <progress value={progress.done} max={progress.all} />
      <small class="below">
        {w.progressOf(progress.done, progress.all)}
        {progress.overdue > 0 ? <b class="late"> {w.overdueOf(progress.overdue)}</b> : null}
      </small>
    </>
  )
}
