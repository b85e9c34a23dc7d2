import { DIVISIONS, ZONES } from './divisions.ts'
import { FORMER_DIVISIONS } from './former-divisions.ts'

/** GB/T 2260 has no such region: the whole country, or a region that is not known. */
export const NOWHERE = '000000'

/** Six digits of GB/T 2260 that are in force: a province, a city, a county, or the whole country. Development zones count by their statistical codes. */
export function isRegion(code: string): boolean {
  return code === NOWHERE || CURRENT.has(code) || isZone(code)
}

/**
 * Whether papers may give the code: it is in force, was once, or stands for all districts of a city (440301). Old papers and old systems name
 * counties by the codes of their day.
 */
export function wasRegion(code: string): boolean {
  return isRegion(code) || FORMER.has(code) || isSumOfDistricts(code)
}

/** What a code is called from the province down: `330113` -> 浙江省, 杭州市, 临平区. Headings that are no place (省直辖县级行政区划) are left out. */
export function regionNames(code: string): string[] {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  const names = levels.flatMap((level) => ownName(level) ?? [])
  return [...new Set(names)]
}

/** The name of the very place: 临平区. Undefined for a code that has none of its own. */
export function ownName(code: string): string | undefined {
  return (CURRENT.get(code) ?? FORMER.get(code)?.name ?? ZONE_NAMES.get(code)) || undefined
}

/** The year of the last list that has a code no longer in force; undefined for any other. */
export function lastListed(code: string): number | undefined {
  return FORMER.get(code)?.year
}

/** The nearest region in force that a code lies in: 529999 -> 520000. Undefined where there is no such province either. */
export function nearestRegion(code: string): string | undefined {
  return [code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`].find(
    (each) => /^[1-9]\d{5}$/.test(each) && isRegion(each),
  )
}

/** Whether the first 2, 4 or 6 digits of a code are those of a region in force or once in force. */
export function isRegionPrefix(prefix: string): boolean {
  return (
    /^(?:\d\d){1,3}$/.test(prefix) &&
    wasRegion(prefix.padEnd(6, '0')) &&
    (prefix.length === 2 || !prefix.endsWith('00'))
  )
}

/** Every named place in force by its code, in order of codes. */
export function namedRegions(): [code: string, name: string][] {
  return [...CURRENT].filter(([, name]) => name !== '')
}

interface Former {
  name: string
  year: number
}

/** By code; the name is empty where the code only gathers counties: 469000. */
const CURRENT = readLines(DIVISIONS)
for (const [code, name] of [
  ['710000', '台湾省'],
  ['810000', '香港特别行政区'],
  ['820000', '澳门特别行政区'],
] as const)
  CURRENT.set(code, name)

const ZONE_NAMES = readLines(ZONES)

const FORMER = new Map(
  [...readLines(FORMER_DIVISIONS)].flatMap(([code, dated]): [string, Former][] =>
    CURRENT.has(code) ? [] : [[code, { name: dated.slice(0, -4), year: Number(dated.slice(-4)) || 0 }]],
  ),
)

function readLines(lines: string): Map<string, string> {
  const names = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [place, ...parts] = line.split(' ')
    names.set(place!.padEnd(6, '0'), '')
    for (const part of parts) {
      const digits = /^\d*/.exec(part)![0]
      names.set((place! + digits).padEnd(6, '0'), part.slice(digits.length))
    }
  }
  return names
}

/** The statistics number development zones from 71 within their city. Since October 2024 no list of them is published, so that a new one is believed. */
function isZone(code: string): boolean {
  return /^\d{4}7[1-9]$/.test(code) && CURRENT.has(`${code.slice(0, 4)}00`)
}

/** 市辖区: the standard gathers the districts of a city under 01. */
function isSumOfDistricts(code: string): boolean {
  return (
    code.endsWith('01') && !code.endsWith('0001') && (CURRENT.get(`${code.slice(0, 4)}00`)?.endsWith('市') ?? false)
  )
}
