import { isHan } from './characters.ts'
import type { Edit } from './clean-text.ts'
import { type TargetWords, targetFrom } from './targets.ts'

const REPEATED = /([\u3400-\u9fff])\1{1,20}/g

/**
 * 高收收收益: a character written several times inside a target word, taken back to one.
 * At the word's edge two are left alone, since 保保本 holds 保本 as it is; three in a row are nobody's habit.
 */
export function repeats(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const edits: Edit[] = []
  for (const match of text.matchAll(REPEATED)) {
    const start = match.index
    const end = start + match[0].length
    const isMany = end - start > 2 && targets.characters.has(text.charCodeAt(start))
    if (!isMany && !insideWord(text, start, end, targets)) continue
    edits.push({ start: start + 1, end, put: '', disguise: 'repeat' })
  }
  return edits
}

function insideWord(text: string, start: number, end: number, targets: TargetWords): boolean {
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
