import type { Frame, Kind } from '../document.ts'
import type { Fact } from '../extract/fact.ts'
import type { CleanText } from '../normalise/clean-text.ts'
import type { FramedSentence, Framing, Genre } from './frame.ts'
import { type GenreReading, genreOf } from './genre.ts'
import { mayBeFramed, sentenceFrame } from './sentence-frame.ts'
import { sentences } from './sentences.ts'
import { BEYOND_DOUBT, TELL_OF_OTHERS } from './strongest-genre.ts'
import { hasOwnVoice, isBetweenParties, isDecided, takenBack, tellsOwnStory } from './tells-of-others.ts'

/**
 * Reads whose words each sentence holds, and what sort of writing the whole is.
 * A given kind outranks the guess: in a complaint or report everything told is evidence against the persons named (N-14),
 * and what is given as marketing sells. Only those papers stay warning, policy, news or judgment that are so beyond doubt, offer nothing
 * and tell nobody's own story; a court's findings without its ruling are evidence. Who takes a complaint back denies it.
 */
export function frameDocument(clean: CleanText, facts: readonly Fact[], givenKind: Kind = 'unknown'): Framing {
  const guess = genreOf(clean.text, facts)
  return framed(clean, settle(guess, givenKind, clean.text), kindOf(guess, clean.text))
}

/**
 * The reading of a paper as one that sells, whatever sort of writing it reads like. Each sentence is still asked whose words it holds; those mostly in
 * quotation marks, and those that say who said or sent it, are somebody else's.
 */
