import { hasBarePart } from './bare-parts.ts'
import { isInOrdinaryWord } from './ordinary-words.ts'
import { isIn, pairHash } from './pair-set.ts'
import { RespeltWalk } from './respelt-walk.ts'
import { spellingsOf } from './spellings-of.ts'
import { stepFrom, type TargetWords } from './targets.ts'

/**
 * True when two units, one of which nobody writes by chance for what it is written for, begin a target word: 返 and 夲, 收 and 溢.
 * Asked of what stands on both sides of a mark.
 */
export function beginRespelt(before: number, behind: number, targets: TargetWords): boolean {
  if (targets.longest === 0) return false
  const { pairs, from, roots, meant, doubts } = spellingsOf(targets)
  if (!isIn(pairs, pairHash(before, behind))) return false
  for (let i = from[before]!; i < from[before + 1]!; i++)
    if (doubts[i] === 0 && roots[i] !== 0 && stepFrom(targets, roots[i]!, behind) !== 0) return true
  const root = targets.roots[before]!
  if (root === 0) return false
  for (let i = from[behind]!; i < from[behind + 1]!; i++)
    if (doubts[i] === 0 && stepFrom(targets, root, meant[i]!) !== 0) return true
  return false
}

/** A word across a gap, by the text with the gaps left out. */
export interface WordAcross {
  start: number
  end: number
  /** A word of two characters by which nobody offers or denies anything. */
  isLesser: boolean
}

/** The word that two characters side by side begin, one of them written for another beyond doubt. */
export function wordRespeltAcross(joined: string, at: number, targets: TargetWords): WordAcross | undefined {
  if (!beginRespelt(joined.charCodeAt(at - 1), joined.charCodeAt(at), targets)) return undefined
  const found = new RespeltWalk(joined, targets, spellingsOf(targets), false).through(at - 1, at, 'anyhow')
  if (!found?.isSure) return undefined
  if (found.edits.some(({ start }) => isInOrdinaryWord(joined, start))) return undefined
  return { start: at - 1, end: found.end, isLesser: found.isLesser }
}

/** How far from a gap the half of a character may stand. */
const NEAR = 4

/** The word over `at` that holds a character in halves, one of which stands in no text by itself. */
export function wordInHalvesAcross(joined: string, at: number, targets: TargetWords): WordAcross | undefined {
  if (targets.longest === 0 || !hasBarePart(joined, at - NEAR, at + NEAR)) return undefined
  const walk = new RespeltWalk(joined, targets, spellingsOf(targets), false)
  for (let start = Math.max(0, at - targets.longest + 1); start < at; start++) {
    const found = walk.through(start, at, 'anyhow')
    if (found?.isSure && found.certainSplits > 0 && hasBarePart(joined, start, found.end))
      return { start, end: found.end, isLesser: false }
  }
  return undefined
}
