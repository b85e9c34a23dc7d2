import type { LetterStyle } from './template.ts'

/** A letter with everything filled in, to be put on paper or on a screen. */
export interface LaidLetter {
  type: string
  style: LetterStyle
  bureau: Run[]
  title: Run[]
  /** Null for a letter that bears none. */
  number: Run[] | null
  blocks: LaidBlock[]
  signatures: string[]
  copies: Run[] | null
}

/** A stretch of words. `source` says where a filled one comes from; null: the template's own words. */
export interface Run {
  text: string
  source: string | null
  /** The words of somebody else, which we repeat. */
  isQuoted?: boolean
  /** What stands here is the name of what is missing. */
  isMissing?: boolean
}

export type LaidBlock =
  | { kind: 'addressee' | 'heading' | 'paragraph' | 'plain' | 'caption' | 'note'; runs: Run[] }
  | { kind: 'attachments'; items: Run[][] }
  | { kind: 'table'; columns: number[]; rows: LaidRow[] }
  | { kind: 'signature'; bureau: Run[]; day: Run[] }
  | { kind: 'page' }

export interface LaidRow {
  isHead: boolean
  cells: LaidCell[]
}

export interface LaidCell {
  isLabel: boolean
  lines: Run[][]
  across: number
  down: number
  height: number | null
}

/** Every line of a letter, in reading order. */
export function linesOf(letter: LaidLetter): Run[][] {
  const words = (text: string): Run[] => [{ text, source: null }]
  return [
    letter.bureau,
    letter.title,
    ...(letter.number ? [letter.number] : []),
    ...letter.blocks.flatMap(linesOfBlock),
    ...letter.signatures.map(words),
    ...(letter.copies ? [letter.copies] : []),
  ]
}

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

function linesOfBlock(block: LaidBlock): Run[][] {
  switch (block.kind) {
    case 'attachments':
      return block.items
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines))
    case 'signature':
      return [block.bureau, block.day]
    case 'page':
      return []
    default:
      return [block.runs]
  }
}
