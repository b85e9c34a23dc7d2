import { type Applied, apply, openMatter } from '../../../src/core/procedure/apply.ts'
import { dueOfRun } from '../../../src/core/procedure/clock-runs.ts'
import type { Act, Actor, Input, Matter, MatterEvent } from '../../../src/core/procedure/matter.ts'
import type { FactValue, Procedure } from '../../../src/core/procedure/move.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'

export const procedure: Procedure = loadMoves()

/** A bureau: two handlers and a spare, reviewers, a head, the principal head, and the hotline. */
export const ANN = officer('ann')
export const BEN = officer('ben')
export const CAI = officer('cai')
export const DAN = officer('dan', 'reviewer')
export const EVE = officer('eve', 'reviewer')
export const FAY = officer('fay', 'head')
export const GUO: Actor = { ...officer('guo', 'head'), isPrincipal: true }
export const HAN = officer('han', 'hotline')

export function officer(officerId: string, role: Actor['role'] = 'officer'): Actor {
  return { officerId, role, isPrincipal: false, delegations: [] }
}

/** A matter on somebody's desk, with everything that happened to it. Days are taken as ten in the morning. */
export class Desk {
  matter: Matter
  events: MatterEvent[]
  now: string

  constructor(opening: string, at: string, facts: Record<string, FactValue> = {}, by = 'han') {
    this.now = instant(at)
    const opened = { id: 'm1', opening, by, at: this.now, reason: '来电', evidence: ['call'], facts }
    const { matter, events } = openMatter(procedure, opened, this.now)
    this.matter = matter
    this.events = events
  }

  /** Makes the move, or proposes it and has it approved the same moment. Throws where it is refused. */
  move(move: string, who: Actor, at: string, input: Input = {}, head: Actor = FAY): MatterEvent {
    if (procedure.moves[move]!.approval === null)
      return this.must({ op: 'make', move, input, evidence: ['e1'] }, who, at)
    const { seq } = this.must({ op: 'propose', move, input, evidence: ['e1'] }, who, at)
    return this.must({ op: 'approve', proposal: seq }, head, at)
  }

  must(act: Asked, who: Actor, at: string): MatterEvent {
    const applied = this.try(act, who, at)
    if ('refused' in applied) throw new Error(`${applied.refused}: ${applied.why.map(({ en }) => en).join('; ')}`)
    this.now = instant(at)
    this.matter = applied.matter
    this.events.push(...applied.events)
    return applied.events[0]!
  }

  try(act: Asked, who: Actor, at: string): Applied {
    return apply(
      procedure,
      this.matter,
      { version: this.matter.version, reason: '依法办理', ...act } as Act,
      who,
      instant(at),
    )
  }

  /** Why it is refused, in English; empty where it is not. */
  why(move: string, who: Actor, at: string, input: Input = {}): string {
    const op = procedure.moves[move]!.approval === null ? 'make' : 'propose'
    const applied = this.try({ op, move, input, evidence: ['e1'] }, who, at)
    return 'refused' in applied ? applied.why.map(({ en }) => en).join('; ') : ''
  }

  /** The last day of the latest run of a clock. */
  due(key: string): string | null {
    const run = this.matter.clocks.findLast((each) => each.key === key)
    if (!run) throw new Error(`${key} never started`)
    return dueOfRun(procedure, run).due
  }

  running(): string[] {
    return this.matter.clocks.filter(({ endedAt }) => endedAt === null).map(({ key }) => key)
  }
}

type Asked =
  | { op: 'make' | 'propose'; move: string; input: Input; evidence: string[]; at?: string; version?: number }
  | { op: 'approve' | 'refuse' | 'withdraw'; proposal: number; version?: number }

export function instant(at: string): string {
  return at.includes('T') ? at : `${at}T10:00:00+08:00`
}
