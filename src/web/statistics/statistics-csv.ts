import type { RequestHandler } from 'express'
import { countedMatters } from '../../store/views/statistics.ts'
import { screen } from '../doors.ts'
import type { Fields } from '../fields.ts'
import type { WebParts } from '../web-parts.ts'
import { periodAsked } from './period-of.ts'
import { cellSaid } from './statistics-page.tsx'
import { tablesOf } from './tables.ts'

/** The same figures as a sheet: table, row, column, value. */
export function sendStatisticsCsv(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const w = visit.words.statistics
    const period = periodAsked(req.query as Fields, visit.now)
    const now = visit.now.toISOString()
    const matters = await countedMatters(web.db, visit.viewer, period, now)
    const lines = tablesOf({ web, visit, matters, now }).flatMap(({ id, columns, rows }) =>
      rows.flatMap(({ name, cells }) =>
        cells.map((cell, i) => [w.tables[id], name, columns[i]!, cellSaid(cell)].map(quoted).join(',')),
      ),
    )
    res
      .set('Cache-Control', 'no-store')
      .attachment(`statistics-${period.year}-${period.part}.csv`)
      .type('text/csv; charset=utf-8')
      // Excel takes a file for UTF-8 only with a mark in front.
      .send(`\uFEFF${[`${period.from},${period.to}`, ...lines].join('\r\n')}\r\n`)
  })
}

/** A cell that a sheet would take for a formula is made plain text. */
function quoted(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
