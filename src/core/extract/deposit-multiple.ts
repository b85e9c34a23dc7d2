import { sieved } from '../search/sieve.ts'
import { isCapped } from './cap.ts'
import type { Fact } from './fact.ts'
import { monthlyFeeAmounts } from './money.ts'
import { factAt, factOver, type Reading } from './reading.ts'
import { clauseBefore, sentenceBefore } from './window.ts'

const STATED = /^[ ]?(倍|个月(?:的)?(?:床位费|护理费|服务费|费用|养老费|月费)?)/
/** What it begins with, and what stands before a factor: asked before any pattern is. */
const STATED_OPENS = ' 倍个'
const TIMES_ENDS = ' ×xX*乘以'

/** A deposit goes by one of these names: without them it has nothing to read. */
export const DEPOSIT_SIGNS = [sieved(/押金|保证金|风险金/)]

/**
 * The deposit as so many times the month's fee: stated (押金为月床位费的15倍), or the sums divided.
 * `role` names the base: the national cap counts the bed fee (民发〔2024〕19号), others only where no bed fee is given.
 */
export function depositMultiples(reading: Reading): Fact[] {
  const stated = statedMultiples(reading)
  return stated.length > 0 ? stated : impliedMultiples(reading)
}

function statedMultiples(reading: Reading): Fact[] {
  const { text, clean, numerals } = reading
  const facts: Fact[] = []
  for (const numeral of numerals) {
    const match =
      (STATED_OPENS.includes(text[numeral.end] ?? '-')
        ? STATED.exec(text.slice(numeral.end, numeral.end + 12))
        : null) ?? timesBefore(text, numeral.start)
    if (!match || numeral.value <= 0 || numeral.value > 1000) continue
    const before = sentenceBefore(text, numeral.start, 30)
    const after = text.slice(numeral.end + match[0].length, numeral.end + match[0].length + 16)
    // 按六个月床位费的标准收取保证金: the deposit may stand behind.
    const ahead = /(?:押金|保证金)([^，。；]*)$/.exec(before)?.[1]
    const behind = /^[^，。；\d]{0,10}?(?:押金|保证金)/.exec(after)?.[0]
    if (ahead === undefined && (behind === undefined || match[1] === '个月')) continue
    const said = ahead ?? clauseBefore(text, numeral.start, 16) + behind
    if (isCapped(said) || /退|返还|扣/.test(said)) continue
    if (ahead !== undefined && match[1] === '个月' && !/相当于|等于|为|按|收|交/.test(ahead)) continue
    const base = /床位/.test(said + match[1]) ? 'bed' : /护理|照护/.test(said + match[1]) ? 'care' : 'overall'
    const rest = { type: 'deposit_multiple', value: numeral.value, unit: 'x', basis: 'stated', role: base } as const
    facts.push(factAt(clean, numeral.start, numeral.end + match[0].length, rest))
  }
  return facts
}

/** 押金=月床位费×10. */
function timesBefore(text: string, start: number): RegExpExecArray | null {
  if (!TIMES_ENDS.includes(text[start - 1] ?? '-')) return null
  return /费[)）]?[ ]?(?:[×xX*]|乘以?)[ ]?$/.test(text.slice(Math.max(0, start - 6), start)) ? /^()/.exec('') : null
}

function impliedMultiples(reading: Reading): Fact[] {
  if (!reading.amounts.some(({ role }) => role === 'deposit')) return []
  const fees = monthlyFeeAmounts(reading)
  const base = (['bed', 'care', 'overall'] as const).flatMap((of) => fees.find((fee) => fee.of === of) ?? [])[0]
  if (!base) return []
  const facts: Fact[] = []
  for (const amount of reading.amounts) {
    if (amount.role !== 'deposit' || amount.every !== 'once') continue
    const value = Math.round((amount.fen / base.fen) * 100) / 100
    const working = `${amount.fen / 100} ÷ ${base.fen / 100} per month = ${value}`
    const rest = {
      type: 'deposit_multiple',
      value,
      unit: 'x',
      basis: 'implied',
      role: base.of ?? 'overall',
      working,
    } as const
    facts.push(factOver(reading.clean, [amount, base], rest))
  }
  return facts
}
