import type { JointDue } from '../../store/views/joint-due.ts'
import { shortName } from '../joint/say.ts'
import { DueChip } from '../matters/due-chip.tsx'
import type { Visit } from '../visit.ts'
import type { WebParts } from '../web-parts.ts'

/** Opinions that departments owe and tasks that press, below the periods of the law: no law sets their days. */
export function JointDueRows(props: { web: WebParts; visit: Visit; rows: readonly JointDue[]; count: number }) {
  const { web, visit, rows, count } = props
  const { joint: w, matters } = visit.words
  if (rows.length === 0) return null
  const at = { table: web.responsibilities, visit }
  return (
    <section class="board" id="joint">
      <h2>
        {w.pressing} <span class="count">{count}</span>
      </h2>
      <p class="help">{w.pressingHelp}</p>
      {count > rows.length ? <p class="help">{matters.boardMost(rows.length, count)}</p> : null}
      <table class="list" data-rows>
        <thead>
          <tr>
            <th scope="col">{w.pressing}</th>
            <th scope="col">{w.under}</th>
            <th scope="col">{matters.dueOn}</th>
            <th scope="col">{w.owner}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr class="row" data-kind={row.kind} data-id={row.id}>
              <td class="main">
                <a class="title" href={row.path}>
                  {row.kind === 'opinion' ? w.owedBy(shortName(at, row.what)) : row.what}
                </a>
                <div class="under">
                  <span>{row.kind === 'opinion' ? w.opinions : w.tasks}</span>
                </div>
              </td>
              <td data-label={w.under}>{row.under}</td>
              <td data-label={matters.dueOn}>
                <DueChip visit={visit} due={row.due} />
              </td>
              <td data-label={w.owner}>{row.officerName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
