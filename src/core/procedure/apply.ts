import type { Said } from '../clock/clock.ts'
import { readMoment } from '../clock/day.ts'
import { isOfWorksheet, type SheetNow, whyNotAsApproved } from './approved-penalty.ts'
import { whyNotHers } from './authority.ts'
import { changesOf, endOfProposal, factsAfter } from './changes.ts'
import { dayOf, holds, isLater, startChanges } from './clock-runs.ts'
import { say } from './conditions/situation.ts'
import { evolve, isNamed } from './evolve.ts'
import { mistakesIn } from './input.ts'
import type { Act, Actor, Change, Input, Matter, MatterEvent, Proposal } from './matter.ts'
import type { FactValue, Move, Procedure } from './move.ts'
import { proposalOpen, whyClosed, whyTwice } from './moves-open.ts'

/** What came of an act: the matter after it and the events to keep; or why nothing came of it. */
export type Applied = { matter: Matter; events: MatterEvent[] } | Refusal

/** `stale`: somebody else moved first. `closed`: the procedure forbids it. `input`: what was filled in cannot be used. */
export interface Refusal {
  refused: 'stale' | 'closed' | 'input'
  why: Said[]
}

/** A matter from nothing. `opening` decides where it begins and which clocks start; a machine's lead starts none. */
export function openMatter(
  procedure: Procedure,
  opened: {
    id: string
    opening: string
    /** Who wrote it down: an officer, or the machine. */
    by: string
    /** When the event that opens it happened: receipt by the competent bureau. */
    at: string
    reason: string
    evidence: readonly string[]
    facts: Readonly<Record<string, FactValue>>
  },
  now: string,
): { matter: Matter; events: MatterEvent[] } {
  const { kind, state, starts } = procedure.openings[opened.opening]!
  const facts = { ...opened.facts, received_on: dayOf(opened.at) }
  const event: MatterEvent = {
    matter: opened.id,
    seq: 1,
    type: 'opened',
    move: opened.opening,
    by: opened.by,
    onBehalfOf: null,
    proposedBy: null,
    proposal: null,
    at: opened.at,
    recordedAt: now,
    reason: opened.reason,
    evidence: [...opened.evidence],
    input: {},
    opens: null,
    changes: [
      { set: 'kind', to: kind },
      { set: 'state', from: null, to: state },
      { set: 'facts', to: facts },
      ...startChanges(procedure, { clocks: [], pauses: [] }, starts, facts, opened.at),
    ],
  }
  return { matter: evolve(null, event), events: [event] }
}

/** Carries out one act of one actor on what she saw, held against the newest worksheet of the matter. Nothing is changed in place. */
export function apply(
  procedure: Procedure,
  matter: Matter,
  act: Act,
  actor: Actor,
  now: string,
  sheet?: SheetNow,
): Applied {
  if (act.version !== matter.version)
    return { refused: 'stale', why: [say('已被他人更新，请刷新后重新办理', 'somebody else moved first; look again')] }
  if (act.reason.trim() === '') return { refused: 'input', why: [say('须写明理由', 'a reason is needed')] }
  const asked =
    act.op === 'make' || act.op === 'propose'
      ? begin(procedure, matter, act, actor, now, sheet)
      : decide(procedure, matter, act, actor, now, sheet)
  if ('refused' in asked) return asked
  const event: MatterEvent = {
    matter: matter.id,
    seq: matter.version + 1,
    by: actor.officerId,
    recordedAt: now,
    reason: act.reason,
    ...asked,
  }
  return { matter: evolve(matter, event), events: [event] }
}

type Told = Omit<MatterEvent, 'matter' | 'seq' | 'by' | 'recordedAt' | 'reason'>

