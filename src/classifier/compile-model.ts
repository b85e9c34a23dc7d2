import type { Category } from '../core/document.ts'
import { SAYS_FROM } from '../core/learn/stability.ts'
import type { CleanText } from '../core/normalise/clean-text.ts'
import type { Model } from '../core/pipeline.ts'
import { CLEAR, type Signal } from '../core/score/assessment.ts'
import { probabilityOf } from './calibration.ts'
import { clearPassages, mayHaveClear } from './clear-passages.ts'
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

/** Makes a model file ready: two passes over a text, of the whole and by passage, then a sum a label for each. */
export function compileModel(file: ModelFile): CompiledModel {
  const table = buildGramTable(file.terms)
  const count = counterOf(file, table)
  const read = readerOf(count)
  const chanceOf = (label: LabelModel, reading: Reading) =>
    probabilityOf(marginOf(file.subject, reading.whole), file.subject.calibration) *
    probabilityOf(labelMargin(label, reading), label.calibration)
  /** The passages of a text of which the label is plain, with what each would be given by itself. */
  const passagesOf = (label: LabelModel, { passages }: Reading) =>
    passages.flatMap((one) => {
      const alone = { whole: one.counts, passages: [one] }
      // Of what matter it is, is asked only where the label is plain: of most passages it is not.
      if (probabilityOf(labelMargin(label, alone), label.calibration) < CLEAR) return []
      return [{ start: one.start, end: one.end, probability: round(chanceOf(label, alone)) }]
    })
  const signalOf = (clean: CleanText, label: LabelModel, reading: Reading): Signal => {
    const probability = round(chanceOf(label, reading))
    const clear = mayHaveClear(reading.passages, probability)
      ? clearPassages(clean, probability, passagesOf(label, reading))
      : undefined
    return { label: label.label, probability, spans: [], ...clear }
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

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
