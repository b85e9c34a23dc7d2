import type { RequestHandler } from 'express'
import { may } from '../../core/access/viewer.ts'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { MATTER_KINDS } from '../../core/procedure/move.ts'
import {
  MATTER_DESKS,
  type MatterDesk,
  type MatterRow,
  type MattersFilter,
  matterDeskCounts,
  mattersList,
} from '../../store/views/matters-list.ts'
import { mineDue } from '../clocks/mine-due.tsx'
import { screen } from '../doors.ts'
import { choice, type Fields, textField } from '../fields.ts'
import { region } from '../format.ts'
import { Choice } from '../layout/form.tsx'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { ClockChip } from './due-chip.tsx'
import { clockName, stateName } from './say.ts'

const PAGE_SIZE = 30

/** Complaints, reports and leads on their way. */
export function showMatters(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.matters
    const filter = filterOf(req.query as Fields)
    const { rows, next } = await mattersList(web.db, visit.viewer, filter)
    const counts = await matterDeskCounts(web.db, visit.viewer)
    const pressing = await mineDue(web, visit)
    sendPage(
      res,
      <Page at={visit} title={w.title} section="cases">
        <Heading title={w.title} sub={w.subtitle}>
          {may(visit.viewer, 'lead.note') ? (
            <a class="button" href="/matters/new">
              {w.newLead}
            </a>
          ) : null}
        </Heading>
        {pressing}
        <Desks visit={visit} filter={filter} counts={counts} />
        <Filter visit={visit} filter={filter} />
        {rows.length === 0 ? <Empty title={w.empty} /> : <Table web={web} visit={visit} rows={rows} />}
        <div class="pager">
          {filter.after ? <a href={listPath(filter, {})}>{visit.words.shell.firstPage}</a> : null}
          {next ? (
            <a class="next" rel="next" href={listPath(filter, { after: next })}>
              {visit.words.shell.nextPage}
            </a>
          ) : null}
        </div>
      </Page>,
    )
  })
}

function filterOf(query: Fields): MattersFilter {
  const kind = choice(query, 'kind', MATTER_KINDS)
  const [typed, after, operatorId] = ['q', 'after', 'operator'].map((name) => textField(query, name).slice(0, 100))
  return {
    desk: choice(query, 'desk', MATTER_DESKS) ?? 'open',
    limit: PAGE_SIZE,
    ...(kind ? { kind } : {}),
    ...(typed ? { typed } : {}),
    ...(after ? { after } : {}),
    ...(operatorId ? { operatorId } : {}),
  }
}

function listPath(filter: MattersFilter, change: { desk?: MatterDesk; after?: string }): string {
  return pathWith('/matters', {
    desk: change.desk ?? filter.desk,
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.typed ? { q: filter.typed } : {}),
    ...(filter.operatorId ? { operator: filter.operatorId } : {}),
    ...(change.after ? { after: change.after } : {}),
  })
}

function Desks({ visit, filter, counts }: { visit: Visit; filter: MattersFilter; counts: Record<MatterDesk, number> }) {
  const w = visit.words.matters
  return (
    <nav class="tabs" aria-label={w.desks}>
      {MATTER_DESKS.map((desk) => (
        <a href={listPath({ ...filter }, { desk })} aria-current={desk === filter.desk ? 'page' : undefined}>
          {w.desk[desk]} <span class="count">{counts[desk]}</span>
        </a>
      ))}
    </nav>
  )
}

function Filter({ visit, filter }: { visit: Visit; filter: MattersFilter }) {
  const { matters: w, shell } = visit.words
  return (
    <form class="filter filter-line" method="get" action="/matters">
      <input type="hidden" name="desk" value={filter.desk} />
      <input
        type="search"
        name="q"
        data-search
        value={filter.typed ?? ''}
        placeholder={w.search}
        aria-label={w.search}
        maxLength={100}
      />
      <Choice id="kind" name="kind" empty={shell.any} options={MATTER_KINDS} words={w.kind} chosen={filter.kind} />
      <button type="submit">{shell.filter}</button>
    </form>
  )
}

function Table({ web, visit, rows }: { web: WebParts; visit: Visit; rows: MatterRow[] }) {
  const w = visit.words.matters
  const at = { procedure: web.procedure, visit }
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.state}</th>
          <th scope="col">{w.nextClock}</th>
          <th scope="col">{w.handlers}</th>
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
                <span class="kind">{w.kind[row.kind]}</span>
                <span class="number">{row.number}</span>
                {row.operatorName || row.operatorSaid ? <span>{row.operatorName ?? row.operatorSaid}</span> : null}
              </div>
            </td>
            <td data-label={w.state}>
              <span class="state">{stateName(at, row.state)}</span>
              {row.proposals > 0 ? <small class="below">{w.waitingOf(row.proposals)}</small> : null}
            </td>
            <td data-label={w.nextClock}>
              {row.next ? (
                <>
                  <ClockChip visit={visit} procedure={web.procedure} clock={row.next} />
                  <small class="below">{clockName(at, row.next.clock, null)}</small>
                </>
              ) : (
                <span class="nobody">{w.noClock}</span>
              )}
            </td>
            <td data-label={w.handlers} class={row.handlerNames.length > 0 ? undefined : 'nobody'}>
              {row.handlerNames.join(visit.words.shell.listAnd) || w.noHandlers}
            </td>
            <td data-label={w.region}>{region(row.region, visit)}</td>
            <td data-label={w.receivedAt} class="nowrap">
              {shanghaiTime(row.receivedAt)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
