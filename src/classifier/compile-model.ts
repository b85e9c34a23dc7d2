import type { Category } from '../core/document.ts'
import { SAYS_FROM } from '../core/learn/stability.ts'
import type { CleanText } from '../core/normalise/clean-text.ts'
import type { Model } from '../core/pipeline.ts'
import type { Signal } from '../core/score/assessment.ts'
import { probabilityOf } from './calibration.ts'
import { smallestFlip, spansOf } from './explain.ts'
import { buildGramTable, eachTerm, type GramTable } from './gram-table.ts'
import type { LabelModel, ModelFile } from './model-file.ts'

/** A model ready to score: the terms as one table, and room to count them in. Not for two threads at once. */
export interface CompiledModel extends Model {
  file: ModelFile
  table: GramTable
  /** Margins of the labels, in order of `file.labels`. */
  margins(text: string): number[]
  /** How often each term stands in the text, by number, and the length of its vector before scaling. */
  count(text: string): TermCounts
}

export interface TermCounts {
  terms: number[]
  times: number[]
  norm: number
}

/** Below this nobody asks why. */
const WORTH_EXPLAINING = 0.2

/** Makes a model file ready: one pass over a text, then one sum a label. */
export function compileModel(file: ModelFile): CompiledModel {
  const table = buildGramTable(file.terms)
  const seen = new Int32Array(file.terms.length)
  const count = (text: string): TermCounts => {
    const terms: number[] = []
    const unknown = eachTerm(table, text, (term) => {
      if (seen[term]!++ === 0) terms.push(term)
    })
    const times = terms.map((term) => seen[term]!)
    let squares = unknown * file.unknownIdf ** 2
    for (const [i, term] of terms.entries()) {
      squares += ((1 + Math.log(times[i]!)) * file.idf[term]!) ** 2
      seen[term] = 0
    }
    return { terms, times, norm: Math.sqrt(squares) || 1 }
  }
  const margins = (text: string) => {
    const counts = count(text)
    return file.labels.map((label) => marginOf(label, counts))
  }
  return {
    hash: file.hash,
    file,
    table,
    count,
    margins,
    probabilities({ text }: CleanText) {
      const counts = count(text)
      const ours = chanceOf(file.subject, counts)
      const of = (label: LabelModel) => [label.label, round(ours * chanceOf(label, counts))]
      return Object.fromEntries(file.labels.map(of)) as Record<Category, number>
    },
    classify(clean: CleanText): Signal[] {
      const counts = count(clean.text)
      const ours = chanceOf(file.subject, counts)
      return file.labels.map((label) => {
        const probability = round(ours * chanceOf(label, counts))
        const spans = probability < WORTH_EXPLAINING ? [] : spansOf(clean, label, table, counts)
        const chance = (of: TermCounts) => chanceOf(file.subject, of) * chanceOf(label, of)
        const flip = probability < SAYS_FROM ? undefined : smallestFlip(clean, label, table, count, chance, SAYS_FROM)
        return { label: label.label, probability, spans, ...(flip && { flip }) }
      })
    },
  }
}

/** `bias + Σ weight × (1 + ln tf) / norm`; the weight holds the inverse document frequency already. */
export function marginOf(
  { weights, bias }: Pick<LabelModel, 'weights' | 'bias'>,
  { terms, times, norm }: TermCounts,
): number {
  let sum = 0
  for (let i = 0; i < terms.length; i++) sum += weights[terms[i]!]! * (1 + Math.log(times[i]!))
  return bias + sum / norm
}

function chanceOf(part: Pick<LabelModel, 'weights' | 'bias' | 'calibration'>, counts: TermCounts): number {
  return probabilityOf(marginOf(part, counts), part.calibration)
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000
}
