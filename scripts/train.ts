/**
 * `npm run train [-- --date YYYY-MM-DD] [--check] [--compare]`: trains the text classifier on the corpus and writes the model and its card.
 * `--check` only tells balance and near-duplicates of the corpus; `--compare` also measures naive Bayes.
 * One JSON line per table on standard output; what is said to people goes to standard error.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { MODEL_CARD, SHIPPED_MODEL } from '../src/classifier/load.ts'
import { readModel, writeModel } from '../src/classifier/model-file.ts'
import { trainBayes } from '../src/classifier/training/bayes.ts'
import type { Corpus } from '../src/classifier/training/corpus.ts'
import { crossValidate, type HeldOut } from '../src/classifier/training/cross-validate.ts'
import { examplesOf } from '../src/classifier/training/examples.ts'
import { modelMetrics } from '../src/classifier/training/model-metrics.ts'
import { nearDuplicates } from '../src/classifier/training/near-duplicates.ts'
import { qualityOf } from '../src/classifier/training/report.ts'
import { trainModel } from '../src/classifier/training/train-model.ts'
import { compile } from '../src/core/check/compile.ts'
import { CATEGORIES } from '../src/core/document.ts'
import { SAYS_FROM } from '../src/core/learn/stability.ts'
import { rootPath } from '../src/root.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { line, say, today } from './rules/tell.ts'
import { answersOf } from './train/answers.ts'
import { cardOf } from './train/card.ts'
import { believe, rowsOf, uncalibratedQuality } from './train/tables.ts'
import { wholeCorpus } from './train/whole-corpus.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run train [-- options]
Trains the text classifier on the corpus, writes the model and its card / 用语料训练文本分类器，写出模型与模型卡
  --date D          YYYY-MM-DD to be written into the model, else today / 写入模型的日期，默认当天
  --check           only tell balance and near-duplicates of the corpus / 只查语料的分布与近似重复
  --compare         measure naive Bayes too / 另测朴素贝叶斯
`

const isHelp = tellUsage(process.argv.slice(2), USAGE)
const asked = isHelp ? undefined : askedFor()
if (asked) {
  const { written, whole } = wholeCorpus()
  tellCorpus(written)
  if (!asked.check) train(whole, asked)
} else process.exitCode = isHelp ? 0 : 2

interface Asked {
  date?: string
  check?: boolean
  compare?: boolean
}

function askedFor(): Asked | undefined {
  try {
    return parseArgs({
      options: { date: { type: 'string' }, check: { type: 'boolean' }, compare: { type: 'boolean' } },
    }).values
  } catch (error) {
    const wrong = wrongCall(error)
    if (wrong === undefined) throw error
    say(`${wrong}\n${USAGE}`)
    return undefined
  }
}

function tellCorpus({ papers, hash }: Corpus): void {
  const count = (is: (paper: (typeof papers)[number]) => boolean) => papers.filter(is).length
  const by = (of: (paper: (typeof papers)[number]) => string) => {
    const counts: Record<string, number> = {}
    for (const paper of papers) counts[of(paper)] = (counts[of(paper)] ?? 0) + 1
    return counts
  }
  const lengths = papers.map(({ text }) => text.length).sort((a, b) => a - b)
  line({
    table: 'corpus',
    hash,
    papers: papers.length,
    batches: new Set(papers.map(({ batch }) => batch)).size,
    ours: count(({ offTopic }) => !offTopic),
    lawful: count(({ labels, offTopic }) => labels.length === 0 && !offTopic),
    offTopic: count(({ offTopic }) => offTopic),
    labels: Object.fromEntries(CATEGORIES.map((label) => [label, count(({ labels }) => labels.includes(label))])),
    severalLabels: count(({ labels }) => labels.length > 1),
    disguised: count(({ disguised }) => disguised),
    kinds: by(({ kind }) => kind),
    styles: Object.keys(by(({ style }) => style)).length,
    lengths: { least: lengths[0], median: lengths[lengths.length >> 1], most: lengths.at(-1) },
  })
  const alike = nearDuplicates(papers)
  line({ table: 'near-duplicates', pairs: alike.length, worst: alike.slice(0, 10) })
}

function train({ papers, hash }: Corpus, asked: Asked): void {
  const compiled = compile(loadRulebook())
  const examples = examplesOf(papers, compiled.targets)
  const started = performance.now()
  const { model, held } = trainModel(examples)
  say(`trained on ${papers.length} papers in ${Math.round(performance.now() - started)} ms`)
  const date = asked.date ?? today()
  const rows = rowsOf(answersOf(papers, held, compiled, date).filter(({ paper }) => !paper.offTopic && !paper.ofRule))
  for (const row of rows) line({ table: 'quality', ...row })
  line({
    table: 'quality',
    cut: 'all',
    judge: 'classifier before calibration',
    quality: uncalibratedQuality(ours(held)),
  })
  const belief = believe(held.filter(({ example }) => !example.ofRule))
  for (const row of belief) line({ table: 'calibration', ...row })
  if (asked.compare) compareBayes(examples)
  const metrics = { ...modelMetrics(papers, held) }
  const content = writeModel({ ...model, date, corpus: hash, rulings: 'none', metrics })
  if (isSame(content)) {
    say('the model is the one that stands; nothing written')
    return
  }
  writeFileSync(rootPath(SHIPPED_MODEL), content)
  writeFileSync(rootPath(MODEL_CARD), cardOf(readModel(content), rows, belief))
  say(`written: ${SHIPPED_MODEL}, ${MODEL_CARD}`)
}

/** Figures of quality are of papers about our matter; papers of others are too easy. */
function ours(held: readonly HeldOut[]): HeldOut[] {
  return held.filter(({ example }) => !example.offTopic && !example.ofRule)
}

/** The same but for the day of training. */
function isSame(content: string): boolean {
  const file = rootPath(SHIPPED_MODEL)
  if (!existsSync(file)) return false
  const withoutDay = (text: string) => text.replace(/"date":"[^"]*"/, '')
  return withoutDay(readFileSync(file, 'utf8')) === withoutDay(content)
}

function compareBayes(examples: Parameters<typeof crossValidate>[0]): void {
  const held = crossValidate(examples, (vectors, positive, _costs, size) => trainBayes(vectors, positive, size))
  const said = ours(held).map(({ probabilities, example }) => ({
    labels: CATEGORIES.filter((label) => probabilities[label] >= SAYS_FROM),
    so: example.labels,
  }))
  line({ table: 'quality', cut: 'all', judge: 'naive Bayes', quality: qualityOf(said) })
}
