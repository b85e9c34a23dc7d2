import type { RequestHandler } from 'express'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { bareEnd, isPrompt } from '../../core/procedure/clock-runs.ts'
import { type ClockOnBoard, clockBoard } from '../../store/views/clock-board.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { DueChip, urgencyOf } from '../matters/due-chip.tsx'
import { clockName, momentName, stateName } from '../matters/say.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { MissingYear } from './missing-year.tsx'

const GROUPS = ['overdue', 'today', 'week', 'later', 'untold'] as const
const MOST = 500

/** The clock board: overdue, today, this week, later; for everybody or one person. */
export function showBoard(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.matters
    const person = textField(req.query as Fields, 'person').slice(0, 100)
    const all = await clockBoard(web.db, visit.viewer, { limit: MOST })
    const rows = person ? await clockBoard(web.db, visit.viewer, { limit: MOST, officerId: person }) : all
    const today = shanghaiDay(visit.now)
    const grouped = GROUPS.map((group) => ({
      group,
      rows: rows.filter((row) => !row.standsSince && urgencyOf(row.due, today, visit.now) === group),
    }))
    const still = rows.filter((row) => row.standsSince)
    sendPage(
      res,
      <Page at={visit} title={w.board} section="clocks">
        <Heading title={w.board} sub={w.boardSubtitle} />
        <MissingYear calendar={web.procedure.calendar} visit={visit} />
        <Persons visit={visit} rows={all} person={person} />
        {rows.length === 0 ? <Empty title={w.boardEmpty} /> : null}
        {grouped
          .filter((each) => each.rows.length > 0)
          .map((each) => (
            <section class={`board board-${each.group}`} data-group={each.group}>
              <h2>
                {w.boardGroup[each.group]} <span class="count">{each.rows.length}</span>
              </h2>
              <Rows web={web} visit={visit} rows={each.rows} today={today} />
            </section>
          ))}
        {still.length > 0 ? (
          <section class="board" data-group="still">
            <Rows web={web} visit={visit} rows={still} today={today} />
          </section>
        ) : null}
      </Page>,
    )
  })
}

function Persons({ visit, rows, person }: { visit: Visit; rows: ClockOnBoard[]; person: string }) {
  const w = visit.words.matters
  const people = new Map<string, { name: string; clocks: number }>()
  for (const { handlers } of rows)
    for (const { id, name } of handlers) people.set(id, { name, clocks: (people.get(id)?.clocks ?? 0) + 1 })
  const me = visit.viewer.officerId
  const entries = [...people].filter(([id]) => id !== me).sort(([, a], [, b]) => b.clocks - a.clocks)
  return (
    <nav class="tabs" aria-label={w.boardPerson}>
      <a href="/clocks" aria-current={person === '' ? 'page' : undefined}>
        {w.boardAll} <span class="count">{rows.length}</span>
      </a>
      <a href={pathWith('/clocks', { person: me })} aria-current={person === me ? 'page' : undefined}>
        {w.boardMine}
      </a>
      {entries.map(([id, { name, clocks }]) => (
        <a href={pathWith('/clocks', { person: id })} aria-current={person === id ? 'page' : undefined}>
          {name} <span class="count">{clocks}</span>
        </a>
      ))}
    </nav>
  )
}

function Rows({ web, visit, rows, today }: { web: WebParts; visit: Visit; rows: ClockOnBoard[]; today: string }) {
  const w = visit.words.matters
  const at = { procedure: web.procedure, visit }
  return (
    <table class="list" data-rows>
      <thead>
        <tr>
          <th scope="col">{w.clocks}</th>
          <th scope="col">{w.name}</th>
          <th scope="col">{w.dueOn}</th>
          <th scope="col">{w.handlers}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr class="row" data-clock={row.clock} data-matter={row.matterId}>
            <td class="main">
              <a class="title" href={`/matters/${row.matterId}#clocks`}>
                {clockName(at, row.clock, row.variant)}
              </a>
              <div class="under">
                <span>{row.clock}</span>
                <span>{momentName(row.eventAt)}</span>
              </div>
            </td>
            <td data-label={w.name}>
              {row.title || row.number}
              <small class="below">
                {w.kind[row.kind]} {row.number} · {stateName(at, row.state)}
              </small>
            </td>
            <td data-label={w.dueOn}>
              <DueChip
                visit={visit}
                due={row.due}
                standsSince={row.standsSince}
                today={today}
                prompt={isPrompt(web.procedure, row.clock, row.eventAt)}
                about={bareEnd(web.procedure, row.clock, row.eventAt, row.variant)}
              />
              {row.dueAlt ? <small class="below">{w.dueAlt(row.dueAlt)}</small> : null}
            </td>
            <td data-label={w.handlers} class={row.handlers.length > 0 ? undefined : 'nobody'}>
              {row.handlers.map(({ name }) => name).join('、') || w.noHandlers}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
