import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { type Figure, isCounted } from '../../core/statistics/figures.ts'
import { countedMatters, type MatterOfFigure, mattersOfFigure } from '../../store/views/statistics.ts'
import { screen } from '../doors.ts'
import { choice, type Fields, textField } from '../fields.ts'
import { region, yuan } from '../format.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { stateName } from '../matters/say.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { wordFor } from '../words/words.ts'
import { periodAsked } from './period-of.ts'
import { rowName } from './tables.ts'

const BY = ['all', 'kind', 'category', 'region', 'state', 'clock', 'mediation', 'outcome', 'department'] as const
const MOST = 300

/** The matters that a figure counts, newest first. */
export function showFigure(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.statistics
    const query = req.query as Fields
    const period = periodAsked(query, visit.now)
    const figure: Figure = {
      by: choice(query, 'by', BY) ?? 'all',
      value: textField(query, 'value').slice(0, 100),
      measure: textField(query, 'measure').slice(0, 100),
    }
    const now = visit.now.toISOString()
    const counted = (await countedMatters(web.db, visit.viewer, period, now)).filter((matter) =>
      isCounted(matter, figure, now),
    )
    const rows = await mattersOfFigure(
      web.db,
      counted.slice(0, MOST).map(({ id }) => id),
    )
    const table = figure.by === 'all' ? w.all : w.tables[figure.by]
    const name = w.listOf(table, rowName({ web, visit }, figure), wordFor(w.measure, figure.measure, figure.measure))
    sendPage(
      res,
      <Page at={visit} title={w.listTitle} section="statistics">
        <p class="crumbs">
          <a href={pathWith('/statistics', { year: String(period.year), part: period.part })}>{w.back}</a>
          <span>{w.listTitle}</span>
        </p>
        <Heading title={name} sub={`${period.from} – ${period.to}`} />
        <p class="help">
          {counted.length > rows.length ? w.listMost(rows.length, counted.length) : w.listCount(counted.length)}
        </p>
        {rows.length === 0 ? <Empty title={w.none} /> : <Rows web={web} visit={visit} rows={rows} />}
      </Page>,
    )
  })
}

function Rows({ web, visit, rows }: { web: WebParts; visit: Visit; rows: MatterOfFigure[] }) {
  const w = visit.words.matters
  const at = { procedure: web.procedure, visit }
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.recovered}</th>
          <th scope="col">{w.region}</th>
          <th scope="col">{w.receivedAt}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row">
            <td class="main">
              <a class="title" href={`/matters/${row.id}`}>
                {row.title || row.number}
              </a>
              <div class="under">
                <span class="kind">{wordFor(w.kind, row.kind, row.kind)}</span>
                <span class="number">{row.number}</span>
              </div>
            </td>
            <td data-label={w.state}>
              <span class="state">{stateName(at, row.state)}</span>
            </td>
            <td data-label={w.recovered}>
              {row.recoveredFen === null ? <span class="nobody">—</span> : yuan(row.recoveredFen, visit.words)}
            </td>
            <td data-label={w.region}>{region(row.region, visit)}</td>
            <td data-label={w.receivedAt}>{shanghaiTime(row.receivedAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
