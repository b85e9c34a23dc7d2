import type { Span } from '../document.ts'
import { REGIONS_BY_NAME, regionAmong, regionsMeant } from '../regions/named-regions.ts'
import { SHORT_NAMES } from '../regions/short-names.ts'
import { LAST_CHARACTERS, wholeNameBefore } from '../regions/whole-names.ts'
import { wordList } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { wordFinder } from './word-finder.ts'

/** Without one of these there is nothing to read. */
export const PLACE_NAMES = wordList([...Object.keys(SHORT_NAMES), ...LAST_CHARACTERS])
const NAMES = wordFinder([...Object.keys(SHORT_NAMES), ...LAST_CHARACTERS])
const NO_PLACE = /^(?:石|鸡|菜|大街|路|银行|话|茶|毛峰|充足|时间)/

/** Places by GB/T 2260 code, each named place once. 大理石 and 海南鸡饭 are not places, nor is 朝阳区 where the text does not say of which city. */
export function places(reading: Reading): Fact[] {
  const found = placesIn(reading.text, reading.sieve.words(PLACE_NAMES))
  return found.map(({ start, end, code }) =>
    factAt(reading.clean, start, end, {
      type: 'place',
      value: code,
      unit: '',
      role: reading.text.slice(start, end),
    }),
  )
}

/** The code of a place written out (辽宁省沈阳市浑南区): that of the most exact name in it that is known here, or undefined. */
export function regionOfName(words: string): string | undefined {
  const spans = NAMES.all(words).map(({ word, index }) => ({ start: index, end: index + word.length }))
  const codes = placesIn(words, spans).map(({ code }) => code)
  return codes.sort((a, b) => regionDepth(b) - regionDepth(a))[0]
}

interface Place extends Span {
  code: string
}

/** In order, each name of a place once. Names that several places share are told by the other places of the text, or are none. */
function placesIn(text: string, spans: readonly Span[]): Place[] {
  const found: (Place | Shared)[] = []
  const seen = new Set<string>()
  // Of names that overlap the one that begins first counts, of one beginning the longer: 海南藏族自治州 is not in 海南, nor 南山区 in 云南山区.
  let last: Span | undefined
  let isOpen = false
  for (const span of spans) {
    const { end } = span
    if (end - span.start > 1) {
      const name = text.slice(span.start, end)
      last = span
      if (seen.has(name) || NO_PLACE.test(text.slice(end, end + 2))) continue
      seen.add(name)
      found.push({ start: span.start, end, code: SHORT_NAMES[name]! })
      continue
    }
    const name = wholeNameBefore(text, end)
    if (!name || seen.has(name)) continue
    const start = end - name.length
    if (last && start > last.start && start < last.end) continue
    const codes = regionsMeant(text, start, end)
    if (codes.length === 0) continue
    if (last && start <= last.start && found.at(-1)?.start === last.start) {
      found.pop()
      seen.delete(text.slice(last.start, last.end))
    }
    last = { start, end }
    found.push(codes.length === 1 ? { start, end, code: codes[0]! } : { start, end, codes })
    // Of a name that several places share, the next time it may be another.
    if (REGIONS_BY_NAME.get(name)!.length === 1) seen.add(name)
    else isOpen = true
  }
  return isOpen ? told(text, found) : (found as Place[])
}

/** A name that the words around it leave open. */
interface Shared extends Span {
  codes: readonly string[]
}

function isShared(place: Place | Shared): place is Shared {
  return 'codes' in place
}

function told(text: string, found: readonly (Place | Shared)[]): Place[] {
  const named = found.flatMap((place) => (isShared(place) ? [] : [place.code]))
  const places = found.flatMap((place) => {
    const code = isShared(place) ? regionAmong(place.codes, named) : place.code
    return code ? [{ start: place.start, end: place.end, code }] : []
  })
  return withoutRepeats(text, places)
}

/** 北京朝阳区 and 长春朝阳区 are two places of one name, 长春朝阳区 twice is one. */
function withoutRepeats(text: string, places: Place[]): Place[] {
  if (places.length < 2) return places
  const seen = new Set<string>()
  return places.filter(({ start, end, code }) => {
    const name = text.slice(start, end)
    if (seen.has(code + name)) return false
    seen.add(code + name)
    return true
  })
}

function regionDepth(code: string): number {
  return code.replace(/(00)+$/, '').length
}
