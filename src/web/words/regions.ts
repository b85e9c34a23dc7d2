import { regionPrefix } from '../../core/access/viewer.ts'
import { lastListed, ownName, regionNames } from '../../core/regions/region.ts'
import { ENGLISH_REGIONS } from './en/regions.ts'
import type { Language } from './words.ts'

/**
 * What a GB/T 2260 code is called: `330113` -> 浙江省 杭州市 临平区, 临平区 (Hangzhou). Counties without an English name keep their own. A code
 * without a name is shown as what it lies in, with the code; a code of no province as itself.
 */
export function regionName(code: string, language: Language, country: string): string {
  if (regionPrefix(code) === '') return country
  const names = regionNames(code)
  if (names.length === 0) return code
  const former = lastListed(code) === undefined ? '' : language === 'zh' ? '（已撤销）' : ' (abolished)'
  const rest = ownName(code) || isHeading(code) ? former : ` ${code}`
  return (language === 'zh' ? names.join(' ') : inEnglish(code)) + rest
}

/** A code that stands for what lies around it: 469000, 440301. */
function isHeading(code: string): boolean {
  return code.endsWith('00') || code.endsWith('01')
}

/** The place, in brackets what is next above: Nanshan (Shenzhen), Wuzhishan (Hainan). */
function inEnglish(code: string): string {
  const levels = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  const called = levels.flatMap((level) => {
    const own = ownName(level)
    return own ? [{ own, english: ENGLISH_REGIONS[regionPrefix(level)] ?? own }] : []
  })
  // A municipality is its own city, and a region its own last level.
  const [place, around] = called.filter(({ own }, i) => own !== called[i - 1]?.own).reverse()
  return around ? `${place!.english} (${around.english})` : place!.english
}
