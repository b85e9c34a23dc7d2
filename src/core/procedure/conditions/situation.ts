import type { Said } from '../../clock/clock.ts'
import { dueOfRun, hasRun, isInTime } from '../clock-runs.ts'
import { runningClock } from '../evolve.ts'
import type { Input, Matter } from '../matter.ts'
import type { FactValue, Procedure } from '../move.ts'

/** What a condition looks at. `input` is null while nothing has been filled in: conditions on it then keep silent. */
export interface Situation {
  procedure: Procedure
  matter: Matter
  /** When the move happens. */
  at: string
  input: Input | null
}

/** Why a move is closed; null where the condition holds. */
export type Condition = (situation: Situation) => Said | null

/** Whether the period of a running clock is over. */
export function isOver({ procedure, matter, at }: Situation, name: string): boolean {
  const run = runningClock(matter, name)
  return run !== undefined && hasRun(procedure, run, at)
}

/** Whether the bureau may still rely on the period of a running clock; undefined where none runs, or its end cannot be told. */
export function inTime({ procedure, matter, at }: Situation, name: string): boolean | undefined {
  const run = runningClock(matter, name)
  return run && isInTime(procedure, run, at)
}

/** Whether a clock's last day is over; told with the day where it is not. */
export function notYetOver(procedure: Procedure, matter: Matter, name: string, at: string): Said | null {
  const run = runningClock(matter, name)
  if (!run) return notRunning(procedure, [name])
  if (hasRun(procedure, run, at)) return null
  const due = dueOfRun(procedure, run)
  const last = due.dueAlt ?? due.due
  const { zh, en } = titleOf(procedure, name)
  return say(
    `期限“${zh}”未满（${last ?? '无法计算'}）`,
    `the period "${en}" is not over (${last ?? 'cannot be counted'})`,
  )
}

/** What waits for a period that has not begun, or has ended. */
export function notRunning(procedure: Procedure, names: readonly string[]): Said {
  const titles = names.map((name) => titleOf(procedure, name))
  return say(
    `期限${titles.map(({ zh }) => `“${zh}”`).join('、')}没有在计算`,
    `no period runs for ${titles.map(({ en }) => `"${en}"`).join(', ')}`,
  )
}

/** @param key of a clock, with its variant where it has one */
export function titleOf({ clocks }: Procedure, key: string): Said {
  return clocks[key.split(':')[0]!]!.title
}

/** A fact that holds several values; none where it was never set. */
export function listOf(value: FactValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}

/** What a condition answers: nothing where it holds, else why not. */
export function unless(holds: boolean, zh: string, en: string): Said | null {
  return holds ? null : say(zh, en)
}

export function say(zh: string, en: string): Said {
  return { zh, en }
}
