import type { CitedBasis, Finding, ProcedureHint } from '../core/check/finding.ts'
import type { Band, Category, Channel, Circumstances, Entity, Frame, Kind, Sign, Span } from '../core/document.ts'
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
  /** What the intake desk is to do with the letter; raises no label. Left out when there is nothing. */
  procedure?: AnsweredHint[]
  /** What nobody gave and was read from the text, with the words it was read from. Left out when there is nothing. */
  assumed?: { entity?: { value: Entity } & Sign; channel?: { value: Channel } & Sign }
  /** Findings of a rule beyond those told, counted. Left out when there are none. */
  omitted?: Assessment['omitted']
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

export interface AnsweredHint extends Span {
  rule: string
  code: string
  quote: string
  basis: AnsweredFinding['basis']
  message: string
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

/** As much of an assessment as is told: one just made, or one kept (which keeps neither hints of procedure nor what was omitted). */
export type Told = Pick<
  Assessment,
  'circumstances' | 'labels' | 'scores' | 'band' | 'findings' | 'facts' | 'signals' | 'rulebook' | 'model'
> &
  Partial<Pick<Assessment, 'procedure' | 'omitted'>>

/** Puts an assessment into the words of the outside contract. */
export function checkAnswer(id: string, assessment: Told): CheckAnswer {
  const { circumstances, labels, scores, band, findings, facts, signals, rulebook, model } = assessment
  const procedure = assessment.procedure ?? []
  const omitted = assessment.omitted ?? []
  const assumed = assumedOf(circumstances)
  return {
    id,
    kind: circumstances.kind,
    labels,
    scores,
    band,
    findings: findings.map(answeredFinding),
    ...(procedure.length > 0 && { procedure: procedure.map(answeredHint) }),
    ...(assumed && { assumed }),
    ...(omitted.length > 0 && { omitted }),
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
    basis: answeredBasis(basis),
    message: message.zh,
    ...(unscored !== undefined && { unscored }),
  }
}

function answeredHint({ rule, code, quote, start, end, basis, message }: ProcedureHint): AnsweredHint {
  return { rule, code, quote, start, end, basis: answeredBasis(basis), message: message.zh }
}

function answeredBasis(basis: readonly CitedBasis[]): AnsweredFinding['basis'] {
  return basis.map(({ id, article, in_force, role, condition }) => ({
    id,
    article,
    in_force,
    role,
    ...(condition !== undefined && { condition }),
  }))
}

function assumedOf({ entity, entityAssumed, channel, channelAssumed }: Circumstances): CheckAnswer['assumed'] {
  if (!entityAssumed && !channelAssumed) return undefined
  return {
    ...(entityAssumed && { entity: { value: entity, ...entityAssumed } }),
    ...(channelAssumed && { channel: { value: channel, ...channelAssumed } }),
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
