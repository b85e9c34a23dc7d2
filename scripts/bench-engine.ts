import { parseArgs } from 'node:util'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { type CompiledRulebook, compile } from '../src/core/check/compile.ts'
import type { Matcher, Rulebook } from '../src/core/check/rule.ts'
import { check } from '../src/core/check/run.ts'
import { extract } from '../src/core/extract/extract.ts'
import { frameDocument } from '../src/core/frame/frame-document.ts'
import { normalise } from '../src/core/normalise/normalise.ts'
import { assess, assessAll } from '../src/core/pipeline.ts'
import { fingerprint } from '../src/core/score/fingerprint.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { benchCorpora, type Corpus } from './bench-corpus.ts'
import { DAY, prepared } from './bench-papers.ts'
import { oneAfterAnother, ruleByRule } from './bench-rules.ts'
import { best, ratio, round, timed, warm, warmTogether } from './bench-timing.ts'

/**
 * What a start costs; then of each corpus, and of the papers as they come in all together, characters a second of the whole pure path
 * and of each stage, against jieba with its dictionary alone and as it cuts with its hidden Markov model, with ten times the rules, and
 * against the rules one by one: each alone in the same engine, and plainly one after another.
 */
export async function benchEngine(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { corpora: { type: 'string', default: '../shared/corpora' } } })
  const { rulebook, compiled } = benchStart()
  const jieba = Jieba.withDict(dict)
  const corpora = await benchCorpora(values.corpora)
  // Before all else, while the process has seen one rulebook, as that of a desk has: code that has run others is compiled otherwise.
  const paths = corpora.map((corpus) => pathTimes(corpus, compiled, jieba))
  const tenfold = compile(multiplied(rulebook, 10))
  const all = corpora.map((corpus, i) => ({ ...paths[i]!, ...growthTimes(corpus, compiled, tenfold) }))
  for (const [i, corpus] of corpora.entries()) {
    tellPath(corpus.name, all[i]!)
    tell({ measure: 'stages', corpus: corpus.name, ...stages(corpus, compiled), unit: 'characters a second' })
    tell({
      measure: 'rule by rule',
      corpus: corpus.name,
      ...ruleByRule(rulebook, corpus),
      ...oneAfterAnother(compiled, corpus),
      goal: '≥ 10, identical',
    })
  }
  const representative = all.filter((_, i) => corpora[i]!.isRepresentative)
  if (representative.length > 1) tellPath('inbox and outside corpora together', representative.reduce(sum))
}

/**
 * Times in milliseconds: of jieba with its dictionary alone, of jieba guessing at unknown words too, of the path for papers in groups, as
 * scans and backtests run it, and for each paper by itself, as a call does; then of the path beside itself with ten times the rules.
 */
interface PathTimes {
  cut: number
  cutHmm: number
  path: number
  alone: number
  again: number
  grown: number
  againAlone: number
  grownAlone: number
  texts: number
  characters: number
}

function pathTimes({ texts }: Corpus, compiled: CompiledRulebook, jieba: Jieba) {
  const [cut, cutHmm, path, alone] = warmTogether([
    () => each(texts, (text) => jieba.cut(text)),
    () => each(texts, (text) => jieba.cut(text, true)),
    () => inGroups(texts, compiled),
    () => each(texts, (text) => assess({ text }, DAY, compiled)),
  ])
  const characters = texts.reduce((all, text) => all + text.length, 0)
  return { cut, cutHmm, path, alone, texts: texts.length, characters }
}

function inGroups(texts: readonly string[], compiled: CompiledRulebook): void {
  const papers = texts.map((text) => ({ paper: { text }, receivedOn: DAY }))
  for (const _ of assessAll(papers, compiled));
}

function growthTimes({ texts }: Corpus, compiled: CompiledRulebook, tenfold: CompiledRulebook) {
  const [again, grown, againAlone, grownAlone] = warmTogether([
    () => inGroups(texts, compiled),
    () => inGroups(texts, tenfold),
    () => each(texts, (text) => assess({ text }, DAY, compiled)),
    () => each(texts, (text) => assess({ text }, DAY, tenfold)),
  ])
  return { again, grown, againAlone, grownAlone }
}

function sum(a: PathTimes, b: PathTimes): PathTimes {
  return {
    cut: a.cut + b.cut,
    cutHmm: a.cutHmm + b.cutHmm,
    path: a.path + b.path,
    alone: a.alone + b.alone,
    again: a.again + b.again,
    grown: a.grown + b.grown,
    againAlone: a.againAlone + b.againAlone,
    grownAlone: a.grownAlone + b.grownAlone,
    texts: a.texts + b.texts,
    characters: a.characters + b.characters,
  }
}

