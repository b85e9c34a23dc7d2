import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { BANDS } from '../../core/document.ts'
import { type DocumentRow, documentsList } from '../../store/views/documents-list.ts'
import { screen } from '../doors.ts'
import { choice, type Fields, textField } from '../fields.ts'
import { region } from '../format.ts'
import { BandChip } from '../layout/chips.tsx'
import { Choice, Field } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import type { Stage } from '../words/sets.ts'
import { wordFor } from '../words/words.ts'

const PAGE_SIZE = 30

/** Every paper the viewer may see; a hotline clerk sees her own. */
export function showDocuments(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { document: w, shell, terms } = visit.words
    const query = req.query as Fields
    const stages = Object.keys(terms.stage) as Stage[]
    const stage = choice(query, 'stage', stages)
    const typed = textField(query, 'q').slice(0, 100)
    const after = textField(query, 'after').slice(0, 100)
    const { rows, next } = await documentsList(web.db, visit.viewer, {
      limit: PAGE_SIZE,
      ...(stage ? { stage } : {}),
      ...(typed ? { typed } : {}),
      ...(after ? { after } : {}),
    })
    const path = (change: string) => pathWith('/documents', { stage, q: typed, after: change })
    sendPage(
      res,
      <Page at={visit} title={w.listTitle} section="documents">
        <Heading title={w.listTitle} sub={visit.viewer.role === 'hotline' ? w.listSubtitleOwn : w.listSubtitle}>
          <a class="button primary" href="/upload">
            {shell.upload}
          </a>
        </Heading>
        <search>
          <form class="filter" method="get" action="/documents">
            <div class="field grow">
              <label for="q">{w.text}</label>
              <input id="q" name="q" type="search" value={typed} maxLength={100} data-search />
            </div>
            <Field id="stage" label={w.stage}>
              <Choice id="stage" name="stage" empty={shell.any} options={stages} words={terms.stage} chosen={stage} />
            </Field>
            <div class="filter-do">
              <button type="submit">{shell.filter}</button>
              {stage || typed ? <a href="/documents">{shell.clear}</a> : null}
            </div>
          </form>
        </search>
        {rows.length > 0 ? <DocumentsTable rows={rows} visit={visit} /> : <Empty title={w.emptyList} />}
        <div class="pager">
          {after ? <a href={path('')}>{shell.firstPage}</a> : null}
          {next ? (
            <a class="next" rel="next" href={path(next)}>
              {shell.nextPage}
            </a>
          ) : null}
        </div>
      </Page>,
    )
  })
}

function DocumentsTable({ rows, visit }: { rows: DocumentRow[]; visit: Visit }) {
  const { words } = visit
  const { document: w, terms, shell } = words
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.titleColumn}</th>
          <th scope="col">{w.stage}</th>
          <th scope="col">{words.inbox.band}</th>
          <th scope="col">{w.source}</th>
          <th scope="col">{w.region}</th>
          <th scope="col">{w.received}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const band = BANDS.find((known) => known === row.band)
          return (
            <tr class="row">
              <td class="main">
                <a class="title" href={`/documents/${row.id}`}>
                  {row.title || row.fileName || w.untitled}
                </a>
                <div class="under">
                  <span>{terms.kind[row.kind]}</span>
                  {row.fileName ? <span class="file">{row.fileName}</span> : null}
                  {row.rowLocator ? <span class="file">{row.rowLocator}</span> : null}
                </div>
              </td>
              <td data-label={w.stage}>
                <span class={`stage stage-${row.stage}`}>{terms.stage[row.stage]}</span>
                {row.unreadableReason ? (
                  <small class="below">{wordFor(terms.unreadableShort, row.unreadableReason, '')}</small>
                ) : null}
              </td>
              <td data-label={words.inbox.band}>{band ? <BandChip band={band} words={words} /> : null}</td>
              <td data-label={w.source}>
                {wordFor(terms.source, row.source, shell.unknown)}
                <small class="below">{row.senderName}</small>
              </td>
              <td data-label={w.region}>{region(row.region, visit)}</td>
              <td data-label={w.received} class="nowrap">
                <time dateTime={row.receivedAt}>{shanghaiTime(row.receivedAt)}</time>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
