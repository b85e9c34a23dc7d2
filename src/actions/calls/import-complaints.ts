import { may, type Viewer } from '../../core/access/viewer.ts'
import { type Platform, readExportRow } from '../../core/intake/export-columns.ts'
import { Problem, problem } from '../../core/problem.ts'
import type { Parts } from '../parts.ts'
import { exportRows } from './export-rows.ts'
import { type ReceivedComplaint, receiveComplaint } from './receive-complaint.ts'

/** What became of one row. */
export interface ImportedRow {
  /** Where it stands in the file: `row 12`, `Sheet1!12`, `item 3`. */
  locator: string
  external: string
  outcome: ReceivedComplaint['outcome'] | 'rejected'
  /** Of the matters it made or brought up to date. */
  numbers: string[]
  /** Why it was turned away: what it lacks (`external`, `story`), or the field that cannot be used. */
  why?: string
}

/** A row more and the clerk would wait too long for an answer: such a file goes in by parts. */
export const MOST_ROWS = 1000

/**
 * Takes in an export of a complaint platform (csv, xlsx, json): each row makes the matters the form would have made, a row known already
 * brings its matters up to date, and a bad row stops no other.
 * @throws problem auth.forbidden; form.invalid (file) for what is no such export; request.too_large
 */
export async function importComplaints(
  parts: Parameters<typeof receiveComplaint>[0] & Pick<Parts, 'reader'>,
  viewer: Viewer,
  file: { bytes: Uint8Array; name: string; platform: Platform },
): Promise<ImportedRow[]> {
  if (!may(viewer, 'call.import')) throw problem('auth.forbidden', { permission: 'call.import' })
  const rows = await exportRows(parts, file)
  if (rows.length === 0) throw problem('form.invalid', { field: 'file' })
  if (rows.length > MOST_ROWS) throw problem('request.too_large', { limit: MOST_ROWS })
  const imported: ImportedRow[] = []
  for (const { locator, row } of rows)
    imported.push({ locator, ...(row ? await importRow(parts, viewer, file.platform, row) : TEXTLESS) })
  return imported
}

const TEXTLESS: Omit<ImportedRow, 'locator'> = { external: '', outcome: 'rejected', numbers: [], why: 'story' }

async function importRow(
  parts: Parameters<typeof receiveComplaint>[0],
  viewer: Viewer,
  platform: Platform,
  row: Record<string, string>,
): Promise<Omit<ImportedRow, 'locator'>> {
  const read = readExportRow(row)
  if ('lacks' in read) return { external: '', outcome: 'rejected', numbers: [], why: read.lacks }
  const { external, fields, calledAt, receivedAt } = read
  try {
    const { outcome, matters } = await receiveComplaint(parts, viewer, {
      platform,
      external,
      fields,
      ...(calledAt !== undefined && { calledAt }),
      ...(receivedAt !== undefined && { receivedAt }),
      source: 'import',
    })
    return { external, outcome, numbers: matters.map(({ number }) => number) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return { external, outcome: 'rejected', numbers: [], why: String(error.detail.field ?? error.code) }
  }
}
