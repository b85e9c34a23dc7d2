import type { Act, Actor, Input } from '../../../src/core/procedure/matter.ts'
import { SLOW_CLOCKS, type SlowDue, slowDue } from '../../support/slow-clock.ts'
import { REFERENCE, type Row } from './reference-table.ts'

/** A matter as the reference keeps it: a bare simulation beside the real one. */
export interface Model {
  kind: string
  state: string
  since: string
  tracks: Record<string, string>
  handlers: string[]
  ever: Set<string>
  recused: Set<string>
  facts: Record<string, unknown>
  clocks: ModelClock[]
  pauses: Record<string, string[]>
  pending: { id: number; move: string; input: Input; by: string }[]
  version: number
}

export interface ModelClock {
  name: string
  at: string
  /** Closed and open pauses, extensions and new starts, in their order. */
  steps: (
    | { op: 'suspend'; from: string; to: string | null; cause: string }
    | { op: 'extend'; n: number; unit: 'workday' | 'day' }
    | { op: 'restart'; at: string }
  )[]
  ended: string | null
}

/** Whether the law lets this act happen. */
export function isAllowed(m: Model, act: Act, actor: Actor, now: string): boolean {
  if (act.version !== m.version || act.reason === '') return false
  if (act.op === 'make' || act.op === 'propose') {
    const row = REFERENCE[act.move]!
    const at = (act.op === 'make' ? act.at : undefined) ?? now
    return (
      (act.op === 'propose') === (row.approval !== '') &&
      !m.pending.some(({ move }) => move === act.move) &&
      row.who.includes({ hotline: 't', officer: 'o', reviewer: 'r', head: 'h', analyst: 'x' }[actor.role]) &&
      stands(m, row, actor.officerId) &&
      at <= now &&
      isInPlace(m, act.move, row, act.input, at)
    )
  }
  const proposal = m.pending.find(({ id }) => id === act.proposal)
  if (!proposal) return false
  if (act.op === 'withdraw') return proposal.by === actor.officerId && proposal.move !== 'refer_to_police'
  const row = REFERENCE[proposal.move]!
  if (!mayDecide(m, row, proposal, actor, now)) return false
  if (act.op === 'refuse') return now >= m.since && touchedInOrder(m, proposal.move, row, now)
  const others = { ...m, pending: m.pending.filter((each) => each !== proposal) }
  return stands(m, row, proposal.by) && isInPlace(others, proposal.move, row, proposal.input, now)
}

/** What becomes of the model. `seq` is the number of the event. */
export function happen(m: Model, act: Act, actor: Actor, now: string): void {
  const seq = ++m.version
  if (act.op === 'propose') {
    m.pending.push({ id: seq, move: act.move, input: act.input, by: actor.officerId })
    if (act.move === 'refer_to_police') begin(m, 'T33', now, day(now))
    return
  }
  if (act.op === 'make') {
    carryOut(m, act.move, act.input, act.at ?? now)
    return
  }
  const proposal = m.pending.find(({ id }) => id === act.proposal)!
  m.pending = m.pending.filter((each) => each !== proposal)
  if (proposal.move === 'refer_to_police') end(m, 'T33', now)
  if (act.op === 'approve') carryOut(m, proposal.move, proposal.input, now)
}

/** The last day of a clock, by the slow calculator; null where it cannot be told or the clock stands still. */
export function slowEnd(clock: ModelClock): SlowDue {
  return kept(JSON.stringify([clock.name, clock.at, clock.steps]), () => slowly(clock))
}

/** What was worked out already: the slow calculator is slow. */
const ENDS = new Map<string, SlowDue>()

function kept(asked: string, work: () => SlowDue): SlowDue {
  const end = ENDS.get(asked) ?? work()
  ENDS.set(asked, end)
  return end
}

function slowly(clock: ModelClock): SlowDue {
  const [id, variant] = clock.name.split('/') as [string, string?]
  if (!SLOW_CLOCKS.includes(id)) throw new Error(`${id} is unknown to the slow calculator`)
  const place = variant && ['serious', 'court', 'long'].includes(variant) ? 1 : 0
  const isStill = clock.steps.some((step) => step.op === 'suspend' && step.to === null)
  const told = clock.steps.filter((step) => step.op !== 'suspend' || step.to !== null)
  const without = slowDue(id, clock.at, told, place)
  if (!isStill) return without
  const far = clock.steps.map((step) =>
    step.op === 'suspend' && step.to === null ? { ...step, to: '2027-06-30' } : step,
  )
  // A pause without an end hinders only a period that it meets.
  const within = slowDue(id, clock.at, far, place)
  return without.due === within.due ? without : { due: null, dueAlt: null }
}

