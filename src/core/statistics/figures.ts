import { regionPrefix } from '../access/viewer.ts'
import { CATEGORIES } from '../document.ts'
import { MATTER_KINDS } from '../procedure/move.ts'

/** As much of a matter as is counted. */
export interface CountedMatter {
  id: string
  kind: string
  category: string | null
  region: string
  state: string
  /** Moves made on it. */
  moves: readonly string[]
  recoveredFen: number | null
  /** Its clocks that bind the bureau. */
  clocks: readonly CountedRun[]
  /** Departments to which a line was opened, and those asked for an opinion. */
  lines: readonly { department: string; isAwaited: boolean }[]
  opinions: readonly { department: string; standing: string }[]
}

export interface CountedRun {
  clock: string
  /** A day, or an instant where hours are counted; null where it cannot be told. */
  due: string | null
  endedAt: string | null
}

/** How far matters are. */
export const MEASURES = ['received', 'taken_up', 'turned_down', 'ended', 'open'] as const
/** How a clock was kept. */
export const CLOCK_MEASURES = ['on_time', 'late', 'overdue', 'running'] as const
export const MEDIATION = ['settled', 'terminated', 'recovered'] as const
export const JOINT_MEASURES = ['lines', 'awaited', 'asked', 'answered', 'silent', 'overdue_opinion'] as const
/** Moves that say what became of a report or lead. */
export const OUTCOMES = [
  'file',
  'not_file',
  'decide_penalty',
  'decide_no_penalty',
  'transfer_out',
  'terminate_investigation',
  'refer_fundraising',
  'hand_over_to_police',
] as const

/** One figure: a row of a table and what of it is counted: complaints received, T01 kept late. `all`: what a share is reckoned of. */
export interface Figure {
  by: 'all' | 'kind' | 'category' | 'region' | 'state' | 'clock' | 'mediation' | 'outcome' | 'department'
  value: string
  measure: string
}

/** Whether a matter is one of those a figure counts, on `now`. A list behind a figure is exactly those for which this holds. */
export function isCounted(matter: CountedMatter, figure: Figure, now: string): boolean {
  switch (figure.by) {
    case 'clock':
      return matter.clocks.some(
        (run) => run.clock === figure.value && (figure.measure === 'all' || keptAs(run, now) === figure.measure),
      )
    case 'mediation':
      return matter.kind === 'complaint' && isMediated(matter, figure.value)
    case 'outcome':
      return matter.moves.includes(figure.value)
    case 'department':
      return isJoint(matter, figure.value, figure.measure)
    default:
      return isOfRow(matter, figure) && isAsFar(matter, figure.measure)
  }
}

/** How one run of a clock was kept: in time, late, over and not ended, or still running. */
export function keptAs({ due, endedAt }: CountedRun, now: string): (typeof CLOCK_MEASURES)[number] {
  if (endedAt !== null) return due !== null && isAfter(endedAt, due) ? 'late' : 'on_time'
  return due !== null && isAfter(now, due) ? 'overdue' : 'running'
}

/** Part kept in time of those that ended or ran over; null where there is none. */
export function shareOf(part: number, ...others: number[]): number | null {
  const all = part + others.reduce((sum, each) => sum + each, 0)
  return all === 0 ? null : part / all
}

/** Rows for a dimension, in order: those of the closed lists, then what the matters say. */
export function rowsOf(
  by: 'kind' | 'category' | 'region' | 'state' | 'clock' | 'department',
  matters: readonly CountedMatter[],
) {
  if (by === 'kind') return [...MATTER_KINDS]
  if (by === 'category') return [...CATEGORIES, NO_CATEGORY]
  const found = matters.flatMap((matter) =>
    by === 'region'
      ? [matter.region]
      : by === 'state'
        ? [matter.state]
        : by === 'clock'
          ? matter.clocks.map(({ clock }) => clock)
          : [...matter.lines, ...matter.opinions].map(({ department }) => department),
  )
  return [...new Set(found)].sort()
}

export const NO_CATEGORY = 'none'

/** Region codes one level below `within`: for a province its cities, for a city its counties. */
export function oneBelow(region: string, within: string): string {
  const length = Math.min(regionPrefix(within).length + 2, 6)
  return region.slice(0, length).padEnd(6, '0')
}

function isOfRow(matter: CountedMatter, { by, value }: Figure): boolean {
  if (by === 'all') return true
  if (by === 'category') return (matter.category ?? NO_CATEGORY) === value
  if (by === 'kind') return matter.kind === value
  return by === 'region' ? matter.region === value : matter.state === value
}

function isAsFar(matter: CountedMatter, measure: string): boolean {
  switch (measure) {
    case 'received':
      return true
    case 'taken_up':
      return matter.moves.some((move) => move === 'accept' || move === 'file')
    case 'turned_down':
      return matter.moves.some((move) => move === 'refuse_acceptance' || move === 'not_file')
    case 'ended':
      return OVER.has(matter.state)
    default:
      return measure === 'open' && !OVER.has(matter.state)
  }
}

/** Where nothing is left to be decided. */
const OVER: ReadonlySet<string> = new Set([
  'settled',
  'terminated',
  'not_accepted',
  'withdrawn',
  'returned',
  'dismissed',
  'not_filed',
  'closed',
  'joined',
  'archived',
])

function isMediated({ moves, recoveredFen }: CountedMatter, value: string): boolean {
  if (value === 'recovered') return (recoveredFen ?? 0) > 0
  if (value === 'all') return moves.includes('settle') || moves.includes('terminate_mediation')
  return moves.includes(value === 'settled' ? 'settle' : 'terminate_mediation')
}

function isJoint({ lines, opinions }: CountedMatter, department: string, measure: string): boolean {
  const of = lines.filter((line) => line.department === department)
  const asked = opinions.filter((opinion) => opinion.department === department)
  switch (measure) {
    case 'lines':
      return of.length > 0
    case 'awaited':
      return of.some(({ isAwaited }) => isAwaited)
    case 'asked':
      return asked.length > 0
    case 'answered':
      return asked.some(({ standing }) => standing === 'answered')
    case 'silent':
      return asked.some(({ standing }) => standing === 'silent' || standing === 'due_today')
    default:
      return measure === 'overdue_opinion' && asked.some(({ standing }) => standing === 'overdue')
  }
}

/** Whether an instant lies after a last day or a last instant. Thousands are asked for one page: plain arithmetic, Shanghai keeps one offset. */
function isAfter(instant: string, due: string): boolean {
  const at = Date.parse(instant)
  return due.length === DAY_LENGTH ? at >= Date.parse(`${due}T24:00:00+08:00`) : at > Date.parse(due)
}

const DAY_LENGTH = 'YYYY-MM-DD'.length
