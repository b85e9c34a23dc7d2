import { hasBarePart } from './bare-parts.ts'
import { MAY, mayGoOn, PLACE_STEP, placeFrom, readsLong, tellsLong } from './beginnings.ts'
import type { Edit } from './clean-text.ts'
import { inCompany, isAmidOffer } from './in-company.ts'
import { LetterRuns } from './letter-runs.ts'
import { isInOrdinaryWord } from './ordinary-words.ts'
import { edit, type Found, RespeltWalk } from './respelt-walk.ts'
import { pairKey, type Spellings } from './spellings.ts'
import { spellingsOf } from './spellings-of.ts'
import { isInTarget, type TargetWords } from './targets.ts'

/**
 * Undoes spellings that read as another character (look-alikes, characters in parts, pinyin), only where that makes a target word.
 * Two-character words need a reading that nobody writes by chance, longer ones most of their characters as they are:
 * ordinary text is not bent into hits.
 */
export function respelling(text: string, targets: TargetWords): Edit[] {
  if (targets.longest === 0) return []
  const first = respelt(text, targets, false)
  // Who has written some characters in halves beyond doubt means the others too.
  return first.certainSplits >= ENOUGH_SPLITS ? respelt(text, targets, true).edits : first.edits
}

/** Characters in halves after which those that may be two characters are read as one: 床人立, 入人主. */
const ENOUGH_SPLITS = 2

function respelt(text: string, targets: TargetWords, isSplitter: boolean): { edits: Edit[]; certainSplits: number } {
  const spellings = spellingsOf(targets)
  // Of many short texts no place has to be walked from.
  let walk: RespeltWalk | undefined
  const runs = new LetterRuns(text)
  let certainSplits = 0
  const edits: Edit[] = []
  // Places among the edits.
  let lonely: Set<number> | undefined
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const place = placeFrom(spellings, text, at)
    if (place < 0) break
    at = Math.trunc(place / PLACE_STEP)
    const may = place & (PLACE_STEP - 1)
    const mayBeLong = (may & MAY.readLong) !== 0
    const isLong = mayBeLong && runs.isSpelt(at) && readsLong(spellings, targets, text, at)
    const isKey = (may & MAY.beKey) !== 0
    const isBegun = isLong || (may & MAY.begin) !== 0
    const alone = mayBeLong && beginsBare(text, at, spellings) ? inBareHalves(text, at, spellings) : undefined
    if (!isBegun && !isKey && !alone) continue
    // A spelling of several units may stand anywhere in the word; one of a single unit was seen from the word's beginning.
    const first = isLong ? Math.max(done, at - targets.longest + 1) : isBegun ? at : at + 1
    for (let from = first; from <= at; from++) {
      if (from < done) continue
      // Two units before the spelling of several: what they may begin is known.
      const goesOn = from < at - 1 ? mayGoOn(spellings, text.charCodeAt(from), text.charCodeAt(from + 1)) : 'anyhow'
      if (goesOn === undefined) continue
      walk ??= new RespeltWalk(text, targets, spellings, isSplitter)
      const nearest = isLong ? walk.through(from, at, goesOn) : walk.from(at, may)
      const found = nearest?.isLesser ? instead(walk, text, nearest) : nearest
      if (!found || isPlainly(text, found.edits)) continue
      if (found.isLesser && !isInHalves(text, found) && !isAmidOffer(text, from)) {
        lonely ??= new Set()
        lonely.add(edits.length)
      }
      for (const edit of found.edits) edits.push(edit)
      certainSplits += found.certainSplits
      done = found.end
      at = found.end - 1
      break
    }
    if (done > at) continue
    if (alone) {
      edits.push(alone)
      certainSplits++
      done = alone.end
      at = done - 1
      continue
    }
    if (!isKey) continue
    const key = spellings.keys.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)))
    if (key === undefined || !isAmidOffer(text, at)) continue
    const changed = key[0] === text[at] ? at + 1 : at
    if (isInTarget(text, changed, targets)) continue
    edits.push(edit(changed, 1, key.charCodeAt(changed - at), 'look_alike'))
    done = at + 2
    at++
  }
  return { edits: lonely ? inCompany(text, edits, lonely) : edits, certainSplits }
}

/**
 * Of a lesser word and one that begins where it ends, or in it with a character in halves beyond doubt, the one that tells more:
 * 每年葆本 is no 年报 in disguise, nor is 孚分糸工 one of 季分.
 */
function instead(walk: RespeltWalk, text: string, lesser: Found): Found {
  const last = lesser.edits.at(-1)!
  const isAtEnd = last.end === lesser.end
  const from = isAtEnd ? last.start : lesser.end - 1
  if (!isAtEnd && !hasBarePart(text, from, lesser.end + NEXT)) return lesser
  const other = walk.anyFrom(from)
  if (!other || other.isLesser) return lesser
  return isAtEnd || isInHalves(text, other) ? other : lesser
}

/** Units behind a lesser word within which the halves of the next character stand. */
const NEXT = 4

/** Whether a character of a word is written in halves of which one stands in no text by itself. */
function isInHalves(text: string, { start, end, certainSplits }: Found): boolean {
  return certainSplits > 0 && hasBarePart(text, start, end)
}

/** Asked at many places of ordinary text: a part that stands in no text by itself begins there, or is the second of two. */
function beginsBare(text: string, at: number, spellings: Spellings): boolean {
  if (tellsLong(spellings, text.charCodeAt(at))) return true
  const second = text.charCodeAt(at + 1)
  return second === KNIFE || second === TOWN || second === WALK
}

/** 刂, 阝 and 辶, which are written last. */
const [KNIFE, TOWN, WALK] = [0x5202, 0x961d, 0x8fb6]

/** A character in halves of which one stands in no text by itself is read whatever stands around it: 亻主山里. */
function inBareHalves(text: string, at: number, { long }: Spellings): Edit | undefined {
  // 辶 is written last too, but not where the next character takes it: 车辶寸去.
  if (!hasBarePart(text, at, at + 2) || long.has(text.slice(at + 1, at + 3))) return undefined
  const meant = (long.get(text.slice(at, at + 2)) ?? []).filter(({ doubt }) => doubt === 'none')
  return meant.length === 1 ? edit(at, 2, meant[0]!.unit, 'split_character') : undefined
}

/** Whether a character that looks or sounds like another stands in a word of its own. */
function isPlainly(text: string, edits: readonly Edit[]): boolean {
  return edits.some(({ disguise, start }) => disguise === 'look_alike' && isInOrdinaryWord(text, start))
}