function stands(m: Model, row: Row, officer: string): boolean {
  if (m.recused.has(officer)) return false
  if (row.who.includes('*')) return m.handlers.includes(officer)
  return !row.who.includes('!') || !m.ever.has(officer)
}

function mayDecide(m: Model, row: Row, proposal: { by: string; input: Input }, actor: Actor, now: string): boolean {
  const isClean = (id: string) =>
    id !== proposal.by && !m.ever.has(id) && !m.recused.has(id) && proposal.input.officer !== id
  if (!isClean(actor.officerId)) return false
  if (actor.role === 'head' && (row.approval === 'H' || actor.isPrincipal)) return true
  return actor.delegations.some(
    ({ by, from, to, inCharge }) =>
      from <= day(now) && day(now) <= to && (row.approval === 'H' || inCharge) && isClean(by),
  )
}

function isInPlace(m: Model, move: string, row: Row, input: Input, at: string): boolean {
  const { '=': met, '>': over, '&': anew, '^': extended } = row.clocks
  if (!row.matters.includes({ complaint: 'C', report: 'R', lead: 'L' }[m.kind]!)) return false
  if (!row.from.includes(m.state)) return false
  if (row.track && !row.track.from.includes(m.tracks[row.track.name] ?? 'none')) return false
  if (!isLawOf(move, day(at))) return false
  if (at < m.since || !touchedInOrder(m, move, row, at)) return false
  if (!met.every((name) => running(m, name)) || !over.every((name) => isOver(m, name, at))) return false
  if (anew.length > 0 && !anew.some((name) => running(m, name))) return false
  if (extended.length > 0 && !mayExtend(m, move, extended[0]!, input, at)) return false
  return CONDITIONS[move]?.({ m, input, at }) ?? true
}

/** Order 121 brought the return to the unified receiver and the handling of repeated reports. */
function isLawOf(move: string, today: string): boolean {
  return !['return_to_receiver', 'repeat_report', 'note_same_report'].includes(move) || today >= '2026-04-15'
}

interface Asked {
  m: Model
  input: Input
  at: string
}

const twoHandlers = ({ m }: Asked) => m.handlers.length >= 2
const oneCompetence = ({ m }: Asked) => (m.tracks.competence ?? 'none') === 'none'
const noReferral = ({ m }: Asked) =>
  m.tracks.police !== 'approved' && !m.pending.some(({ move }) => move === 'refer_to_police')
const nothingHeld = ({ m }: Asked) =>
  (m.tracks.seizure ?? 'none') === 'none' && (m.tracks.registration ?? 'none') === 'none'
const leadGone = ({ m }: Asked) => m.facts.fundraising !== true || (m.tracks.lead_department ?? 'none') !== 'none'
const nothingOut = ({ m }: Asked) => m.tracks.testing !== 'out'
const dutiesMet = ({ m }: Asked) =>
  !['T01', 'T02', 'T04', 'T07', 'T08', 'T14', 'T28', 'T29', 'T30', 'T31', 'T34', 'T37'].some((name) => running(m, name))
const notRecused = ({ m, input }: Asked) => !m.recused.has(input.officer as string)
const ofTheKind = ({ m, input }: Asked) => (input.review_kind === 'legal') === (m.facts.legal === true)
const unheard = (asked: Asked) => twoHandlers(asked) && asked.m.facts.heard !== true

