import { type Beginning, beginsLong, lengthsAt, MAY, mayGoOn, placeFrom, readsLong } from './beginnings.ts'
import type { DisguiseKind, Edit } from './clean-text.ts'
import { inCompany, isAmidOffer } from './in-company.ts'
import { FRAME_WORDS, KEY_WORDS } from './key-words.ts'
import { isWhole, LetterRuns } from './letter-runs.ts'
import { lookAlikes } from './look-alike.ts'
import { isInOrdinaryWord } from './ordinary-words.ts'
import type { OtherSpelling, Respelling } from './other-reading.ts'
import { pinyinLetters } from './pinyin-letters.ts'
import { doubtOf, mayReadOn, pairKey, type Spellings, spellingsFor } from './spellings.ts'
import { splitCharacters } from './split-character.ts'
import { stepFrom, type TargetWords, targetFrom } from './targets.ts'

const RESPELLINGS: readonly Respelling[] = [lookAlikes, splitCharacters, pinyinLetters]

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
  let walk: Walk | undefined
  const runs = new LetterRuns(text)
  let certainSplits = 0
  const edits: Edit[] = []
  // Places among the edits.
  let lonely: Set<number> | undefined
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const place = placeFrom(spellings, text, at)
    if (place < 0) break
    at = Math.trunc(place / 16)
    const may = place & 15
    const isLong = (may & MAY.readLong) !== 0 && runs.isSpelt(at) && readsLong(spellings, targets, text, at)
    const isKey = (may & MAY.beKey) !== 0
    const isBegun = isLong || (may & MAY.begin) !== 0
    if (!isBegun && !isKey) continue
    // A spelling of several units may stand anywhere in the word; one of a single unit was seen from the word's beginning.
    const first = isLong ? Math.max(done, at - targets.longest + 1) : isBegun ? at : at + 1
    for (let from = first; from <= at; from++) {
      if (from < done) continue
      // Two units before the spelling of several: what they may begin is known.
      const goesOn = from < at - 1 ? mayGoOn(spellings, text.charCodeAt(from), text.charCodeAt(from + 1)) : 'anyhow'
      if (goesOn === undefined) continue
      walk ??= new Walk(text, targets, spellings, isSplitter)
      const nearest = walk.longest(from, at, isLong ? goesOn : may & MAY.beginRespelt ? 'before_plain' : 'as_written')
      const found = nearest?.isLesser ? instead(walk, nearest) : nearest
      if (!found || isPlainly(text, found.edits)) continue
      if (found.isLesser && !isAmidOffer(text, from)) {
        lonely ??= new Set()
        lonely.add(edits.length)
      }
      for (const edit of found.edits) edits.push(edit)
      certainSplits += found.certainSplits
      done = found.end
      at = found.end - 1
      break
    }
    if (done > at || !isKey) continue
    const key = spellings.keys.get(pairKey(text.charCodeAt(at), text.charCodeAt(at + 1)))
    if (key === undefined || !isAmidOffer(text, at)) continue
    const changed = key[0] === text[at] ? at + 1 : at
    if (isInWord(text, changed, targets)) continue
    edits.push(edit(changed, 1, key.charCodeAt(changed - at), 'look_alike'))
    done = at + 2
    at++
  }
  return { edits: lonely ? inCompany(text, edits, lonely) : edits, certainSplits }
}

/** Of a lesser word and one that begins where it ends the one that tells more: 每年葆本 is no 年报 in disguise. */
function instead(walk: Walk, lesser: Found): Found {
  const last = lesser.edits.at(-1)!
  if (last.end !== lesser.end) return lesser
  const other = walk.longest(last.start, last.start, 'anyhow')
  return other && !other.isLesser ? other : lesser
}

/** Whether a character that looks or sounds like another stands in a word of its own. */
function isPlainly(text: string, edits: readonly Edit[]): boolean {
  return edits.some(({ disguise, start }) => disguise === 'look_alike' && isInOrdinaryWord(text, start))
}

const known = new WeakMap<TargetWords, Spellings>()

function spellingsOf(targets: TargetWords): Spellings {
  let spellings = known.get(targets)
  if (!spellings) {
    spellings = spellingsFor(
      targets,
      RESPELLINGS.flatMap((respelling) => respelling(targets.characters)),
    )
    known.set(targets, spellings)
  }
  return spellings
}

/** Few characters of a text have other readings that a word allows: the bound is met only by text made to meet it. */
const MOST_STEPS = 400

/** A word as it is meant. */
interface Found {
  end: number
  edits: Edit[]
  /** A word of two characters by which nobody offers or denies anything. */
  isLesser: boolean
  /** Of the edits, characters in halves that nobody writes by chance. */
  certainSplits: number
}

/** Searches through the words from places of one text. */
class Walk {
  private steps = 0
  private from = 0
  private through = 0
  private beginning: Beginning = 'anyhow'
  private longestYet = 0
  private best: Found | undefined
  /** What was read otherwise on the way here: where, in how many units, and as what. */
  private depth = 0
  private readonly starts: number[] = []
  private readonly sizes: number[] = []
  private readonly others: OtherSpelling[] = []
  private readonly text: string
  private readonly targets: TargetWords
  private readonly spellings: Spellings
  private readonly isSplitter: boolean
  private readonly doubts: Uint8Array

  constructor(text: string, targets: TargetWords, spellings: Spellings, isSplitter: boolean) {
    this.text = text
    this.targets = targets
    this.spellings = spellings
    this.isSplitter = isSplitter
    this.doubts = isSplitter ? spellings.splittersDoubts : spellings.doubts
  }

