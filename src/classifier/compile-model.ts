import type { Category } from '../core/document.ts'
import { SAYS_FROM } from '../core/learn/stability.ts'
import { type CleanText, originalSpan } from '../core/normalise/clean-text.ts'
import type { Model } from '../core/pipeline.ts'
import { CLEAR, type Signal } from '../core/score/assessment.ts'
import { probabilityOf } from './calibration.ts'
import { smallestFlip, spansOf } from './explain.ts'
import { buildGramTable, type GramTable } from './gram-table.ts'
import type { LabelModel, ModelFile } from './model-file.ts'
import { counterOf, labelMargin, marginOf, type Reading, readerOf, type TermCounts } from './reading.ts'

/** A model ready to score: the terms as one table, and room to count them in. Not for two threads at once. */
export interface CompiledModel extends Model {
  file: ModelFile
  table: GramTable
  /** Margins of the labels, in order of `file.labels`. */
  margins(text: string): number[]
  /** The terms of the whole text. */
  count(text: string): TermCounts
  read(text: string): Reading
}

/** Below this nobody asks why. */
const WORTH_EXPLAINING = 0.2

/** From here on a passage is worth pointing at by itself. */
const PLAIN = 0.9

/** Makes a model file ready: two passes over a text, of the whole and by passage, then a sum a label for each. */
export function compileModel(file: ModelFile): CompiledModel {
  const table = buildGramTable(file.terms)
  const count = counterOf(file, table)
  const read = readerOf(count)
  const chanceOf = (label: LabelModel, reading: Reading) =>
    probabilityOf(marginOf(file.subject, reading.whole), file.subject.calibration) *
    probabilityOf(labelMargin(label, reading), label.calibration)
  const signalOf = (clean: CleanText, label: LabelModel, reading: Reading): Signal => {
    const probability = round(chanceOf(label, reading))
    const passages = clearPassages(clean, label, reading, (of) => chanceOf(label, of), probability)
    const best = passages.reduce((most, one) => Math.max(most, one.probability), 0)
    const passage = best < PLAIN ? undefined : passages.find((one) => one.probability === best)
    return {
      label: label.label,
      probability,
      spans: [],
      ...(passage && { passage }),
      ...(passages.length > 0 && { passages }),
    }
  }
  return {
    hash: file.hash,
    file,
    table,
    count,
    read,
    margins(text) {
      const reading = read(text)
      return file.labels.map((label) => labelMargin(label, reading))
    },
    probabilities({ text }: CleanText) {
      const reading = read(text)
      const of = (label: LabelModel) => [label.label, round(chanceOf(label, reading))]
      return Object.fromEntries(file.labels.map(of)) as Record<Category, number>
    },
    classify(clean) {
      if (isTooShort(clean)) return []
      const reading = read(clean.text)
      return file.labels.map((label) => {
        const signal = signalOf(clean, label, reading)
        const { probability } = signal
        const spans = probability < WORTH_EXPLAINING ? [] : spansOf(clean, label, table, reading)
        const chance = (of: Reading) => chanceOf(label, of)
        const flip = probability < SAYS_FROM ? undefined : smallestFlip(clean, label, table, read, chance, SAYS_FROM)
        return { ...signal, spans, ...(flip && { flip }) }
      })
    },
    classifyBriefly(clean) {
      if (isTooShort(clean)) return []
      const reading = read(clean.text)
      return file.labels.map((label) => signalOf(clean, label, reading))
    },
  }
}

/** Of 24 papers of fewer letters than this 21 were lawful: what a few words say is for the rules to hear. */
const FEWEST_LETTERS = 7

function isTooShort({ text }: CleanText): boolean {
  return text.length < 4 * FEWEST_LETTERS && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < FEWEST_LETTERS
}

/** The passages that speak for themselves, where each would be told more surely than the whole. */
function clearPassages(
  clean: CleanText,
  label: LabelModel,
  { passages }: Reading,
  chance: (of: Reading) => number,
  whole: number,
): NonNullable<Signal['passages']> {
  if (passages.length === 1 || whole >= PLAIN) return []
  const clear: NonNullable<Signal['passages']> = []
  for (const one of passages) {
    const alone = { whole: one.counts, passages: [one] }
    // Of what matter it is, is asked only where the label is plain: of most passages it is not.
    if (probabilityOf(labelMargin(label, alone), label.calibration) < CLEAR) continue
    const probability = round(chance(alone))
    if (probability >= CLEAR && probability > whole)
      clear.push({ ...originalSpan(clean, one.start, one.end), probability })
  }
  return clear
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
