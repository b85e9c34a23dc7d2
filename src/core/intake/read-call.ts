import type { CompiledRulebook } from '../check/compile.ts'
import { normalise } from '../normalise/normalise.ts'
import { assess, type Model } from '../pipeline.ts'
import { type Assessment, surenessOf } from '../score/assessment.ts'
import { type AcceptanceProposal, type AcceptanceSetting, proposeAcceptance } from './acceptance.ts'
import type { Call } from './call.ts'
import { type CallFields, readCallFields } from './call-fields.ts'
import { callNote } from './call-note.ts'
import { type MissingElement, missingElements } from './missing-elements.ts'
import { type ContactHistory, type ProfitSigns, profitSigns } from './profit-signs.ts'
import { type SplitLetter, splitLetter, wantsOf } from './split-letter.ts'

/** What the path makes of a call: everything the desk shows while it is typed, and everything it is opened with. */
export interface CallReading {
  call: Call
  /** Fields that cannot be used as typed. */
  wrong: string[]
  split: SplitLetter
  assessment: Assessment
  missing: MissingElement[]
  profit: ProfitSigns | undefined
  /** Undefined for a mere report: it is checked, not accepted. */
  acceptance: AcceptanceProposal | undefined
  isFundraisingSuspected: boolean
}

export interface ReadingSetting extends AcceptanceSetting {
  compiled: CompiledRulebook
  model?: Model
}

/**
 * Reads the fields of a call. Pure, and quick enough to be done while somebody types.
 * @param arePapersIn an officer noted that what a complaint cannot be accepted without has come since
 */
export function readCall(
  setting: ReadingSetting,
  fields: CallFields,
  attachments: number,
  history: ContactHistory,
  arePapersIn = false,
): CallReading {
  const { compiled, model, law, receivedOn } = setting
  const split = splitLetter(normalise(fields.story ?? '', compiled.targets), splittingRule(compiled))
  const { call, wrong } = readCallFields(fields, wantsOf(split))
  const place = call.happenedIn ?? call.seller.region
  const paper = {
    text: callNote(call),
    kind: call.wants === 'report' ? ('report' as const) : ('complaint' as const),
    ...(call.happenedOn !== undefined && call.happenedOn <= receivedOn && { date: call.happenedOn }),
    ...(place !== undefined && { region: place }),
    ...(call.channel !== undefined && { channel: call.channel }),
  }
  const assessment = assess(paper, receivedOn, compiled, model)
  // What the story itself asks for is asked for.
  const asked = call.asks === '' && split.complaint[0] ? { ...call, asks: split.complaint[0].quote } : call
  const untold = missingElements(law, asked, assessment.facts, attachments, receivedOn)
  const missing = arePapersIn ? untold.filter(({ of, isRequired }) => of !== 'complaint' || !isRequired) : untold
  const profit = profitSigns(law.profitSigns, history, assessment.procedure, receivedOn)
  const isFundraisingSuspected = suspectsFundraising(assessment)
  const read = { hints: assessment.procedure, isFundraisingSuspected }
  return {
    call,
    wrong,
    split,
    assessment,
    missing,
    profit,
    acceptance: call.wants === 'report' ? undefined : proposeAcceptance(setting, call, read, missing, profit),
    isFundraisingSuspected,
  }
}

/** The rule that tells complaint and report apart; where a bureau has retired it, nothing is split by itself. */
function splittingRule({ rulebook }: CompiledRulebook): Parameters<typeof splitLetter>[1] {
  return rulebook.rules.find(({ code }) => code === 'PX-01') ?? { elements: [] }
}

function suspectsFundraising({ labels, findings, signals }: Assessment): boolean {
  return (
    labels.includes('illegal_fundraising') ||
    findings.some(({ category, unscored }) => category === 'illegal_fundraising' && unscored === undefined) ||
    signals.some(({ label, probability }) => label === 'illegal_fundraising' && surenessOf(probability) === 'likely')
  )
}
