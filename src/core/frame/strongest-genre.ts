import { opened } from '../search/gate.ts'
import type { Genre } from './frame.ts'
import { type GenreSign, WRITING_GATE, WRITING_SIGNS } from './genre-signs.ts'
import { TELLING_GATE, TELLING_SIGNS } from './tells-of-others.ts'

/** A genre, the keys of its signs that a text holds, and how surely they tell it. */
export interface Strongest {
  genre: Genre
  because: string[]
  /** The weight of its signs; for a genre that tells of others at least {@link BEYOND_DOUBT} where all of those reach it together. */
  strength: number
}

/** From here on a genre is beyond doubt. */
export const BEYOND_DOUBT = 5

/** Genres of papers that tell of other people's offers. */
export const TELL_OF_OTHERS: readonly Genre[] = ['warning', 'policy', 'news', 'judgment']

/** Keys of the signs by which papers tell of others. */
export const SIGNS_OF_OTHERS: readonly string[] = [...WRITING_SIGNS, ...TELLING_SIGNS]
  .filter(({ genre }) => TELL_OF_OTHERS.includes(genre))
  .map(({ key }) => key)

/** Ties go to the genre named first: what a court writes looks like much else besides. */
const RANK: readonly Genre[] = ['judgment', 'account', 'contract', 'policy', 'warning', 'news']

/** The genre whose signs weigh most in a text. Those of a genre that cannot outweigh the one before are not looked for. */
export function strongestGenre(text: string): Strongest {
  const open: Open = { writing: opened(WRITING_GATE, text), telling: opened(TELLING_GATE, text) }
  let best: Strongest = { genre: 'other', because: [], strength: 0 }
  if ((open.writing | open.telling) === 0) return best
  for (const genre of RANK) best = outweighing(text, genre, open, best.strength) ?? best
  // News of a warning, a warning from a judgment: whatever tells of others adds up.
  if (!TELL_OF_OTHERS.includes(best.genre)) return best
  for (const genre of TELL_OF_OTHERS)
    if (genre !== best.genre && best.strength < BEYOND_DOUBT)
      best.strength += outweighing(text, genre, open, 0)?.strength ?? 0
  return best
}

/** Bits of the signs that a text may hold, by list. */
interface Open {
  writing: number
  telling: number
}

/** The signs of a genre in a text where together they weigh more than `least`. */
function outweighing(text: string, genre: Genre, open: Open, least: number): Strongest | undefined {
  const listed = BY_GENRE[genre]!
  let possible = 0
  for (const { list, bit, sign } of listed) if ((open[list] & bit) !== 0) possible += sign.weight
  if (possible <= least) return undefined
  const because: string[] = []
  for (const { list, bit, sign } of listed) {
    if ((open[list] & bit) === 0) continue
    if (sign.pattern.test(text) && !sign.unless?.test(text)) because.push(sign.key)
    else possible -= sign.weight
    if (possible <= least) return undefined
  }
  return { genre, because, strength: possible }
}

/** Signs by genre, those that a text tells of others last. */
const BY_GENRE: Readonly<Partial<Record<Genre, Listed[]>>> = Object.fromEntries(
  RANK.map((genre) => [
    genre,
    [...listed('writing', WRITING_SIGNS), ...listed('telling', TELLING_SIGNS)].filter(
      ({ sign }) => sign.genre === genre,
    ),
  ]),
)

interface Listed {
  list: keyof Open
  bit: number
  sign: GenreSign
}

function listed(list: keyof Open, signs: readonly GenreSign[]): Listed[] {
  return signs.map((sign, place) => ({ list, bit: 1 << place, sign }))
}
