import { isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { areNeighbours, type TargetWords, targetFrom } from './targets.ts'

const LONGEST_RUN = 21
const REPEATED = /([\u3400-\u9fff])\1{1,20}/g

/**
 * 高收收收益: a character written several times inside a target word, taken back to one.
 * At the word's edge two are left alone, since 保保本 holds 保本 as it is; three in a row are nobody's habit.
 */
export function repeats(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const edits: Edit[] = []
  let next = text.charCodeAt(0)
  for (let start = 0; start + 1 < text.length; start++) {
    const unit = next
    next = text.charCodeAt(start + 1)
    // Few characters stand beside their like.
    if (unit !== next) continue
    const end = runFrom(text, start)
    if (isTooMany(text, start, end, targets)) edits.push({ start: start + 1, end, put: '', disguise: 'repeat' })
    start = end - 1
    next = text.charCodeAt(end)
  }
  return edits
}

function isTooMany(text: string, start: number, end: number, targets: TargetWords): boolean {
  if (end - start < 2 || !targets.characters.has(text.charCodeAt(start))) return false
  return end - start > 2 || insideWord(text, start, end, targets)
}

/** End of the run of one Han character that begins at `start`; of anything else the next place. */
function runFrom(text: string, start: number): number {
  const unit = text.charCodeAt(start)
  let end = start + 1
  if (unit < 0x3400 || unit > 0x9fff) return end
  const limit = Math.min(text.length, start + LONGEST_RUN)
  while (end < limit && text.charCodeAt(end) === unit) end++
  return end
}

function insideWord(text: string, start: number, end: number, targets: TargetWords): boolean {
  const unit = text.charCodeAt(start)
  if (!areNeighbours(targets, text.charCodeAt(start - 1), unit)) return false
  if (!areNeighbours(targets, unit, text.charCodeAt(end))) return false
  const reach = targets.longest
  let from = start
  while (from > 0 && start - from < reach && isHan(text.charCodeAt(from - 1))) from--
  const after = collapse(text.slice(end, end + reach * 2))
  const before = collapse(text.slice(from, start))
  const joined = before + text[start]! + after
  const at = before.length
  for (let i = Math.max(0, at - reach + 2); i < at; i++) {
    if (targetFrom(joined, i, at + 1, Math.min(joined.length, i + reach), targets) > 0) return true
  }
  return false
}

function collapse(text: string): string {
  return text.replace(REPEATED, '$1')
}
