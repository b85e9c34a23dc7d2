import type { DisguiseKind } from './clean-text.ts'

/** One way to read something else at a place: `length` units of the text stand for the character `unit`. */
export interface OtherReading {
  length: number
  unit: number
  kind: DisguiseKind
  /** No one writes this by chance: enough to change a two-character word. */
  sure: boolean
}

/** One way of writing a character otherwise. */
export interface Respelling {
  /** Units that any other reading begins with: at all other places nothing is looked up. */
  starts: readonly number[]
  /** Other readings at a place of the text. */
  readings: (text: string, at: number) => OtherReading[]
}
