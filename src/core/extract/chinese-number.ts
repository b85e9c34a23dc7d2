import { isDigit } from '../normalise/characters.ts'
import { markSet } from '../search/mark-set.ts'
import { CHINESE_FIGURES, figureRuns } from './figure-runs.ts'
import { unitAt } from './window.ts'

/** A number written in digits, in Chinese, or in both; offsets are into the clean text. */
export interface Numeral {
  start: number
  end: number
  value: number
  /** `十来万`, `5万多`, `三四万`: the value is the round or lower figure. */
  approximate: boolean
  /** Ends in 万, 亿, w or k: a size in which people speak of money. */
  large: boolean
  /** The upper end of two digits side by side: 三五万 is 30,000 to 50,000. */
  high?: number
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ...[...'壹贰叁肆伍陆柒捌玖'].map((digit, i): [string, number] => [digit, i + 1]),
      ...[...'〇两俩参弍弎'].map((digit, i): [string, number] => [digit, [0, 2, 2, 3, 2, 3][i]!]),
    ]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
  ['万', 1e4],
  ['亿', 1e8],
  ['w', 1e4],
  ['W', 1e4],
  ['k', 1000],
  ['K', 1000],
])

const GROUPED = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?(?!\\d)[多余来几]?[十百千万亿]*'
/** 12.5, 1万2000, 3万5, 5w, 3w8, 10 万元, 2个亿. */
const IN_DIGITS =
  '\\d+(?:\\.\\d+)?(?:(?:个(?=亿)| (?=[千万亿]元?))?[多余来几]?[十百千万亿]+(?:\\d{1,4}[千百](?:\\d(?![\\d.年月天日个%％]))?|\\d{4}(?!\\d)|\\d(?![\\d.年月天日个人名床位%％]))?|[wWkK](?:\\d(?![\\d.]))?(?![a-zA-Z]))?'
/** 一万五, 十来万, 二十余万, 万把(块), 一点五, 两个亿. */
const IN_CHINESE = `[${CHINESE_FIGURES}]+(?:点[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]+[百千万亿]*)?(?:[多余来几][百千万亿]+|个亿|(?<=[十百千万])把(?=[块元钱]))?`
const NUMERAL = new RegExp(`${GROUPED}|${IN_DIGITS}|${IN_CHINESE}`, 'y')
/** The characters that a number may go on with behind its first ones: without them it is just these. */
const GOES_ON = markSet(`0123456789${CHINESE_FIGURES}.,，点多余来几个把 wWkK`)
/** More or less of it, said behind the number. */
const ABOUT_BEHIND = markSet('多余来')
/** More digits in a row than a number can hold exactly; the greatest whole number that rounding to millionths leaves as it is for sure. */
const MOST_DIGITS = 15
const MOST_IN_MILLIONTHS = 1e9

/** Finds every number: `12.5`, `100,000`, `1.5万`, `1万2000`, `5k`, `壹拾万`, `十来万`, `一万五`, `二〇二四`. */
export function numerals(text: string, figures: readonly number[] = figureRuns(text)): Numeral[] {
  const found: Numeral[] = []
  let at = 0
  for (let run = 0; run < figures.length; run += 2) {
    // The number before may reach into the run: 1,000.
    if (figures[run]! > at) at = figures[run]!
    while (at < figures[run + 1]!) at = readAt(text, at, found)
  }
  return found
}

