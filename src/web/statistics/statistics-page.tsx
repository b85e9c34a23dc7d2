import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { PERIOD_PARTS, type StatisticsPeriod } from '../../core/statistics/period.ts'
import { countedMatters } from '../../store/views/statistics.ts'
import { screen } from '../doors.ts'
import type { Fields } from '../fields.ts'
import { hundredth } from '../format.ts'
import { Field } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { periodAsked } from './period-of.ts'
import { type Cell, type StatisticsTable, tablesOf } from './tables.ts'

/** Figures for the year's key work; every one opens the list behind it. */
export function showStatistics(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.statistics
    const period = periodAsked(req.query as Fields, visit.now)
    const now = visit.now.toISOString()
    const matters = await countedMatters(web.db, visit.viewer, period, now)
    const { year, part, from, to } = period
    sendPage(
      res,
      <Page at={visit} title={w.title} section="statistics">
        <Heading title={w.title} sub={w.subtitle}>
          <a class="button" href={pathWith('/statistics.csv', { year: String(year), part })}>
            {w.csv}
          </a>
        </Heading>
        <Period visit={visit} period={period} />
        <p class="help">{w.asOf(from, to, shanghaiTime(now))}</p>
        {matters.length === 0 ? (
          <Empty title={w.none} />
        ) : (
          tablesOf({ web, visit, matters, now }).map((table) => <Table visit={visit} period={period} table={table} />)
        )}
      </Page>,
    )
  })
}

function Period({ visit, period }: { visit: Visit; period: StatisticsPeriod }) {
  const w = visit.words.statistics
  return (
    <form class="filter" method="get" action="/statistics">
      <Field id="year" label={w.year}>
        <input id="year" type="number" name="year" min={2000} max={2100} value={String(period.year)} />
      </Field>
      <Field id="part" label={w.part}>
        <select id="part" name="part">
          {PERIOD_PARTS.map((part) => (
            <option value={part} selected={part === period.part}>
              {w.partOf[part]}
            </option>
          ))}
        </select>
      </Field>
      <div class="filter-do">
        <button type="submit">{w.look}</button>
      </div>
    </form>
  )
}

function Table({ visit, period, table }: { visit: Visit; period: StatisticsPeriod; table: StatisticsTable }) {
  const w = visit.words.statistics
  if (table.rows.length === 0) return null
  return (
    <section class="card" id={`t-${table.id}`}>
      <h2>{w.tables[table.id]}</h2>
      {table.id === 'clock' ? <p class="help">{w.clockHelp}</p> : null}
      {table.id === 'category' ? <p class="help">{w.categoryHelp}</p> : null}
      <table class="figures">
        <thead>
          <tr>
            <th scope="col" />
            {table.columns.map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ name, cells }) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td>
                  <CellOf period={period} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function CellOf({ period, cell }: { period: StatisticsPeriod; cell: Cell }) {
  const said = cellSaid(cell)
  if (said === '0' || said === NOTHING) return <span class="none">{said}</span>
  const { by, value, measure } = cell.figure
  const query = { year: String(period.year), part: period.part, by, value, measure }
  return <a href={pathWith('/statistics/list', query)}>{said}</a>
}

/** A cell in words, on the page and in the sheet. */
export function cellSaid(cell: Cell): string {
  if ('said' in cell) return cell.said
  if ('count' in cell) return String(cell.count)
  return cell.share === null ? NOTHING : `${hundredth(cell.share)}%`
}

const NOTHING = '—'