/** What must have been done before, and what must be in what is filled in. */
const CONDITIONS: Record<string, (asked: Asked) => boolean> = {
  accept: (asked) => {
    const { known_on: known, received_on: received, missing } = asked.m.facts
    const inTime = known === undefined || (received as string) <= threeYears(known as string)
    return oneCompetence(asked) && inTime && ((missing as string[] | undefined) ?? []).length === 0
  },
  papers_complete: ({ m }) => ((m.facts.missing as string[] | undefined) ?? []).length > 0,
  refuse_acceptance: ({ m, input }) => m.facts.lead_inside !== true || input.fundraising === true,
  withdraw_complaint: oneCompetence,
  return_to_receiver: oneCompetence,
  archive_complaint: (asked) => dutiesMet(asked) && oneCompetence(asked),
  settle: ({ m, at }) => !isOver(m, 'T03', at),
  terminate_mediation: ({ m, input, at }) => input.ground !== 'time_over' || isOver(m, 'T03', at),
  assign_handlers: ({ m, input }) => {
    const named = input.handlers as string[]
    return new Set(named).size >= 2 && !named.some((each) => m.recused.has(each))
  },
  record_check: ({ input, at }) =>
    input.conduct_ended_on === undefined || (input.conduct_ended_on as string) <= day(at),
  file: (asked) => {
    const { m, at } = asked
    const hooks = m.facts.hooks as string[] | undefined
    return twoHandlers(asked) && oneCompetence(asked) && hooks !== undefined && hooks.length > 0 && inTime(m, 'T13', at)
  },
  not_file: (asked) =>
    twoHandlers(asked) &&
    oneCompetence(asked) &&
    noReferral(asked) &&
    asked.m.facts.hooks !== undefined &&
    leadGone(asked),
  decide_summarily: (asked) => {
    const { m, input, at } = asked
    const hooks = m.facts.hooks as string[] | undefined
    return (
      twoHandlers(asked) &&
      oneCompetence(asked) &&
      noReferral(asked) &&
      nothingOut(asked) &&
      leadGone(asked) &&
      hooks !== undefined &&
      hooks.length > 0 &&
      inTime(m, 'T13', at) &&
      isSmall(input)
    )
  },
  register_evidence: twoHandlers,
  register_urgently: (asked) => twoHandlers(asked) && !running(asked.m, 'T16'),
  confirm_urgent_registration: ({ m, at }) => inTime(m, 'T16', at),
  assistance_letter_received: ({ input, at }) => (input.received_on as string) <= day(at),
  seize: twoHandlers,
  seize_urgently: (asked) => twoHandlers(asked) && !running(asked.m, 'T16'),
  confirm_urgent_seizure: ({ m, at }) => inTime(m, 'T16', at),
  join: (asked) => {
    const ours = running(asked.m, 'T22')
    const earlier = !ours || Date.parse(asked.input.into_filed_at as string) <= Date.parse(ours.at)
    const clear = nothingHeld(asked) && nothingOut(asked) && noReferral(asked) && leadGone(asked)
    return clear && oneCompetence(asked) && earlier
  },
  transfer_out: (asked) => twoHandlers(asked) && noReferral(asked) && oneCompetence(asked),
  terminate_investigation: (asked) => twoHandlers(asked) && noReferral(asked) && oneCompetence(asked),
  submit_review: (asked) =>
    twoHandlers(asked) &&
    oneCompetence(asked) &&
    (asked.m.facts.legal !== true || (asked.input.legal_grounds as string[]).length > 0),
  submit_after_hearing: (asked) =>
    twoHandlers(asked) && (asked.input.legal_grounds as string[]).includes('after_hearing'),
  review_agree: ofTheKind,
  review_correct: ofTheKind,
  review_supplement: ofTheKind,
  review_refer: ofTheKind,
  propose_penalty: unheard,
  serve_notice: (asked) => unheard(asked) && asked.m.facts.proposed === true,
  publish_notice: (asked) => unheard(asked) && asked.m.facts.proposed === true,
  call_hearing: ({ m, input, at }) => {
    const clock = running(m, 'T19')
    if (!clock || m.facts.hearing_right !== true) return false
    const asked = input.requested_on as string
    const last = slowEnd(clock).due
    const tell = kept(`T20 ${input.hearing_on}`, () => slowDue('T20', input.hearing_on as string)).due
    return (
      day(clock.at) <= asked && asked <= day(at) && (last === null || asked <= last) && tell !== null && day(at) <= tell
    )
  },
  hold_hearing: ({ m, at }) => day(at) >= (m.facts.hearing_on as string),
  decide_penalty: (asked) => {
    const { m, input, at } = asked
    const rights = m.facts.noticed === true && (!running(m, 'T19') || isOver(m, 'T19', at))
    const discussed = (input.serious !== true && m.facts.legal !== true) || input.discussion !== undefined
    return twoHandlers(asked) && noReferral(asked) && rights && discussed && m.facts.agreed === true
  },
  decide_no_penalty: (asked) => twoHandlers(asked) && noReferral(asked) && asked.m.facts.agreed === true,
  serve_decision: ({ m }) => m.facts.outcome === 'penalty',
  serve_no_penalty: ({ m }) => m.facts.outcome === 'no_penalty',
  decision_deemed_served: ({ m }) => m.facts.outcome === 'penalty',
  no_penalty_deemed_served: ({ m }) => m.facts.outcome === 'no_penalty',
  send_demand: ({ m }) => m.facts.demanded !== true,
  apply_to_court: ({ m, at }) => inTime(m, 'T26/court', at),
  record_performed: ({ m }) => m.facts.summary !== true,
  court_ended_enforcement: ({ m }) => m.facts.at_court === true && m.facts.summary !== true,
  deposit_summary: ({ m }) => m.facts.summary === true,
  close_summary: (asked) => asked.m.facts.summary === true && noReferral(asked),
  close: (asked) => nothingHeld(asked) && nothingOut(asked) && noReferral(asked) && leadGone(asked),
  archive: (asked) =>
    dutiesMet(asked) && nothingOut(asked) && ['none', 'done'].includes(asked.m.tracks.police ?? 'none'),
  refer_fundraising: ({ m }) => m.facts.fundraising === true,
  refer_to_police: twoHandlers,
  challenge_refusal: ({ m, at }) => inTime(m, 'T36', at),
  ask_prosecutor: ({ m, at }) => inTime(m, 'T36', at),
  recuse: notRecused,
  recuse_head: notRecused,
  recuse_principal: notRecused,
}