/** Reads what is written at a figure, and says where to go on. */
function readAt(text: string, at: number, found: Numeral[]): number {
  const plain = plainNumeral(text, at)
  if (plain) {
    if (plain.end > at + 1 || !text.startsWith('分之', plain.end)) found.push(plain)
    return plain.end
  }
  NUMERAL.lastIndex = at
  const match = NUMERAL.exec(text)
  if (!match) return at + 1
  const written = cut(match[0], text, at)
  const end = at + written.length
  // 百分之八 holds one number, the eight.
  if (written.length === 1 && text.startsWith('分之', end)) return end
  // 万八千的 is an idiom, and no number.
  const value = /^[万亿]./.test(written) && !/把$/.test(written) ? undefined : readNumber(written)
  if (value === undefined) return end
  const held = heldBy(written)
  // Only figures in characters can stand for a spread: 三五万.
  const high = (held & HOLDS.figure) === 0 ? undefined : upperEnd(written, value)
  const approximate =
    (held & HOLDS.about) !== 0 ||
    ((held & HOLDS.figure) !== 0 && isSpread(written)) ||
    ABOUT_BEHIND[unitAt(text, end)] !== 0
  const large = (held & HOLDS.large) !== 0
  found.push(
    high === undefined
      ? { start: at, end, value, approximate, large }
      : { start: at, end, value, approximate, large, high },
  )
  return end
}

/** What the characters of a number tell of it, as bits: a figure in characters, 万 and above, more or less. */
const HOLDS = { figure: 1, large: 2, about: 4 } as const
const TELLS = new Uint8Array(0x10000)
for (const character of '一二两三四五六七八九') TELLS[character.charCodeAt(0)] = HOLDS.figure
for (const character of '万亿wWkK') TELLS[character.charCodeAt(0)] = HOLDS.large
for (const character of '多余来几把') TELLS[character.charCodeAt(0)] = HOLDS.about

function heldBy(written: string): number {
  let held = 0
  for (let i = 0; i < written.length; i++) held |= TELLS[written.charCodeAt(i)]!
  return held
}

/** Whether something may join two numbers to a range: a few characters between them, and one at least. */
export function isNear(first: Numeral, second: Numeral, most: number): boolean {
  const gap = second.start - first.end
  return gap > 0 && gap <= most
}

/** A single Chinese figure, or digits with a point or one unit behind them: most numbers are, and need no pattern. */
function plainNumeral(text: string, at: number): Numeral | undefined {
  const opening = text.charCodeAt(at)
  let end = at + 1
  let value: number | undefined
  if (isDigit(opening)) {
    value = opening - ZERO
    for (; isDigit(unitAt(text, end)); end++) value = value * 10 + text.charCodeAt(end) - ZERO
    if (end - at > MOST_DIGITS) return undefined
    let scale = 1
    if (GOES_ON[unitAt(text, end)] !== 0) {
      if (text.charCodeAt(end) === POINT && isDigit(unitAt(text, end + 1))) {
        end += 2
        while (isDigit(unitAt(text, end))) end++
        value = Number(text.slice(at, end))
      }
      scale = SCALES_BEHIND.get(unitAt(text, end)) ?? 1
      if (scale > 1) end++
    }
    if (scale > 1 || value > MOST_IN_MILLIONTHS || !Number.isInteger(value)) value = exact(value, scale)
  } else value = SINGLE.get(opening)
  if (value === undefined || GOES_ON[unitAt(text, end)] !== 0) return undefined
  return { start: at, end, value, approximate: false, large: (TELLS[text.charCodeAt(end - 1)]! & HOLDS.large) !== 0 }
}

const ZERO = 0x30
const POINT = 0x2e
/** The units that may stand right behind digits: 3万. */
const SCALES_BEHIND: ReadonlyMap<number, number> = new Map(
  [...'十百千万亿'].map((unit) => [unit.charCodeAt(0), SCALES.get(unit)!]),
)

/** What a single Chinese figure is worth. */
const SINGLE: ReadonlyMap<number, number | undefined> = new Map(
  [...CHINESE_FIGURES].map((figure) => [figure.charCodeAt(0), readNumber(figure)]),
)

/** 十万一年: the last digit belongs to the length of time behind it. */
function cut(written: string, text: string, at: number): string {
  if ((TELLS[written.charCodeAt(written.length - 1)]! & HOLDS.figure) === 0) return written
  if (!/[百千万亿][一二三四五六七八九]$/.test(written)) return written
  return LENGTH_BEHIND.test(text.slice(at + written.length, at + written.length + 3)) ? written.slice(0, -1) : written
}

const LENGTH_BEHIND = /^(?:年(?![息利化率返])|个[月季]|天)/

