import { problem } from '../problem.ts'
import type { Calendar } from './calendar.ts'
import type { Clock, ClockVersion, Due, Extension, Period, Said, Step, Variant } from './clock.ts'
import { endOf, FOREVER, isCounted, joined, type Pause, startOf, type Uncounted } from './count.ts'
import { HOUR_MS, type Moment, readMoment, shanghaiInstant, yearOf } from './day.ts'
import * as words from './due-words.ts'
import { rollEnd } from './roll.ts'
import { chooseVariant } from './variant.ts'

/**
 * When a clock runs out. The law is that of the event's Shanghai day; a step the law does not know is left out with a warning.
 * @param eventAt an ISO-8601 instant or a day
 * @param variant one of several lengths, by id, title or length; the first where none is given
 * @throws problem `request.malformed` with `says`, for a moment or a variant that cannot be read
 */
export function dueOf(
  clock: Clock,
  eventAt: string,
  steps: readonly Step[],
  calendar: Calendar,
  variant?: string,
): Due {
  const event = momentOf(eventAt, 'event_at')
  const version = clock.versions.find(({ from, to }) => from <= event.day && (to === null || event.day <= to))
  if (!version) return withoutLaw(clock, event.day)
  const told: Told = { warnings: standingWarnings(version, event), explain: [] }
  const length = chooseVariant(clock, version, variant, told.warnings)
  if (!length) {
    told.warnings.push(words.noFixedLimit(version.none!))
    told.explain.push(words.dayZero(event.day, clock.starts), words.noFixedLimit(version.none!))
    return { due: null, dueAlt: null, article: version.article, ...told }
  }
  const run = runOf(clock, event, steps, length, told)
  const ended =
    length.length.unit === 'hour' ? endInHours(run, length.length, told) : endInDays(clock, run, length, calendar, told)
  if (clock.consequence) told.explain.push(words.consequence(clock.consequence))
  return { ...ended, article: run.article ?? version.article, ...told }
}

interface Told {
  warnings: Said[]
  explain: Said[]
}

/** What is left of the steps: from where the clock runs, with what added and what left out. */
interface Run {
  start: Moment
  starts: Said
  length: Period
  article: Said | null
  extensions: { n: number; unit: 'workday' | 'day'; rule: Extension }[]
  pauses: Pause[]
}

type End = Pick<Due, 'due' | 'dueAlt'>

const NO_END: End = { due: null, dueAlt: null }

/** Later years are slips of the pen, and past 9999 days are no longer written with ten characters. */
const LAST_YEAR = 2999

function momentOf(value: string, name: string): Moment {
  const moment = readMoment(value)
  if (!moment || yearOf(moment.day) > LAST_YEAR)
    throw problem('request.malformed', {
      says: `${name} is "${value}" / ${name} 取值有误; allowed / 允许: an ISO-8601 instant or a day / 时刻或日期 YYYY-MM-DD`,
    })
  return moment
}

function withoutLaw(clock: Clock, day: string): Due {
  const says = words.noLawThatDay(day, clock.versions.at(-1)!.from)
  return { due: null, dueAlt: null, article: null, warnings: [says], explain: [words.dayZero(day, clock.starts), says] }
}

function standingWarnings(version: ClockVersion, event: Moment): Said[] {
  const warnings: Said[] = []
  if (version.confidence !== 'V') warnings.push(words.toBeConfirmed(version.confidence))
  if (version.caution) warnings.push(version.caution)
  if (event.assumedZone) warnings.push(words.assumedZone())
  return warnings
}

/** Takes the steps in their order. A new start forgets the extensions before it; pauses are days and stay. */
function runOf(clock: Clock, event: Moment, steps: readonly Step[], { length }: Variant, told: Told): Run {
  const run: Run = { start: event, starts: clock.starts, length, article: null, extensions: [], pauses: [] }
  for (const step of steps) {
    if (step.op === 'extend') extend(clock, run, step, told)
    else if (step.op === 'suspend') suspend(clock, run, step, told)
    else startAnew(clock, run, step, told)
  }
  return run
}

function extend(clock: Clock, run: Run, { n, unit }: Step & { op: 'extend' }, told: Told) {
  const last = clock.extensions.at(-1)
  const rule = clock.extensions[run.extensions.length] ?? (last?.atMost === null ? last : undefined)
  if (!rule) {
    told.warnings.push(last ? words.noFurtherExtension(clock.extensions.length) : words.noExtension())
    return
  }
  if (rule.discussed) told.warnings.push(words.needsDiscussion(rule.by))
  run.extensions.push({ n, unit, rule })
}

