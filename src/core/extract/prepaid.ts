import type { Amount } from './amount.ts'
import type { Fact } from './fact.ts'
import { monthlyFeeAmounts } from './money.ts'
import { factAt, factOver, type Reading } from './reading.ts'
import { clauseAfter, clauseBefore } from './window.ts'

const PAYS =
  /(?:一次性|提前|预先|先行|须|应|需)?(?:预付|预交|预缴|预收|预存|先付|先交|收取|交付|交纳|缴纳|支付|付清|交清|付|交|缴)[^，。；\n]{0,8}$/
const PAYS_AHEAD = /预付|预交|预缴|预收|预存|先付|先交|提前|一次性|首次/
const FEE =
  /^(?:的|内|全部|共计)*[ ]?(?:的)?(?:全部|所有|养老|入住|旅居|康养)*(?:服务费|床位费|护理费|照护费|养老费|住养费|养护费|住宿费|房费|餐费|伙食费|膳食费|费用|租金|月费|会费|年费|综合费)/
const BY_YEAR = /(?:按年度?|按半年|按季度?|每季度?|年度)(?:一次性|预先|提前)?(?:预付|预交|预缴|支付|缴纳|交纳|收取)/g
const NOT_FEE = /押金|保证金|退|违约|逾期|补贴|返/

/** Months of fees paid ahead: stated (预付24个月服务费), or the sum paid ahead ÷ the monthly fee. */
export function prepaid(reading: Reading): Fact[] {
  const stated = statedMonths(reading)
  return stated.length > 0 ? stated : impliedMonths(reading)
}

function statedMonths(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  for (const duration of reading.durations) {
    if (duration.ordinal || duration.months < 1 || duration.named) continue
    const before = clauseBefore(text, duration.start, 16)
    const after = clauseAfter(text, duration.end, 14)
    const isFee = FEE.test(after)
    if (
      !isFee &&
      !/预(?:付|缴|交|收|存)[了满足]?$/.test(before) &&
      !(/费[^，。；\n]{0,6}$/.test(before) && PAYS_AHEAD.test(before))
    )
      continue
    if (!PAYS.test(before) && !/一次性|提前|预/.test(before + after)) continue
    if (
      NOT_FEE.test(before) ||
      /押金|保证金/.test(after) ||
      /(?:不超过|不得超过|至多|最多|不多于|以内|少于|低于)[ ]?$/.test(before)
    )
      continue
    facts.push(
      factAt(clean, duration.start, duration.end, {
        type: 'prepaid_months',
        value: duration.months,
        unit: 'month',
        basis: 'stated',
      }),
    )
  }
  for (const match of text.matchAll(BY_YEAR)) {
    const around = clauseBefore(text, match.index, 12) + clauseAfter(text, match.index + match[0].length, 12)
    if (!/费|租金/.test(around) || NOT_FEE.test(around)) continue
    const value = match[0].includes('半年') ? 6 : match[0].includes('季') ? 3 : 12
    facts.push(
      factAt(clean, match.index, match.index + match[0].length, {
        type: 'prepaid_months',
        value,
        unit: 'month',
        basis: 'stated',
      }),
    )
  }
  return facts
}

/** Sum paid ahead ÷ what a month costs: the overall fee where there is one, else bed + care + meals. */
function impliedMonths(reading: Reading): Fact[] {
  const month = monthlyCost(monthlyFeeAmounts(reading))
  if (!month) return []
  const facts: Fact[] = []
  for (const amount of reading.amounts) {
    if (amount.every !== 'once' || !isPaidAhead(reading.text, amount)) continue
    const value = Math.round((amount.fen / month.fen) * 100) / 100
    if (value < 1 || value > 1200) continue
    const working = `${amount.fen / 100} ÷ ${month.fen / 100} per month = ${value} months`
    facts.push(
      factOver(reading.clean, [amount, ...month.of], {
        type: 'prepaid_months',
        value,
        unit: 'month',
        basis: 'implied',
        working,
      }),
    )
  }
  return facts
}

function isPaidAhead(text: string, amount: Amount): boolean {
  if (amount.role === 'deposit' || amount.role === 'return' || amount.role === 'refund') return false
  const before = clauseBefore(text, amount.start, 20)
  const after = clauseAfter(text, amount.end, 8)
  if (/押金|保证金|退|违约|返/.test(before)) return false
  return (
    amount.role === 'prepayment' ||
    /一次性(?:交|缴|付|支付|收|预)|预(?:付|交|缴|收|存)|提前(?:交|缴|付|支付)/.test(before) ||
    /^的?(?:预付|预存|储值)/.test(after)
  )
}

function monthlyCost(fees: readonly Amount[]): { fen: number; of: Amount[] } | undefined {
  const overall = fees.find((fee) => fee.of === 'overall')
  if (overall) return { fen: overall.fen, of: [overall] }
  const of = (['bed', 'care', 'meal'] as const).flatMap((part) => fees.find((fee) => fee.of === part) ?? [])
  if (of.length === 0) return undefined
  return { fen: of.reduce((sum, fee) => sum + fee.fen, 0), of }
}
