import type { Fact } from '../extract/fact.ts'
import type { Genre } from './frame.ts'
import { signsOf, wordsOfSelling } from './genre-signs.ts'
import { sellsItself, soliciting } from './solicitation.ts'

/** The reading of a whole document: what it is, by which signs, and how surely. */
export interface GenreReading {
  genre: Genre
  because: string[]
  strength: number
  /** A contact together with a call to pay or to act. */
  offers: boolean
}

/** Long papers are judged by their beginning and end, where letterhead, signature and contact stand. */
const HEAD = 12_000
const TAIL = 4_000

/** Reads what sort of writing a document is. An offer outranks warning, news and policy: N-03, a warning with a purchase link is not one. */
export function genreOf(text: string, facts: readonly Fact[]): GenreReading {
  const sample = text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`
  const signs = signsOf(sample)
  const scores = { ...NO_SCORES }
  for (const { genre, weight } of signs) scores[genre] += weight
  const asks = soliciting(sample, facts)
  const [strongestGenre, most] = strongest(scores)
  // News of a warning, a warning from a judgment: whatever tells of others adds up.
  const strength = TELL_OF_OTHERS.includes(strongestGenre)
    ? TELL_OF_OTHERS.reduce((sum, each) => sum + scores[each], 0)
    : most
  // 请勿轻信别家，速来认购: who calls to buy in his own voice warns of nobody, whatever he adds.
  const isFeigned = strongestGenre === 'warning' && sellsItself(sample)
  const genre = isFeigned ? 'other' : strongestGenre
  // An authority names a number to enquire at, too.
  const offers = asks === 'buy' || (asks === 'enquire' && genre !== 'policy' && genre !== 'warning')
  if (offers && (genre === 'warning' || genre === 'news' || genre === 'policy' || genre === 'other')) {
    return { genre: 'offer', because: ['contact_and_call'], strength: 4, offers }
  }
  if (isFeigned) return { genre: 'leaflet', because: ['calls_to_buy'], strength: 3, offers }
  if (strength >= 2 && !(genre === 'account' && offers && strength < 5))
    return { genre, because: keysFor(genre, signs), strength, offers }
  if (offers) return { genre: 'offer', because: ['contact_and_call'], strength: 4, offers }
  const selling = wordsOfSelling(sample)
  if (selling.length >= 3 || (selling.length === 2 && selling.includes('promises') && !isReport(sample))) {
    return { genre: 'leaflet', because: selling, strength: selling.length, offers }
  }
  return { genre: 'other', because: [], strength: 0, offers }
}

function keysFor(genre: Genre, signs: readonly { key: string; genre: Genre }[]): string[] {
  return signs.filter((sign) => sign.genre === genre).map(({ key }) => key)
}

const NO_SCORES: Readonly<Record<Genre, number>> = {
  offer: 0,
  contract: 0,
  account: 0,
  warning: 0,
  news: 0,
  judgment: 0,
  policy: 0,
  leaflet: 0,
  other: 0,
}

/** Genres of papers that tell of other people's offers. */
export const TELL_OF_OTHERS: readonly Genre[] = ['warning', 'policy', 'news', 'judgment']

/** Ties go to the genre named first: what a court writes looks like much else besides. */
const RANK: readonly Genre[] = ['judgment', 'account', 'contract', 'policy', 'warning', 'news']

function strongest(scores: Readonly<Record<Genre, number>>): [Genre, number] {
  let best: Genre = 'other'
  let most = 0
  for (const genre of RANK) {
    const score = scores[genre]
    if (score > most) {
      best = genre
      most = score
    }
  }
  return [best, most]
}

/** A headline speaks of others: 央行, 股市, a year's results. */
function isReport(text: string): boolean {
  return text.length < 60 && !/[，。！]/.test(text) && !/您|我们|立即|名额|仅需|报名/.test(text)
}
