import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { type DocumentPage, documentPage } from '../../store/views/document-page.ts'
import { screen } from '../doors.ts'
import { BandChip, Labels } from '../layout/chips.tsx'
import { Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { Circumstances } from './circumstances.tsx'
import { FactsTable } from './facts-table.tsx'
import { FindingCard } from './finding-card.tsx'
import { MarkedText } from './marked-text.tsx'
import { Provenance } from './provenance.tsx'
import { ScoreTable } from './score-table.tsx'
import { StageNote } from './stage-note.tsx'

/** One paper: its original text with what was found in it, and everything that explains the finding. */
export function showDocument(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const page = await documentPage(web.db, visit.viewer, String(req.params.id))
    const title = page.document.title || page.origin.fileName || words.document.untitled
    sendPage(
      res,
      <Page at={visit} title={title} section="documents" wide>
        <p class="crumbs">
          <a href="/documents">{words.document.listTitle}</a>
          {page.lead ? <a href={`/leads/${page.lead.id}`}>{words.document.backToLead(page.lead.number)}</a> : null}
        </p>
        <Heading title={title} sub={<Under page={page} visit={visit} />}>
          {page.assessment ? <BandChip band={page.assessment.band} words={words} does /> : null}
          <a class="button" href={`/documents/${page.document.id}/original`} download>
            {words.document.download}
          </a>
        </Heading>
        <StageNote page={page} visit={visit} />
        {page.assessment ? <Assessed page={page} assessment={page.assessment} visit={visit} /> : null}
        {page.assessment ? null : <Provenance page={page} visit={visit} />}
      </Page>,
    )
  })
}

function Under({ page: { document, assessment }, visit }: { page: DocumentPage; visit: Visit }) {
  const { words } = visit
  return (
    <span class="under">
      <span>{words.terms.kind[document.kind]}</span>
      <time dateTime={document.receivedAt}>{shanghaiTime(document.receivedAt)}</time>
      {assessment ? (
        <Labels
          labels={assessment.labels.map((category) => ({ category, band: assessment.bands[category] }))}
          words={words}
        />
      ) : null}
    </span>
  )
}

interface AssessedProps {
  page: DocumentPage
  assessment: NonNullable<DocumentPage['assessment']>
  visit: Visit
}

function Assessed({ page, assessment, visit }: AssessedProps) {
  const { words } = visit
  return (
    <div class="reading">
      <div class="reading-text">
        <section class="card">
          <h2>{words.document.original}</h2>
          <p class="help">{words.document.originalHelp}</p>
          {page.text ? <MarkedText text={page.text} findings={page.findings} facts={page.facts} words={words} /> : null}
        </section>
        <FactsTable facts={page.facts} visit={visit} />
        <ScoreTable assessment={assessment} visit={visit} />
        <div class="pair">
          <Circumstances page={page} assessment={assessment} visit={visit} />
          <Provenance page={page} visit={visit} />
        </div>
      </div>
      <aside class="reading-findings" aria-label={words.document.findings}>
        <h2>
          {words.document.findings} <span class="count">{page.findings.length}</span>
        </h2>
        {page.findings.length === 0 ? (
          <div class="card note">
            <b>{words.document.noFindings}</b>
            <p>{words.document.noFindingsHelp}</p>
          </div>
        ) : null}
        {page.findings.map((finding, at) => (
          <FindingCard finding={finding} number={at + 1} visit={visit} />
        ))}
      </aside>
    </div>
  )
}
