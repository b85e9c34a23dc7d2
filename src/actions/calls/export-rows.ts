import { isExport } from '../../core/intake/export-columns.ts'
import { Problem, problem } from '../../core/problem.ts'
import type { Parts } from '../parts.ts'

/** One row of a file, its cells by their headings. */
export interface FileRow {
  /** `row 12`, `Sheet1!12`, `item 3`. */
  locator: string
  /** Undefined for one that tells nothing. */
  row: Record<string, string> | undefined
}

interface FileGiven {
  bytes: Uint8Array
  name: string
}

/**
 * Whether a file given as ordinary papers is an export of a complaint platform, whose rows have clocks of their own: read only where its name
 * says that it is a table.
 */
export async function isExportFile(parts: Pick<Parts, 'reader'>, file: FileGiven): Promise<boolean> {
  if (!/\.(?:csv|tsv|xlsx|json)$/i.test(file.name)) return false
  const rows = await exportRows(parts, file).catch(asNoTable)
  // An empty cell leaves its heading out of a row.
  return isExport([...new Set(rows.slice(0, ROWS_LOOKED_AT).flatMap(({ row }) => Object.keys(row ?? {})))])
}

const ROWS_LOOKED_AT = 50

function asNoTable(error: unknown): FileRow[] {
  if (error instanceof Problem && error.code === 'form.invalid') return []
  throw error
}

/**
 * The rows of what may be an export of a complaint platform: csv, xlsx or json; none where the file holds no table with headings.
 * @throws problem form.invalid (file) for json that is none
 */
export async function exportRows({ reader }: Pick<Parts, 'reader'>, { bytes, name }: FileGiven): Promise<FileRow[]> {
  if (/\.json$/i.test(name)) return jsonRows(bytes)
  const reading = await reader.read(bytes, name)
  if (reading.outcome !== 'sheet') return []
  const told = reading.papers.flatMap(({ locator, row }) => (row ? [{ locator, row }] : []))
  const silent = told.length > 0 ? (reading.textless ?? []) : []
  return [...told, ...silent.map((locator) => ({ locator, row: undefined }))]
}

/** A list of objects, at the top or under whatever name the platform gives it. */
function jsonRows(bytes: Uint8Array): FileRow[] {
  const list = listIn(parsed(bytes), 3)
  return list.flatMap((item, i) =>
    isObject(item)
      ? [
          {
            locator: `item ${i + 1}`,
            row: Object.fromEntries(Object.entries(item).flatMap(([key, value]) => cellOf(key, value))),
          },
        ]
      : [],
  )
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw problem('form.invalid', { field: 'file' }, error)
  }
}

function listIn(value: unknown, depth: number): unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value) || depth === 0) return []
  for (const inner of Object.values(value)) {
    const found = listIn(inner, depth - 1)
    if (found.length > 0) return found
  }
  return []
}

function cellOf(key: string, value: unknown): [string, string][] {
  if (typeof value === 'string') return [[key, value]]
  return typeof value === 'number' || typeof value === 'boolean' ? [[key, String(value)]] : []
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
