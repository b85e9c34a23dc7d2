import type { Said } from '../clock/clock.ts'
import { bindingOf, type SheetNow, whyNotAsApproved, whyNotTheSame } from './approved-penalty.ts'
import { powerOver, whyNoLonger, whyNotHers } from './authority.ts'
import { changesOf } from './changes.ts'
import { dayOf, isInTime } from './clock-runs.ts'
import { notRunning, notYetOver, say } from './conditions/situation.ts'
import { CONDITIONS } from './conditions.ts'
import { runningClock, trackOf } from './evolve.ts'
import type { Actor, Change, ClockRun, Input, Matter, Proposal } from './matter.ts'
import type { Move, Procedure } from './move.ts'

/** A move of this kind of matter, and what stands in its way. */
export interface MoveOpen {
  move: Move
  op: 'make' | 'propose'
  article: Said | null
  /** Empty: it is open. */
  closed: Said[]
}

/** A proposal that waits, with what it would change. */
export interface ProposalOpen {
  proposal: Proposal
  /** What approval would change just now; empty while approval is closed by the matter itself. */
  changes: Change[]
  onBehalfOf: string | null
  /** Empty: she may approve. */
  approveClosed: Said[]
  refuseClosed: Said[]
  withdrawClosed: Said[]
}

/** Every move of the matter for an actor at that moment: open, or closed and why; and the proposals that wait. */
export function movesOpen(
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  now: string,
  sheet?: SheetNow,
): { moves: MoveOpen[]; proposals: ProposalOpen[] } {
  const moves = Object.values(procedure.moves).filter(({ of }) => of.includes(matter.kind))
  const today = dayOf(now)
  return {
    moves: moves.map((move) => ({
      move,
      op: move.approval === null ? 'make' : 'propose',
      article: articleOn(move, today),
      closed: [
        ...whyNotHers(matter, move, actor),
        ...whyTwice(matter, move),
        ...whyClosed(procedure, matter, move, null, now),
        ...whyNotAsApproved(matter, move.id, null, sheet),
      ],
    })),
    proposals: proposalsOpen(procedure, matter, actor, now, sheet),
  }
}

/** The article a move rests on on a day. */
export function articleOn(move: Move, day: string): Said | null {
  return move.articles.find(({ from, to }) => from <= day && (to === null || day <= to))?.article ?? null
}

/** The proposals that wait, for an actor at that moment. */
export function proposalsOpen(
  procedure: Procedure,
  matter: Matter,
  actor: Actor,
  now: string,
  sheet?: SheetNow,
): ProposalOpen[] {
  return matter.pending.map((proposal) => proposalOpen(procedure, matter, proposal, actor, now, sheet))
}

export function proposalOpen(
  procedure: Procedure,
  matter: Matter,
  proposal: Proposal,
  actor: Actor,
  now: string,
  sheet?: SheetNow,
): ProposalOpen {
  const move = procedure.moves[proposal.move]!
  const power = powerOver(matter, move, proposal, actor, now)
  const notHers = 'why' in power ? power.why : []
  const stands = [
    ...whyNoLonger(matter, move, proposal.by),
    ...whyClosed(procedure, without(matter, proposal), move, proposal.input, now),
    ...whyNotTheSame(proposal, sheet),
    ...whyNotAsApproved(matter, move.id, proposal.input, sheet),
  ]
  return {
    proposal,
    changes:
      stands.length > 0 ? [] : [...changesOf(procedure, matter, move, proposal.input, now), ...bindingOf(proposal)],
    onBehalfOf: 'why' in power ? null : power.onBehalfOf,
    approveClosed: [...notHers, ...stands],
    refuseClosed: notHers,
    withdrawClosed: [
      ...(proposal.by === actor.officerId ? [] : [say('限提出人撤回', 'only for the proposer')]),
      ...(move.proposing.length === 0
        ? []
        : [say('已报告正职负责人，须由其决定', 'reported to the principal head, who decides')]),
    ],
  }
}

/** A proposal does not stand in its own way. */
function without(matter: Matter, { id }: Proposal): Matter {
  return { ...matter, pending: matter.pending.filter((other) => other.id !== id) }
}