function tellPath(corpus: string, times: PathTimes): void {
  const { cut, cutHmm, path, alone, again, grown, againAlone, grownAlone, texts, characters } = times
  tell({
    measure: 'path',
    corpus,
    texts,
    characters,
    charactersPerSecond: Math.round((characters / path) * 1000),
    timesJieba: ratio(path, cut),
    timesJiebaHmm: ratio(path, cutHmm),
    timesJiebaAlone: ratio(alone, cut),
    goal: '≤ 2',
    tenTimesTheRules: ratio(grown, again),
    tenTimesTheRulesAlone: ratio(grownAlone, againAlone),
    goalOfGrowth: '≤ 1.5',
  })
}

/** The first load, compilation and assessment of a process, before anything is warm, and what each costs later. */
function benchStart(): { rulebook: Rulebook; compiled: CompiledRulebook } {
  const [rulebook, firstLoad] = timed(() => loadRulebook())
  const [compiled, firstCompile] = timed(() => compile(rulebook))
  const [, firstAssess] = timed(() => assess({ text: '投资十万元，年化收益12%，到期还本。' }, DAY, compiled))
  tell({
    measure: 'start',
    rules: compiled.rules.length,
    firstLoadMs: round(firstLoad),
    loadMs: round(best(3, () => loadRulebook())),
    firstCompileMs: round(firstCompile),
    compileMs: round(best(5, () => compile(rulebook))),
    goalOfCompile: '< 300',
    firstAssessMs: round(firstAssess),
  })
  return { rulebook, compiled }
}

/** Characters a second of each stage by itself; together they run slower than by these figures, since each pushes out the other's data. */
function stages({ texts }: Corpus, compiled: CompiledRulebook): Record<string, number> {
  const papers = texts.map((text) => prepared(text, compiled))
  const characters = texts.reduce((sum, text) => sum + text.length, 0)
  const speed = <T>(of: readonly T[], work: (one: T) => unknown) => {
    const ms = warm(() => {
      for (const one of of) work(one)
    })
    return Math.round((characters / ms) * 1000)
  }
  return {
    normalise: speed(texts, (text) => normalise(text, compiled.targets)),
    extract: speed(papers, ([clean]) => extract(clean)),
    frame: speed(papers, ([clean, facts]) => frameDocument(clean, facts)),
    check: speed(papers, (paper) => check(...paper, compiled)),
    fingerprint: speed(papers, ([clean]) => fingerprint(clean.text)),
  }
}

/** The rulebook with each rule and lexicon `times` over; the copies look for other words of the same characters, as further rules would. */
function multiplied(rulebook: Rulebook, times: number): Rulebook {
  const alphabet = [...new Set(Object.values(rulebook.lexicons).flat().join(''))].sort()
  const place = new Map(alphabet.map((character, i) => [character, i]))
  const turned = (words: string[], by: number) =>
    words.map((word) =>
      [...word].map((c) => (place.has(c) ? alphabet[(place.get(c)! + by * 37) % alphabet.length]! : c)).join(''),
    )
  const rules = [...rulebook.rules]
  const lexicons = { ...rulebook.lexicons }
  for (let copy = 1; copy < times; copy++) {
    for (const [name, words] of Object.entries(rulebook.lexicons)) lexicons[`${name}~${copy}`] = turned(words, copy)
    const other = (matcher: Matcher): Matcher => {
      if ('lexicon' in matcher) return { lexicon: `${matcher.lexicon}~${copy}` }
      if ('words' in matcher) return { words: turned(matcher.words, copy) }
      if ('pattern' in matcher) return { ...matcher, anchors: turned(matcher.anchors, copy) }
      if ('finding' in matcher) return { finding: `${matcher.finding}~${copy}` }
      return matcher
    }
    for (const rule of rulebook.rules) {
      rules.push({
        ...rule,
        id: `${rule.id}~${copy}`,
        code: `${rule.code}~${copy}`,
        elements: rule.elements.map((element) => ({ ...element, any: element.any.map(other) })),
        unless: rule.unless.map((exception) => ({
          ...exception,
          any: exception.any.map(other),
          ...(exception.but && { but: exception.but.map(other) }),
        })),
      })
    }
  }
  return { ...rulebook, rules, lexicons }
}

function each(texts: readonly string[], work: (text: string) => unknown): void {
  for (const text of texts) work(text)
}

function tell(figures: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
