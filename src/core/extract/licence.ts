import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Sorts of licence or filing number by the form they are written in. */
const FORMS: readonly [string, RegExp][] = [
  ['travel_agency', /L-[A-Z]{2,3}-?(?:[A-Z]{2})?\d{4,6}(?!\d)/g],
  ['medical_ad_review', /[(（][\u4e00-\u9fff]{1,2}[)）]?医广[〔【[(（]?\d{4}[〕】\])）]?第?[\d-]{4,16}号?/g],
  ['health_food', /(?:国食健[字注][GJ]?\d{8,10}|卫食健字[(（]\d{4}[)）]第?\d{3,5}号?|食健备[GJ]\d{12})/g],
  ['health_food_ad', /[\u4e00-\u9fff]食健广审[(（](?:文|视|声)[)）]第?[\d-]{6,16}号?/g],
  ['food_business', /(?<![A-Za-z])(?:JY|SC)\d{14}(?!\d)/g],
  ['care_filing', /(?:养老机构)?备案(?:编号|证号|号|回执号)[:： ]{0,2}[\u4e00-\u9fffA-Za-z0-9〔〕()（）-]{4,30}/g],
  ['private_fund', /(?:登记编号|管理人编号)[:： ]{0,2}P\d{7}(?!\d)/g],
  ['presale', /房(?:预|销)售?(?:许|证)?字?[〔(（【]?\d{4}[〕)）】]?第?\d{3,12}号/g],
  ['icp', /[\u4e00-\u9fff]ICP[备证]\d{6,10}号?(?:-\d{1,3})?/g],
]
const CREDIT_CODE = /(?<![0-9A-Za-z])[159Y][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Za-z])/g
const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** Licence and filing numbers by their forms, and unified social credit codes that pass their check digit. */
export function licences(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const match of reading.text.matchAll(CREDIT_CODE)) {
    if (!isCreditCode(match[0])) continue
    facts.push(licence(reading, match.index, match[0], 'credit_code'))
  }
  for (const [role, form] of FORMS) {
    for (const match of reading.text.matchAll(form)) facts.push(licence(reading, match.index, match[0], role))
  }
  return facts
}

/** GB 32100-2015: 17 characters weighted by powers of 3 modulo 31, the 18th the complement to 31. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  let weight = 1
  for (let i = 0; i < 17; i++) {
    const value = CODE_LETTERS.indexOf(code[i]!)
    if (value < 0) return false
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CODE_LETTERS[(31 - (sum % 31)) % 31] === code[17]
}

function licence(reading: Reading, start: number, written: string, role: string): Fact {
  return factAt(reading.clean, start, start + written.length, { type: 'licence', value: written, unit: '', role })
}
