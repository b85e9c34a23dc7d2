import type { Edit } from './clean-text.ts'
import { lookAlikes } from './look-alike.ts'
import type { OtherReading, Respelling } from './other-reading.ts'
import { pinyinLetters } from './pinyin-letters.ts'
import { splitCharacters } from './split-character.ts'
import type { TargetNode, TargetWords } from './targets.ts'

const RESPELLINGS: readonly Respelling[] = [lookAlikes, splitCharacters, pinyinLetters]

const STARTS = new Uint8Array(0x10000)
for (const { starts } of RESPELLINGS) for (const unit of starts) STARTS[unit] = 1

/**
 * Undoes spellings that read as another character (look-alikes, characters in parts, pinyin), only where that makes a target word.
 * At least half of the word must stand as it is or be surely meant, and two-character words need a sure reading: ordinary text is not bent into hits.
 */
export function respelling(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const edits: Edit[] = []
  let done = 0
  for (let at = 0; at < text.length; at++) {
    if (STARTS[text.charCodeAt(at)] !== 1) continue
    const readings = readingsAt(text, at)
    if (readings.length === 0) continue
    for (let from = Math.max(done, at - targets.longest + 1); from <= at; from++) {
      const found = walk(text, from, at, targets)
      if (!found) continue
      edits.push(...found.edits)
      done = found.end
      at = found.end - 1
      break
    }
  }
  return edits
}

function readingsAt(text: string, at: number): OtherReading[] {
  if (STARTS[text.charCodeAt(at)] !== 1) return []
  return RESPELLINGS.flatMap((respelling) => respelling.readings(text, at))
}

interface Path {
  node: TargetNode
  at: number
  length: number
  plain: number
  sure: boolean
  edits: Edit[]
}

/** The longest target word from `from` on that reads `through` otherwise than it is written. */
function walk(
  text: string,
  from: number,
  through: number,
  targets: TargetWords,
): { end: number; edits: Edit[] } | undefined {
  let best: Path | undefined
  const open: Path[] = [{ node: targets.root, at: from, length: 0, plain: 0, sure: false, edits: [] }]
  // Few characters have other readings, and the trie forbids most of them: the bound is never met by text that was not made to meet it.
  for (let steps = 0; open.length > 0 && steps < 400; steps++) {
    const path = open.pop()!
    if (path.node.ends && path.at > through && isConvincing(text, from, path) && (!best || path.length > best.length))
      best = path
    if (path.at >= text.length || path.length >= targets.longest) continue
    const plain = path.node.next.get(text.charCodeAt(path.at))
    if (plain) open.push({ ...path, node: plain, at: path.at + 1, length: path.length + 1, plain: path.plain + 1 })
    for (const reading of readingsAt(text, path.at)) {
      const node = path.node.next.get(reading.unit)
      if (!node) continue
      const end = path.at + reading.length
      const edit: Edit = { start: path.at, end, put: String.fromCharCode(reading.unit), disguise: reading.kind }
      open.push({
        node,
        at: end,
        length: path.length + 1,
        plain: path.plain,
        sure: path.sure || reading.sure,
        edits: [...path.edits, edit],
      })
    }
  }
  return best && { end: best.at, edits: best.edits }
}

function isConvincing(text: string, from: number, path: Path): boolean {
  if (path.edits.length === 0) return false
  const isWhole =
    !(isLetter(text, from) && isLetter(text, from - 1)) && !(isLetter(text, path.at - 1) && isLetter(text, path.at))
  if (!isWhole || path.plain === 0) return false
  return path.sure || (path.length >= 3 && path.plain * 2 >= path.length)
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at) | 0x20
  return unit >= 0x61 && unit <= 0x7a
}
