import type { Clock, Step } from '../../src/core/clock/clock.ts'
import { readMoment } from '../../src/core/clock/day.ts'
import { problem } from '../../src/core/problem.ts'

export interface Case {
  id: string | number
  clock: Clock
  eventAt: string
  steps: Step[]
  variant?: string
}

/** What a case may hold; `region` makes no difference to a date. */
export const CASE_KEYS = ['id', 'clock', 'event_at', 'variant', 'steps', 'region'] as const
/** What a step may hold, whatever it does. */
export const STEP_KEYS = ['op', 'n', 'unit', 'from', 'to', 'at'] as const

/**
 * Reads one case. Keys it does not know are left alone.
 * @throws problem `request.malformed` with `says`
 */
export function readCase(given: unknown, clocks: Readonly<Record<string, Clock>>): Case {
  if (!isMap(given)) throw bad('a case is a JSON object / 一例须为 JSON 对象')
  const { id, clock: name, variant, steps = [] } = given
  if (!(typeof id === 'string' && id !== '') && typeof id !== 'number')
    throw wrong('id', id, 'text or a number / 文字或数字')
  const clock = typeof name === 'string' ? clockNamed(name, clocks) : undefined
  if (!clock) throw wrong('clock', name, Object.keys(clocks).join(', '))
  if (steps !== null && !Array.isArray(steps)) throw wrong('steps', steps, 'a list / 列表')
  if (variant !== undefined && variant !== null && typeof variant !== 'string' && typeof variant !== 'number')
    throw wrong('variant', variant, 'text / 文字')
  return {
    id,
    clock,
    eventAt: moment(given, 'event_at', 'event_at'),
    steps: ((steps ?? []) as unknown[]).map(readStep),
    ...(variant === undefined || variant === null ? {} : { variant: String(variant) }),
  }
}

function clockNamed(name: string, clocks: Readonly<Record<string, Clock>>): Clock | undefined {
  const id = name.trim().toUpperCase().replace(/H$/, 'h')
  return Object.hasOwn(clocks, id) ? clocks[id] : undefined
}

function readStep(step: unknown, i: number): Step {
  const at = `steps[${i}]`
  if (!isMap(step)) throw wrong(at, step, 'an object / 对象')
  switch (step.op) {
    case 'extend': {
      const { n, unit } = step
      if (typeof n !== 'number' || !Number.isInteger(n) || n < 1 || n > LONGEST_EXTENSION)
        throw wrong(`${at}.n`, n, `a whole number / 整数 1–${LONGEST_EXTENSION}`)
      if (unit !== 'workday' && unit !== 'day') throw wrong(`${at}.unit`, unit, 'workday, day')
      return { op: 'extend', n, unit }
    }
    case 'suspend': {
      const from = moment(step, 'from', `${at}.from`)
      const to = step.to === undefined || step.to === null ? null : moment(step, 'to', `${at}.to`)
      return { op: 'suspend', from, to }
    }
    case 'restart':
    case 'received':
      return { op: step.op, at: moment(step, 'at', `${at}.at`) }
    default:
      throw wrong(`${at}.op`, step.op, 'extend, suspend, restart, received')
  }
}

/** Ten years: no extension is longer, and longer ones are slips of the pen. */
const LONGEST_EXTENSION = 3660

function moment(from: Record<string, unknown>, key: string, name: string): string {
  const value = from[key]
  if (typeof value === 'string' && readMoment(value)) return value
  throw wrong(name, value, 'an ISO-8601 instant with its offset, or a day / 带时区的时刻或日期 YYYY-MM-DD')
}

function wrong(name: string, value: unknown, allowed: string) {
  const is =
    value === undefined ? `${name} is missing / 缺少 ${name}` : `${name} is ${JSON.stringify(value)} / ${name} 取值有误`
  return bad(`${is}; allowed / 允许: ${allowed}`)
}

function bad(says: string) {
  return problem('request.malformed', { says })
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
