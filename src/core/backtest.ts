import { briefly } from './brief-model.ts'
import type { CompiledRulebook } from './check/compile.ts'
import type { Finding } from './check/finding.ts'
import { CATEGORIES, type Category, type Span } from './document.ts'
import { assessAll, type Model, type Paper } from './pipeline.ts'
import type { Assessment, Signal } from './score/assessment.ts'
import { scoreWithoutSignals } from './score/without-signals.ts'

/** One paper to try both versions on. */
export interface BacktestPaper {
  id: string
  paper: Paper
  /** `YYYY-MM-DD`; stands in for a date nobody gave. */
  receivedOn: string
  /** What officers ruled on findings in it; the standing ruling of each. */
  rulings?: readonly RuledPlace[]
}

/** A finding an officer ruled on: its rule's code and its place in the original. */
export interface RuledPlace extends Span {
  code: string
  verdict: 'upheld' | 'dismissed'
}

/** How many papers gained a label, and how many lost it. */
export interface LabelChange {
  gained: number
  lost: number
}

export interface RulingCounts {
  /** Upheld findings the new version still makes, and those it would lose. */
  upheldKept: number
  upheldLost: number
  /** Dismissed findings the new version no longer makes, and those it makes still. */
  dismissedGone: number
  dismissedKept: number
}

export interface RuleChange extends RulingCounts {
  rule: string
  code: string
  new: number
  lost: number
  changed: number
}

/** What the new version says otherwise than the old one: numbers, fit to be kept and shown to everybody. */
export interface BacktestResult {
  papers: number
  /** Papers on which anything differs. */
  papersChanged: number
  same: number
  new: number
  lost: number
  changed: number
  labels: Record<Category, LabelChange>
  /** The labels there would be were there no classifier; missing where none judged. */
  rulesAlone?: Record<Category, LabelChange>
  rulings: RulingCounts
  /** Ruled findings that the new version makes still while their paper loses the label of their category: shown, and no lead comes of them. */
  unlabelled?: { upheld: number; dismissed: number }
  /** Rules on which anything differs, or on whose findings officers ruled; the most changed first. */
  rules: RuleChange[]
}

/** What a backtest was run over, as its reader is told. */
export interface BacktestScope {
  /** `archive`, or the name of a corpus. */
  over: string
  /** Days of receipt, for the archive. */
  from?: string
  to?: string
  /** SHA-256 of the classifier that judged beside both versions, or `none`; missing in what was kept when it was left out always. */
  model?: string
}

/** One difference, with the words it is about. */
export interface Difference extends Span {
  what:
    | 'new'
    | 'lost'
    | 'changed'
    | 'upheld_lost'
    | 'dismissed_gone'
    | 'upheld_unlabelled'
    | 'dismissed_unlabelled'
    | 'label_gained'
    | 'label_lost'
  paper: string
  /** Empty for a label. */
  rule: string
  code: string
  quote: string
  /** For `changed`: what is not as it was. For a label, and for what lost one: which. */
  because?: string[]
  /** For a label: what the classifier gives its category, where one judged. */
  probability?: number
}

/** Tries two versions on papers, a group after another, and counts what differs. */
export interface Backtest {
  /** @returns the differences on these papers, in their order and of each in order of place */
  add(given: readonly BacktestPaper[]): Difference[]
  result(): BacktestResult
}

/** With a model both versions are judged as at the desk, where the classifier raises labels and lowers findings; without one by their rules alone. */
export function startBacktest(before: CompiledRulebook, after: CompiledRulebook, model?: Model): Backtest {
  const rules = new Map<string, RuleChange>()
  const total = {
    papers: 0,
    papersChanged: 0,
    same: 0,
    new: 0,
    lost: 0,
    changed: 0,
  }
  const labels = noLabels()
  const rulesAlone = noLabels()
  const unlabelled = { upheld: 0, dismissed: 0 }
  const judge = model && sayingOnce(briefly(model))
  const known = [...after.rulebook.rules, ...before.rulebook.rules]
  const countOf = (code: string): RuleChange => {
    const there = rules.get(code)
    if (there) return there
    const made: RuleChange = {
      rule: known.find((rule) => rule.code === code)?.id ?? '',
      code,
      new: 0,
      lost: 0,
      changed: 0,
      ...noRulings(),
    }
    rules.set(code, made)
    return made
  }
  const differencesOn = ({ id, paper, rulings = [] }: BacktestPaper, was: Assessment, is: Assessment): Difference[] => {
    const compared = compare(was.findings, is.findings)
    const found: Difference[] = compared.differences.map((difference) => ({ paper: id, ...difference }))
    for (const { what, code } of compared.differences) {
      total[what]++
      countOf(code)[what]++
    }
    for (const { label, change } of labelChanges(was, is)) {
      labels[label][change]++
      const probability = is.signals.find((signal) => signal.label === label)?.probability
      const about = { because: [label], ...(probability !== undefined && { probability }) }
      found.push({ what: `label_${change}`, paper: id, ...NOWHERE, ...about })
    }
    if (model)
      for (const { label, change } of labelChanges(scoreWithoutSignals(was, before), scoreWithoutSignals(is, after)))
        rulesAlone[label][change]++
    for (const ruled of rulings) {
      const outcome = outcomeOf(ruled, is.findings)
      countOf(ruled.code)[outcome]++
      const label = labelLost(ruled, was, is)
      if (label) unlabelled[ruled.verdict]++
      const what = label ? (`${ruled.verdict}_unlabelled` as const) : GONE[outcome]
      if (what) found.push({ what, paper: id, ...placeOf(ruled, paper), ...(label && { because: [label] }) })
    }
    total.papers++
    total.same += compared.same
    if (found.length > 0) total.papersChanged++
    return found.sort((a, b) => a.start - b.start || a.end - b.end)
  }
  return {
    add(given) {
      judge?.forget()
      const was = [...assessAll(given, before, judge)]
      const is = [...assessAll(given, after, judge)]
      return given.flatMap((one, i) => differencesOn(one, was[i]!, is[i]!))
    },
    result() {
      const changes = [...rules.values()].sort((a, b) => weight(b) - weight(a) || (a.code < b.code ? -1 : 1))
      const rulings = noRulings()
      for (const change of changes) for (const key of RULING_KEYS) rulings[key] += change[key]
      return { ...total, labels, ...(model && { rulesAlone }), rulings, unlabelled, rules: changes }
    },
  }
}

