import type { RequestHandler } from 'express'
import { closeCampaign } from '../../actions/joint/close-campaign.ts'
import { may } from '../../core/access/viewer.ts'
import { campaignPage } from '../../store/views/campaigns.ts'
import { form, screen } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { region } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { AddTask, TaskList } from './task-list.tsx'

/** One campaign with its tasks. */
export function showCampaign(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const page = await campaignPage(web.db, visit.viewer, String(req.params.id))
    const { campaign, tasks, names, owners } = page
    const back = `/campaigns/${campaign.id}`
    const isOpen = campaign.state === 'open'
    const mayKeep = isOpen && may(visit.viewer, 'task.keep')
    sendPage(
      res,
      <Page at={visit} title={campaign.name} section="joint">
        <p class="crumbs">
          <a href="/campaigns">{w.campaigns}</a>
          <span>{campaign.name}</span>
        </p>
        <Heading title={campaign.name} sub={campaign.aim}>
          <span class="state state-large">{w.campaignState[campaign.state]}</span>
        </Heading>
        <div class="split">
          <div>
            <section class="card" id="tasks">
              <h2>
                {w.tasks} <span class="count">{tasks.length}</span>
              </h2>
              <TaskList visit={visit} tasks={tasks} names={names} owners={owners} mayKeep={mayKeep} back={back} />
              {mayKeep ? (
                <AddTask
                  visit={visit}
                  action={`${back}/tasks`}
                  version={campaign.version}
                  owners={owners}
                  back={back}
                />
              ) : null}
            </section>
            {isOpen && may(visit.viewer, 'campaign.keep') ? (
              <section class="card">
                <h2>{w.close}</h2>
                <PostForm visit={visit} action={`${back}/close`} version={campaign.version} class="move">
                  <Field id="summary" label={w.summary}>
                    <textarea id="summary" name="summary" rows={3} required maxLength={1000} />
                  </Field>
                  <button type="submit">{w.close}</button>
                </PostForm>
              </section>
            ) : null}
            {campaign.summary ? (
              <section class="card">
                <h2>{w.summary}</h2>
                <p class="said">{campaign.summary}</p>
              </section>
            ) : null}
          </div>
          <aside>
            <section class="card">
              <dl class="facts">
                <dt>{w.period}</dt>
                <dd>
                  {campaign.fromDay} – {campaign.toDay}
                </dd>
                <dt>{w.region}</dt>
                <dd>{region(campaign.region, visit)}</dd>
                <dt>{w.owner}</dt>
                <dd>{names.get(campaign.ownerId) ?? ''}</dd>
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

export function postCloseCampaign(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields, req) => {
    const campaignId = String(req.params.id)
    await closeCampaign(web, visit.viewer, {
      campaignId,
      version: versionField(fields),
      summary: textField(fields, 'summary'),
    })
    return `/campaigns/${campaignId}`
  })
}
