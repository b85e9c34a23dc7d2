import { isDeepStrictEqual } from 'node:util'
import { type CompiledRulebook, compile } from '../src/core/check/compile.ts'
import type { Finding } from '../src/core/check/finding.ts'
import type { Matcher, Rule, Rulebook } from '../src/core/check/rule.ts'
import { check } from '../src/core/check/run.ts'
import type { Corpus } from './bench-corpus.ts'
import { prepared } from './bench-papers.ts'
import { best, ratio, warm } from './bench-timing.ts'
import { checkPlainly, plainRulebook } from './check-plainly.ts'

const SAMPLE = 400
const PLAIN_SAMPLE = 20_000

/** All rules in one pass, against each rule by itself, over the same clean text and facts. Compositions need other findings and are left out. */
export function ruleByRule(whole: Rulebook, corpus: Corpus): { rules: number; times: number; identical: boolean } {
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

function matchersOf(rule: Rule): Matcher[] {
  return [...rule.elements.map(({ any }) => any), ...rule.unless.map(({ any, but = [] }) => [...any, ...but])].flat()
}

/** A finding as it was before a stricter rule took it over: alone, no rule knows of another. */
function asAlone(finding: Finding): Finding {
  const { overriddenBy, unscored, ...rest } = finding
  return overriddenBy === undefined || unscored !== 'overridden' ? { ...rest, ...(unscored && { unscored }) } : rest
}

function inOrder(findings: Finding[]): string[] {
  return findings.map((finding) => JSON.stringify(asAlone(finding))).sort()
}

/**
 * All rules in one pass, against the same rules one after another as anybody would write it ({@link checkPlainly}), over the first
 * {@link PLAIN_SAMPLE} characters of a corpus.
 */
export function oneAfterAnother(
  compiled: CompiledRulebook,
  { texts }: Corpus,
): { timesPlain: number; identicalPlain: boolean; plainCharacters: number } {
  const sample = firstCharacters(texts, PLAIN_SAMPLE)
  const papers = sample.map((text) => prepared(text, compiled))
  const plain = plainRulebook(compiled)
  const atOnce = warm(() => papers.map((paper) => check(...paper, compiled)))
  const oneByOne = best(3, () => papers.map((paper) => checkPlainly(...paper, plain)))
  return {
    timesPlain: ratio(oneByOne, atOnce),
    identicalPlain: papers.every((paper) => {
      const { marked, ...told } = check(...paper, compiled)
      return isDeepStrictEqual(told, checkPlainly(...paper, plain))
    }),
    plainCharacters: sample.reduce((sum, text) => sum + text.length, 0),
  }
}

/** Texts from the first on, the last of them cut, until there are so many characters. */
function firstCharacters(texts: readonly string[], wanted: number): string[] {
  const sample: string[] = []
  let missing = wanted
  for (const text of texts) {
    if (missing <= 0) break
    sample.push(text.slice(0, missing))
    missing -= text.length
  }
  return sample
}
