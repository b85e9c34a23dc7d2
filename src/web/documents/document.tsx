import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { type DocumentPage, documentPage } from '../../store/views/document-page.ts'
import { documentsOfSheet } from '../../store/views/documents-by-id.ts'
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
import { LawMatters } from './law-matters.tsx'
import { LookFirst } from './look-first.tsx'
import { MarkedText } from './marked-text.tsx'
import { maySeeOriginal } from './may-see-original.ts'
import { Missed } from './missed.tsx'
import { Provenance } from './provenance.tsx'
import { RepeatedFinding } from './repeated-finding.tsx'
import { ScoreTable } from './score-table.tsx'
import { SheetRows } from './sheet-rows.tsx'
import { Signals } from './signals.tsx'
import { StageNote } from './stage-note.tsx'
import { Superseded } from './superseded.tsx'

const MOST_ROWS = 500

/** One paper: its original text with what was found in it, and everything that explains the finding. */
export function showDocument(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { words } = visit
    const page = await documentPage(web.db, visit.viewer, String(req.params.id))
    const hasOriginal = await maySeeOriginal(web, visit.viewer, page)
    const isSplit = page.document.stage === 'split'
    const rows = isSplit ? await documentsOfSheet(web.db, visit.viewer, page.document.intakeId, MOST_ROWS) : []
    const title = page.document.title || page.origin.fileName || words.document.untitled
    sendPage(
      res,
      <Page at={visit} title={title} section="documents" wide={page.assessment !== undefined}>
        <p class="crumbs">
          <a href="/documents">{words.document.listTitle}</a>
          {page.lead ? <a href={`/leads/${page.lead.id}`}>{words.document.backToLead(page.lead.number)}</a> : null}
        </p>
        <Heading title={title} sub={<Under page={page} visit={visit} />}>
          {page.assessment ? <BandChip band={page.assessment.band} words={words} does /> : null}
          {hasOriginal ? (
            <a class="button" href={`/documents/${page.document.id}/original`} download>
              {words.document.download}
            </a>
          ) : null}
        </Heading>
        <StageNote page={page} visit={visit} />
        {page.assessment ? (
          <Assessed page={page} assessment={page.assessment} hasOriginal={hasOriginal} visit={visit} />
        ) : null}
        {rows.length > 0 ? <SheetRows rows={rows} visit={visit} /> : null}
        {page.assessment ? null : <Provenance page={page} hasOriginal={hasOriginal} visit={visit} />}
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
  hasOriginal: boolean
  visit: Visit
}

function Assessed({ page, assessment, hasOriginal, visit }: AssessedProps) {
  const { words } = visit
  return (
    <div class="reading">
      <div class="reading-text">
        <section class="card">
          <h2>{words.document.original}</h2>
          <p class="help">{words.document.originalHelp}</p>
          {page.text ? <MarkedText text={page.text} findings={page.findings} facts={page.facts} words={words} /> : null}
        </section>
        <Circumstances page={page} assessment={assessment} visit={visit} />
        <FactsTable facts={page.facts} visit={visit} />
        <ScoreTable assessment={assessment} visit={visit} />
        <Signals signals={assessment.signals} text={page.text} visit={visit} />
        <Superseded superseded={page.superseded} visit={visit} />
        <Provenance page={page} hasOriginal={hasOriginal} visit={visit} />
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
        <LookFirst page={page} visit={visit} />
        <LawMatters page={page} visit={visit} />
        {page.findings.map((finding, at) => {
          const isFirst = page.findings.findIndex(({ code }) => code === finding.code) === at
          const matters = page.matters.filter(({ findings }) => findings.includes(at))
          const Card = isFirst ? FindingCard : RepeatedFinding
          return <Card finding={finding} number={at + 1} matters={matters} visit={visit} />
        })}
        <Missed page={page} labels={assessment.labels} visit={visit} />
      </aside>
    </div>
  )
}
