import { type Beginning, beginsLong, lengthsAt, MAY, tellsLong } from './beginnings.ts'
import type { DisguiseKind, Edit } from './clean-text.ts'
import { FRAME_WORDS, KEY_WORDS } from './key-words.ts'
import { isWhole } from './letter-runs.ts'
import type { OtherSpelling } from './other-reading.ts'
import { doubtOf, mayReadOn, type Spellings } from './spellings.ts'
import { isInTarget, stepFrom, type TargetWords } from './targets.ts'

/** All bits of {@link MAY}, and more. */
const ANY = ~0

/** Few characters of a text have other readings that a word allows: the bound is met only by text made to meet it. */
const MOST_STEPS = 400

/** A word as it is meant. */
export interface Found {
  start: number
  end: number
  edits: Edit[]
  /** A word of two characters by which nobody offers or denies anything. */
  isLesser: boolean
  /** Of the edits, characters in halves that nobody writes by chance. */
  certainSplits: number
  /** True when nobody writes any of the edits' spellings by chance. */
  isSure: boolean
}

/** Searches through the target words from places of one text, some characters read otherwise than they are written. */
export class RespeltWalk {
  private steps = 0
  private start = 0
  /** The word must end after this place. */
  private past = 0
  private beginning: Beginning = 'anyhow'
  private may = 0
  private best: Found | undefined
  private bestLength = 0
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

  /** The longest target word that begins at `at` and reads something otherwise, of its first three units what `may` allows (see {@link MAY}). */
  from(at: number, may: number): Found | undefined {
    return this.longest(at, at, (may & MAY.respellFirst) !== 0 ? 'before_plain' : 'as_written', may)
  }

  /** The longest target word that begins at `at`, however that is meant. */
  anyFrom(at: number): Found | undefined {
    return this.longest(at, at, 'anyhow', ANY)
  }

  /** The longest target word that begins at `from` and ends after `through`, at which a spelling of several units stands. */
  through(from: number, through: number, beginning: Beginning): Found | undefined {
    return this.longest(from, through, beginning, ANY)
  }

  private longest(from: number, through: number, beginning: Beginning, may: number): Found | undefined {
    this.steps = 0
    this.start = from
    this.past = through
    this.beginning = beginning
    this.may = may
    this.bestLength = 0
    this.best = undefined
    this.step(0, from, 0, 0, 0)
    return this.best
  }

  private step(node: number, at: number, length: number, plain: number, doubt: number): void {
    if (this.steps++ > MOST_STEPS) return
    const { text, targets, spellings } = this
    if (this.depth > 0 && targets.ends[node] !== 0 && at > this.past && this.tellsMore(at, length)) {
      if (this.isConvincing(at, plain, doubt)) {
        this.best = {
          start: this.start,
          end: at,
          edits: this.edits(),
          isLesser: this.isLesser(length, at),
          certainSplits: this.certainSplits(),
          isSure: doubt === 0,
        }
        this.bestLength = length
      }
    }
    if (at >= text.length) return
    const unit = text.charCodeAt(at)
    const next = stepFrom(targets, node, unit)
    if (next !== 0) this.step(next, at + 1, length + 1, plain + 1, doubt)
    if (node === 0 && this.beginning !== 'anyhow') this.beginRespelt(unit, at)
    else if (
      doubt < 4 &&
      this.mayBeRespelt(length) &&
      (node === 0 || mayReadOn(spellings, targets, node, unit)) &&
      !this.isHalf(unit, at)
    ) {
      const { doubts } = this
      const end = spellings.from[unit + 1]!
      for (let i = spellings.from[unit]!; i < end; i++) {
        const meant = node === 0 ? spellings.roots[i]! : stepFrom(targets, node, spellings.meant[i]!)
        if (meant === 0) continue
        const total = doubt + doubts[i]!
        if (this.leadsOn(meant, at + 1, plain, total))
          this.take(meant, spellings.single[i]!, at, 1, length, plain, total)
      }
    }
    if (!beginsLong(spellings, unit)) return
    const mask = lengthsAt(spellings, text, at)
    for (let units = 1; mask >>> units !== 0; units++) {
      if (((mask >>> units) & 1) === 0 || at + units > text.length) continue
      for (const other of spellings.long.get(text.slice(at, at + units)) ?? NONE) {
        const meant = stepFrom(targets, node, other.unit)
        if (meant !== 0) this.take(meant, other, at, units, length, plain, doubt + doubtOf(other, this.isSplitter))
      }
    }
  }

  /** The word that explains more of the text, then the longer: 分糸工 is 分红, not 分利 and a 工 that is left. */
  private tellsMore(end: number, length: number): boolean {
    const { best } = this
    return best === undefined || end > best.end || (end === best.end && length > this.bestLength)
  }

  /** Of the first three units at most one is read otherwise, but where a spelling of several units is among them. */
  private mayBeRespelt(length: number): boolean {
    if (length === 1) return (this.may & MAY.respellSecond) !== 0 && (this.depth === 0 || this.may === ANY)
    return length !== 2 || (this.may & MAY.respellThird) !== 0
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

  /** A half that stands in no text by itself is written for no other character where both halves stand: 糸工 is 红, not 施工. */
  private isHalf(unit: number, at: number): boolean {
    return tellsLong(this.spellings, unit) && this.spellings.long.has(this.text.slice(at, at + 2))
  }

  /** Words whose first character alone is respelt, as far as the second. */
  private beginRespelt(unit: number, at: number): void {
    if (this.beginning === 'as_written' || at + 1 >= this.text.length || this.isHalf(unit, at)) return
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
  private leadsOn(node: number, at: number, plain: number, doubt: number): boolean {
    const { text, targets, spellings } = this
    if (targets.ends[node] !== 0 && plain > 0 && plain >= doubt) return true
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
    for (let at = this.start, i = 0; at < end; ) {
      const isOther = i < this.depth && this.starts[i] === at
      word += isOther ? String.fromCharCode(this.others[i]!.unit) : this.text[at]
      at += isOther ? this.sizes[i++]! : 1
    }
    return !TELLING.has(word)
  }

  private isConvincing(end: number, plain: number, doubt: number): boolean {
    const { text, start } = this
    if (plain === 0 || !isWhole(text, start, -1) || !isWhole(text, end, 1)) return false
    if (doubt === 0) return true
    if (plain < doubt) return false
    for (let i = 0; i < this.depth; i++) if (isInTarget(text, this.starts[i]!, this.targets)) return false
    return true
  }
}

/** Words that are hidden one at a time. */
const TELLING: ReadonlySet<string> = new Set([...KEY_WORDS, ...FRAME_WORDS])

const NONE: readonly OtherSpelling[] = []

/** What is put for a spelling. */
export function edit(at: number, units: number, put: number, kind: DisguiseKind): Edit {
  return { start: at, end: at + units, put: String.fromCharCode(put), disguise: kind }
}
