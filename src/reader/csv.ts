import type { Reading } from './reading.ts'
import { papersOf, textlessOf } from './sheet.ts'
import { decodeText } from './text-encoding.ts'
import { failureName, isBlank, unreadable } from './unreadable.ts'

type Parse = typeof import('csv-parse/sync').parse

/** Rows of a text table parted by commas, semicolons or tabs. Locators: `row 12` as a spreadsheet program counts it, `table` for the whole. */
export async function readCsv(bytes: Uint8Array): Promise<Reading> {
  const decoded = decodeText(bytes)
  if ('reason' in decoded) return unreadable(decoded.reason === 'binary' ? 'unsupported' : 'bad_encoding')
  if (isBlank(decoded.text)) return unreadable('empty')

  const { parse } = await import('csv-parse/sync')
  let records: string[][]
  try {
    records = parseWith(parse, decoded.text, delimiterOf(parse, decoded.text))
  } catch (failure) {
    return unreadable('corrupt', `csv: ${failureName(failure)}`)
  }
  const rows = records.map((cells, at) => ({ number: at + 1, cells }))
  const sheet = papersOf(rows, { sheet: 'table', row: (number) => `row ${number}` })
  const { papers } = sheet
  return papers.length > 0
    ? { outcome: 'sheet', format: 'csv', papers, ...textlessOf([sheet]) }
    : unreadable('empty', 'no row has text')
}

/** Quotes are honoured; where they do not close (a stray inch or quotation mark), they are ordinary characters. */
function parseWith(parse: Parse, text: string, delimiter: string): string[][] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }
  try {
    return parse(text, options)
  } catch {
    return parse(text, { ...options, quote: null })
  }
}

const DELIMITERS = [',', '\t', ';']
const SAMPLE_LINES = 50

/** The delimiter that cuts the first lines most evenly into more than one column. */
function delimiterOf(parse: Parse, text: string): string {
  const declared = /^sep=(.)\r?\n/.exec(text)?.[1]
  if (declared) return declared
  const sample = text.split('\n', SAMPLE_LINES).join('\n')
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(parseWith(parse, sample, delimiter)) }))
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

/** Share of rows with the commonest number of columns, a little more for more columns; nought when that number is one. */
function evenness(records: string[][]): number {
  const counts = new Map<number, number>()
  for (const { length } of records) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns = 1, rows = 0] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [1, 0])
  return columns > 1 ? rows / records.length + columns / 1000 : 0
}
