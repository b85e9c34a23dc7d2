// Renews the list of regions by GB/T 2260: `node scripts/run.mjs regions --on 2024-12-31 --current FILE… --before 2016=FILE… --zones FILE`.
import { readFile, writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { rootPath } from '../src/root.ts'
import { badFile } from './bad-file.ts'
import { UsageError } from './rules/tell.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

/** Names by six-digit code. */
export type RegionList = ReadonlyMap<string, string>

export interface RegionLists {
  /** Day for which the list in force was published. */
  on: string
  current: RegionList
  /** Lists of earlier years; of one year several. */
  before: readonly { year: number; list: RegionList }[]
  /** A list that names development zones by the statistical codes xxxx71 to xxxx79; may be empty. */
  zones: RegionList
}

/**
 * The pairs of code and name in a list of any format, JSON, CSV or a page of the ministry's: two, four or six digits and the Chinese characters that
 * come next. Longer codes (towns, villages) are passed over.
 */
export function readRegionList(text: string): Map<string, string> {
  const pairs = text.matchAll(/(?<!\d)(\d\d(?:\d\d){0,2})(?!\d)[^\d\p{Script=Han}]{1,60}(\p{Script=Han}+)/gu)
  return new Map([...pairs].map(([, code, name]) => [code!.padEnd(6, '0'), name!]))
}

/** The two files kept in `src/core/regions`: what is in force, and what was. */
export function regionFiles(lists: RegionLists): Record<'divisions.ts' | 'former-divisions.ts', string> {
  const current = new Map([...lists.current].filter(([code, name]) => isDivision(code) && !isSum(name)))
  const zones = new Map([...lists.zones].filter(([code]) => ZONE.test(code) && !current.has(code)))
  const former = new Map<string, { name: string; year: number }>()
  for (const { year, list } of [...lists.before].sort((a, b) => a.year - b.year)) {
    for (const [code, name] of list) {
      const isOurs = isDivision(code) && LEVELS.test(name) && !isSum(name) && !ZONE.test(code)
      if (isOurs && !current.has(code) && current.get(`${code.slice(0, 4)}00`) !== name)
        former.set(code, { name, year })
    }
  }
  const dated = [...former].map(([code, { name, year }]): [string, string] => [code, `${name}${year}`])
  return {
    'divisions.ts': `${heading(`in force on ${lists.on}`)}
/** The day for which the list was published. */
export const LISTED_ON = '${lists.on}'

/** A line for a province or a city, its counties behind it by their last two digits. */
export const DIVISIONS = \`
${lines(current)}
\`

/** Development zones by the codes of the statistics, which the standard does not have. */
export const ZONES = \`
${lines(zones)}
\`
`,
    'former-divisions.ts': `${heading(`in force before ${lists.on} and no longer`)}
/** As \`DIVISIONS\`, each with the year of the last list that has it. */
export const FORMER_DIVISIONS = \`
${lines(new Map(dated))}
\`
`,
  }
}

const ZONE = /^\d{4}7[1-9]$/
/** Some lists put the towns of a city without counties in their place. */
const LEVELS = /[省市区县旗盟州]$/

/** Of the mainland, whose codes the standard divides; no code of a whole level left open below. */
function isDivision(code: string): boolean {
  return /^[1-6]\d{5}$/.test(code) && !/^\d\d00(?!00)/.test(code)
}

/** 市辖区, 县, 省直辖县级行政区划: a heading that several counties stand under. */
function isSum(name: string): boolean {
  return /市辖区$|^(?:市辖县|县|市)$|直辖/.test(name)
}

function heading(what: string): string {
  return `// Made by \`scripts/regions.ts\`; do not edit. GB/T 2260-2007 with its later changes, ${what}.
`
}

/** By province and city, in order: `3301 杭州市 02上城区 05拱墅区`. */
function lines(list: RegionList): string {
  const rows = new Map<string, string[]>()
  for (const [code, name] of [...list].sort(([a], [b]) => Number(a) - Number(b))) {
    const place = code.replace(/(?:00)+$/, '')
    const row = place.length === 6 ? place.slice(0, 4) : place
    const parts = rows.get(row) ?? [row]
    parts.push(place.length === 6 ? place.slice(4) + name : name)
    rows.set(row, parts)
  }
  return [...rows.values()].map((parts) => parts.join(' ')).join('\n')
}

const USAGE = `Usage / 用法: node scripts/run.mjs regions --on DAY --current FILE… [--before YEAR=FILE…] [--zones FILE]
Renews src/core/regions/divisions.ts and former-divisions.ts / 更新行政区划代码表
  --on DAY            the day the list in force was made for / 现行代码表的截止日期
  --current FILE      that list, in one file or several / 现行代码表，可分几个文件
  --before YEAR=FILE  a list of an earlier year, as many as there are / 往年代码表
  --zones FILE        a list that has development zones by their statistical codes / 含开发区统计代码的表
`

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      on: { type: 'string' },
      current: { type: 'string', multiple: true },
      before: { type: 'string', multiple: true },
      zones: { type: 'string', multiple: true },
    },
  })
  if (!values.on || !/^\d{4}-\d\d-\d\d$/.test(values.on) || !values.current)
    throw new UsageError('say the day and the list in force / 须给出截止日期与现行代码表')
  const before = []
  for (const dated of values.before ?? []) {
    const [, year, path] = /^(\d{4})=(.+)$/.exec(dated) ?? []
    if (!year || !path) throw new UsageError(`--before is "${dated}"; allowed: YEAR=FILE`)
    before.push({ year: Number(year), list: await readLists([path]) })
  }
  const files = regionFiles({
    on: values.on,
    current: await readLists(values.current),
    before,
    zones: await readLists(values.zones ?? []),
  })
  for (const [name, source] of Object.entries(files)) await writeFile(rootPath(`src/core/regions/${name}`), source)
}

async function readLists(paths: readonly string[]): Promise<RegionList> {
  const lists = await Promise.all(paths.map(async (path) => readRegionList(await readFile(path, 'utf8'))))
  return new Map(lists.flatMap((list) => [...list]))
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const args = process.argv.slice(2)
  try {
    if (!tellUsage(args, USAGE)) await run(args)
  } catch (error) {
    const wrong = wrongCall(error)
    console.error(wrong === undefined ? (badFile(error) ?? (error as Error).message) : `${wrong}\n${USAGE}`)
    process.exitCode = 2
  }
}
