import type { RequestHandler } from 'express'
import { type TaskRow, tasksList } from '../../store/views/tasks-list.ts'
import { screen } from '../doors.ts'
import { choice, type Fields } from '../fields.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { TaskStanding } from './task-list.tsx'

const WHOSE = ['mine', 'all'] as const
const WHICH = ['open', 'done'] as const

/** Tasks with their last day, mine or everybody's. */
export function showTasks(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const query = req.query as Fields
    const whose = choice(query, 'whose', WHOSE) ?? 'mine'
    const which = choice(query, 'which', WHICH) ?? 'open'
    const rows = await tasksList(web.db, visit.viewer, {
      isDone: which === 'done',
      limit: 300,
      ...(whose === 'mine' ? { ownerId: visit.viewer.officerId } : {}),
    })
    sendPage(
      res,
      <Page at={visit} title={w.tasks} section="joint">
        <Heading title={w.title} sub={w.subtitle} />
        <JointTabs visit={visit} tab="tasks" />
        <nav class="tabs" aria-label={w.tasks}>
          {WHOSE.flatMap((who) =>
            WHICH.map((what) => (
              <a
                href={pathWith('/tasks', { whose: who, which: what })}
                aria-current={who === whose && what === which ? 'page' : undefined}
              >
                {who === 'mine' ? w.myTasks : w.allTasks} · {what === 'open' ? w.openTasks : w.doneTasks}
              </a>
            )),
          )}
        </nav>
        {rows.length === 0 ? <Empty title={w.tasksNone} /> : <Rows visit={visit} rows={rows} />}
      </Page>,
    )
  })
}

function Rows({ visit, rows }: { visit: Visit; rows: TaskRow[] }) {
  const w = visit.words.joint
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.taskTitle}</th>
          <th scope="col">{w.dueDay}</th>
          <th scope="col">{w.owner}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row">
            <td class="main">
              <a class="title" href={row.under.path}>
                {row.title}
              </a>
              <div class="under">
                <span>{row.under.name}</span>
              </div>
            </td>
            <td data-label={w.dueDay}>
              <TaskStanding visit={visit} task={row} names={new Map([[row.ownerId, row.ownerName]])} />
            </td>
            <td data-label={w.owner}>{row.ownerName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
