import type { RequestHandler } from 'express'
import { isOpenLead } from '../../core/case/ruling.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { documentPage } from '../../store/views/document-page.ts'
import { type LeadPage, leadPage } from '../../store/views/lead-page.ts'
import { screen } from '../doors.ts'
import { hundredth, region } from '../format.ts'
import { BandChip, Labels } from '../layout/chips.tsx'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { LeadActions } from './lead-actions.tsx'
import { LeadDocuments } from './lead-documents.tsx'
import { Why } from './why.tsx'

/** One lead: why it was proposed, what stands under it, what may be done, what was done. */
export function showLead(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const page = await leadPage(web.db, visit.viewer, String(req.params.id))
    const newest = page.documents[0] && (await documentPage(web.db, visit.viewer, page.documents[0].id))
    sendPage(
      res,
      <Page at={visit} title={words.lead.heading(page.lead.number)} section="inbox">
        <p class="crumbs">
          <a href="/inbox">{words.inbox.title}</a>
          <span>{page.lead.number}</span>
        </p>
        <Heading title={page.lead.title || page.lead.number} sub={<Under page={page} visit={visit} />}>
          <BandChip band={page.lead.band} words={words} does />
        </Heading>
        {page.lead.reasonGoneAt && isOpenLead(page.lead.state) ? (
          <div class="alert alert-strong">
            <b>{words.circumstances.reasonGone}</b>
            <span>{words.circumstances.reasonGoneHelp(shanghaiTime(page.lead.reasonGoneAt))}</span>
          </div>
        ) : null}
        {page.mattersOnFile.length > 0 && isOpenLead(page.lead.state) ? (
          <div class="alert">
            <b>
              {words.lead.onFile}
              {page.mattersOnFile.map(({ id, number }) => (
                <>
                  {' '}
                  <a class="number" href={`/matters/${id}`}>
                    {number}
                  </a>
                </>
              ))}
            </b>
            <span>{words.lead.onFileHelp}</span>
          </div>
        ) : null}
        <div class="split">
          <div>
            {newest ? <Why page={newest} visit={visit} /> : null}
            <LeadDocuments page={page} visit={visit} />
            <section class="card">
              <h2>{words.lead.history}</h2>
              <History events={page.history} visit={visit} />
            </section>
          </div>
          <aside>
            <Summary page={page} visit={visit} />
            <LeadActions page={page} visit={visit} />
          </aside>
        </div>
      </Page>,
    )
  })
}

function Under({ page, visit }: { page: LeadPage; visit: Visit }) {
  const { words } = visit
  return (
    <span class="under">
      <span class="number">{page.lead.number}</span>
      <Labels labels={page.labels} words={words} />
    </span>
  )
}

function Summary({ page: { lead, ownerName, caseFile }, visit }: { page: LeadPage; visit: Visit }) {
  const { words } = visit
  const score = hundredth(lead.score)
  return (
    <section class="card">
      <dl class="facts">
        <dt>{words.lead.state}</dt>
        <dd>
          <span class={`state state-${lead.state}`}>{words.terms.leadState[lead.state]}</span>
        </dd>
        <dt title={words.lead.scoreHelp}>{words.lead.score}</dt>
        <dd>
          <meter min={0} max={100} value={score} title={words.lead.scoreHelp} class={`meter-${lead.band}`}>
            {score}
          </meter>{' '}
          <b class="figure">{score}</b>
        </dd>
        <dt>{words.lead.owner}</dt>
        <dd class={ownerName ? undefined : 'nobody'}>{ownerName ?? words.inbox.unowned}</dd>
        <dt>{words.lead.region}</dt>
        <dd>{region(lead.region, visit)}</dd>
        {lead.dispatchedFrom ? (
          <>
            <dt>{words.lead.dispatchedFrom}</dt>
            <dd>{region(lead.dispatchedFrom, visit)}</dd>
          </>
        ) : null}
        {lead.dismissReason ? (
          <>
            <dt>{words.lead.dismissedBecause}</dt>
            <dd>{words.terms.dismissReason[lead.dismissReason]}</dd>
          </>
        ) : null}
        <dt>{words.lead.kind}</dt>
        <dd>{words.terms.kind[lead.kind]}</dd>
        <dt>{words.lead.proposedAt}</dt>
        <dd>{shanghaiTime(lead.proposedAt)}</dd>
        <dt>{words.lead.updatedAt}</dt>
        <dd>{shanghaiTime(lead.updatedAt)}</dd>
      </dl>
      {caseFile ? (
        <a class="button wide" href={`/matters/${caseFile.id}`}>
          {words.lead.caseOpened(caseFile.number)}
        </a>
      ) : null}
    </section>
  )
}