/** The most an extension gives, and how often: once for checks and seizures; T22 by 30 days, then by discussion as long as it fixes. */
function mayExtend(m: Model, move: string, name: string, input: Input, at: string): boolean {
  const clock = running(m, name)
  if (!clock || !isTimely(clock, at) || (input.n as number) < 1) return false
  const since = clock.steps.findLastIndex(({ op }) => op === 'restart')
  const used = clock.steps.slice(since + 1).filter(({ op }) => op === 'extend').length
  if (move === 'extend_handling_further') return used > 0
  if (['extend_review', 'defer_payment', 'assistance_delayed', 'delay_assistance'].includes(move)) return true
  return used === 0 && (input.n as number) <= (move === 'extend_check' ? 15 : 30)
}

const PAUSED: Record<string, [cause: string, clocks: string[]]> = {
  send_to_appraisal: ['testing', ['T03']],
  send_to_test: ['testing', ['T05', 'T06', 'T17', 'T22']],
  suspend: ['suspension', ['T22']],
  publish_notice: ['announcement', ['T22']],
  call_hearing: ['hearing', ['T22']],
  order_refund: ['refund', ['T22']],
}

const RESUMED: Record<string, string> = {
  appraisal_back: 'testing',
  test_back: 'testing',
  resume: 'suspension',
  transfer_out: 'suspension',
  terminate_investigation: 'suspension',
  notice_deemed_served: 'announcement',
  hold_hearing: 'hearing',
  drop_hearing: 'hearing',
  refund_over: 'refund',
}