export function whyTwice(matter: Matter, move: Move): Said[] {
  return matter.pending.some((proposal) => proposal.move === move.id)
    ? [say('已提出，等待批准', 'proposed already and waiting')]
    : []
}

/** What in the matter or the law stands in the way of a move, whoever makes it. With `input`, also what in that. */
export function whyClosed(procedure: Procedure, matter: Matter, move: Move, input: Input | null, at: string): Said[] {
  if (!move.of.includes(matter.kind)) return [say('不适用于此类事项', 'not for this kind of matter')]
  const state = procedure.states[matter.state]!
  if (!move.from.includes(matter.state))
    return [say(`当前状态“${state.zh}”不能办理`, `not while the matter is "${state.en}"`)]
  const why: Said[] = []
  if (!articleOn(move, dayOf(at)))
    why.push(say('当日施行的规定没有此程序', 'the law of that day does not know this move'))
  if (move.track && !move.track.from.includes(trackOf(matter, move.track.name))) {
    const places = procedure.tracks[move.track.name]!
    const now = places[trackOf(matter, move.track.name)]!
    const open = move.track.from.map((place) => places[place]!)
    why.push(
      say(
        `${open.map(({ zh }) => `“${zh}”`).join('、')}时才能办理，当前为“${now.zh}”`,
        `only while it stands at ${open.map(({ en }) => `"${en}"`).join(' or ')}; now "${now.en}"`,
      ),
    )
  }
  for (const name of move.meets) if (!runningClock(matter, name)) why.push(notRunning(procedure, [name]))
  for (const name of move.after) why.push(...listed(notYetOver(procedure, matter, name, at)))
  for (const name of move.needs) why.push(...listed(CONDITIONS[name]!({ procedure, matter, at, input })))
  return [...why, ...whyNotExtended(procedure, matter, move, input, at), ...whyNotRestarted(procedure, matter, move)]
}

/** An extension comes before the end, in its order, and within what the law allows. */
function whyNotExtended(
  procedure: Procedure,
  matter: Matter,
  { extends: extension }: Move,
  input: Input | null,
  at: string,
): Said[] {
  if (!extension) return []
  const run = extension.clocks.map((name) => runningClock(matter, name)).find((each) => each !== undefined)
  if (!run) return [notRunning(procedure, extension.clocks)]
  const why: Said[] = []
  const used = extensionsUsed(run)
  const { extensions } = procedure.clocks[run.clock]!
  const last = extensions.at(-1)
  const rule = extensions[used] ?? (last?.atMost === null ? last : undefined)
  if (!rule || (extension.nth === 'first' && used > 0)) why.push(say('已经延长过', 'it has been extended already'))
  if (extension.nth === 'further' && used === 0) why.push(say('尚未作第一次延长', 'it has not been extended once'))
  if (isInTime(procedure, run, at) === false) why.push(say('期限已届满，不能再延长', 'the period is over'))
  const most = rule?.atMost
  if (input && (input.n as number) < 1) why.push(say('延长至少一日', 'by one day at least'))
  if (input && most && (input.n as number) > most.n)
    why.push(
      say(`最多延长 ${most.n} ${most.unit === 'workday' ? '个工作日' : '日'}`, `by ${most.n} ${most.unit}s at most`),
    )
  if (input && rule?.discussed && typeof input.discussion !== 'string')
    why.push(say('须集体讨论并有记录', 'a recorded collective discussion is needed'))
  return why
}

/** Extensions since the clock last started anew. */
function extensionsUsed(run: ClockRun): number {
  const since = run.steps.findLastIndex(({ op }) => op === 'restart')
  return run.steps.slice(since + 1).filter(({ op }) => op === 'extend').length
}

function whyNotRestarted(procedure: Procedure, matter: Matter, { restarts }: Move): Said[] {
  return restarts.length === 0 || restarts.some((name) => runningClock(matter, name))
    ? []
    : [notRunning(procedure, restarts)]
}

function listed(said: Said | null): Said[] {
  return said ? [said] : []
}
