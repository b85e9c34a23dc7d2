import type { RequestHandler } from 'express'
import { type Awaited, awaitedAnswers } from '../../store/views/awaited.ts'
import { screen } from '../doors.ts'
import { region } from '../format.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { DueChip } from '../matters/due-chip.tsx'
import { sendPage } from '../send-page.ts'
import type { WebParts } from '../web-parts.ts'
import { JointTabs } from './joint-tabs.tsx'
import { daysSince, type JointSaying, shortName } from './say.ts'

/** What other departments owe an answer to, the most pressing first. */
export function showAwaited(web: WebParts): RequestHandler {
  return screen(web, async (visit, _req, res) => {
    const w = visit.words.joint
    const rows = await awaitedAnswers(web.db, visit.viewer, 300)
    const at = { table: web.responsibilities, visit }
    sendPage(
      res,
      <Page at={visit} title={w.tabs.awaited} section="joint">
        <Heading title={w.title} sub={w.awaitedSubtitle} />
        <JointTabs visit={visit} tab="awaited" />
        {rows.length === 0 ? <Empty title={w.awaitedNone} /> : <Rows at={at} rows={rows} />}
      </Page>,
    )
  })
}

function Rows({ at, rows }: { at: JointSaying; rows: Awaited[] }) {
  const { table, visit } = at
  const w = visit.words.joint
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.department}</th>
          <th scope="col">{w.question}</th>
          <th scope="col">{w.dueDay}</th>
          <th scope="col">{visit.words.matters.number}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row" data-kind={row.kind}>
            <td class="main">
              <b>{shortName(at, row.department)}</b>
              <div class="under">
                <span>{region(row.place, visit)}</span>
              </div>
            </td>
            <td data-label={w.question}>
              {row.kind === 'opinion' ? row.what : (table.lines[row.what]?.title[visit.language] ?? row.what)}
            </td>
            <td data-label={w.dueDay}>
              <DueChip visit={visit} due={row.due} />
              <small class="below">{w.silent(daysSince(row.askedAt, visit.now))}</small>
            </td>
            <td data-label={visit.words.matters.number}>
              <a href={`/matters/${row.matterId}#${row.kind === 'opinion' ? 'opinions' : 'lines'}`}>{row.number}</a>
              <small class="below">{row.title}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