function carryOut(m: Model, move: string, input: Input, at: string) {
  const row = REFERENCE[move]!
  const notice = running(m, 'T24')
  const noticeEnd = notice ? (slowEnd(notice).dueAlt ?? slowEnd(notice).due) : null
  const cause = RESUMED[move]
  if (cause) {
    const to = move === 'notice_deemed_served' ? noticeEnd! : day(at)
    for (const clock of m.clocks) if (clock.ended === null) unpause(clock, to, cause)
    delete m.pauses[cause]
  }
  const lastOf = (name: string) => {
    const clock = running(m, name)
    const end = clock && slowEnd(clock)
    return end ? (end.dueAlt ?? end.due) : null
  }
  const [lawsuitEnd, paymentEnd] = [lastOf('T39'), lastOf('T25')]
  for (const name of [...row.clocks['-'], ...row.clocks['=']]) while (running(m, name)) end(m, name, at)
  const [first] = row.clocks['^']
  if (first) {
    const unit = ['T22', 'T17', 'T25'].includes(first) ? 'day' : 'workday'
    running(m, first)!.steps.push({ op: 'extend', n: input.n as number, unit })
  }
  for (const name of row.clocks['&']) running(m, name)?.steps.push({ op: 'restart', at })
  if (row.track) m.tracks[row.track.name] = row.track.to
  if (row.to !== null && row.to !== m.state) {
    m.state = row.to
    m.since = at
  }
  remember(m, move, input)
  for (const name of row.clocks['+']) begin(m, name, at, day(at))
  if (move === 'notice_deemed_served') begin(m, 'T19', noticeEnd!, day(at))
  if (move === 'decision_deemed_served') begin(m, 'T25', noticeEnd!, day(at))
  if (move.endsWith('deemed_served') && move !== 'notice_deemed_served')
    for (const name of ['T38', 'T39']) begin(m, name, noticeEnd!, day(at))
  // Where payment was deferred beyond it, the period runs from the end of the deferral (程序规定第七十六条第二款).
  if (move === 'record_final')
    begin(m, 'T26/court', paymentEnd !== null && paymentEnd > lawsuitEnd! ? paymentEnd : lawsuitEnd!, day(at))
  if (move === 'record_check' && input.conduct_ended_on)
    begin(m, `T13/${input.gravity}`, input.conduct_ended_on as string, day(at))
  if ((move === 'file' || move === 'not_file') && m.facts.named === true && day(at) <= '2026-04-14')
    begin(m, 'T07', at, day(at))
  if (move === 'decide_summarily' && input.penalty === 'fine') begin(m, 'T25', at, day(at))
  if (move === 'assistance_letter_received') begin(m, 'T14', input.received_on as string, day(at))
  if (HAS_OUTCOME.includes(move) && isOwedTheOutcome(m)) begin(m, 'T08', at, day(at))
  if (move === 'decide_penalty' && input.publication === 'same_province') begin(m, 'T29', at, day(at))
  if (move === 'decide_penalty' && input.publication === 'other_province') begin(m, 'T30', at, day(at))
  if (move === 'publish_penalty') begin(m, `T32/${input.period}`, at, day(at))
  if (move === 'call_hearing') {
    begin(m, 'T20', input.hearing_on as string, day(at))
    end(m, 'T20', at)
  }
  const pause = PAUSED[move]
  if (pause) {
    m.pauses[pause[0]] = pause[1]
    for (const clock of m.clocks)
      if (clock.ended === null && pause[1].includes(clock.name))
        clock.steps.push({ op: 'suspend', from: day(at), to: null, cause: pause[0] })
  }
  m.pending = m.pending.filter(({ move: waiting }) => {
    const { from, track } = REFERENCE[waiting]!
    const isTrackMoved = track && row.track?.name === track.name && waiting !== move
    return from.includes(m.state) && (!isTrackMoved || track.from.includes(row.track!.to))
  })
}

/** Who reported unfair competition under her own name is told what came of it. */
const HAS_OUTCOME = [
  'not_file',
  'decide_summarily',
  'transfer_out',
  'terminate_investigation',
  'decide_penalty',
  'decide_no_penalty',
]

function isOwedTheOutcome({ facts }: Model): boolean {
  return facts.named === true && (facts.hooks as string[]).includes('unfair_competition')
}

/** A warning alone; else 200 yuan for a person and 3,000 for anybody else. */
function isSmall({ party, penalty, fine_fen: fen = 0 }: Input): boolean {
  if (penalty === 'warning') return fen === 0
  return (fen as number) > 0 && (fen as number) <= (party === 'person' ? 200 : 3000) * 100
}

/** The facts on which later moves depend. */
function remember(m: Model, move: string, input: Input) {
  const { facts } = m
  if (move === 'papers_complete') facts.missing = []
  if (move === 'assign_handlers') {
    m.handlers = [...(input.handlers as string[])]
    for (const each of m.handlers) m.ever.add(each)
  } else if (move.startsWith('recuse')) {
    m.recused.add(input.officer as string)
    m.handlers = m.handlers.filter((each) => each !== input.officer)
  } else if (move === 'record_check') {
    facts.hooks = input.hooks
    facts.fundraising = input.fundraising
  } else if (move === 'suspect_fundraising') {
    facts.fundraising = true
  } else if (move.startsWith('submit')) {
    facts.legal = (input.legal_grounds as string[]).length > 0
    Object.assign(facts, { agreed: false, proposed: false })
  } else if (move === 'review_agree') {
    facts.agreed = true
  } else if (move === 'propose_penalty') {
    facts.proposed = true
  } else if (move.startsWith('review_') || move === 'investigate_further') {
    Object.assign(facts, { agreed: false, proposed: false, noticed: false, heard: false, hearing_right: false })
  } else if (move === 'serve_notice' || move === 'publish_notice') {
    facts.hearing_right = input.hearing_right
    if (move === 'serve_notice') facts.noticed = true
  } else if (move === 'notice_deemed_served') {
    facts.noticed = true
  } else if (move === 'call_hearing') {
    facts.hearing_on = input.hearing_on
  } else if (move === 'hold_hearing') {
    facts.heard = true
  } else if (move === 'drop_hearing') {
    facts.hearing_right = false
  } else if (move === 'decide_penalty' || move === 'decide_no_penalty') {
    facts.outcome = move.slice('decide_'.length)
  } else if (move === 'decide_summarily') {
    Object.assign(facts, { outcome: 'penalty', summary: true })
  } else if (move === 'send_demand') {
    facts.demanded = true
  } else if (move === 'apply_to_court') {
    facts.at_court = true
  }
}

