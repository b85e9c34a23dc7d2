import type { RequestHandler } from 'express'
import { openCampaign } from '../../actions/joint/open-campaign.ts'
import { may } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { type CampaignRow, campaignsList } from '../../store/views/campaigns.ts'
import { ownersAround } from '../../store/views/owners.ts'
import { form, screen } from '../doors.ts'
import { regionField, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Field, PostForm } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { Progress } from './progress.tsx'
import type { Owners } from './task-list.tsx'
import { WhoseFields } from './whose-fields.tsx'

/** Campaigns of the bureau (专项行动). */
export function showCampaigns(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const w = visit.words.joint
    const rows = await campaignsList(web.db, visit.viewer, shanghaiDay(visit.now))
    const owners = await ownersAround(web.db, visit.viewer.region)
    sendPage(
      res,
      <Page at={visit} title={w.campaigns} section="joint">
        <Heading title={w.title} sub={w.campaignsSubtitle} />
        <JointTabs visit={visit} tab="campaigns" />
        {rows.length === 0 ? <Empty title={w.campaignsNone} /> : <Rows visit={visit} rows={rows} />}
        {may(visit.viewer, 'campaign.keep') ? <NewCampaign visit={visit} owners={owners} /> : null}
      </Page>,
    )
  })
}

export function postOpenCampaign(web: WebParts): RequestHandler[] {
  return form(web, async (visit, fields) => {
    const id = await openCampaign(web, visit.viewer, {
      name: textField(fields, 'name'),
      aim: textField(fields, 'aim'),
      region: regionField(fields, 'region'),
      fromDay: textField(fields, 'from_day'),
      toDay: textField(fields, 'to_day'),
      ownerId: textField(fields, 'owner'),
    })
    return `/campaigns/${id}`
  })
}

function Rows({ visit, rows }: { visit: Visit; rows: CampaignRow[] }) {
  const w = visit.words.joint
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.period}</th>
          <th scope="col">{w.progress}</th>
          <th scope="col">{w.owner}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row">
            <td class="main">
              <a class="title" href={`/campaigns/${row.id}`}>
                {row.name}
              </a>
              <div class="under">
                <span>{region(row.region, visit)}</span>
                {row.aim ? <span>{row.aim}</span> : null}
              </div>
            </td>
            <td data-label={w.state}>
              <span class="state">{w.campaignState[row.state]}</span>
            </td>
            <td data-label={w.period}>
              {row.fromDay} – {row.toDay}
            </td>
            <td data-label={w.progress}>
              <Progress visit={visit} progress={row.progress} />
            </td>
            <td data-label={w.owner}>{row.ownerName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function NewCampaign({ visit, owners }: { visit: Visit; owners: Owners }) {
  const { joint: w, shell } = visit.words
  return (
    <section class="card">
      <h2>{w.newCampaign}</h2>
      <PostForm visit={visit} action="/campaigns" class="move">
        <Field id="campaign-name" label={w.name}>
          <input id="campaign-name" name="name" required maxLength={200} />
        </Field>
        <Field id="campaign-aim" label={shell.optional(w.aim)}>
          <textarea id="campaign-aim" name="aim" rows={2} maxLength={1000} />
        </Field>
        <WhoseFields id="campaign" visit={visit} owners={owners}>
          <Field id="campaign-from" label={w.fromDay}>
            <input id="campaign-from" type="date" name="from_day" required />
          </Field>
          <Field id="campaign-to" label={w.toDay}>
            <input id="campaign-to" type="date" name="to_day" required />
          </Field>
        </WhoseFields>
        <button class="primary" type="submit">
          {w.newCampaign}
        </button>
      </PostForm>
    </section>
  )
}
