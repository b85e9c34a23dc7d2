import { covers, type Viewer } from '../../core/access/viewer.ts'
import { namedRegions, ownName, regionNames } from '../../core/regions/region.ts'
import { regionName } from '../words/regions.ts'

/** Codes that a field offers before anything is typed: the provinces, the cities of the officer's own, and the counties of her own city. */
export function regionsNear({ region }: Viewer, within: string): string[] {
  return codesWithin(within).filter((code) => {
    if (code.endsWith('0000')) return true
    if (code.slice(0, 2) !== region.slice(0, 2)) return false
    return code.endsWith('00') || covers(`${region.slice(0, 4)}00`, code)
  })
}

/** Codes for digits or words typed, at most fifty: by code, by the names from the province down, by the English name; what is called so itself comes first. */
export function regionsLike(typed: string, within: string): string[] {
  const words = typed.normalize('NFKC').toLowerCase().replace(/\s/g, '')
  if (words === '') return []
  const isMeant = /^\d+$/.test(words)
    ? (code: string) => code.startsWith(words)
    : (code: string) => spelt(code).includes(words)
  const isItself = (code: string) => ownName(code)!.startsWith(words)
  const found = codesWithin(within).filter(isMeant)
  return [...found.filter(isItself), ...found.filter((code) => !isItself(code))].slice(0, MOST)
}

const MOST = 50

function codesWithin(within: string): string[] {
  return namedRegions().flatMap(([code]) => (covers(within, code) ? [code] : []))
}

/** 浙江省杭州市临平区, 临平区(hangzhou): made once for each. */
function spelt(code: string): string {
  const known = SPELT.get(code)
  if (known !== undefined) return known
  const words = [regionNames(code).join(''), regionName(code, 'en', '').toLowerCase().replace(/\s/g, '')].join(' ')
  SPELT.set(code, words)
  return words
}

const SPELT = new Map<string, string>()
