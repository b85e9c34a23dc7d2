import { buildGramTable, eachTerm, type GramTable } from '../gram-table.ts'
import { countGrams } from '../grams.ts'

/** The terms a model knows, with the inverse document frequency of each: `ln((1 + N) / (1 + df)) + 1`. */
export interface Vocabulary {
  terms: string[]
  idf: Float32Array
  table: GramTable
  /** What a gram outside the vocabulary weighs in the length of a vector: a text of unknown words has little to say. */
  unknownIdf: number
  /** What every text carries in its length beside its grams: one of a few words has little to say, too. */
  ballast: number
}

/**
 * A text as a sparse vector: `(1 + ln tf) × idf` of each term, scaled by the length the whole text would have, each unknown gram counted
 * with `unknownIdf`, and the ballast.
 */
export interface Vector {
  terms: Int32Array
  values: Float32Array
}

/**
 * The length of about ten grams; a paper of a hundred characters has some four hundred. Without it one word stood for a whole paper
 * (旅居卡 as a sale by deceit); on 3,700 papers with it six of 172 lawful lines under forty characters are flagged, and fourteen without.
 */
const BALLAST = 20

/** How much a gram nobody wrote before weighs, beside one written once. */
const UNKNOWN = 0.6

/** Takes the terms that stand in at least `fewest` of the texts, the `most` commonest of them. */
export function buildVocabulary(texts: readonly string[], fewest = 2, most = 60_000): Vocabulary {
  const documents = new Map<string, number>()
  for (const text of texts)
    for (const gram of countGrams(text).keys()) documents.set(gram, (documents.get(gram) ?? 0) + 1)
  const kept = [...documents].filter(([, count]) => count >= fewest && count <= texts.length * 0.7)
  kept.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  kept.length = Math.min(kept.length, most)
  kept.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  const terms = kept.map(([gram]) => gram)
  const idf = Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1)
  return {
    terms,
    idf,
    table: buildGramTable(terms),
    unknownIdf: UNKNOWN * (Math.log((1 + texts.length) / 2) + 1),
    ballast: BALLAST,
  }
}

/** A text seen through a vocabulary. */
export function vectorOf(text: string, { table, idf, unknownIdf, ballast }: Vocabulary): Vector {
  const counts = new Map<number, number>()
  const unknown = eachTerm(table, text, (term) => counts.set(term, (counts.get(term) ?? 0) + 1))
  const terms = Int32Array.from(counts.keys()).sort()
  const values = Float32Array.from(terms, (term) => (1 + Math.log(counts.get(term)!)) * idf[term]!)
  let squares = ballast ** 2 + unknown * unknownIdf ** 2
  for (const value of values) squares += value * value
  const norm = Math.sqrt(squares) || 1
  for (let i = 0; i < values.length; i++) values[i]! /= norm
  return { terms, values }
}
