import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { LaidBlock, LaidCell } from '../core/letter/laid-letter.ts'
import { millimetres, points, SIZE } from './look.ts'
import { runs } from './words.ts'

const LEAST_ROW_MM = 9

/** A ruled table of the given width in millimetres. Heads are repeated on every page, and a row of a list is not broken across two. */
export function ruledTable(table: Extract<LaidBlock, { kind: 'table' }>, widthMm: number): Table {
  const parts = table.columns.reduce((sum, each) => sum + each, 0)
  const widths = table.columns.map((each) => millimetres((widthMm * each) / parts))
  const isList = table.rows.some(({ isHead }) => isHead)
  return new Table({
    alignment: AlignmentType.CENTER,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    borders: { top: RULE, bottom: RULE, left: RULE, right: RULE, insideHorizontal: RULE, insideVertical: RULE },
    margins: { left: millimetres(1.5), right: millimetres(1.5), top: millimetres(0.6), bottom: millimetres(0.6) },
    rows: table.rows.map(({ isHead, cells }) => {
      const height = Math.max(LEAST_ROW_MM, ...cells.filter(({ down }) => down === 1).map((cell) => cell.height ?? 0))
      return new TableRow({
        tableHeader: isHead,
        cantSplit: isList || height < 60,
        height: { value: millimetres(height), rule: HeightRule.ATLEAST },
        children: cells.map((cell) => ruledCell(cell, isList)),
      })
    }),
  })
}

const RULE = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const

function ruledCell(cell: LaidCell, isList: boolean): TableCell {
  const isTall = (cell.height ?? 0) >= 20 && !cell.isLabel
  return new TableCell({
    columnSpan: cell.across,
    rowSpan: cell.down,
    verticalAlign: isTall ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    children: cell.lines.map(
      (words) =>
        new Paragraph({
          alignment: cell.isLabel
            ? AlignmentType.CENTER
            : isList || cell.lines.length > 0
              ? AlignmentType.LEFT
              : AlignmentType.BOTH,
          spacing: { line: points(isList ? SIZE.cell + 5 : SIZE.cell + 8), lineRule: 'atLeast' },
          children: runs(words, cell.isLabel ? 'plain' : 'body', isList ? SIZE.cell - 1 : SIZE.cell),
        }),
    ),
  })
}
