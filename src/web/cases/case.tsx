import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { caseGrounds } from '../../store/views/case-grounds.ts'
import { casePage } from '../../store/views/cases-list.ts'
import { screen } from '../doors.ts'
import { region } from '../format.ts'
import { BandChip, Labels } from '../layout/chips.tsx'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { Grounds } from './grounds.tsx'

/** One case: why it was opened, what it rests on, what was done. */
export function showCase(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const { cases } = words
    const { caseFile, ownerName, lead, history } = await casePage(web.db, visit.viewer, String(req.params.id))
    const grounds = await caseGrounds(web.db, visit.viewer, lead.id)
    sendPage(
      res,
      <Page at={visit} title={cases.heading(caseFile.number)} section="cases">
        <p class="crumbs">
          <a href="/cases">{cases.title}</a>
          <span>{caseFile.number}</span>
        </p>
        <Heading title={caseFile.title || caseFile.number} sub={<span class="number">{caseFile.number}</span>}>
          <BandChip band={lead.band} words={words} does />
        </Heading>
        <div class="split">
          <div>
            <section class="card">
              <h2>{cases.reason}</h2>
              <p class="said prose">{caseFile.reason}</p>
            </section>
            <Grounds grounds={grounds} visit={visit} />
            <section class="card">
              <h2>{cases.history}</h2>
              <History events={history} visit={visit} />
            </section>
            <section class="card">
              <h2>{cases.leadHistory(lead.number)}</h2>
              <History events={grounds.lead.history} visit={visit} />
            </section>
          </div>
          <aside>
            <section class="card">
              <dl class="facts">
                <dt>{cases.state}</dt>
                <dd>
                  <span class="state state-opened">{cases.stateOf[caseFile.state]}</span>
                </dd>
                <dt>{cases.owner}</dt>
                <dd>{ownerName}</dd>
                <dt>{cases.region}</dt>
                <dd>{region(caseFile.region, visit)}</dd>
                <dt>{cases.openedAt}</dt>
                <dd>{shanghaiTime(caseFile.openedAt)}</dd>
                <dt>{cases.fromLead}</dt>
                <dd>
                  <a href={`/leads/${lead.id}`}>{lead.number}</a>
                </dd>
                <dt>{words.inbox.labels}</dt>
                <dd>
                  <Labels labels={grounds.lead.labels} words={words} />
                </dd>
              </dl>
              <a class="button wide" href={`/leads/${lead.id}`}>
                {cases.toLead}
              </a>
            </section>
          </aside>
        </div>
      </Page>,
    )
  })
}
