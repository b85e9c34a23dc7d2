import type { DisguiseKind } from './clean-text.ts'

/**
 * How easily the spelling stands in a text by itself. `none`: nobody writes it by chance, it may change a two-character word;
 * `some`: two plain characters must stand beside it; `much`: three; `key`: only a key word is read so, and only amid its like.
 */
export type Doubt = 'none' | 'some' | 'much' | 'key'

/** One way of writing a character otherwise: `written` (one or more units) stands for the character `unit`. */
export interface OtherSpelling {
  written: string
  unit: number
  kind: DisguiseKind
  doubt: Doubt
}

/** What a way of writing offers for the characters that a rulebook's words are made of. */
export type Respelling = (characters: ReadonlySet<number>) => OtherSpelling[]
