import { type CompiledModel, compileModel } from '../../src/classifier/compile-model.ts'
import { readModel, writeModel } from '../../src/classifier/model-file.ts'
import type { Corpus } from '../../src/classifier/training/corpus.ts'
import { trainModel } from '../../src/classifier/training/train-model.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import { papersAtRandom } from './papers-at-random.ts'

/** Sixty papers of four authors, drawn at random, with labels by single words: trained on in a moment. */
export function aSmallCorpus(seed = 21): Corpus {
  const papers = papersAtRandom(60, seed).map((text, i) => ({
    id: `p${i}`,
    batch: `author-${i % 4}`,
    kind: 'marketing' as const,
    labels: CATEGORIES.filter((_, k) => text.includes(['返', '退款', '专家'][k]!)),
    style: 'other',
    disguised: false,
    offTopic: false,
    text,
  }))
  return { papers, hash: `corpus-${seed}` }
}

/** A model of such a corpus, as a release would bring it. */
export function aSmallModel(seed = 21): CompiledModel {
  const { papers, hash } = aSmallCorpus(seed)
  const { model } = trainModel(papers.map(({ id, batch, labels, text }) => ({ id, batch, labels, text, weight: 1 })))
  const about = { date: '2026-04-01', corpus: hash, rulings: 'none', metrics: {} }
  return compileModel(readModel(writeModel({ ...model, ...about })))
}
