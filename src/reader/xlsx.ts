import type { Cell, CellValue, Worksheet } from 'exceljs'
import type { ReadLimits } from './limits.ts'
import type { Reading } from './reading.ts'
import { papersOf, type SheetRow, textlessOf } from './sheet.ts'
import { failureName, unreadable } from './unreadable.ts'
import { openPackage } from './zip.ts'

/**
 * Rows of every visible sheet of an Excel workbook, cells as shown: results of formulas, ISO dates (`YYYY-MM-DD`, with `THH:mm:ss` when
 * there is a time of day; no zone, as typed), percentages with their sign. Locators: `Sheet1!12`, `Sheet1` for a sheet that is one paper.
 */
export async function readXlsx(bytes: Uint8Array, limits: ReadLimits): Promise<Reading> {
  const contents = await openPackage(bytes, limits, () => false)
  if ('outcome' in contents) return contents

  const { default: excel } = await import('exceljs')
  const workbook = new excel.Workbook()
  try {
    const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    await workbook.xlsx.load(view as unknown as Parameters<typeof workbook.xlsx.load>[0], { ignoreNodes: UNREAD_NODES })
  } catch (failure) {
    return unreadable('corrupt', `xlsx: ${failureName(failure)}`)
  }
  const sheets = workbook.worksheets
    .filter(({ state }) => state === 'visible')
    .map((sheet) => papersOf(rowsOf(sheet), { sheet: sheet.name, row: (number) => `${sheet.name}!${number}` }))
  const papers = sheets.flatMap((sheet) => sheet.papers)
  return papers.length > 0
    ? { outcome: 'sheet', format: 'xlsx', papers, ...textlessOf(sheets) }
    : unreadable('empty', 'no row has text')
}

/**
 * Parts of a sheet that are no text. Three of them matter: validations and merges over whole columns are unfolded cell by cell
 * by the parser, which takes minutes on ordinary forms, and a merged cell's value would be repeated in each cell it covers.
 */
const UNREAD_NODES = [
  'dataValidations',
  'conditionalFormatting',
  'mergeCells',
  'extLst',
  'drawing',
  'picture',
  'legacyDrawing',
  'tableParts',
  'pageSetup',
  'printOptions',
]

function rowsOf(sheet: Worksheet): SheetRow[] {
  const rows: SheetRow[] = []
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: string[] = []
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      cells[column - 1] = shown(cell.value, cell)
    })
    rows.push({ number, cells: Array.from(cells, (cell) => cell ?? '') })
  })
  return rows
}

function shown(value: CellValue | undefined, cell: Cell): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return isoDay(value)
  if (typeof value === 'number') return shownNumber(value, cell.numFmt)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('hyperlink' in value) return shown(value.text as CellValue, cell)
  if ('formula' in value || 'sharedFormula' in value) return shown(value.result as CellValue, cell)
  return ''
}

function isoDay(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const iso = date.toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** 0.12 shown as 12% must read 12%: it may be a promised return. */
function shownNumber(value: number, format: string | undefined): string {
  if (!format?.includes('%')) return String(value)
  return `${Number((value * 100).toPrecision(12))}%`
}
