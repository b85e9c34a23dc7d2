import type { Knex } from 'knex'
import type { WorksheetDraft } from '../core/worksheet/draft.ts'
import type { Worksheet, WorksheetInput } from '../core/worksheet/worksheet.ts'

/** One version of a matter's worksheet, as it was saved. Appended, never changed. */
export interface StoredWorksheet {
  id: string
  matterId: string
  version: number
  draft: WorksheetDraft
  /** The draft with findings and articles as they stood that day. */
  input: WorksheetInput
  result: Worksheet
  /** Hash of the rulebook whose articles could be named. */
  rulebook: string
  savedBy: string
  savedAt: string
}

/** @returns false when somebody else saved that version meanwhile. */
export async function insertWorksheet(trx: Knex.Transaction, sheet: StoredWorksheet): Promise<boolean> {
  const inserted = await trx('worksheets')
    .insert({
      id: sheet.id,
      matter_id: sheet.matterId,
      version: sheet.version,
      draft: JSON.stringify(sheet.draft),
      input: JSON.stringify(sheet.input),
      result: JSON.stringify(sheet.result),
      rulebook: sheet.rulebook,
      saved_by: sheet.savedBy,
      saved_at: sheet.savedAt,
    })
    .onConflict(['matter_id', 'version'])
    .ignore()
    .returning('id')
  return inserted.length === 1
}

/** 0 where none was saved yet. */
export async function latestWorksheetVersion(db: Knex, matterId: string): Promise<number> {
  const row = await db('worksheets').where({ matter_id: matterId }).max({ version: 'version' }).first()
  return Number(row?.version ?? 0)
}

/** A version, or the newest. */
export async function worksheetOfMatter(
  db: Knex,
  matterId: string,
  version?: number,
): Promise<StoredWorksheet | undefined> {
  const query = db('worksheets').where({ matter_id: matterId }).orderBy('version', 'desc')
  if (version !== undefined) query.where({ version })
  return asWorksheet(await query.first())
}

/** Who saved which version when, newest first. */
export async function worksheetVersions(
  db: Knex,
  matterId: string,
): Promise<Pick<StoredWorksheet, 'version' | 'savedBy' | 'savedAt'>[]> {
  const rows = await db('worksheets')
    .where({ matter_id: matterId })
    .orderBy('version', 'desc')
    .select('version', 'saved_by', 'saved_at')
  return rows.map((row) => ({ version: row.version, savedBy: row.saved_by, savedAt: row.saved_at }))
}

function asWorksheet(row: Record<string, any> | undefined): StoredWorksheet | undefined {
  return (
    row && {
      id: row.id,
      matterId: row.matter_id,
      version: row.version,
      draft: JSON.parse(row.draft),
      input: JSON.parse(row.input),
      result: JSON.parse(row.result),
      rulebook: row.rulebook,
      savedBy: row.saved_by,
      savedAt: row.saved_at,
    }
  )
}
