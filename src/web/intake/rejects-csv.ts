import { stringify } from 'csv-stringify/sync'
import type { RequestHandler } from 'express'
import { shanghaiTime } from '../../core/clock/shanghai.ts'
import { importPage } from '../../store/views/imports.ts'
import { attachment } from '../documents/original.ts'
import { screen } from '../doors.ts'
import type { WebParts } from '../web-parts.ts'
import { rejectReason } from './reject-reason.ts'

/**
 * The rejects of an import for a spreadsheet: with the mark that tells Excel it is UTF-8, and cells that would run as formulas
 * (a file may be named `=HYPERLINK(…)`) made plain text.
 */
export function sendRejects(web: WebParts): RequestHandler {
  return screen(web, async (visit, req, res) => {
    const { intake, terms } = visit.words
    const { run, rejects } = await importPage(web.db, visit.viewer, String(req.params.id))
    const rows = rejects.map((reject) => [
      reject.name,
      terms.outcome[reject.outcome],
      rejectReason(reject.reason, visit),
      shanghaiTime(reject.at),
    ])
    const { name, outcome, reason, at } = intake.csv
    const csv = stringify([[name, outcome, reason, at], ...rows], {
      bom: true,
      escape_formulas: true,
      record_delimiter: 'windows',
    })
    res
      .set({
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachment(`rejects-${run.id}.csv`),
        'Cache-Control': 'no-store',
      })
      .send(csv)
  })
}
