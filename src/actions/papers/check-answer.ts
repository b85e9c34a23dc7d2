import type { Choice, CitedBasis, Despite, Finding, ProcedureHint } from '../../core/check/finding.ts'
import type { Penalty } from '../../core/check/rule.ts'
import type { Band, Category, Channel, Circumstances, Entity, Frame, Kind, Sign, Span } from '../../core/document.ts'
import type { Fact } from '../../core/extract/fact.ts'
import type { Assessment } from '../../core/score/assessment.ts'

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
  /** Findings of a rule beyond those told, and facts of a type (`fact:` and its name), counted. Left out when there are none. */
  omitted?: Assessment['omitted']
  /** Rules whose words are met while no article is on record for the day of the conduct. Left out when there are none. */
  without_law?: Assessment['withoutLaw']
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
  basis: AnsweredBasis[]
  message: string
  /** Set when the law changed during the conduct or since. */
  choice?: AnsweredChoice
  overridden_by?: string
  /** Why it raises no label by itself, when it does not. */
  unscored?: NonNullable<Finding['unscored']>
  /** Set when it was found only in a second hearing: in spite of what. */
  despite?: Despite
}

export type AnsweredBasis = Omit<CitedBasis, 'penalty'> & { penalty?: AnsweredPenalty }

export type AnsweredChoice = Omit<Choice, 'successors'> & { successors: AnsweredBasis[] }

/** Amounts in yuan. */
export interface AnsweredPenalty extends AnsweredTier {
  times_of?: string
  serious?: AnsweredTier
  besides?: { zh: string; en: string }
  department: string
}

interface AnsweredTier {
  floor?: number
  cap?: number
  times?: [number, number]
}

export interface AnsweredHint extends Span {
  rule: string
  code: string
  quote: string
  basis: AnsweredBasis[]
  message: string
  choice?: AnsweredChoice
}

/** Money is in yuan here (`CNY`), in whole fen everywhere inside. */
export interface AnsweredFact extends Span {
  type: Fact['type']
  value: number | string
  unit: 'CNY' | Exclude<Fact['unit'], 'fen'>
  quote: string
  basis?: 'stated' | 'implied'
  role?: string
  parts?: Span[]
  /** A licence number that breaks the form or the check digit of its sort. */
  malformed?: true
  working?: string
}

/** As much of an assessment as is told: one just made, or one kept (which keeps neither hints of procedure nor what was omitted or is without law). */
export type Told = Pick<
  Assessment,
  'circumstances' | 'labels' | 'scores' | 'band' | 'findings' | 'facts' | 'signals' | 'rulebook' | 'model'
> &
  Partial<Pick<Assessment, 'procedure' | 'omitted' | 'withoutLaw'>>

/** Puts an assessment into the words of the outside contract. */
export function checkAnswer(id: string, assessment: Told): CheckAnswer {
  const { circumstances, labels, scores, band, findings, facts, signals, rulebook, model } = assessment
  const procedure = assessment.procedure ?? []
  const omitted = assessment.omitted ?? []
  const withoutLaw = assessment.withoutLaw ?? []
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
    ...(withoutLaw.length > 0 && { without_law: withoutLaw }),
    facts: facts.map(answeredFact),
    signals,
    rulebook,
    model,
  }
}

function answeredFinding(finding: Finding): AnsweredFinding {
  const { rule, code, category, severity, confidence, quote, start, end, frame, basis, message } = finding
  const { choice, overriddenBy, unscored, despite } = finding
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
    ...(choice !== undefined && { choice: answeredChoice(choice) }),
    ...(overriddenBy !== undefined && { overridden_by: overriddenBy }),
    ...(unscored !== undefined && { unscored }),
    ...(despite !== undefined && { despite }),
  }
}

function answeredHint({ rule, code, quote, start, end, basis, message, choice }: ProcedureHint): AnsweredHint {
  return {
    rule,
    code,
    quote,
    start,
    end,
    basis: answeredBasis(basis),
    message: message.zh,
    ...(choice !== undefined && { choice: answeredChoice(choice) }),
  }
}

function answeredBasis(basis: readonly CitedBasis[]): AnsweredBasis[] {
  return basis.map(({ penalty, ...cited }) => ({ ...cited, ...(penalty && { penalty: answeredPenalty(penalty) }) }))
}

function answeredChoice(choice: Choice): AnsweredChoice {
  return { ...choice, successors: answeredBasis(choice.successors) }
}

function answeredPenalty({ timesOf, serious, besides, department, ...ordinary }: Penalty): AnsweredPenalty {
  return {
    ...tier(ordinary),
    ...(timesOf !== undefined && { times_of: timesOf }),
    ...(serious && { serious: tier(serious) }),
    ...(besides && { besides }),
    department,
  }
}

function tier({ floorFen, capFen, times }: NonNullable<Penalty['serious']>): AnsweredTier {
  return {
    ...(floorFen !== undefined && { floor: floorFen / 100 }),
    ...(capFen !== undefined && { cap: capFen / 100 }),
    ...(times && { times }),
  }
}

function assumedOf({ entity, entityAssumed, channel, channelAssumed }: Circumstances): CheckAnswer['assumed'] {
  if (!entityAssumed && !channelAssumed) return undefined
  return {
    ...(entityAssumed && { entity: { value: entity, ...entityAssumed } }),
    ...(channelAssumed && { channel: { value: channel, ...channelAssumed } }),
  }
}

function answeredFact({
  type,
  value,
  unit,
  quote,
  start,
  end,
  basis,
  role,
  parts,
  malformed,
  working,
}: Fact): AnsweredFact {
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
    ...(malformed && { malformed }),
    ...(working !== undefined && { working }),
  }
}
