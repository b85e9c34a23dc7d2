import type { ComponentChildren } from 'preact'
import type { WithTasks } from '../../store/views/campaigns.ts'
import { region } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { History } from '../layout/history.tsx'
import type { Visit } from '../visit.ts'
import { TasksCard } from './tasks-card.tsx'

interface Props {
  visit: Visit
  /** A campaign, or an item of the yearly list. */
  of: { id: string; version: number; region: string; ownerId: string }
  page: WithTasks
  /** Its own page. */
  back: string
  mayKeep: boolean
  /** How it ends: the last part of the path and its name, what is asked for then, and what was said. */
  ending: { deed: string; title: string; field: string; label: string; said: string | null; mayEnd: boolean }
  /** Facts of its own, before region and owner. */
  children: ComponentChildren
}

/** What is done without a case: its tasks, how it ends, whose it is and what happened. */
export function Undertaking({ visit, of, page, back, mayKeep, ending, children }: Props) {
  const w = visit.words.joint
  const { tasks, names, owners, history } = page
  return (
    <div class="split">
      <div>
        <TasksCard
          visit={visit}
          tasks={tasks}
          names={names}
          owners={owners}
          mayKeep={mayKeep}
          back={back}
          version={of.version}
        />
        {ending.mayEnd ? (
          <section class="card">
            <h2>{ending.title}</h2>
            <PostForm visit={visit} action={`${back}/${ending.deed}`} version={of.version} class="move">
              <Field id={ending.field} label={ending.label}>
                <textarea id={ending.field} name={ending.field} rows={3} required maxLength={1000} />
              </Field>
              <button type="submit">{ending.title}</button>
            </PostForm>
          </section>
        ) : null}
        {ending.said ? (
          <section class="card">
            <h2>{ending.label}</h2>
            <p class="said">{ending.said}</p>
          </section>
        ) : null}
      </div>
      <aside>
        <section class="card">
          <dl class="facts">
            {children}
            <dt>{w.region}</dt>
            <dd>{region(of.region, visit)}</dd>
            <dt>{w.owner}</dt>
            <dd>{names.get(of.ownerId) ?? ''}</dd>
          </dl>
        </section>
        <section class="card">
          <h2>{w.history}</h2>
          <History events={history} visit={visit} />
        </section>
      </aside>
    </div>
  )
}