/** Reads one number, or nothing when the characters make none (一一, 百万亿人 without a figure still read). */
export function readNumber(written: string): number | undefined {
  const plain = written.replace(/[,，多余来几把个 ]/g, '')
  if (isDigit(plain.charCodeAt(0))) return readDigits(plain)
  const [whole, decimals] = plain.split('点')
  const scale = /[百千万亿]*$/.exec(decimals ?? '')![0]
  const fraction = decimals?.slice(0, decimals.length - scale.length)
  const value = readChinese(whole!)
  if (value === undefined || fraction === undefined) return value
  const plainValue = Number(`${value}.${[...fraction].map((digit) => DIGITS.get(digit) ?? 0).join('')}`)
  return exact(
    plainValue,
    [...scale].reduce((product, unit) => product * SCALES.get(unit)!, 1),
  )
}

function readDigits(plain: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)([十百千万亿wWkK]*)(?:(\d+)([千百]?)(\d)?)?$/.exec(plain)
  if (!match) return undefined
  const scale = [...match[2]!].reduce((product, unit) => product * SCALES.get(unit)!, 1)
  const head = exact(Number(match[1]), scale)
  if (match[3] === undefined) return head
  // 3万5 is 3.5万; 1万2000 and 3万5千 say what they add.
  const tail = match[4]
    ? Number(match[3]) * SCALES.get(match[4])! + (Number(match[5] ?? 0) * SCALES.get(match[4])!) / 10
    : match[3].length === 1
      ? (Number(match[3]) * scale) / 10
      : Number(match[3])
  return head + tail
}

/** 1.13 × 10000 is 11299.999… in binary: money must not lose a fen to that. */
function exact(value: number, scale: number): number {
  return Math.round(value * scale * 1e6) / 1e6
}

function readChinese(written: string): number | undefined {
  const characters = [...written.replace(/廿/g, '二十').replace(/卅/g, '三十')]
  if (!characters.some((character) => SCALES.has(character))) return readPositional(characters)
  let total = 0
  let section = 0
  let digit = -1
  let lastScale = 1
  let sawZero = false
  for (const character of characters) {
    const value = DIGITS.get(character)
    if (value !== undefined) {
      // 三四万: two digits side by side say "three or four"; the lower one is kept.
      if (value === 0) sawZero = true
      else if (digit < 0) digit = value
      continue
    }
    const scale = SCALES.get(character)!
    if (scale >= 1e4) {
      const amount = section + Math.max(digit, 0)
      // 三亿五千万: 万 counts its own section only; 万亿 multiplies what stands before.
      if (amount === 0) total = (total || 1) * scale
      else if (scale === 1e8) total = (total + amount) * scale
      else total += amount * scale
      section = 0
    } else section += (digit < 0 ? 1 : digit) * scale
    digit = -1
    lastScale = scale
    sawZero = false
  }
  // 一万五, 三千五: the last digit counts in tenths of the unit before it; 一万零五 does not.
  if (digit > 0) section += lastScale > 10 && !sawZero ? (digit * lastScale) / 10 : digit
  return total + section
}

function readPositional(characters: string[]): number | undefined {
  if (characters.length === 1) return DIGITS.get(characters[0]!)
  if (characters.length === 2 && !characters.includes('〇') && !characters.includes('零'))
    return DIGITS.get(characters[0]!)
  if (characters.length > 12) return undefined
  return Number(characters.map((character) => DIGITS.get(character)).join(''))
}

/** 三五万, 十五六万, 两三千: the second digit gives the upper end. */
function upperEnd(written: string, value: number): number | undefined {
  if (!SPREAD.test(written)) return undefined
  const high = readNumber(written.replace(SPREAD, '$1'))
  return high !== undefined && high > value ? high : undefined
}

const SPREAD = /(?<![一二两三四五六七八九])[一二两三四五六七八]([二三四五六七八九])(?=[十百千万亿])/

function isSpread(written: string): boolean {
  return /[一二三四五六七八九]{2}[十百千万]/.test(written) || /^[一二三四五六七八九]{2}$/.test(written)
}
