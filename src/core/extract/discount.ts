import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const DIGITS = '零一二三四五六七八九'
/** 八折, 八五折, 9.5折, 85折; 骨折, 三折叠 and 折旧 are none. */
const FOLD = sieved(
  /(?<![\d.一二三四五六七八九骨曲波第])(\d(?:\.\d{1,2})?|\d{2}|[一二三四五六七八九](?:点)?[一二三四五六七八九]?)折(?!叠|扣率|腾|旧|现|射|断|磨|合|算|页|返|纸|线|屏|子戏)/g,
)
const HALF = sieved(/(?<!第[一二三两])(?:对折|半价)/g)
/** 优惠20%, 立减10%. */
const OFF = sieved(
  /(?:优惠|立减|减免|直降|让利)(?:了|价|幅度)?(?:为|达|约|高达|[:：])?[ ]?(\d{1,2}(?:\.\d)?)[ ]?[%％]/g,
)

/** Without these it has nothing to read. */
export const DISCOUNT_SIGNS = [FOLD, HALF, OFF]

/** What part of the price is paid, in percent: 八折 is 80, 优惠20% too. A discount is no return. */
export function discounts(reading: Reading): Fact[] {
  const { sieve } = reading
  const facts: Fact[] = []
  for (const match of sieve.all(FOLD)) push(reading, facts, match, fold(match[1]!))
  for (const match of sieve.all(HALF)) push(reading, facts, match, 50)
  for (const match of sieve.all(OFF)) push(reading, facts, match, Math.round((100 - Number(match[1])) * 100) / 100)
  return facts.sort((a, b) => a.start - b.start)
}

function push(reading: Reading, facts: Fact[], match: RegExpExecArray, value: number): void {
  const end = match.index + match[0].length
  if (value > 0 && value < 100)
    facts.push(factAt(reading.clean, match.index, end, { type: 'discount', value, unit: '%' }))
}

function fold(written: string): number {
  if (/^\d{2}$/.test(written)) return Number(written)
  if (/^\d/.test(written)) return Math.round(Number(written) * 1000) / 100
  const [first, second] = [...written.replace('点', '')].map((character) => DIGITS.indexOf(character))
  return first! * 10 + (second ?? 0)
}
