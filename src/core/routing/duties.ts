import type { Said } from '../clock/clock.ts'
import type { ArticleVersion } from '../procedure/move.ts'
import { isRegion, ownName, regionNames } from '../regions/region.ts'
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

/**
 * The same with the county before it where the region is one that has such a department: 深圳市南山区民政部门, 淳安县民政部门. A district is told with its
 * city, since there are many of one name.
 */
export function organName(table: ResponsibilityTable, id: string, region: string): Said {
  const level = levelOf(region)
  const name = departmentName(table, id, region, level)
  const county = level === 'county' && isRegion(region) ? ownName(region) : undefined
  if (!county || table.departments[id]?.inCounties === false) return name
  const city = county.endsWith('区') ? (regionNames(region).at(-2) ?? '') : ''
  return { zh: city + county + name.zh, en: `${name.en} of ${city}${county}` }
}

/** The level of a region code; null for the whole country. */
export function levelOf(region: string): Level | null {
  if (region === '000000') return null
  if (region.endsWith('0000')) return LEVELS[0]
  return region.endsWith('00') ? LEVELS[1] : LEVELS[2]
}
