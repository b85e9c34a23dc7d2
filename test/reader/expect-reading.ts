import { expect } from 'chai'
import type { Reading, ReadText, SheetPaper, UnreadableReason } from '../../src/reader/reading.ts'

export function textOf(reading: Reading): ReadText {
  if (reading.outcome !== 'text') expect.fail(`not a text: ${JSON.stringify(reading)}`)
  return reading.paper
}

/** The papers without their cells by heading, which `rowsOf` gives. */
export function papersOf(reading: Reading): Omit<SheetPaper, 'row'>[] {
  return sheetOf(reading).map(({ row: _, ...paper }) => paper)
}

export function rowsOf(reading: Reading): SheetPaper['row'][] {
  return sheetOf(reading).map(({ row }) => row)
}

function sheetOf(reading: Reading): SheetPaper[] {
  if (reading.outcome !== 'sheet') expect.fail(`not a sheet: ${JSON.stringify(reading)}`)
  return reading.papers
}

export function reasonOf(reading: Reading): UnreadableReason {
  if (reading.outcome !== 'unreadable') expect.fail(`was read: ${JSON.stringify(reading).slice(0, 200)}`)
  return reading.reason
}
