import type { Due } from '../clock/clock.ts'
import { readMoment } from '../clock/day.ts'
import { dueOfRun } from './clock-runs.ts'
import type { ClockRun, Matter } from './matter.ts'
import type { Procedure } from './move.ts'

/** A clock of a matter with its due day counted. */
export interface CountedClock {
  key: string
  /** Number of the event that started it; a clock may run more than once. */
  startedBy: number
  clock: string
  variant: string | null
  eventAt: string
  /** The last lawful day, or instant where hours are counted; null where it cannot be told. */
  due: string | null
  /** Its Shanghai day, for sorting. */
  dueDay: string | null
  /** The rolled day, where an ordinary weekend leaves the end open. */
  dueAlt: string | null
  /** The day since which it stands still. */
  standsSince: string | null
  endedAt: string | null
  /** How it was counted, for whoever asks. */
  told: Pick<Due, 'article' | 'explain' | 'warnings'>
}

/** Every clock a matter ever had, counted by the calendar that is loaded. */
export function countClocks(procedure: Procedure, matter: Matter): CountedClock[] {
  return matter.clocks.map((run) => {
    const { due, dueAlt, ...told } = dueOfRun(procedure, run)
    const { key, startedBy, clock, variant, eventAt, endedAt } = run
    const dueDay = due === null ? null : readMoment(due)!.day
    const counted = { due, dueDay, dueAlt, told }
    return { key, startedBy, clock, variant, eventAt, ...counted, standsSince: standsSince(run), endedAt }
  })
}

function standsSince({ steps, endedAt }: ClockRun): string | null {
  if (endedAt !== null) return null
  const open = steps.find((step) => step.op === 'suspend' && step.to === null)
  return open?.op === 'suspend' ? open.from : null
}
