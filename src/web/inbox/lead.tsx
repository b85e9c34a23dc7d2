import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { type DocumentPage, documentPage } from '../../store/views/document-page.ts'
import { type LeadPage, leadPage } from '../../store/views/lead-page.ts'
import { screen } from '../doors.ts'
import { hundredth, region } from '../format.ts'
import { BandChip, Code, Labels } from '../layout/chips.tsx'
import { Heading } from '../layout/heading.tsx'
import { History } from '../layout/history.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { LeadActions } from './lead-actions.tsx'
import { LeadDocuments } from './lead-documents.tsx'

const MOST_REASONS = 4

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
        <a class="button wide" href={`/cases/${caseFile.id}`}>
          {words.lead.caseOpened(caseFile.number)}
        </a>
      ) : null}
    </section>
  )
}

function Why({ page, visit }: { page: DocumentPage; visit: Visit }) {
  const { words } = visit
  const ranked = page.findings
    .map((finding, at) => ({ finding, number: at + 1 }))
    .sort((a, b) => b.finding.severity - a.finding.severity || b.finding.confidence - a.finding.confidence)
  // The same rule met again says nothing new here; the paper's own page shows every place.
  const distinct = ranked.filter(
    ({ finding }, at) => ranked.findIndex((one) => one.finding.code === finding.code) === at,
  )
  const address = `/documents/${page.document.id}`
  if (ranked.length === 0) return null
  return (
    <section class="card">
      <h2>{words.lead.why}</h2>
      <p class="help">{words.lead.whyHelp}</p>
      <ul class="why">
        {distinct.slice(0, MOST_REASONS).map(({ finding, number }) => (
          <li class={`sev-${finding.severity}`}>
            <a href={`${address}#f-${number}`}>
              <Code code={finding.code} /> {finding.ruleTitle?.[visit.language] ?? finding.code}
            </a>
            {finding.quote && !finding.message[visit.language].includes(finding.quote) ? (
              <q class="quote">{short(finding.quote)}</q>
            ) : null}
            <p>{finding.message[visit.language]}</p>
            <p class="law">
              {finding.basis
                .filter(({ role }) => role === 'violates')
                .slice(0, 2)
                .map(({ article }) => (
                  <span>{article}</span>
                ))}
            </p>
          </li>
        ))}
      </ul>
      <a class="more" href={address}>
        {words.lead.whyMore(ranked.length)}
      </a>
    </section>
  )
}

function short(quote: string): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return characters.length <= 80 ? characters.join('') : `${characters.slice(0, 79).join('')}…`
}
