import type { ArticleVersion } from '../procedure/move.ts'
import {
  type Duty,
  inForce,
  LEVELS,
  type Level,
  type ResponsibilityTable,
  type SubjectMatter,
} from './responsibility.ts'

/** What each department owes in one matter, the lead first. */
export interface Answerable {
  department: string
  isLead: boolean
  duties: DutyInForce[]
}

export interface DutyInForce {
  duty: Duty
  basis: ArticleVersion
  /** A rule of the region, besides the national ones. */
  isLocal: boolean
}

/** Where and when somebody asks. */
export interface Standpoint {
  /** GB/T 2260. */
  region: string
  /** Null: every level. */
  level: Level | null
  on: string
}

/** Who answers for a matter and with which duties, at that level, in that region, on that day. */
export function answerableFor(matter: SubjectMatter, at: Standpoint): Answerable[] {
  const departments = [matter.lead, ...matter.duties.map(({ department }) => department)]
  return [...new Set(departments)].flatMap((department) => {
    const duties = matter.duties.filter((duty) => duty.department === department).flatMap((duty) => held(duty, at))
    return duties.length === 0 ? [] : [{ department, isLead: department === matter.lead, duties }]
  })
}

function held(duty: Duty, { region, level, on }: Standpoint): DutyInForce[] {
  const isLocal = duty.regions.length > 0
  if (isLocal && !duty.regions.some((prefix) => region.startsWith(prefix))) return []
  if (level !== null && !duty.levels.includes(level)) return []
  const basis = inForce(duty.articles, on)
  return basis ? [{ duty, basis, isLocal }] : []
}

/** How a department is called there: its local name, else the general one. */
export function departmentName(table: ResponsibilityTable, id: string, region: string, level: Level | null = null) {
  const local = table.names.find(
    (name) =>
      name.department === id &&
      region.startsWith(name.region) &&
      (name.levels.length === 0 || (level !== null && name.levels.includes(level))),
  )
  return local?.name ?? table.departments[id]?.name ?? { zh: id, en: id }
}

/** The level of a region code; null for the whole country. */
export function levelOf(region: string): Level | null {
  if (region === '000000') return null
  if (region.endsWith('0000')) return LEVELS[0]
  return region.endsWith('00') ? LEVELS[1] : LEVELS[2]
}