function suspend(clock: Clock, run: Run, step: Step & { op: 'suspend' }, told: Told) {
  if (!clock.suspension) {
    told.warnings.push(words.noSuspension())
    return
  }
  const from = momentOf(step.from, 'from').day
  const to = step.to === null ? FOREVER : momentOf(step.to, 'to').day
  if (to < from) throw problem('request.malformed', { says: `to ${to} is before from / 早于 from ${from}` })
  run.pauses.push({ from, to })
}

function startAnew(clock: Clock, run: Run, step: Step & { op: 'restart' | 'received' }, told: Told) {
  const at = momentOf(step.at, 'at')
  const rule = step.op === 'restart' ? clock.restart : clock.received
  if (!rule) {
    told.warnings.push(words.noSuchStep(step.op))
    return
  }
  if (at.day < run.start.day) {
    told.warnings.push(words.beforeStart(step.op, at.day, run.start.day))
    return
  }
  if ('from' in rule && at.day < rule.from) {
    told.warnings.push(words.restartBeforeLaw(at.day, rule.from, rule.article))
    return
  }
  told.explain.push(words.startedAnew(step.op, at.day, run.start.day))
  run.start = at
  run.extensions = []
  if ('length' in rule) {
    run.starts = rule.starts
    run.length = rule.length
  } else {
    run.starts = words.furtherReport(rule.article)
  }
}

function endInHours({ start, starts }: Run, { n }: Period, told: Told): End {
  const instant = start.instant ?? readMoment(`${start.day}T00:00+08:00`)!.instant!
  if (start.instant === null) told.warnings.push(words.hourNotKnown())
  const due = shanghaiInstant(instant + n * HOUR_MS)
  told.explain.push(words.hours(shanghaiInstant(instant), starts, n, due))
  return { due, dueAlt: null }
}

function endInDays(clock: Clock, run: Run, variant: Variant, calendar: Calendar, told: Told): End {
  const { start, length } = run
  const pauses = joined(run.pauses)
  told.explain.push(words.dayZero(start.day, run.starts))
  if (clock.backward) return endBackward(start.day, length, calendar, told)
  let end = endOf(start.day, length, pauses, calendar)
  if (!isCounted(end)) return uncounted(end, told)
  told.explain.push(words.counted(start.day, end, length, variant.title, pauses, calendar))
  for (const { n, unit, rule } of run.extensions) {
    const before: string = end
    const asked: string | Uncounted = endOf(before, { n, unit }, pauses, calendar)
    const most: string | Uncounted = rule.atMost ? endOf(before, rule.atMost, pauses, calendar) : asked
    const isTooMuch = isCounted(most) && isBeyond(asked, most)
    if (isTooMuch) told.warnings.push(words.overExtended(n, unit, rule.atMost!))
    end = isTooMuch ? most : asked
    if (!isCounted(end)) return uncounted(end, told)
    told.explain.push(words.extended(before, end, isTooMuch ? rule.atMost! : { n, unit }, rule.by, pauses, calendar))
  }
  for (const pause of pauses)
    if (pause.from >= end || pause.to <= start.day) told.warnings.push(words.pauseOutside(pause))
  return rollEnd(end, clock.rolled, calendar, told)
}

/** Whether an end lies after a day. One that cannot be counted does when what hinders it comes after that day. */
function isBeyond(end: string | Uncounted, day: string): boolean {
  if (isCounted(end)) return end > day
  return 'standsStill' in end || end.missingYear > yearOf(day)
}

/** A day to tell by never moves on; on a day off, the sensible day is the working day before. */
function endBackward(event: string, length: Period, calendar: Calendar, told: Told): End {
  const due = startOf(event, length, calendar)
  if (!isCounted(due)) return uncounted(due, told)
  const kind = calendar.kindOf(due)
  if (kind === undefined) return uncounted({ missingYear: yearOf(due) }, told, due)
  told.explain.push(words.countedBack(event, due, length, calendar))
  if (kind === 'weekend' || kind === 'holiday') told.warnings.push(words.tellEarlier(due, calendar))
  return { due, dueAlt: null }
}

function uncounted(why: Uncounted, told: Told, about?: string): End {
  const says = 'missingYear' in why ? words.calendarMissing(why.missingYear, about) : words.standsStill()
  told.warnings.push(says)
  told.explain.push(says)
  return NO_END
}