  /** The longest target word from `from` on that ends after `through` and reads something otherwise than it is written. */
  longest(from: number, through: number, beginning: Beginning): Found | undefined {
    this.steps = 0
    this.from = from
    this.through = through
    this.beginning = beginning
    this.longestYet = 0
    this.best = undefined
    this.step(0, from, 0, 0, 0)
    return this.best
  }

  private step(node: number, at: number, length: number, plain: number, doubt: number): void {
    if (this.steps++ > MOST_STEPS) return
    const { text, targets, spellings } = this
    if (this.depth > 0 && targets.ends[node] !== 0 && at > this.through && length > this.longestYet) {
      if (this.isConvincing(at, plain, doubt)) {
        this.best = {
          end: at,
          edits: this.edits(),
          isLesser: this.isLesser(length, at),
          certainSplits: this.certainSplits(),
        }
        this.longestYet = length
      }
    }
    if (at >= text.length) return
    const unit = text.charCodeAt(at)
    const next = stepFrom(targets, node, unit)
    if (next !== 0) this.step(next, at + 1, length + 1, plain + 1, doubt)
    if (node === 0 && this.beginning !== 'anyhow') this.beginRespelt(unit, at)
    else if (doubt < 4 && (node === 0 || mayReadOn(spellings, targets, node, unit))) {
      const { doubts } = this
      const end = spellings.from[unit + 1]!
      for (let i = spellings.from[unit]!; i < end; i++) {
        const meant = node === 0 ? spellings.roots[i]! : stepFrom(targets, node, spellings.meant[i]!)
        if (meant === 0) continue
        const total = doubt + doubts[i]!
        if (this.leadsOn(meant, at + 1, total)) this.take(meant, spellings.single[i]!, at, 1, length, plain, total)
      }
    }
    if (!beginsLong(spellings, unit)) return
    const mask = lengthsAt(spellings, text, at)
    for (let units = 1; mask >>> units !== 0; units++) {
      if (((mask >>> units) & 1) === 0) continue
      for (const other of spellings.long.get(text.slice(at, at + units)) ?? NONE) {
        const meant = stepFrom(targets, node, other.unit)
        if (meant !== 0) this.take(meant, other, at, units, length, plain, doubt + doubtOf(other, this.isSplitter))
      }
    }
  }

  private take(
    next: number,
    other: OtherSpelling,
    at: number,
    units: number,
    length: number,
    plain: number,
    doubt: number,
  ): void {
    this.starts[this.depth] = at
    this.sizes[this.depth] = units
    this.others[this.depth++] = other
    this.step(next, at + units, length + 1, plain, doubt)
    this.depth--
  }

  /** Words whose first character alone is respelt, as far as the second. */
  private beginRespelt(unit: number, at: number): void {
    if (this.beginning === 'as_written' || at + 1 >= this.text.length) return
    const { targets, spellings, doubts } = this
    const second = this.text.charCodeAt(at + 1)
    const end = spellings.from[unit + 1]!
    for (let i = spellings.from[unit]!; i < end; i++) {
      const meant = spellings.roots[i]!
      if (meant === 0 || stepFrom(targets, meant, second) === 0) continue
      this.take(meant, spellings.single[i]!, at, 1, 0, 0, doubts[i]!)
    }
  }

  /** False when a word neither ends at a node nor goes on with what stands at `at`: most other readings lead nowhere. */
  private leadsOn(node: number, at: number, doubt: number): boolean {
    const { text, targets, spellings } = this
    if (targets.ends[node] !== 0) return true
    if (at >= text.length) return false
    const unit = text.charCodeAt(at)
    if ((targets.nodes[2 * node + 1]! & (1 << (unit & 31))) !== 0 || beginsLong(spellings, unit)) return true
    return doubt < 4 && mayReadOn(spellings, targets, node, unit)
  }

  private certainSplits(): number {
    let count = 0
    for (let i = 0; i < this.depth; i++) {
      const { kind, doubt } = this.others[i]!
      if (kind === 'split_character' && doubt === 'none') count++
    }
    return count
  }

  private edits(): Edit[] {
    const { starts, sizes, others } = this
    return Array.from({ length: this.depth }, (_, i) => edit(starts[i]!, sizes[i]!, others[i]!.unit, others[i]!.kind))
  }

  /** Whether the word is one of two characters that nobody hides for its own sake. */
  private isLesser(length: number, end: number): boolean {
    if (length !== 2) return false
    let word = ''
    for (let at = this.from, i = 0; at < end; ) {
      const isOther = i < this.depth && this.starts[i] === at
      word += isOther ? String.fromCharCode(this.others[i]!.unit) : this.text[at]
      at += isOther ? this.sizes[i++]! : 1
    }
    return !TELLING.has(word)
  }

  private isConvincing(end: number, plain: number, doubt: number): boolean {
    const { text, from } = this
    if (plain === 0 || !isWhole(text, from, -1) || !isWhole(text, end, 1)) return false
    if (doubt === 0) return true
    if (plain < doubt) return false
    for (let i = 0; i < this.depth; i++) if (isInWord(text, this.starts[i]!, this.targets)) return false
    return true
  }
}

/** Words that are hidden one at a time. */
const TELLING: ReadonlySet<string> = new Set([...KEY_WORDS, ...FRAME_WORDS])

const NONE: readonly OtherSpelling[] = []

function edit(at: number, units: number, put: number, kind: DisguiseKind): Edit {
  return { start: at, end: at + units, put: String.fromCharCode(put), disguise: kind }
}

/** True when a target word stands at `at` as it is written: 直推奖 is no 推荐 in disguise. */
function isInWord(text: string, at: number, targets: TargetWords): boolean {
  for (let from = Math.max(0, at - targets.longest + 1); from <= at; from++)
    if (targetFrom(text, from, at, Math.min(text.length, from + targets.longest), targets) > 0) return true
  return false
}
