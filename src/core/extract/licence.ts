import { matches } from '../search/matches.ts'
import { type Sieved, sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Provinces as travel agency licences abbreviate them (旅行社业务经营许可证编号). */
const PROVINCES =
  'BJ|TJ|HEB|SX|NMG|LN|JL|HLJ|SH|JS|ZJ|AH|FJ|JX|SD|HEN|HUB|HUN|GD|GX|HAN|HN|CQ|SC|GZ|YN|XZ|SHX|SNX|SAX|GS|QH|NX|XJ|BT'
const NUMBER = '[\\u4e00-\\u9fffA-Za-z0-9〔〕【】\\[\\]()（）_-]'

/** A sort of licence or filing number: the loose form in which people write it, and the form it must have. */
interface Form {
  role: string
  /** A character without which no such number stands in a text: asked first, since most texts hold none. */
  trigger: Sieved
  /** Group 1, where there is one, is the number behind its label. */
  written: RegExp
  /** Absent where the loose form is all there is to ask for. */
  wellFormed?: RegExp
}

const FORMS: readonly Form[] = [
  {
    role: 'travel_agency',
    trigger: sieved(/L[-—–]/),
    written: /(?<![A-Za-z])L[-—–][A-Z]{2,3}[-—–]?(?:[A-Z]{2})?\d{3,8}(?!\d)/g,
    wellFormed: new RegExp(`^L-(?:${PROVINCES})-?(?:CJ|GJ|GN|JW|WZ)?\\d{5}$`),
  },
  {
    role: 'medical_ad_review',
    trigger: sieved(/医广/),
    written: /[(（]?[\u4e00-\u9fff]{0,2}[)）]?[(（]?(?:中)?医广[)）]?[〔【[(（]?\d{4}[〕】\])）]?第?[\d-]{2,16}号?/g,
    wellFormed: /医广[〔【[(（]?\d{4}[〕】\])）]?第?\d{2}-\d{2}-\d{2,4}号$/,
  },
  {
    role: 'health_food',
    trigger: sieved(/食健|卫食/),
    written: /国食健[字注][GJ]?\d{4,12}|卫食健(?:进)?字[(（]\d{4}[)）]第?\d{3,5}号?|食健备[GJ]?\d{6,14}/g,
    wellFormed: /^(?:国食健[字注][GJ]\d{8}|卫食健(?:进)?字[(（]\d{4}[)）]第?\d{4}号?|食健备[GJ]\d{12})$/,
  },
  {
    role: 'health_food_ad',
    trigger: sieved(/食健广审/),
    written: /[\u4e00-\u9fff]食健广审[(（](?:文|视|声)[)）]第?[\d-]{6,16}号?/g,
  },
  {
    role: 'drug',
    trigger: sieved(/药准字/),
    written: /国药准字[A-Z]?\d{4,10}/g,
    wellFormed: /^国药准字[HZSBTJF](?:[CJ])?\d{8}$/,
  },
  {
    role: 'medical_device',
    trigger: sieved(/械[注备]/),
    written: /[\u4e00-\u9fff]{1,3}械(?:注[准进许]|备)\d{6,14}/g,
    wellFormed: /^[\u4e00-\u9fff]{1,3}械(?:注[准进许]\d{11}|备\d{8})$/,
  },
  { role: 'food_business', trigger: sieved(/JY|SC/), written: /(?<![A-Za-z])(?:JY|SC)\d{14}(?!\d)/g },
  {
    role: 'medical_institution',
    trigger: sieved(/登记号|执业许可/),
    written: /(?:登记号|执业许可证(?:号|编号)?)[:： ]{0,2}([A-Z0-9]{12,26})(?![A-Za-z0-9])/g,
  },
  {
    role: 'care_filing',
    trigger: sieved(/备案/),
    written: new RegExp(
      `备案(?:编号|证号|号|回执号|回执编号|回执|登记号)(?:为|是)?[:： ]{0,2}(${NUMBER}*\\d${NUMBER}{2,30}号?)`,
      'g',
    ),
  },
  { role: 'private_fund', trigger: sieved(/P\d/), written: /(?:登记编号|管理人编号)[:： ]{0,2}(P\d{7})(?!\d)/g },
  {
    role: 'presale',
    trigger: sieved(/房[预销售]/),
    written:
      /[\u4e00-\u9fff]{0,2}[(（]?[\u4e00-\u9fff]{0,3}[)）]?房(?:预|销)售?(?:许|证)?字?[〔(（【]?\d{4}[〕)）】]?第?\d{3,12}号/g,
  },
  { role: 'icp', trigger: sieved(/ICP/), written: /[\u4e00-\u9fff]ICP[备证]\d{6,10}号?(?:-\d{1,3})?/g },
  { role: 'network_security', trigger: sieved(/公网安备/), written: /[\u4e00-\u9fff]?公网安备[ ]?\d{11,14}[ ]?号?/g },
]
const ANY_TRIGGER = sieved(new RegExp(FORMS.map(({ trigger }) => trigger.pattern.source).join('|')))
const CREDIT_CODE = /(?<![0-9A-Za-z])[0-9A-HJ-NPQRTUWXYa-z]{18}(?![0-9A-Za-z])/g
const CREDIT_FORM = /^[159YN][1239]\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/
const CREDIT_LABEL = /(?:信用代码|税号|纳税人识别号|统一代码)(?:证)?(?:号码?)?(?:为|是)?[:： ]{0,3}$/
const CODE_NAMES = sieved(/信用代码|税号|纳税人识别号|统一代码/)

/** Without these or digits enough for a code it has nothing to read. */
export const LICENCE_SIGNS = [ANY_TRIGGER, CODE_NAMES]
/** Digits that stand in a row in every code: one for the sort of body, six of the region. */
export const DIGITS_OF_CODE = 7

const CODE_LETTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Licence and filing numbers by their forms, and unified social credit codes.
 * A number that breaks the form of its sort is kept and marked `malformed`: a made-up licence is what an officer looks for.
 */
export function licences(reading: Reading): Fact[] {
  const { text } = reading
  const facts: Fact[] = []
  for (const match of mayHoldCode(reading) ? matches(CREDIT_CODE, text) : []) {
    const code = match[0].toUpperCase()
    if (CREDIT_FORM.test(code) && isCreditCode(code)) facts.push(licence(reading, match.index, match[0], 'credit_code'))
    else if (CREDIT_LABEL.test(text.slice(Math.max(0, match.index - 14), match.index)))
      facts.push(licence(reading, match.index, match[0], 'credit_code', true))
  }
  if (!reading.sieve.mayHold(ANY_TRIGGER)) return facts
  for (const { role, trigger, written, wellFormed } of FORMS) {
    if (!reading.sieve.has(trigger)) continue
    for (const match of matches(written, text)) {
      const number = match[1] ?? match[0]
      const start = match.index + match[0].length - number.length
      facts.push(licence(reading, start, number, role, wellFormed !== undefined && !wellFormed.test(number)))
    }
  }
  return facts
}

function mayHoldCode({ sieve, digits }: Reading): boolean {
  return digits.longest >= DIGITS_OF_CODE || sieve.mayHold(CODE_NAMES)
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

function licence(reading: Reading, start: number, written: string, role: string, malformed = false): Fact {
  return factAt(reading.clean, start, start + written.length, {
    type: 'licence',
    value: written,
    unit: '',
    role,
    ...(malformed && { malformed: true as const }),
  })
}
