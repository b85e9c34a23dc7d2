import { isDeepStrictEqual, parseArgs } from 'node:util'
import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { type CompiledRulebook, compile } from '../src/core/check/compile.ts'
import type { Finding } from '../src/core/check/finding.ts'
import type { Matcher, Rule, Rulebook } from '../src/core/check/rule.ts'
import { check } from '../src/core/check/run.ts'
import { extract } from '../src/core/extract/extract.ts'
import { frameDocument } from '../src/core/frame/frame-document.ts'
import { normalise } from '../src/core/normalise/normalise.ts'
import { assess } from '../src/core/pipeline.ts'
import { fingerprint } from '../src/core/score/fingerprint.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { benchCorpora, type Corpus } from './bench-corpus.ts'

const DAY = '2026-11-22'
const SAMPLE = 400

/**
 * What a start costs; then of each corpus, and of the papers as they come in all together, characters a second of the whole pure path and of each stage, against jieba alone,
 * with ten times the rules, and against the rules one after another.
 */
export async function benchEngine(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { corpora: { type: 'string', default: '../shared/corpora' } } })
  const { rulebook, compiled } = benchStart()
  const jieba = Jieba.withDict(dict)
  const tenfold = compile(multiplied(rulebook, 10))
  const together: PathTimes = { cut: 0, path: 0, grown: 0, texts: 0, characters: 0 }
  const corpora = await benchCorpora(values.corpora)
  for (const corpus of corpora) {
    const characters = corpus.texts.reduce((sum, text) => sum + text.length, 0)
    const [cut, path, grown] = warmTogether([
      () => each(corpus, (text) => jieba.cut(text)),
      () => each(corpus, (text) => assess({ text }, DAY, compiled)),
      () => each(corpus, (text) => assess({ text }, DAY, tenfold)),
    ])
    if (corpus.isRepresentative) {
      together.cut += cut
      together.path += path
      together.grown += grown
      together.texts += corpus.texts.length
      together.characters += characters
    }
    tellPath(corpus.name, { cut, path, grown, texts: corpus.texts.length, characters })
    tell({ measure: 'stages', corpus: corpus.name, ...stages(corpus, compiled), unit: 'characters a second' })
    tell({ measure: 'rule by rule', corpus: corpus.name, ...ruleByRule(rulebook, corpus), goal: '≥ 10, identical' })
  }
  if (corpora.filter(({ isRepresentative }) => isRepresentative).length > 1)
    tellPath('inbox and outside corpora together', together)
}

/** Times in milliseconds: of jieba, of the path, and of the path with ten times the rules. */
interface PathTimes {
  cut: number
  path: number
  grown: number
  texts: number
  characters: number
}

function tellPath(corpus: string, { cut, path, grown, texts, characters }: PathTimes): void {
  tell({
    measure: 'path',
    corpus,
    texts,
    characters,
    charactersPerSecond: Math.round((characters / path) * 1000),
    timesJieba: ratio(path, cut),
    goal: '≤ 2',
    tenTimesTheRules: ratio(grown, path),
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

/** All rules in one pass, against each rule by itself, over the same clean text and facts. Compositions need other findings and are left out. */
function ruleByRule(whole: Rulebook, corpus: Corpus): { rules: number; times: number; identical: boolean } {
  const rules = whole.rules.filter((rule) => !matchersOf(rule).some((matcher) => 'finding' in matcher))
  const together = compile({ ...whole, rules })
  const apart = rules.map((rule) => compile({ ...whole, rules: [rule] })).filter((one) => one.rules.length > 0)
  const papers = corpus.texts.slice(0, SAMPLE).map((text) => prepared(text, together))
  const run = (compiled: CompiledRulebook) => papers.map((paper) => check(...paper, compiled).findings)
  const atOnce = warm(() => run(together))
  const oneByOne = best(1, () => apart.map(run))
  const found = inOrder(run(together).flat())
  return {
    rules: apart.length,
    times: ratio(oneByOne, atOnce),
    identical: isDeepStrictEqual(found, inOrder(apart.map(run).flat(2))),
  }
}

type Prepared = [
  clean: Parameters<typeof check>[0],
  facts: Parameters<typeof check>[1],
  framing: Parameters<typeof check>[2],
  at: Parameters<typeof check>[3],
]

function prepared(text: string, compiled: CompiledRulebook): Prepared {
  const clean = normalise(text, compiled.targets)
  const facts = extract(clean)
  const { circumstances } = assess({ text }, DAY, compiled)
  return [clean, facts, frameDocument(clean, facts), circumstances]
}

/** A finding as it was before a stricter rule took it over: alone, no rule knows of another. */
function asAlone(finding: Finding): Finding {
  const { overriddenBy, unscored, ...rest } = finding
  return overriddenBy === undefined || unscored !== 'overridden' ? { ...rest, ...(unscored && { unscored }) } : rest
}

function inOrder(findings: Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(asAlone(finding))).sort()
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
        unless: rule.unless.map((exception) => ({ ...exception, any: exception.any.map(other) })),
      })
    }
  }
  return { ...rulebook, rules, lexicons }
}

function matchersOf(rule: Rule): Matcher[] {
  return [...rule.elements, ...rule.unless].flatMap((part) => part.any)
}

function each(corpus: Corpus, work: (text: string) => unknown): void {
  for (const text of corpus.texts) work(text)
}

/** Shortest of as many runs as fit into a second, thirty at least where they fit into five: code is slow until it was run often. */
function warm(work: () => unknown): number {
  const began = performance.now()
  let shortest = best(3, work)
  for (let runs = 3; ; runs++) {
    const elapsed = performance.now() - began
    if (elapsed > 5000 || (elapsed > 1000 && runs >= 30)) return shortest
    shortest = Math.min(shortest, best(1, work))
  }
}

/** The same for things that are compared: by turns, so that what else the machine does falls on all of them alike. */
function warmTogether<T extends (() => unknown)[]>(works: [...T]): { [work in keyof T]: number } {
  const began = performance.now()
  const shortest = works.map(() => Number.POSITIVE_INFINITY)
  for (let runs = 0; ; runs++) {
    const elapsed = performance.now() - began
    if (runs >= 6 && (elapsed > 15_000 || (elapsed > 3000 && runs >= 30)))
      return shortest as { [work in keyof T]: number }
    works.forEach((work, i) => {
      shortest[i] = Math.min(shortest[i]!, best(1, work))
    })
  }
}

function timed<T>(work: () => T): [T, number] {
  const began = performance.now()
  const made = work()
  return [made, performance.now() - began]
}

/** Shortest of some runs, in milliseconds. */
function best(runs: number, work: () => unknown): number {
  let shortest = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run++) {
    const began = performance.now()
    work()
    shortest = Math.min(shortest, performance.now() - began)
  }
  return shortest
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}

function ratio(a: number, b: number): number {
  return Math.round((a / b) * 100) / 100
}

function tell(figures: Record<string, unknown>): void {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
