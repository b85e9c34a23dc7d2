import { matches } from '../search/matches.ts'
import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Looked for where so many digits stand in a row: to listen for a digit would be to listen for what stands everywhere. */
const CARD = /\d(?<![\dA-Za-z.]\d)(?:[ -]?\d){15,18}(?![\dA-Za-z])/g
const SHORTEST_CARD = 16
const ACCOUNT = sieved(
  /(?:账号|帐号|银行账户|收款账户|卡号|户头)(?:为|是)?[:： ]{0,3}(\d(?:[ -]?\d){7,27})(?![\dA-Za-z])/g,
)
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Without these or many digits in a row it has nothing to read. */
export const ACCOUNT_SIGNS = [ACCOUNT]

/** Bank cards (16 to 19 digits that pass the Luhn check) and account numbers named as such. Identity numbers are not kept. */
export function accounts(reading: Reading): Fact[] {
  const { clean } = reading
  const facts: Fact[] = []
  const seen = new Set<number>()
  for (const match of reading.digits.mostChained >= SHORTEST_CARD ? matches(CARD, reading.text) : []) {
    const digits = match[0].replace(/\D/g, '')
    if (!passesLuhn(digits) || isIdentityNumber(digits)) continue
    seen.add(match.index)
    facts.push(
      factAt(clean, match.index, match.index + match[0].length, {
        type: 'account',
        value: digits,
        unit: '',
        role: 'bank_card',
      }),
    )
  }
  for (const match of reading.sieve.all(ACCOUNT)) {
    const start = match.index + match[0].length - match[1]!.length
    if (seen.has(start)) continue
    const digits = match[1]!.replace(/\D/g, '')
    facts.push(
      factAt(clean, start, start + match[1]!.length, {
        type: 'account',
        value: digits,
        unit: '',
        role: 'bank_account',
      }),
    )
  }
  return facts
}

/** The check of ISO/IEC 7812-1 annex B. */
export function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    let digit = digits.charCodeAt(digits.length - 1 - i) - 48
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2
    sum += digit
  }
  return sum % 10 === 0
}

/** GB 11643: 18 digits with a birth date and a check digit. */
function isIdentityNumber(digits: string): boolean {
  if (digits.length !== 18 || !/^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/.test(digits))
    return false
  const sum = ID_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0)
  return '10X98765432'[sum % 11] === digits[17]
}
