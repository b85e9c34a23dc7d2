import { en } from './en.ts'
import { zh } from './zh.ts'

/** The shape of a dictionary: the Chinese one with its sentences left open. */
export type WordsOf<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer A) => string
      ? (...values: A) => string
      : WordsOf<T[K]>
}

export type Words = WordsOf<typeof zh>

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const WORDS: Record<Language, Words> = { zh, en }

/** A word looked up by a key that comes from a row rather than from the code; an unknown key gives `otherwise`. */
export function wordFor(table: Readonly<Record<string, unknown>>, key: string, otherwise: string): string {
  const word = Object.hasOwn(table, key) ? table[key] : undefined
  return typeof word === 'string' ? word : otherwise
}
