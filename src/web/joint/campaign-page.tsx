import type { RequestHandler } from 'express'
import { closeCampaign } from '../../actions/joint/close-campaign.ts'
import { may } from '../../core/access/viewer.ts'
import { campaignPage } from '../../store/views/campaigns.ts'
import { form, screen } from '../doors.ts'
import { textField, versionField } from '../fields.ts'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { Undertaking } from './undertaking.tsx'

/** One campaign with its tasks. */
export function showCampaign(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.joint
    const page = await campaignPage(web.db, visit.viewer, String(req.params.id))
    const { campaign } = page
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
        <Undertaking
          visit={visit}
          of={campaign}
          page={page}
          back={`/campaigns/${campaign.id}`}
          mayKeep={mayKeep}
          ending={{
            deed: 'close',
            title: w.close,
            field: 'summary',
            label: w.summary,
            said: campaign.summary,
            mayEnd: isOpen && may(visit.viewer, 'campaign.keep'),
          }}
        >
          <dt>{w.period}</dt>
          <dd>
            {campaign.fromDay} – {campaign.toDay}
          </dd>
        </Undertaking>
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