/** Both versions read the same papers, and nearly always alike: what it says of one reading is worked out once. */
function sayingOnce(model: Model): Model & { forget(): void } {
  const said = new Map<string, { original: string; signals: Signal[] }>()
  return {
    ...model,
    classify(clean) {
      const { text, original } = clean
      const known = said.get(text)
      if (known?.original === original) return known.signals
      const signals = model.classify(clean)
      said.set(text, { original, signals })
      return signals
    },
    forget: () => said.clear(),
  }
}

const NOWHERE = { rule: '', code: '', quote: '', start: 0, end: 0 }
const GONE: Partial<Record<keyof RulingCounts, 'upheld_lost' | 'dismissed_gone'>> = {
  upheldLost: 'upheld_lost',
  dismissedGone: 'dismissed_gone',
}
const RULING_KEYS = ['upheldKept', 'upheldLost', 'dismissedGone', 'dismissedKept'] as const

function noLabels(): Record<Category, LabelChange> {
  return Object.fromEntries(CATEGORIES.map((name) => [name, { gained: 0, lost: 0 }])) as BacktestResult['labels']
}

function noRulings(): RulingCounts {
  return { upheldKept: 0, upheldLost: 0, dismissedGone: 0, dismissedKept: 0 }
}

function weight(change: RuleChange): number {
  return change.new + change.lost + change.changed + change.upheldLost + change.dismissedGone
}

function labelChanges(was: Pick<Assessment, 'labels'>, is: Pick<Assessment, 'labels'>) {
  return CATEGORIES.filter((label) => was.labels.includes(label) !== is.labels.includes(label)).map((label) => ({
    label,
    change: is.labels.includes(label) ? ('gained' as const) : ('lost' as const),
  }))
}

type Compared = Omit<Difference, 'paper' | 'what'> & { what: 'new' | 'lost' | 'changed' }

/**
 * Findings of one code at the same place are the same finding; those that only overlap are one finding whose place changed.
 * A code stays with its rule for ever, so a rule whose file was moved is still the same rule.
 */
function compare(was: readonly Finding[], is: readonly Finding[]): { differences: Compared[]; same: number } {
  const differences: Compared[] = []
  const left = new Set(is)
  let same = 0
  for (const old of was) {
    const candidates = [...left].filter((next) => next.code === old.code && touches(next, old))
    const next = candidates.find(({ start, end }) => start === old.start && end === old.end) ?? candidates[0]
    if (!next) {
      differences.push({ what: 'lost', ...told(old) })
      continue
    }
    left.delete(next)
    const because = whatChanged(old, next)
    if (because.length === 0) same++
    else differences.push({ what: 'changed', ...told(next), because })
  }
  for (const next of left) differences.push({ what: 'new', ...told(next) })
  return { differences, same }
}

function told({ rule, code, quote, start, end }: Finding) {
  return { rule, code, quote, start, end }
}

/** Absent things have an empty place: they touch when it is the same. */
function touches(a: Span, b: Span): boolean {
  return (a.start < b.end && b.start < a.end) || (a.start === b.start && a.end === b.end)
}

function whatChanged(a: Finding, b: Finding): string[] {
  const changed: string[] = []
  if (a.start !== b.start || a.end !== b.end) changed.push('place')
  for (const key of ['category', 'severity', 'confidence', 'unscored'] as const)
    if (a[key] !== b[key]) changed.push(key)
  if (JSON.stringify(a.basis) !== JSON.stringify(b.basis)) changed.push('basis')
  if (a.message.zh !== b.message.zh || a.message.en !== b.message.en) changed.push('message')
  return changed
}

function outcomeOf(ruled: RuledPlace, findings: readonly Finding[]): (typeof RULING_KEYS)[number] {
  const stays = findings.some((finding) => finding.code === ruled.code && touches(finding, ruled))
  if (ruled.verdict === 'upheld') return stays ? 'upheldKept' : 'upheldLost'
  return stays ? 'dismissedKept' : 'dismissedGone'
}

/** The label that the paper of a ruled finding no longer bears while the finding itself is made still. */
function labelLost(ruled: RuledPlace, was: Assessment, is: Assessment): Category | undefined {
  const made = is.findings.find((finding) => finding.code === ruled.code && touches(finding, ruled))
  return made && was.labels.includes(made.category) && !is.labels.includes(made.category) ? made.category : undefined
}

function placeOf({ code, start, end }: RuledPlace, { text }: Paper) {
  return { rule: '', code, quote: text.slice(start, end), start, end }
}
