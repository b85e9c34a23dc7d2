import type { Fact } from '../extract/fact.ts'
import type { Genre } from './frame.ts'
import { wordsOfSelling } from './genre-signs.ts'
import { sellsBesideSigns } from './sells-beside.ts'
import { hasOwnContact, sellsItself, soliciting, statesTerms } from './solicitation.ts'
import { BEYOND_DOUBT, type Strongest, strongestGenre, TELL_OF_OTHERS } from './strongest-genre.ts'

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
  const { genre: strongest, because, strength } = strongestOf(sample)
  const asks = soliciting(sample, facts)
  // 请勿轻信别家，速来认购; 年卡39800元，每年另享18%，微信…，谨防诈骗: who sells in his own voice warns of nobody, whatever he adds.
  const isFeigned = strongest === 'warning' && (sellsItself(sample) || (hasOwnContact(facts) && statesTerms(sample)))
  const genre = isFeigned ? 'other' : strongest
  // An authority names a number to enquire at, too.
  const offers = asks === 'buy' || (asks === 'enquire' && genre !== 'policy' && genre !== 'warning')
  if (offers && (genre === 'warning' || genre === 'news' || genre === 'policy' || genre === 'other')) {
    return { genre: 'offer', because: ['contact_and_call'], strength: 4, offers }
  }
  if (isFeigned) return { genre: 'leaflet', because: ['calls_to_buy'], strength: 3, offers }
  if (strength >= 2 && !(genre === 'account' && offers && strength < BEYOND_DOUBT))
    return { genre, because, strength, offers }
  if (offers) return { genre: 'offer', because: ['contact_and_call'], strength: 4, offers }
  const selling = wordsOfSelling(sample)
  if (selling.length >= 3 || (selling.length === 2 && selling.includes('promises') && !isReport(sample))) {
    return { genre: 'leaflet', because: selling, strength: selling.length, offers }
  }
  return { genre: 'other', because: [], strength: 0, offers }
}

/** What sells beside a sentence or two that tell of others is no paper that does. */
function strongestOf(sample: string): Strongest {
  const read = strongestGenre(sample)
  return TELL_OF_OTHERS.includes(read.genre) && sellsBesideSigns(sample) ? OF_NOBODY : read
}

const OF_NOBODY: Strongest = { genre: 'other', because: [], strength: 0 }

/** A headline speaks of others: 央行, 股市, a year's results. */
function isReport(text: string): boolean {
  return text.length < 60 && !/[，。！]/.test(text) && !/您|我们|立即|名额|仅需|报名/.test(text)
}
