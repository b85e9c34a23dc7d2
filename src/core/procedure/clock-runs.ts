import type { ClockVersion, Due, Variant } from '../clock/clock.ts'
import { endOf, isCounted } from '../clock/count.ts'
import { readMoment } from '../clock/day.ts'
import { dueOf } from '../clock/due.ts'
import { isDay } from '../clock/shanghai.ts'
import type { Change, ClockRun, Matter } from './matter.ts'
import type { ClockStart, Condition, FactValue, Procedure } from './move.ts'

/** When a run of a clock ends, with everything that extended, stopped or restarted it. */
export function dueOfRun(procedure: Procedure, run: ClockRun): Due {
  return dueOf(procedure.clocks[run.clock]!, run.eventAt, run.steps, procedure.calendar, run.variant ?? undefined)
}

/**
 * The last day on either reading of an end on an ordinary weekend; null where it cannot be told. What a person loses when a period
 * is over is lost only after it.
 */
export function lastDay(procedure: Procedure, run: ClockRun): string | null {
  const { due, dueAlt } = dueOfRun(procedure, run)
  return dueAlt ?? due
}

/** Whether a period is over, on any reading. One whose end cannot be told is not. */
export function hasRun(procedure: Procedure, run: ClockRun, at: string): boolean {
  const last = lastDay(procedure, run)
  return last !== null && isLater(at, last)
}

/** Whether the bureau may still rely on a period: by the earlier reading. Undefined where the end cannot be told. */
export function isInTime(procedure: Procedure, run: ClockRun, at: string): boolean | undefined {
  const { due } = dueOfRun(procedure, run)
  const last = due ?? (run.steps.length === 0 ? bareEnd(procedure, run.clock, run.eventAt, run.variant) : null)
  return last === null ? undefined : !isLater(at, last)
}

/**
 * The end of a period of days, months or years without regard to days off: years whose calendar is not loaded must not make an act of long ago
 * look as if it might still be in time. Null where working days are counted, or the law of that day sets no limit.
 */
export function bareEnd(procedure: Procedure, clock: string, eventAt: string, variant: string | null): string | null {
  const day = dayOf(eventAt)
  // What happened before the rule came is judged by the first one.
  const known = lengthsOn(procedure, clock, day)
  const lengths = known.length > 0 ? known : procedure.clocks[clock]!.versions.at(-1)!.lengths
  const length = (lengths.find(({ id }) => id === variant) ?? lengths[0])?.length
  if (!length || length.unit === 'workday' || length.unit === 'hour') return null
  const end = endOf(day, length, [], procedure.calendar)
  return isCounted(end) ? end : null
}

/** Whether a moment comes after a last day, or a last instant. Instants are compared as such, days with the moment's Shanghai day. */
export function isLater(at: string, last: string): boolean {
  return isDay(at) || isDay(last) ? dayOf(at) > dayOf(last) : Date.parse(at) > Date.parse(last)
}

export function dayOf(at: string): string {
  return readMoment(at)!.day
}

export function holds(condition: Condition, facts: Readonly<Record<string, FactValue>>): boolean {
  return Object.entries(condition).every(([name, value]) => {
    const fact = facts[name]
    return Array.isArray(fact) ? fact.includes(value) : fact === value
  })
}

/** What starts, with the pauses that are on. A clock for which the law of its day sets no limit starts only where it is a duty all the same. */
export function startChanges(
  procedure: Procedure,
  matter: Pick<Matter, 'clocks' | 'pauses'>,
  starts: readonly ClockStart[],
  facts: Readonly<Record<string, FactValue>>,
  at: string,
): Change[] {
  return starts.flatMap((start): Change[] => {
    if (!holds(start.when, facts)) return []
    const eventAt = dayZero(procedure, matter, start, facts, at)
    if (eventAt === null || !isSet(procedure, start.clock, dayOf(eventAt))) return []
    const key = start.variant ? `${start.clock}:${start.variant}` : start.clock
    const from = [dayOf(eventAt), dayOf(at)].sort()[1]!
    return [
      { clock: 'start', key, id: start.clock, variant: start.variant, eventAt },
      ...matter.pauses
        .filter(({ clocks }) => clocks.includes(start.clock))
        .map(({ cause }): Change => ({ clock: 'step', key, step: { op: 'suspend', from, to: null, cause } })),
    ]
  })
}

function dayZero(
  procedure: Procedure,
  matter: Pick<Matter, 'clocks'>,
  start: ClockStart,
  facts: Readonly<Record<string, FactValue>>,
  at: string,
): string | null {
  if (start.from !== null) return typeof facts[start.from] === 'string' ? (facts[start.from] as string) : null
  if (start.endOf === null) return at
  const ends = start.endOf.map((name) => {
    const run = matter.clocks.findLast(({ clock }) => clock === name)
    return run ? lastDay(procedure, run) : null
  })
  return ends.reduce((last, end) => (last !== null && end !== null && end > last ? end : last))
}

function isSet(procedure: Procedure, clock: string, day: string): boolean {
  const version = versionOn(procedure, clock, day)
  return version !== undefined && (version.lengths.length > 0 || version.prompt)
}

/** A duty without a length (及时): it runs, without a last day, until it is met. */
export function isPrompt(procedure: Procedure, clock: string, eventAt: string): boolean {
  return versionOn(procedure, clock, dayOf(eventAt))?.prompt ?? false
}

function lengthsOn(procedure: Procedure, clock: string, day: string): readonly Variant[] {
  return versionOn(procedure, clock, day)?.lengths ?? []
}

function versionOn(procedure: Procedure, clock: string, day: string): ClockVersion | undefined {
  return procedure.clocks[clock]!.versions.find(({ from, to }) => from <= day && (to === null || day <= to))
}
