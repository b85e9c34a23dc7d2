import { readFileSync } from 'node:fs'
import { compileModel } from '../src/classifier/compile-model.ts'
import { countGrams } from '../src/classifier/grams.ts'
import { SHIPPED_MODEL } from '../src/classifier/load.ts'
import { type ModelFile, readModel } from '../src/classifier/model-file.ts'
import { marginOf } from '../src/classifier/reading.ts'
import { readCorpus } from '../src/classifier/training/corpus.ts'
import { examplesOf } from '../src/classifier/training/examples.ts'
import { type NaturalBayes, naturalBayes, planeOfNatural } from '../src/classifier/training/natural-bayes.ts'
import { buildVocabulary } from '../src/classifier/training/vectors.ts'
import { compile } from '../src/core/check/compile.ts'
import { asWritten } from '../src/core/normalise/clean-text.ts'
import { rootPath } from '../src/root.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { line } from './rules/tell.ts'

/** Features natural is given: its training and scoring grow with their number times the words of a paper. */
const NATURAL_FEATURES = 4000
/** Papers natural is asked about; the compiled table is asked about the same ones. */
const ASKED = 60

/**
 * The shipped model: load time, memory and papers a second. And natural's own scoring of a model it trained, against the compiled table of
 * the same model: how many times faster, and whether both rank alike. From tokens for natural, from the text for ours.
 */
export async function benchClassify(): Promise<void> {
  const before = memory()
  const started = performance.now()
  const content = readFileSync(rootPath(SHIPPED_MODEL), 'utf8')
  const model = compileModel(readModel(content))
  const loadMs = performance.now() - started
  const megabytes = (memory() - before) / 1e6
  const { papers } = readCorpus(rootPath('src/classifier/corpus'))
  const texts = examplesOf(papers, compile(loadRulebook()).targets).map(({ text }) => text)
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const perRound = best(5, () => each(texts, (text) => model.margins(text)))
  const cleans = texts.map(asWritten)
  const told = best(3, () => each(cleans, (clean) => model.classify(clean)))
  line({
    bench: 'classify',
    figure: 'shipped model',
    terms: model.file.terms.length,
    fileMegabytes: round(content.length / 1e6),
    loadMs: round(loadMs),
    megabytes: round(megabytes),
    papersPerSecond: Math.round((texts.length / perRound) * 1000),
    withSpansPapersPerSecond: Math.round((texts.length / told) * 1000),
    charactersPerSecond: Math.round((characters / perRound) * 1000),
  })
  againstNatural(papers, texts)
}

function againstNatural(papers: ReturnType<typeof readCorpus>['papers'], texts: readonly string[]): void {
  const { terms } = buildVocabulary(texts, 2, NATURAL_FEATURES)
  const known = new Set(terms)
  const tokensOf = (text: string) => [...countGrams(text).keys()].filter((gram) => known.has(gram))
  const natural = naturalBayes()
  for (const [i, text] of texts.entries())
    natural.addDocument(tokensOf(text), papers[i]!.labels.includes('illegal_fundraising') ? 'yes' : 'no')
  natural.train()
  const compiled = compiledFrom(natural)
  const asked = texts.slice(0, ASKED)
  const tokens = asked.map(tokensOf)
  const slow = best(1, () => each(tokens, (some) => natural.getClassifications(some)))
  const fast = best(5, () => each(asked, (text) => compiled.margin(text)))
  line({
    bench: 'classify',
    figure: 'against natural',
    features: terms.length,
    naturalMsPerPaper: round(slow / ASKED),
    compiledMsPerPaper: round(fast / ASKED),
    timesFaster: Math.round(slow / fast),
    sameAnswer: asked.filter((text, i) => sameSide(compiled.margin(text), natural.getClassifications(tokens[i]!)))
      .length,
    of: ASKED,
  })
}

/** Natural's model in the compiled table: presence of a term, no scaling. */
function compiledFrom(natural: NaturalBayes): { margin(text: string): number } {
  const { terms, plane } = planeOfNatural(natural, 'yes', 'no')
  const label = { label: 'illegal_fundraising' as const, ...plane, share: 0, calibration: { slope: -1, shift: 0 } }
  const file: ModelFile = {
    hash: '',
    date: '',
    corpus: '',
    rulings: '',
    papers: 0,
    metrics: {},
    terms,
    idf: new Float32Array(terms.length).fill(1),
    unknownIdf: 0,
    ballast: 0,
    labels: [label],
    subject: { ...plane, calibration: { slope: 0, shift: -40 } },
  }
  const model = compileModel(file)
  return {
    margin(text) {
      const { terms } = model.count(text)
      return marginOf(label, { terms, scale: terms.map(() => 1), norm: 1 })
    },
  }
}

/** Natural's two values vanish on long papers: then it has no answer to compare with. */
function sameSide(margin: number, values: { label: string; value: number }[]): boolean {
  const of = (label: string) => values.find((value) => value.label === label)?.value ?? 0
  if (of('yes') === 0 || of('no') === 0) return true
  return margin > 0 === of('yes') > of('no')
}

function each<T>(items: readonly T[], run: (item: T) => unknown): void {
  for (const item of items) run(item)
}

function best(rounds: number, run: () => void): number {
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < rounds; i++) {
    const started = performance.now()
    run()
    least = Math.min(least, performance.now() - started)
  }
  return least
}

/** Heap and buffers in bytes, after collection where the process allows it. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