function begin(
  procedure: Procedure,
  matter: Matter,
  act: Act & { op: 'make' | 'propose' },
  actor: Actor,
  now: string,
  sheet: SheetNow,
): Told | Refusal {
  const move = procedure.moves[act.move]
  if (!move) return { refused: 'input', why: [say('没有此程序', 'no such move')] }
  const isProposal = act.op === 'propose'
  if (isProposal !== (move.approval !== null))
    return {
      refused: 'closed',
      why: [isProposal ? say('无须批准', 'nobody approves it') : say('须经批准', 'it needs approval')],
    }
  const at = (act.op === 'make' ? act.at : undefined) ?? now
  const mistakes = [...mistakesIn(procedure, move, act), ...mistakesOfTime(matter, move, at, now)]
  if (mistakes.length > 0) return { refused: 'input', why: mistakes }
  const why = [
    ...whyNotHers(matter, move, actor),
    ...whyTwice(matter, move),
    ...whyClosed(procedure, matter, move, act.input, at),
    ...whyNotAsApproved(matter, move.id, act.input, sheet),
  ]
  if (why.length > 0) return { refused: 'closed', why }
  const { input, reason, evidence } = act
  const shared = {
    move: move.id,
    onBehalfOf: null,
    proposedBy: null,
    proposal: null,
    at,
    evidence: [...evidence],
    input,
  }
  if (!isProposal)
    return {
      ...shared,
      type: 'made',
      opens: opensOf(matter, move, input),
      changes: changesOf(procedure, matter, move, input, at),
    }
  const proposal = {
    move: move.id,
    input,
    reason,
    evidence: [...evidence],
    by: actor.officerId,
    at,
    ...(sheet && isOfWorksheet(move.id) && { sheet }),
  }
  const starts = startChanges(procedure, matter, move.proposing, {}, at)
  return { ...shared, type: 'proposed', opens: null, changes: [{ pending: 'add', proposal }, ...starts] }
}

function decide(
  procedure: Procedure,
  matter: Matter,
  act: Act & { op: 'approve' | 'refuse' | 'withdraw' },
  actor: Actor,
  now: string,
  sheet: SheetNow,
): Told | Refusal {
  const proposal = matter.pending.find(({ id }) => id === act.proposal)
  if (!proposal) return { refused: 'closed', why: [say('该申请已不在等待', 'the proposal waits no longer')] }
  const move = procedure.moves[proposal.move]!
  const open = proposalOpen(procedure, matter, proposal, actor, now, sheet)
  const why = { approve: open.approveClosed, refuse: open.refuseClosed, withdraw: open.withdrawClosed }[act.op]
  if (why.length > 0) return { refused: 'closed', why }
  const late = mistakesOfTime(matter, move, now, now)
  if (late.length > 0) return { refused: 'input', why: late }
  const ending: Change[] = [{ pending: 'drop', id: proposal.id, lapsed: false }, ...endOfProposal(matter, move, now)]
  return {
    ...told(proposal),
    at: now,
    onBehalfOf: act.op === 'withdraw' ? null : open.onBehalfOf,
    ...(act.op === 'approve'
      ? { type: 'made', opens: opensOf(matter, move, proposal.input), changes: [...ending, ...open.changes] }
      : { type: act.op === 'refuse' ? 'refused' : 'withdrawn', opens: null, changes: ending }),
  }
}

function told(proposal: Proposal): Pick<Told, 'move' | 'proposedBy' | 'proposal' | 'evidence' | 'input'> {
  const { id, move, by, evidence, input } = proposal
  return { move, proposedBy: by, proposal: id, evidence, input }
}

function opensOf(matter: Matter, move: Move, input: Input): string | null {
  return move.opens && holds(move.opens.when, factsAfter(matter, move, input)) ? move.opens.opening : null
}

/** What happened lies between what it follows and now: neither in the future, nor before the state or the clocks it touches. */
function mistakesOfTime(matter: Matter, move: Move, at: string, now: string): Said[] {
  const moment = readMoment(at)
  if (!moment || moment.instant === null) return [say('发生时间不是时刻', 'the time it happened is no instant')]
  if (isLater(at, now)) return [say('发生时间在将来', 'it lies in the future')]
  if (isLater(matter.since, at)) return [say('早于当前状态的开始时间', 'it lies before the present state began')]
  const touched = [
    ...move.meets,
    ...move.ends,
    ...move.restarts,
    ...(move.extends?.clocks ?? []),
    ...(move.suspends?.clocks ?? []),
  ]
  const runs = matter.clocks.filter(
    (run) =>
      run.endedAt === null &&
      (touched.some((name) => isNamed(run, name)) ||
        (move.resumes && run.steps.some((step) => step.op === 'suspend' && step.cause === move.resumes!.cause))),
  )
  const moments = runs.flatMap((run) => [
    run.eventAt,
    ...run.steps.flatMap((step) =>
      step.op === 'suspend' ? [step.from, ...(step.to === null ? [] : [step.to])] : 'at' in step ? [step.at] : [],
    ),
  ])
  return moments.some((each) => isLater(each, at))
    ? [say('早于相关期限的起算', 'it lies before the clocks it concerns')]
    : []
}
