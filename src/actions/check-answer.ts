import type { CitedBasis, Finding } from '../core/check/finding.ts'
import type { Band, Category, Frame, Kind, Span } from '../core/document.ts'
import type { Fact } from '../core/extract/fact.ts'
import type { Assessment } from '../core/score/assessment.ts'

/** What `scan` and `POST check` answer for one paper. The shape is scripted against: keys are added, never changed. */
export interface CheckAnswer {
  id: string
  kind: Kind
  labels: Category[]
  scores: Record<Category, number>
  band: Band
  findings: AnsweredFinding[]
  facts: AnsweredFact[]
  signals: Assessment['signals']
  rulebook: string
  model: string
}

export interface AnsweredFinding extends Span {
  rule: string
  code: string
  category: Category
  severity: 1 | 2 | 3 | 4
  confidence: number
  quote: string
  frame: Frame
  basis: Pick<CitedBasis, 'id' | 'article' | 'in_force' | 'role' | 'condition'>[]
  message: string
  /** Why it raises no label by itself, when it does not. */
  unscored?: NonNullable<Finding['unscored']>
}

/** Money is in yuan here (`CNY`), in whole fen everywhere inside. */
export interface AnsweredFact extends Span {
  type: Fact['type']
  value: number | string
  unit: 'CNY' | 'month' | '%/year' | 'x' | ''
  quote: string
  basis?: 'stated' | 'implied'
  role?: string
  parts?: Span[]
  working?: string
}

/** As much of an assessment as is told: one just made, or one kept. */
export type Told = Pick<
  Assessment,
  'circumstances' | 'labels' | 'scores' | 'band' | 'findings' | 'facts' | 'signals' | 'rulebook' | 'model'
>

/** Puts an assessment into the words of the outside contract. */
export function checkAnswer(id: string, assessment: Told): CheckAnswer {
  const { circumstances, labels, scores, band, findings, facts, signals, rulebook, model } = assessment
  return {
    id,
    kind: circumstances.kind,
    labels,
    scores,
    band,
    findings: findings.map(answeredFinding),
    facts: facts.map(answeredFact),
    signals,
    rulebook,
    model,
  }
}

function answeredFinding(finding: Finding): AnsweredFinding {
  const { rule, code, category, severity, confidence, quote, start, end, frame, basis, message, unscored } = finding
  return {
    rule,
    code,
    category,
    severity,
    confidence,
    quote,
    start,
    end,
    frame,
    basis: basis.map(({ id, article, in_force, role, condition }) => ({
      id,
      article,
      in_force,
      role,
      ...(condition !== undefined && { condition }),
    })),
    message: message.zh,
    ...(unscored !== undefined && { unscored }),
  }
}

function answeredFact({ type, value, unit, quote, start, end, basis, role, parts, working }: Fact): AnsweredFact {
  const outside = unit === 'fen' ? { value: Number(value) / 100, unit: 'CNY' as const } : { value, unit }
  return {
    type,
    ...outside,
    quote,
    start,
    end,
    ...(basis !== undefined && { basis }),
    ...(role !== undefined && { role }),
    ...(parts !== undefined && { parts }),
    ...(working !== undefined && { working }),
  }
}