export function begin(m: Model, name: string, at: string, today: string) {
  if (running(m, name)) throw new Error(`the reference starts ${name} twice`)
  const steps: ModelClock['steps'] = []
  for (const [cause, clocks] of Object.entries(m.pauses))
    if (clocks.includes(name)) steps.push({ op: 'suspend', from: day(at) > today ? day(at) : today, to: null, cause })
  m.clocks.push({ name, at, steps, ended: null })
}

function end(m: Model, name: string, at: string) {
  const clock = running(m, name)
  if (!clock) return
  unpause(clock, day(at))
  clock.ended = at
}

function unpause(clock: ModelClock, to: string, cause?: string) {
  for (const step of clock.steps)
    if (step.op === 'suspend' && step.to === null && (cause === undefined || step.cause === cause))
      step.to = to < step.from ? step.from : to
}

/** `T26` means whichever length; `T06/T05` whichever runs. */
function running(m: Model, name: string): ModelClock | undefined {
  const names = name === 'T06/T05' ? ['T06', 'T05'] : [name]
  return m.clocks.find(
    (clock) => clock.ended === null && names.some((each) => clock.name === each || clock.name.startsWith(`${each}/`)),
  )
}

function isOver(m: Model, name: string, at: string): boolean {
  const clock = running(m, name)
  if (!clock) return false
  const { due, dueAlt } = slowEnd(clock)
  return due !== null && day(at) > (dueAlt ?? due)
}

/** One that does not run, or whose end cannot be told, hinders nothing. */
function inTime(m: Model, name: string, at: string): boolean {
  const clock = running(m, name)
  return !clock || isTimely(clock, at)
}

function isTimely(clock: ModelClock, at: string): boolean {
  const { due } = slowEnd(clock)
  if (due?.includes('T')) return Date.parse(at) <= Date.parse(due)
  const bare = clock.steps.length === 0 ? withoutDaysOff(clock) : null
  const last = due ?? bare
  return last === null || day(at) <= last
}

function withoutDaysOff({ name, at }: ModelClock): string | null {
  const days = { T22: 90, T17: 30, T25: 15, 'T36/review': 3, 'T36/prosecutor': 3 }[name]
  if (days) return addDays(day(at), days)
  const months = { 'T13/ordinary': 24, 'T13/serious': 60, 'T26/court': 3 }[name]
  // Before the law of 2021 every breach was barred after two years.
  return months ? addMonths(day(at), name === 'T13/serious' && day(at) < '2021-07-15' ? 24 : months) : null
}

function threeYears(from: string): string {
  const { due, dueAlt } = kept(`T12 ${from}`, () => slowDue('T12', from))
  return dueAlt ?? due ?? addMonths(from, 36)
}

/** Moments of what a move touches lie before it. */
function touchedInOrder(m: Model, move: string, row: Row, at: string): boolean {
  const names = [
    ...row.clocks['-'],
    ...row.clocks['='],
    ...row.clocks['&'],
    ...row.clocks['^'].flatMap((each) => each.split('/')),
  ]
  if (move === 'call_hearing') names.push('T20')
  names.push(...(PAUSED[move]?.[1] ?? []))
  return m.clocks
    .filter(
      (clock) =>
        clock.ended === null &&
        (names.some((name) => clock.name === name || clock.name.startsWith(`${name}/`)) ||
          clock.steps.some((step) => step.op === 'suspend' && step.cause === RESUMED[move])),
    )
    .every((clock) =>
      [
        clock.at,
        ...clock.steps.flatMap((step) =>
          step.op === 'suspend' ? [step.from, step.to ?? step.from] : step.op === 'restart' ? [step.at] : [],
        ),
      ].every((moment) => (moment.length === 10 ? moment <= day(at) : Date.parse(moment) <= Date.parse(at))),
    )
}

export function day(at: string): string {
  return at.slice(0, 10)
}

export function addDays(from: string, n: number): string {
  return new Date(Date.parse(`${from}T12:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10)
}

function addMonths(from: string, n: number): string {
  const [year, month, date] = from.split('-').map(Number) as [number, number, number]
  const lastOfMonth = new Date(Date.UTC(year, month + n, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + n, Math.min(date, lastOfMonth))).toISOString().slice(0, 10)
}
