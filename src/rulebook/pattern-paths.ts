import { type CharacterPart, type PatternPart, patternTree } from './pattern-tree.ts'

/** The ways through a pattern: from each place the next ones. */
export interface PatternPaths {
  places: readonly Place[]
  first: number
  /** Characters as they are looked at, whatever the way. */
  looked: readonly CharacterPart[]
}

/** A character to write and where that leads; a fork; a look around, from which one goes on when it allows. */
export type Place =
  | { character: CharacterPart; next: number }
  | { forks: readonly number[] }
  | { ahead: number; refuses: boolean; next: number }
  | { behind: RegExp; refuses: boolean; next: number }

/** Where every way ends, that of a look ahead too. */
export const END = 0

/** Lays the ways from back to front: each part leads to what comes after it, repeats are written out. */
export function patternPaths(pattern: string): PatternPaths {
  const places: Place[] = [{ forks: [] }]
  const looked = new Set<CharacterPart>()
  const add = (place: Place) => places.push(place) - 1

  function lead(part: PatternPart, next: number, inLook: boolean): number {
    if (part.kind === 'character') {
      if (inLook) looked.add(part)
      return add({ character: part, next })
    }
    if (part.kind === 'row') return part.parts.reduceRight((after, each) => lead(each, after, inLook), next)
    if (part.kind === 'either') return add({ forks: part.parts.map((each) => lead(each, next, inLook)) })
    if (part.kind === 'look') {
      const { refuses, behind, inside, source } = part
      if (behind) return add({ behind: new RegExp(`(?:${source})$`, 'i'), refuses, next })
      return add({ ahead: lead(inside, END, true), refuses, next })
    }
    let first = next
    for (let time = part.least; time < part.most; time++) first = add({ forks: [next, lead(part.part, first, inLook)] })
    for (let time = 0; time < part.least; time++) first = lead(part.part, first, inLook)
    return first
  }

  const first = lead(patternTree(pattern), END, false)
  return { first, places, looked: [...looked] }
}
