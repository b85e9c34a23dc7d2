import { dayOf, lastDay, startChanges } from './clock-runs.ts'
import { isNamed, runningClock, trackOf } from './evolve.ts'
import type { Change, ClockRun, Input, Matter } from './matter.ts'
import type { FactValue, Move, Procedure } from './move.ts'

/** Everything a move would change, were it made at that moment: what the head sees before approving, and what the event then carries. */
export function changesOf(procedure: Procedure, matter: Matter, move: Move, input: Input, at: string): Change[] {
  const facts = factsAfter(matter, move, input)
  const ended = [...move.ends, ...move.meets].flatMap((name) =>
    matter.clocks.filter((run) => run.endedAt === null && isNamed(run, name)),
  )
  const pauses = matter.pauses.filter(({ cause }) => cause !== move.resumes?.cause)
  const starts = startChanges(procedure, { clocks: matter.clocks, pauses }, move.starts, facts, at)
  const to = move.to ?? matter.state
  const endings = [
    ...resumptions(procedure, matter, move, at),
    ...endChanges([...new Set(ended)], at, move.resumes?.cause),
  ]
  return [
    ...endings,
    ...stretches(matter, move, input, at),
    ...factChanges(move, input),
    ...officerChanges(matter, move, input),
    ...trackChange(matter, move),
    ...(to === matter.state ? [] : [{ set: 'state', from: matter.state, to } as const]),
    ...starts,
    // A clock that starts and ends with one move: the notice of a hearing, told at once.
    ...starts.flatMap((start): Change[] =>
      'clock' in start && start.clock === 'start' && move.ends.includes(start.key) && !wasRunning(matter, start.key)
        ? [{ clock: 'end', key: start.key, at }]
        : [],
    ),
    ...suspensions(procedure, matter, move, at),
    ...lapses(procedure, matter, move, at),
  ]
}

/** A clock that ends takes its open pauses with it; those of the cause `resumed` have ended already. */
export function endChanges(runs: readonly ClockRun[], at: string, resumed?: string): Change[] {
  return runs.flatMap((run): Change[] => [
    ...run.steps.flatMap((step): Change[] =>
      step.op === 'suspend' && step.to === null && step.cause !== resumed
        ? [{ clock: 'resume', key: run.key, cause: step.cause!, to: notBefore(step.from, dayOf(at)) }]
        : [],
    ),
    { clock: 'end', key: run.key, at },
  ])
}

export function factsAfter(matter: Matter, move: Move, input: Input): Record<string, FactValue> {
  const kept = Object.entries(matter.facts).filter(([name]) => !move.clears.includes(name))
  return { ...Object.fromEntries(kept), ...factsOf(move, input) }
}

function factsOf(move: Move, input: Input): Record<string, FactValue> {
  const told = Object.entries(input).filter(([name]) => !move.takes[name]?.type.startsWith('officer'))
  return { ...Object.fromEntries(told), ...move.sets }
}

function factChanges(move: Move, input: Input): Change[] {
  const facts = factsOf(move, input)
  return [
    ...(move.clears.length > 0 ? [{ clear: 'facts', names: move.clears } as const] : []),
    ...(Object.keys(facts).length > 0 ? [{ set: 'facts', to: facts } as const] : []),
  ]
}

/** Fields of officers say who handles the case, or who is kept from it. */
function officerChanges(matter: Matter, move: Move, input: Input): Change[] {
  return Object.entries(move.takes).flatMap(([name, { type }]): Change[] => {
    if (type === 'officers') return [{ set: 'handlers', to: [...(input[name] as readonly string[])] }]
    if (type === 'officer' && !matter.recused.includes(input[name] as string))
      return [{ set: 'recused', officer: input[name] as string }]
    return []
  })
}

function trackChange(matter: Matter, { track }: Move): Change[] {
  if (!track || trackOf(matter, track.name) === track.to) return []
  return [{ set: 'track', name: track.name, from: trackOf(matter, track.name), to: track.to }]
}

function resumptions(procedure: Procedure, matter: Matter, { resumes }: Move, at: string): Change[] {
  if (!resumes || !matter.pauses.some(({ cause }) => cause === resumes.cause)) return []
  const until = resumes.untilEndOf === null ? undefined : runningClock(matter, resumes.untilEndOf)
  const to = (until && lastDay(procedure, until)) ?? dayOf(at)
  const stopped = matter.clocks.flatMap((run) =>
    run.endedAt !== null
      ? []
      : run.steps.flatMap((step) =>
          step.op === 'suspend' && step.to === null && step.cause === resumes.cause ? [{ run, step }] : [],
        ),
  )
  return [
    ...stopped.map(
      ({ run, step }): Change => ({
        clock: 'resume',
        key: run.key,
        cause: resumes.cause,
        to: notBefore(step.from, to),
      }),
    ),
    { pause: 'end', cause: resumes.cause },
  ]
}

function suspensions(procedure: Procedure, matter: Matter, { suspends }: Move, at: string): Change[] {
  if (!suspends) return []
  const { cause, clocks } = suspends
  const from = dayOf(at)
  return [
    ...matter.clocks
      .filter((run) => run.endedAt === null && clocks.includes(run.clock) && procedure.clocks[run.clock]!.suspension)
      .map(({ key }): Change => ({ clock: 'step', key, step: { op: 'suspend', from, to: null, cause } })),
    { pause: 'begin', cause, clocks, from },
  ]
}

/** Extension and restart. */
function stretches(matter: Matter, move: Move, input: Input, at: string): Change[] {
  const extended = move.extends?.clocks.map((name) => runningClock(matter, name)).find((run) => run !== undefined)
  return [
    ...(extended && move.extends
      ? [
          {
            clock: 'step',
            key: extended.key,
            step: { op: 'extend', n: input.n as number, unit: move.extends.unit },
          } as const,
        ]
      : []),
    ...move.restarts
      .map((name) => runningClock(matter, name))
      .filter((run) => run !== undefined)
      .map(({ key }): Change => ({ clock: 'step', key, step: { op: 'restart', at } })),
  ]
}

/** Proposals that the move leaves without a place lapse, and the clocks that ran for them end. */
function lapses(procedure: Procedure, matter: Matter, move: Move, at: string): Change[] {
  const state = move.to ?? matter.state
  return matter.pending.flatMap((proposal): Change[] => {
    const waiting = procedure.moves[proposal.move]!
    if (waiting.id === move.id) return []
    const track = waiting.track && (move.track?.name === waiting.track.name ? move.track.to : undefined)
    const fits = waiting.from.includes(state) && (!track || waiting.track!.from.includes(track))
    return fits ? [] : [...endOfProposal(matter, waiting, at), { pending: 'drop', id: proposal.id, lapsed: true }]
  })
}

/** The clocks that ran while a proposal waited. */
export function endOfProposal(matter: Matter, move: Move, at: string): Change[] {
  const runs = move.proposing.map(({ clock }) => runningClock(matter, clock)).filter((run) => run !== undefined)
  return endChanges(runs, at)
}

function wasRunning(matter: Matter, key: string): boolean {
  return matter.clocks.some((run) => run.endedAt === null && run.key === key)
}

function notBefore(from: string, to: string): string {
  return to < from ? from : to
}
