import type { RequestHandler } from 'express'
import { finishDutyItem } from '../../actions/joint/finish-duty-item.ts'
import { may } from '../../core/access/viewer.ts'
import { dutyItemPage } from '../../store/views/duty-items.ts'
import { form, screen } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { region } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { shortName } from './say.ts'
import { AddTask, TaskList } from './task-list.tsx'

/** One item of the yearly list with its tasks. */
export function showDutyItem(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const page = await dutyItemPage(web.db, visit.viewer, String(req.params.id))
    const { item, tasks, names, owners } = page
    const at = { table: web.responsibilities, visit }
    const back = `/duties/${item.id}`
    const isOpen = item.state === 'open'
    const mayKeep = isOpen && may(visit.viewer, 'task.keep')
    const mayFinish = mayKeep && (item.ownerId === visit.viewer.officerId || may(visit.viewer, 'campaign.keep'))
    sendPage(
      res,
      <Page at={visit} title={item.title} section="joint">
        <p class="crumbs">
          <a href={pathWith('/duties', { year: String(item.year) })}>
            {w.duties} {item.year}
          </a>
          <span>{item.number}</span>
        </p>
        <Heading title={`${item.number}. ${item.title}`} sub={item.duties}>
          <span class="state state-large">{w.itemState[item.state]}</span>
        </Heading>
        <div class="split">
          <div>
            <section class="card" id="tasks">
              <h2>
                {w.tasks} <span class="count">{tasks.length}</span>
              </h2>
              <TaskList visit={visit} tasks={tasks} names={names} owners={owners} mayKeep={mayKeep} back={back} />
              {mayKeep ? (
                <AddTask visit={visit} action={`${back}/tasks`} version={item.version} owners={owners} back={back} />
              ) : null}
            </section>
            {mayFinish ? (
              <section class="card">
                <h2>{w.finish}</h2>
                <PostForm visit={visit} action={`${back}/finish`} version={item.version} class="move">
                  <Field id="result" label={w.result}>
                    <textarea id="result" name="result" rows={3} required maxLength={1000} />
                  </Field>
                  <button type="submit">{w.finish}</button>
                </PostForm>
              </section>
            ) : null}
            {item.result ? (
              <section class="card">
                <h2>{w.result}</h2>
                <p class="said">{item.result}</p>
              </section>
            ) : null}
          </div>
          <aside>
            <section class="card">
              <dl class="facts">
                <dt>{w.lead}</dt>
                <dd>{shortName(at, item.leadDepartment)}</dd>
                <dt>{w.jointDepartments}</dt>
                <dd>{item.jointDepartments.map((each) => shortName(at, each)).join('、') || visit.words.shell.none}</dd>
                {item.matter ? (
                  <>
                    <dt>{w.itemMatter}</dt>
                    <dd>
                      <a href={`/responsibilities#${item.matter}`}>
                        {web.responsibilities.matters[item.matter]?.title[visit.language] ?? item.matter}
                      </a>
                    </dd>
                  </>
                ) : null}
                <dt>{w.dueDay}</dt>
                <dd>{item.dueDay}</dd>
                <dt>{w.region}</dt>
                <dd>{region(item.region, visit)}</dd>
                <dt>{w.owner}</dt>
                <dd>{names.get(item.ownerId) ?? ''}</dd>
              </dl>
            </section>
            <section class="card">
              <h2>{w.history}</h2>
              <History events={page.history} visit={visit} />
            </section>
          </aside>
        </div>
      </Page>,
    )
  })
}

export function postFinishItem(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const dutyItemId = String(req.params.id)
    await finishDutyItem(web, visit.viewer, {
      dutyItemId,
      version: versionField(fields),
      result: textField(fields, 'result'),
    })
    return `/duties/${dutyItemId}`
  })
}
