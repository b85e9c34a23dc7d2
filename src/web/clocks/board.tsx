import type { RequestHandler } from 'express'
import {
  BOARD_GROUPS,
  type ClockOnBoard,
  clockBoard,
  clockCounts,
  clockHandlers,
} from '../../store/views/clock-board.ts'
import { jointCounts, jointDue } from '../../store/views/joint-due.ts'
import { screen } from '../doors.ts'
import { type Fields, textField } from '../fields.ts'
import { Empty, Heading } from '../layout/heading.tsx'
import { Page } from '../layout/page.tsx'
import { pathWith } from '../local-path.ts'
import { ClockChip } from '../matters/due-chip.tsx'
import { clockName, momentName, stateName } from '../matters/say.ts'
import { sendPage } from '../send-page.ts'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'
import { JointDueRows } from './joint-due.tsx'
import { MissingYear } from './missing-year.tsx'

/** Rows of one group: a desk that is farther behind sees how many more there are. */
const MOST = 200

/** The clock board: overdue, today, this week, later; for everybody or one person. */
export function showBoard(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.matters
    const person = textField(req.query as Fields, 'person').slice(0, 100)
    const { db } = web
    const { viewer, now } = visit
    const whose = person ? { officerId: person } : {}
    const everybody = await clockCounts(db, viewer, {}, now)
    const counts = person ? await clockCounts(db, viewer, whose, now) : everybody
    const groups = []
    for (const group of BOARD_GROUPS.filter((each) => counts[each] > 0)) {
      const rows = await clockBoard(db, viewer, { ...whose, standing: { group, now }, limit: MOST })
      groups.push({ group, rows, count: counts[group] })
    }
    const joint = await jointDue(db, viewer, { ...whose, now, limit: MOST })
    sendPage(
      res,
      <Page at={visit} title={w.board} section="clocks">
        <Heading title={w.board} sub={w.boardSubtitle} />
        <MissingYear calendar={web.procedure.calendar} visit={visit} />
        <Persons visit={visit} people={await clockHandlers(db, viewer)} all={sum(everybody)} person={person} />
        {groups.length + joint.length === 0 ? <Empty title={w.boardEmpty} /> : null}
        {groups.map(({ group, rows, count }) => (
          <section class={`board board-${group}`} data-group={group}>
            {group === 'still' ? null : (
              <h2>
                {w.boardGroup[group]} <span class="count">{count}</span>
              </h2>
            )}
            {count > rows.length ? <p class="help">{w.boardMost(rows.length, count)}</p> : null}
            <Rows web={web} visit={visit} rows={rows} />
          </section>
        ))}
        <JointDueRows
          web={web}
          visit={visit}
          rows={joint}
          count={sum(await jointCounts(db, viewer, { ...whose, now }))}
        />
      </Page>,
    )
  })
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, n) => total + n, 0)
}

function Persons(props: {
  visit: Visit
  people: Awaited<ReturnType<typeof clockHandlers>>
  all: number
  person: string
}) {
  const { visit, people, all, person } = props
  const w = visit.words.matters
  const me = visit.viewer.officerId
  return (
    <nav class="tabs" aria-label={w.boardPerson}>
      <a href="/clocks" aria-current={person === '' ? 'page' : undefined}>
        {w.boardAll} <span class="count">{all}</span>
      </a>
      <a href={pathWith('/clocks', { person: me })} aria-current={person === me ? 'page' : undefined}>
        {w.boardMine}
      </a>
      {people
        .filter(({ id }) => id !== me)
        .map(({ id, name, clocks }) => (
          <a href={pathWith('/clocks', { person: id })} aria-current={person === id ? 'page' : undefined}>
            {name} <span class="count">{clocks}</span>
          </a>
        ))}
    </nav>
  )
}

function Rows({ web, visit, rows }: { web: WebParts; visit: Visit; rows: ClockOnBoard[] }) {
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
              <ClockChip visit={visit} procedure={web.procedure} clock={row} />
              {row.dueAlt ? <small class="below">{w.dueAlt(row.dueAlt)}</small> : null}
            </td>
            <td data-label={w.handlers} class={row.handlers.length > 0 ? undefined : 'nobody'}>
              {row.handlers.map(({ name }) => name).join(visit.words.shell.listAnd) || w.noHandlers}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