export function frameAsSelling(clean: CleanText, guessedKind: Kind): Framing {
  const framing = framed(
    clean,
    { genre: 'leaflet', genreBecause: ['second_hearing'], base: 'seller', because: 'second_hearing' },
    guessedKind,
  )
  const quoted = [...clean.text.matchAll(/[“"「『][^”"」』]{0,400}[”"」』]/g)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  const isOthers = ({ start, end }: FramedSentence) =>
    SAID_BY_OTHERS.test(clean.text.slice(start, end)) || 2 * overlap(quoted, start, end) > end - start
  return {
    ...framing,
    sentences: framing.sentences.map((one) =>
      one.frame === 'seller' && isOthers(one) ? { ...one, frame: 'warning', because: 'said_by_others' } : one,
    ),
  }
}

/** 有人跟您讲…, 收到传单：…, 业务员：…: what follows was said by somebody a lesson tells of. */
const SAID_BY_OTHERS =
  /有人(?:跟|对|向|和|给|会)|收到[^，。]{0,6}(?:传单|短信|广告|电话|宣传单)|(?:业务员|推销员|骗子|讲师|老师|经理)[^，。：:]{0,6}[：:]|(?:他们|对方|人家)(?:会|就|常)?(?:说|讲|跟您)|听到(?:这|以下|下面)|练习题|选择题/

/** Characters of a range that the spans cover, which stand in order and apart. */
function overlap(spans: readonly { start: number; end: number }[], start: number, end: number): number {
  return spans.reduce((sum, span) => sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0)
}

function framed(clean: CleanText, reading: Settled, guessedKind: Kind): Framing {
  const own = { frame: reading.base, because: reading.because }
  const isPlain = !mayBeFramed(clean.text, reading.base, reading.genre)
  const all: FramedSentence[] = []
  for (const span of sentences(clean.text)) {
    const { frame, because } = isPlain ? own : sentenceFrame(clean, span, reading.base, reading.genre, reading.because)
    all.push({ start: span.start, end: span.end, frame, because })
  }
  return {
    genre: reading.genre,
    genreBecause: reading.genreBecause,
    guessedKind,
    sentences: all,
  }
}

/** The sentence that clean offset `offset` stands in; the last one for an offset at or past the end. */
export function frameAt(framing: Framing, offset: number): FramedSentence {
  const all = framing.sentences
  let low = 0
  let high = all.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (all[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return all[low] ?? { start: 0, end: 0, frame: 'other', because: 'empty' }
}

interface Settled {
  genre: Genre
  genreBecause: string[]
  base: Frame
  because: string
}

const FRAME_OF: Readonly<Record<Genre, Frame>> = {
  offer: 'seller',
  leaflet: 'seller',
  contract: 'seller',
  account: 'complainant',
  warning: 'warning',
  news: 'news',
  judgment: 'judgment',
  policy: 'policy',
  other: 'other',
}

/** Enough where nobody speaks for himself. */
const PLAIN = 3
/** Of papers given as a complaint or report only these may be plain: a third person's note that says 谨防 is evidence still (N-14). */
const ACCUSED: readonly Genre[] = ['news', 'judgment']

function settle(guess: GenreReading, given: Kind, text: string): Settled {
  const { genre: own, because: genreBecause } = guess
  if (given === 'complaint' || given === 'report') {
    if (
      !isWronged(guess) &&
      isOthers(guess, text, ACCUSED) &&
      !tellsOwnStory(text) &&
      (own !== 'judgment' || isDecided(text))
    ) {
      return { genre: own, genreBecause, base: FRAME_OF[own], because: 'genre' }
    }
    if (takenBack(text))
      return { genre: 'account', genreBecause: ['taken_back'], base: 'negation', because: 'taken_back' }
    const genre = guess.genre === 'judgment' ? 'judgment' : 'account'
    return {
      genre,
      genreBecause: genre === guess.genre ? guess.because : ['given_kind'],
      base: 'complainant',
      because: 'given_kind',
    }
  }
  if (given === 'contract') {
    // A judgment about a contract is none, whatever it was handed in as.
    if (own === 'judgment' && isOthers(guess, text, []) && isDecided(text) && isBetweenParties(text))
      return { genre: own, genreBecause, base: FRAME_OF[own], because: 'genre' }
    return {
      genre: 'contract',
      genreBecause: guess.genre === 'contract' ? guess.because : ['given_kind'],
      base: 'seller',
      because: 'given_kind',
    }
  }
  if (given === 'marketing') {
    if (isOthers(guess, text, TELL_OF_OTHERS)) {
      return { genre: own, genreBecause, base: FRAME_OF[own], because: 'genre' }
    }
    const genre = guess.offers ? 'offer' : 'leaflet'
    return {
      genre,
      genreBecause: genre === guess.genre ? guess.because : ['given_kind'],
      base: 'seller',
      because: 'given_kind',
    }
  }
  if (own === 'account' && takenBack(text)) return { genre: own, genreBecause, base: 'negation', because: 'taken_back' }
  return { genre: own, genreBecause, base: FRAME_OF[own], because: 'genre' }
}

/** 他们冒用我店字号，老客人走错门: whoever disowns what bears his name, and was handed in as a complainant, complains of it. */
function isWronged({ because }: GenreReading): boolean {
  return because.length === 1 && because[0] === 'disowns'
}

/** A paper that tells of others: beyond doubt, or plainly and without a voice of its own. */
function isOthers({ genre, strength, offers }: GenreReading, text: string, plainly: readonly Genre[]): boolean {
  if (!TELL_OF_OTHERS.includes(genre) || offers) return false
  return strength >= BEYOND_DOUBT || (strength >= PLAIN && plainly.includes(genre) && !hasOwnVoice(text))
}

function kindOf(guess: GenreReading, text: string): Kind {
  if (guess.genre === 'offer' || guess.genre === 'leaflet') return 'marketing'
  if (guess.genre === 'contract') return 'contract'
  if (guess.genre !== 'account') return 'unknown'
  return isReport(text) ? 'report' : 'complaint'
}

/** A tip-off (举报) tells of an offence and asks nothing for the writer; a complaint (投诉) has a dispute of the writer's own. */
function isReport(text: string): boolean {
  const head = text.slice(0, 6000)
  if (!/举报|反映|线索/.test(head)) return false
  return !/(?:退款|退还|退费|赔偿|退一赔|返还)(?:我|本人|给我|母亲|父亲)|(?:要求|请求|希望)[^。]{0,16}(?:退款|退还|退费|赔偿)|(?:我|本人|我(?:母亲|父亲|妈|爸|奶奶|爷爷))[^。，]{0,12}(?:交了|付了|缴了|买了|转了|投了|签了|被骗)/.test(
    head,
  )
}
