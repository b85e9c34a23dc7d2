import { CATEGORIES, CHANNELS, ENTITIES } from '../core/document.ts'
import { isRegionPrefix } from '../core/regions/region.ts'
import {
  type Department,
  type Duty,
  LEVELS,
  type LocalName,
  type ResponsibilityTable,
  type Sign,
  type SubjectMatter,
} from '../core/routing/responsibility.ts'
import { bilingual, entries, flag, list, number, oneOf, onlyKeys, optional, text, texts } from './fields.ts'
import { readLine, readReply } from './read-lines.ts'
import { readMisdirected, readVenue } from './read-venues.ts'
import { knowsCode, type Names, type ResponsibilitiesKnow, readVersions } from './responsibility-names.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads `rules/responsibilities.yaml`. Every name in it must be known. */
export function readResponsibilities(node: YamlNode, know: ResponsibilitiesKnow): ResponsibilityTable {
  onlyKeys(node, [...KEYS])
  const says = (at: YamlNode) => Object.fromEntries(entries(at).map(([id, each]) => [id, bilingual(each)]))
  const own = Object.entries(says(node.at('instruments')))
  const names: Names = {
    ...know,
    instruments: new Map([...know.instruments, ...own]),
    departments: entries(node.at('departments')).map(([id]) => id),
    notes: entries(node.at('notes')).map(([id]) => id),
    places: entries(node.at('places')).map(([id]) => id),
    lines: entries(node.at('lines')).map(([id]) => id),
  }
  const levels = says(node.at('levels'))
  const missing = LEVELS.filter((level) => !levels[level])
  if (missing.length > 0) node.at('levels').complain(`levels needs ${missing.join(', ')}`)
  onlyKeys(node.at('opinion'), ['reply', 'articles'])
  const table = {
    departments: Object.fromEntries(entries(node.at('departments')).map(([id, at]) => [id, readDepartment(at)])),
    levels: levels as ResponsibilityTable['levels'],
    names: list(node.at('names')).map((at) => readName(at, names)),
    notes: says(node.at('notes')),
    matters: Object.fromEntries(entries(node.at('matters')).map(([id, at]) => [id, readMatter(id, at, names)])),
    lines: Object.fromEntries(entries(node.at('lines')).map(([id, at]) => [id, readLine(id, at, names)])),
    opinion: {
      reply: readReply(node.at('opinion').at('reply')),
      articles: readVersions(node.at('opinion').at('articles'), names),
    },
    places: says(node.at('places')),
    venues: list(node.at('venues')).map((at) => readVenue(at, names)),
    misdirected: list(node.at('misdirected')).map((at) => readMisdirected(at, names)),
  }
  return table
}

const KEYS = [
  'instruments',
  'levels',
  'departments',
  'names',
  'notes',
  'matters',
  'lines',
  'opinion',
  'places',
  'venues',
  'misdirected',
] as const

function readDepartment(node: YamlNode): Department {
  onlyKeys(node, ['name', 'short', 'note', 'counties'])
  return {
    name: bilingual(node.at('name')),
    short: bilingual(node.at('short')),
    note: optional(node, 'note', bilingual),
    inCounties: flag(node, 'counties', true),
  }
}

function readName(node: YamlNode, names: Names): LocalName {
  onlyKeys(node, ['region', 'department', 'name', 'level', 'confidence'])
  return {
    region: readRegion(node.at('region')),
    department: oneOf(node.at('department'), names.departments),
    name: bilingual(node.at('name')),
    levels: list(node.at('level')).map((at) => oneOf(at, LEVELS)),
    confidence: oneOf(node.at('confidence'), ['V', 'V*', 'M'] as const),
  }
}

function readMatter(id: string, node: YamlNode, names: Names): SubjectMatter {
  onlyKeys(node, ['title', 'lead', 'signs', 'lines', 'duties'])
  const matter: SubjectMatter = {
    id,
    title: bilingual(node.at('title')),
    lead: oneOf(node.at('lead'), names.departments),
    signs: list(node.at('signs')).map((at) => readSign(at, names)),
    lines: list(node.at('lines')).map((at) => oneOf(at, names.lines)),
    duties: list(node.at('duties'), 1).map((at) => readDuty(at, names)),
  }
  if (!matter.duties.some(({ department }) => department === matter.lead))
    node.at('duties').complain(`${id} is led by ${matter.lead}, which has no duty in it`)
  if (matter.signs.length === 0 && matter.lines.length > 0)
    node.at('lines').complain(`${id} proposes lines but has no signs by which it is met`)
  return matter
}

function readSign(node: YamlNode, names: Names): Sign {
  const known = ['codes', 'category', 'severity', 'label', 'entity', 'channel', 'note', 'words']
  onlyKeys(node, known)
  const category = optional(node, 'category', (at) => oneOf(at, CATEGORIES))
  if (category === null && node.at('severity').value !== undefined)
    node.at('severity').complain('severity needs a category')
  const sign: Sign = {
    codes: list(node.at('codes')).map((at) => knowsCode(at, names)),
    category,
    severity: (optional(node, 'severity', (at) => number(at, 1, 4)) ?? 1) as Sign['severity'],
    label: optional(node, 'label', (at) => oneOf(at, CATEGORIES)),
    entity: optional(node, 'entity', (at) => oneOf(at, ENTITIES)),
    channels: list(node.at('channel')).map((at) => oneOf(at, CHANNELS)),
    note: optional(node, 'note', (at) => oneOf(at, names.notes)),
    words: texts(node.at('words')),
  }
  if (!known.some((key) => key !== 'severity' && node.at(key).value !== undefined))
    node.complain('the sign asks for nothing')
  return sign
}

function readDuty(node: YamlNode, names: Names): Duty {
  onlyKeys(node, ['department', 'does', 'level', 'region', 'articles'])
  const levels = list(node.at('level')).map((at) => oneOf(at, LEVELS))
  const region = node.at('region')
  return {
    department: oneOf(node.at('department'), names.departments),
    does: bilingual(node.at('does')),
    levels: levels.length > 0 ? levels : LEVELS.filter((level) => level !== 'township'),
    regions:
      region.value === undefined
        ? []
        : Array.isArray(region.value)
          ? list(region).map(readRegion)
          : [readRegion(region)],
    articles: readVersions(node.at('articles'), names),
  }
}

/** The prefix of a GB/T 2260 code: province, city or county. */
function readRegion(node: YamlNode): string {
  const prefix = text(node)
  if (!isRegionPrefix(prefix))
    node.complain(
      `region is "${prefix}"; allowed: the first two, four or six digits of a GB/T 2260 code that is or was in force, such as '44'`,
    )
  return prefix
}
