import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import type { Finding } from '../../src/core/check/finding.ts'
import { CATEGORIES, type Category } from '../../src/core/document.ts'
import type { Paper } from '../../src/core/pipeline.ts'
import { type Assessment, type Signal, type Sureness, surenessOf } from '../../src/core/score/assessment.ts'
import { scoreWithoutSignals } from '../../src/core/score/without-signals.ts'
import { WORDS, type Words, wordFor } from '../../src/web/words/words.ts'
import { percent, say } from './tell.ts'

/** What the classifier makes of one category of a paper, beside the rules. */
export interface ClassifierSays {
  category: Category
  probability: number
  sureness: Sureness
  /** What it does to the findings of the category; `nothing_to_lower` where none of them counts. */
  findings: 'kept' | 'lowered' | 'nothing_to_lower'
  /** What it leaves of the points of findings it may lower, 1 where it lowers nothing. */
  leaves: number
  /** Codes of rules that outrank it. */
  outranking: string[]
  /** Codes of rules whose findings come of the second hearing that it asked for. */
  heardAgain: string[]
  /** What it adds to the score by itself, and why that is less than it might be. */
  adds: number
  addsLess?: string
  /** Whether the paper bears the label, and whether it would by the rules alone. */
  label: boolean
  labelByRules: boolean
  /** The words that moved it most, heaviest first. */
  because: { quote: string; weight: number }[]
  /** The passage that is plainer than the whole. */
  passage?: { quote: string; probability: number }
}

/** Words that are told of what moved it. */
const WORDS_TOLD = 5

/** By category; empty when no model judged. */
export function classifierSays(assessment: Assessment, paper: Paper, compiled: CompiledRulebook): ClassifierSays[] {
  const alone = scoreWithoutSignals(assessment, compiled)
  return CATEGORIES.flatMap((category) => {
    const signal = assessment.signals.find(({ label }) => label === category)
    return signal ? [saysOf(signal, assessment, alone, paper.text, compiled)] : []
  })
}

function saysOf(
  signal: Signal,
  assessment: Assessment,
  alone: ReturnType<typeof scoreWithoutSignals>,
  text: string,
  compiled: CompiledRulebook,
): ClassifierSays {
  const { label: category, probability } = signal
  const own = assessment.findings.filter((finding) => finding.category === category)
  const outranking = [...new Set(own.filter(({ rule }) => compiled.outranking.has(rule)).map(({ code }) => code))]
  const heardAgain = [...new Set(own.filter(({ despite }) => despite).map(({ code }) => code))]
  // What came of the second hearing was never there to be lowered.
  const atFirst = new Set(own.filter(({ despite }) => !despite).map(({ code }) => code))
  const mayLower = (source: string) => atFirst.has(source) && !outranking.includes(source)
  const sum = (reasons: Assessment['reasons']) =>
    reasons
      .filter((reason) => reason.category === category && mayLower(reason.source))
      .reduce((total, { points }) => total + points, 0)
  const before = sum(alone.reasons)
  const leaves = before === 0 ? 1 : Math.round((sum(assessment.reasons) / before) * 100) / 100
  const adds = assessment.reasons.find((reason) => reason.category === category && reason.source === 'signal')
  return {
    category,
    probability,
    sureness: surenessOf(probability),
    findings: alone.scores[category] === 0 ? 'nothing_to_lower' : leaves < 1 ? 'lowered' : 'kept',
    leaves,
    outranking,
    heardAgain,
    adds: adds?.points ?? 0,
    ...(adds?.lowered !== undefined && { addsLess: adds.lowered }),
    label: assessment.labels.includes(category),
    labelByRules: alone.labels.includes(category),
    because: signal.spans
      .slice(0, WORDS_TOLD)
      .map(({ start, end, weight }) => ({ quote: text.slice(start, end), weight })),
    ...(signal.passage && {
      passage: {
        quote: text.slice(signal.passage.start, signal.passage.end),
        probability: signal.passage.probability,
      },
    }),
  }
}

/** Below this, and where no rule found anything that counts, people are told nothing. */
const WORTH_TELLING = 0.2

/** Tells people, in both languages: what it gives each category, what it does to the findings, and what becomes of the label. */
export function sayClassifier(all: readonly ClassifierSays[]): void {
  for (const one of all) {
    if (one.findings === 'nothing_to_lower' && one.probability < WORTH_TELLING) continue
    const { category, probability, sureness } = one
    say(`${inBoth((words) => words.terms.category[category])} (${category}):`)
    say(
      `   classifier / 分类器 ${percent(probability)}, ${inBoth((words) => words.document.sureness[sureness])}; ${findingsIn(one)}`,
    )
    if (one.passage)
      say(`   one passage by itself / 其中一段单独看 ${percent(one.passage.probability)}: “${one.passage.quote}”`)
    if (one.because.length > 0)
      say(
        `   because / 因为 ${one.because.map(({ quote, weight }) => `${weight > 0 ? '+' : '−'}“${quote}”`).join(' ')}`,
      )
    if (one.addsLess !== undefined) say(`   adds less / 自身计分折减: ${loweredBy(one.addsLess)}`)
    say(`   ${labelIn(one)}`)
  }
}

/** Why points were lowered, as the screens say it. */
export function loweredBy(reason: string): string {
  return inBoth(({ document, terms }) => {
    const genre = wordFor(terms.genre, reason, reason)
    return wordFor(document.loweredBy, reason, document.loweredBy.genre(genre))
  })
}

function findingsIn(one: ClassifierSays): string {
  const again = one.heardAgain.join(', ')
  const more = again && `; a second hearing finds / 二次研判命中 ${again}`
  return `${firstFindingsIn(one)}${more}`
}

function firstFindingsIn({ findings, leaves, outranking, heardAgain }: ClassifierSays): string {
  const above = outranking.length > 0 ? `; ${outranking.join(', ')} outrank it / 优先于分类器` : ''
  if (findings === 'nothing_to_lower')
    return heardAgain.length > 0
      ? 'no finding that counts at first / 首次研判没有计分的疑点'
      : 'no finding that counts / 没有计分的疑点'
  if (findings === 'kept') return `keeps the findings as they are / 疑点计分未调低${above}`
  return `lowers the findings to ${percent(leaves)} of their points / 疑点计分调低至 ${percent(leaves)}${above}`
}

function labelIn({ label, labelByRules }: ClassifierSays): string {
  if (label && labelByRules) return 'makes a lead / 会形成线索'
  if (label) return 'makes a lead; by the rules alone it would not / 会形成线索，仅按规则不会'
  if (labelByRules) return 'makes no lead; by the rules alone it would / 不形成线索，仅按规则会'
  return 'makes no lead / 不形成线索'
}

/** Despite what a second hearing found something, as the screens say it. */
export function saysDespite({ genre, words }: NonNullable<Finding['despite']>): string {
  return inBoth(({ document, terms }) => document.despite(genre && terms.genre[genre], words))
}

/** A word of the screens in both languages. */
export function inBoth(say: (words: Words) => string): string {
  return `${say(WORDS.en)} / ${say(WORDS.zh)}`
}
