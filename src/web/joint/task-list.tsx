import { isHers } from '../../actions/joint/task-for-action.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import type { JointReminder, Task } from '../../store/views/joint-card.ts'
import { Field } from '../layout/form.tsx'
import { DueChip } from '../matters/due-chip.tsx'
import type { Visit } from '../visit.ts'
import { Deed } from './deed.tsx'
import { Reminded } from './reminded.tsx'

/** Who may be named as owner. */
export type Owners = readonly { id: string; name: string }[]

interface Props {
  visit: Visit
  tasks: readonly Task[]
  names: ReadonlyMap<string, string>
  reminders?: ReadonlyMap<string, JointReminder[]>
  owners: Owners
  mayKeep: boolean
  /** The page to come back to. */
  back: string
}

/** Tasks under one thing: owner, last day, what came of them. */
export function TaskList({ visit, tasks, names, reminders, owners, mayKeep, back }: Props) {
  const w = visit.words.joint
  if (tasks.length === 0) return <p class="help">{w.tasksNone}</p>
  return (
    <ul class="tasks">
      {tasks.map((task) => (
        <li data-task={task.id} class={task.doneAt || task.droppedAt ? 'task-over' : undefined}>
          <div class="line-head">
            <b>{task.title}</b>
            <span>{names.get(task.ownerId) ?? ''}</span>
            <TaskStanding visit={visit} task={task} names={names} />
          </div>
          {task.doneAt || task.droppedAt ? null : (
            <Reminded visit={visit} reminders={reminders?.get(task.id)} due={task.dueDay} />
          )}
          {task.result ? <p class="said">{task.result}</p> : null}
          {mayKeep && !task.doneAt && !task.droppedAt && isHers(visit.viewer, task) ? (
            <TaskForms visit={visit} task={task} owners={owners} back={back} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

export function TaskStanding({ visit, task, names }: { visit: Visit; task: Task; names: ReadonlyMap<string, string> }) {
  const w = visit.words.joint
  if (task.droppedAt) return <span class="state">{w.dropped}</span>
  if (!task.doneAt) return <DueChip visit={visit} due={task.dueDay} />
  const day = shanghaiDay(task.doneAt)
  return (
    <span class="state">
      {w.done(names.get(task.doneBy ?? '') ?? '', day)}
      {day > task.dueDay ? ` · ${w.late}` : ''}
    </span>
  )
}

function TaskForms({ visit, task, owners, back }: { visit: Visit; task: Task; owners: Owners; back: string }) {
  const w = visit.words.joint
  const id = (name: string) => `${task.id}-${name}`
  const shared = { visit, version: task.version }
  const hidden = <input type="hidden" name="back" value={back} />
  return (
    <>
      <Deed {...shared} action={`/tasks/${task.id}/complete`} title={w.complete}>
        {hidden}
        <Field id={id('result')} label={w.result}>
          <textarea id={id('result')} name="result" rows={2} required maxLength={1000} />
        </Field>
      </Deed>
      <Deed {...shared} action={`/tasks/${task.id}/hand-on`} title={w.handOn} isAside>
        {hidden}
        <Field id={id('owner')} label={w.owner}>
          <OwnerChoice id={id('owner')} owners={owners} chosen={task.ownerId} />
        </Field>
        <Field id={id('due')} label={w.dueDay}>
          <input id={id('due')} type="date" name="due_day" value={task.dueDay} required />
        </Field>
        <Field id={id('why')} label={w.handOnReason}>
          <input id={id('why')} name="reason" required maxLength={500} />
        </Field>
      </Deed>
      <Deed {...shared} action={`/tasks/${task.id}/drop`} title={w.drop} isAside>
        {hidden}
        <Field id={id('drop')} label={w.dropReason}>
          <input id={id('drop')} name="reason" required maxLength={500} />
        </Field>
      </Deed>
    </>
  )
}

export function OwnerChoice({ id, owners, chosen }: { id: string; owners: Owners; chosen?: string }) {
  return (
    <select id={id} name="owner" required>
      {chosen ? null : <option value="" />}
      {owners.map((owner) => (
        <option value={owner.id} selected={owner.id === chosen}>
          {owner.name}
        </option>
      ))}
    </select>
  )
}

/** A form for one more task under something. */
export function AddTask(props: { visit: Visit; action: string; version: number; owners: Owners; back: string }) {
  const { visit, action, version, owners, back } = props
  const w = visit.words.joint
  return (
    <Deed visit={visit} action={action} version={version} title={w.addTask}>
      <input type="hidden" name="back" value={back} />
      <Field id="task-title" label={w.taskTitle}>
        <input id="task-title" name="title" required maxLength={300} />
      </Field>
      <Field id="task-owner" label={w.owner}>
        <OwnerChoice id="task-owner" owners={owners} chosen={visit.viewer.officerId} />
      </Field>
      <Field id="task-due" label={w.dueDay}>
        <input id="task-due" type="date" name="due_day" required />
      </Field>
    </Deed>
  )
}
