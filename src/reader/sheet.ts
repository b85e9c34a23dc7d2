import { type ColumnMeaning, mapColumns } from './column-map.ts'
import type { SheetField, SheetPaper } from './reading.ts'

/** One row as shown; `number` is 1-based, as a spreadsheet program counts it. */
export interface SheetRow {
  number: number
  cells: string[]
}

/** How papers of this sheet are named. */
export interface SheetLocators {
  sheet: string
  row: (number: number) => string
}

export interface SheetPapers {
  papers: SheetPaper[]
  /** Locators of rows under a heading that hold something, but no text. */
  textless: string[]
}

/** What a sheet reading says of rows without text: nothing where there are none. */
export function textlessOf(sheets: readonly SheetPapers[]): { textless?: string[] } {
  const all = sheets.flatMap(({ textless }) => textless)
  return all.length > 0 ? { textless: all } : {}
}

/**
 * A sheet's papers. Under a heading row with a text column (looked for in the first ten rows) each row is a paper; its text is the
 * title, the text columns, then every column we do not know as `heading:value`. Names, telephones and other identities never
 * enter the text. Without such a heading the whole sheet is one paper, rows on lines, cells parted by tabs. Empty rows are skipped, rows
 * without text told by their locators.
 */
export function papersOf(rows: SheetRow[], locators: SheetLocators): SheetPapers {
  const filled = rows
    .map(({ number, cells }) => ({ number, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))

  for (const [at, { cells: headings }] of filled.slice(0, HEADING_WITHIN).entries()) {
    const meanings = mapColumns(headings)
    if (!meanings) continue
    const found: SheetPapers = { papers: [], textless: [] }
    for (const { number, cells } of filled.slice(at + 1)) {
      const paper = rowPaper(cells, headings, meanings)
      const locator = locators.row(number)
      if (paper) found.papers.push({ locator, ...paper, row: byHeading(headings, cells) })
      else found.textless.push(locator)
    }
    return found
  }
  const text = filled.map(({ cells }) => cells.join('\t').trimEnd()).join('\n')
  return { papers: text === '' ? [] : [{ locator: locators.sheet, text, fields: {} }], textless: [] }
}

const HEADING_WITHIN = 10

function rowPaper(
  cells: string[],
  headings: string[],
  meanings: ColumnMeaning[],
): Omit<SheetPaper, 'locator'> | undefined {
  const fields: Partial<Record<SheetField, string>> = {}
  const others: string[] = []
  for (const [column, cell] of cells.entries()) {
    if (cell === '') continue
    const meaning = meanings[column]
    if (meaning === 'identity') continue
    if (meaning === undefined) {
      const heading = headings[column]
      others.push(heading ? `${heading}:${cell}` : cell)
    } else fields[meaning] = fields[meaning] === undefined ? cell : joined(meaning, fields[meaning], cell)
  }
  if (fields.text === undefined) return undefined
  if (fields.date !== undefined) fields.date = isoDate(fields.date)
  const title = fields.title !== undefined && !fields.text.includes(fields.title) ? [fields.title] : []
  return { text: [...title, fields.text, ...others].join('\n'), fields }
}

/** Cells without a heading are nobody's column; of two columns with one heading the first counts. */
function byHeading(headings: string[], cells: string[]): Record<string, string> {
  const named = cells.flatMap((cell, column): [string, string][] =>
    headings[column] && cell !== '' ? [[headings[column], cell]] : [],
  )
  return Object.fromEntries(named.reverse())
}

function joined(field: SheetField, before: string, cell: string): string {
  return field === 'text' ? `${before}\n${cell}` : `${before}、${cell}`
}

/** `2026/3/1`, `2026年3月1日`, `20260301` and the like become `2026-03-01` (a time of day is kept as written); anything else stays as it is. */
function isoDate(value: string): string {
  const parts = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d{2})(\d{2}))(?:[ T]+(\d.*))?$/.exec(
    value.normalize('NFKC'),
  )
  if (!parts) return value
  const [, year, month = parts[4], day = parts[5], , , time] = parts
  if (!isCalendarDay(Number(year), Number(month), Number(day))) return value
  return `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}${time ? `T${time}` : ''}`
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
