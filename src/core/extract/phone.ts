import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Mobile numbers, with the separators people put in; 0xx land lines; 400 and 800 service numbers. */
const PHONE =
  /(?<![\d.])(?:(?:\+?86[- ]?)?(1[3-9]\d[- ]?\d{4}[- ]?\d{4})|(\(?0\d{2,3}\)?[- ]?[2-9]\d{6,7}(?:[-转]\d{1,5})?)|([48]00[- ]?\d{3,4}[- ]?\d{3,4}))(?![\d])/g

/** Telephone numbers; the value is the digits alone. */
export function phones(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.text.matchAll(PHONE)) {
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
  return facts
}
