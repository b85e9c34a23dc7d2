import { BANDS } from '../../core/document.ts'
import type { documentsOfSheet } from '../../store/views/documents-by-id.ts'
import { BandChip } from '../layout/chips.tsx'
import type { Visit } from '../visit.ts'

/** The papers a sheet was taken apart into. */
export function SheetRows({ rows, visit }: { rows: Awaited<ReturnType<typeof documentsOfSheet>>; visit: Visit }) {
  const { document: w, inbox, terms } = visit.words
  return (
    <section class="card">
      <h2>
        {w.rows} <span class="count">{rows.length}</span>
      </h2>
      <table class="list small" data-rows>
        <thead>
          <tr>
            <th scope="col">{w.row}</th>
            <th scope="col">{w.titleColumn}</th>
            <th scope="col">{w.stage}</th>
            <th scope="col">{inbox.band}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const band = BANDS.find((known) => known === row.band)
            return (
              <tr class="row">
                <td class="nowrap" data-label={w.row}>
                  {row.rowLocator}
                </td>
                <td class="main">
                  <a class="title" href={`/documents/${row.id}`}>
                    {row.title || w.untitled}
                  </a>
                </td>
                <td data-label={w.stage}>
                  <span class={`stage stage-${row.stage}`}>{terms.stage[row.stage]}</span>
                </td>
                <td data-label={inbox.band}>{band ? <BandChip band={band} words={visit.words} /> : null}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
