import { markSet } from '../search/mark-set.ts'
import { matches } from '../search/matches.ts'
import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Mobile numbers, with the separators people put in; 0xx land lines; 400 and 800 service numbers. */
const PHONE =
  /(?<![\d.])(?:(?:\+?86[- ]?)?(1[ -]?[3-9](?:[ -]?\d){9})|(\(?0\d{2,3}\)?(?:[- ]?[2-9]\d{6,7}|-\d{3,4}[ -]?\d{4})(?:[-转]\d{1,5})?)|([48]00[- ]?\d{3,4}[- ]?\d{3,4}))(?![\d])/g

/** Digits of the shortest number: 400-123-456. */
const FEWEST_DIGITS = 9

/** Mobile numbers spelt in characters: 壹叁捌零零…, 幺三八…. */
const SPELT = sieved(
  /(?<![零〇一二三四五六七八九])[一幺壹][三四五六七八九叁肆伍陆柒捌玖][零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖]{9}(?![零〇一二三四五六七八九万千百])/g,
)
/** How such a number begins. Two characters in a row are rarer than any one of them. */
const SPELT_OPENS = sieved(/[一幺][三四五六七八九叁肆伍陆柒捌玖]|壹[三四五六七八九叁肆伍陆柒捌玖]/)
const SPELT_LENGTH = 11
const SPELT_MARKS = markSet('零〇○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖')
const SPELT_DIGITS = ['零〇○', '一幺壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖']

/** Without these or nine digits in a row it has nothing to read. */
export const SPELT_PHONE_SIGNS = [SPELT_OPENS]

/** Telephone numbers; the value is the digits alone. */
export function phones(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.digits.mostChained >= FEWEST_DIGITS ? matches(PHONE, reading.text) : []) {
    const digits = (match[1] ?? match[2] ?? match[3])!.replace(/转.*/, '').replace(/\D/g, '')
    const role = match[1] ? 'mobile' : match[2] ? 'landline' : 'service'
    if (role === 'service' && digits.length !== 10) continue
    facts.push(
      factAt(reading.clean, match.index, match.index + match[0].length, {
        type: 'phone',
        value: digits,
        unit: '',
        role,
      }),
    )
  }
  for (const match of reading.sieve.mayHold(SPELT_OPENS) && mayBeSpelt(reading.text) ? reading.sieve.all(SPELT) : []) {
    const digits = [...match[0]]
      .map((character) => SPELT_DIGITS.findIndex((forms) => forms.includes(character)))
      .join('')
    facts.push(
      factAt(reading.clean, match.index, match.index + 11, { type: 'phone', value: digits, unit: '', role: 'mobile' }),
    )
  }
  return facts
}

/** Of eleven characters in a row one stands at a multiple of ten: only there is a text looked at. */
function mayBeSpelt(text: string): boolean {
  for (let at = 0; at < text.length; at += SPELT_LENGTH - 1) {
    let end = at
    while (SPELT_MARKS[text.charCodeAt(end)] === 1) end++
    let start = at
    while (start > 0 && SPELT_MARKS[text.charCodeAt(start - 1)] === 1) start--
    if (end > at && end - start >= SPELT_LENGTH) return true
  }
  return false
}
