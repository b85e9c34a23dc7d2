import type { Frame, Kind } from '../document.ts'

/** One sentence of the clean text and whose words it holds. Offsets are into the **clean** text. */
export interface FramedSentence {
  start: number
  end: number
  frame: Frame
  /** Why, as a key of the explanation (`says_beware`, `document_number`, `first_person_payer`, …). */
  because: string
}

/** What sort of writing the whole document is, read from its signals; the genre colours every sentence. */
export const GENRES = [
  'offer',
  'contract',
  'account',
  'warning',
  'news',
  'judgment',
  'policy',
  'leaflet',
  'other',
] as const
export type Genre = (typeof GENRES)[number]

/** The reading of a document's voice. */
export interface Framing {
  genre: Genre
  /** Signals that decided the genre, for the explanation. */
  genreBecause: string[]
  /** The kind guessed from the text; a kind given by the sender outranks it. */
  guessedKind: Kind
  /** Every sentence in order, covering the whole clean text without gaps. */
  sentences: FramedSentence[]
}
