import { holdsAny, markSet } from '../search/mark-set.ts'
import { sieved } from '../search/sieve.ts'
import type { Amount } from './amount.ts'
import { isCapped } from './cap.ts'
import { readNumber } from './chinese-number.ts'
import type { Fact } from './fact.ts'
import { monthlyFeeAmounts } from './money.ts'
import { factAt, factOver, type Reading } from './reading.ts'
import { clauseAfter, clauseBefore, sentenceBefore } from './window.ts'

/** Paying, in whatever form: 付清, 交齐, 一次性缴纳, 预存. */
const PAID = '(?:付|交(?!通|流|往)|缴|收(?!到|益|入)|存(?!在))(?:清|齐|足|完|满|够|纳|费|取|上|了|掉)?'
const PAYS = new RegExp(`${PAID}[^，。；\n]{0,8}$`)
const AHEAD = /预|提前|先行|先[付交]|一次性?|首次|一口气|一把|签约|签订|入住|入院|入会|办理|须|需|应/
const SET_ASIDE = /预(?:付|缴|交|收|存)[了满足]?$/
const FEE =
  /^[ ]?(?:的|内|全部|共计|所有|整)*[ ]?[\u4e00-\u9fff]{0,6}?(?:(?<!(?:[保学违罚话]|手续|医疗))费(?:用)?|租金|房租|房钱|住院钱)/
/** 按年预付, 每季度首月5日前缴纳, 按月支付: fees that fall due a period ahead. */
const PERIODIC = sieved(
  new RegExp(
    [
      '(?:按|每|以|逐)个?(半年|年度?|季度?)(?:度|为单位|为周期)?[^，。；\\n返退补]{0,10}?(?:预[付交缴收存]|支付|缴纳|交纳|收取|收费|计收|缴费|交费|缴|交(?!通)|付)',
      '(?:按|逐)个?(月)(?:度|为单位)?(?:预[付交缴收存]|支付|缴纳|交纳|收取|缴费|交费|缴|交(?!通)|付)',
      '(年度)(?:一次性|预先|提前)?(?:预付|预交|预缴|支付|缴纳|交纳|收取)',
      '(一年|半年|[一1]个?季度?|三个月|3个月|六个月|6个月|[一1]个?月)[一1](?:交|缴|付|收)',
      // 押一付三
      '押[一二三两123]付(半年|一年|[一二三四六两1-46]|十二|12)',
      '(?<![\\u4e00-\\u9fff])(年|季|半年)付(?!款|费|出|给|了)',
    ].join('|'),
    'g',
  ),
)
const OTHER_FEE = /保费|保险|学费|承包|代理费|律师|话费|党费|电费|水费|燃气|社保|还款|贷款|利息/
const NOT_FEE = /押金|保证金|退|违约|逾期|补贴|返|分红|收益|利息|福利/
/** Near enough for a sum to be the price of months that are written out. */
const SAME = 30

/** Without these, a length of time or two sums it has nothing to read. */
export const PREPAID_SIGNS = [PERIODIC]

/** Months of fees paid ahead: stated (预付24个月服务费), or the sum paid ahead ÷ the monthly fee. */
export function prepaid(reading: Reading): Fact[] {
  const stated = statedMonths(reading)
  const implied = impliedMonths(reading, stated)
  if (implied.length + stated.length === 0) return periodic(reading)
  return [...stated.map(({ fact }) => fact), ...implied]
}

interface StatedMonths {
  fact: Fact
  start: number
  end: number
}

function statedMonths(reading: Reading): StatedMonths[] {
  const { text, clean } = reading
  const found: StatedMonths[] = []
  for (const duration of reading.durations) {
    if (duration.ordinal || duration.months < 1) continue
    const before = clauseBefore(text, duration.start, 16)
    const after = clauseAfter(text, duration.end, 14)
    // Beside most lengths of time nothing is paid.
    if (!holdsAny(before, PAYS_MARKS) && !holdsAny(after, PAYS_MARKS) && !isMonthsOfSum(before)) continue
    const isSetAside =
      SET_ASIDE.test(before) || AT_ONCE.test(before) || PAYING_PERIOD.test(before) || isMonthsOfSum(before)
    const isPaidBehind = PAID_BEHIND.test(after)
    if (duration.named && !isPaidBehind && !PAYING_PERIOD.test(before)) continue
    if (!isSetAside && !PAYS.test(before) && !isPaidBehind) continue
    if (
      !isSetAside &&
      !isPaidBehind &&
      !FEE.test(after) &&
      // 预收24个月费用，实际收了48个月
      !found.some(({ end }) => duration.start - end <= 20) &&
      !(/费[^，。；\n]{0,8}$/.test(before) && /预|一次性?|提前|首次/.test(before))
    )
      continue
    if (
      !isSetAside &&
      !isPaidBehind &&
      !AHEAD.test(before) &&
      !/[清齐足完了掉满]$|[清齐足完了掉满]/.test(before) &&
      duration.months < 2
    )
      continue
    if (NOT_FEE.test(before) || /押金|保证金/.test(after) || FREE.test(before) || isCapped(before)) continue
    const fact = factAt(clean, duration.start, duration.end, {
      type: 'prepaid_months',
      value: duration.months,
      unit: 'month',
      basis: 'stated',
    })
    found.push({ fact, start: duration.start, end: duration.end })
  }
  return found
}

/** 一口气付了三年, 一次交90天: no fee need be named. */
const AT_ONCE =
  /(?:一次性?|一口气|一把|一下子?|提前|预先)[^，。；\n]{0,4}(?:付|交(?!通)|缴|收|存)[清齐足完满够纳费了掉上]{0,2}(?:未来|今后|后面|整整)?$/
/** 缴费周期为12个月. */
const PAYING_PERIOD = /(?:缴费|交费|付费|收费|付款)(?:周期|期限|期间)(?:为|是|[:：])?$/
/** 把两年半的护理费一把交了. */
const PAID_BEHIND =
  /^(?:的|内)?[\u4e00-\u9fff]{0,6}?(?:(?<!(?:[保学违罚话]|手续|医疗))费(?:用)?|租金|房租|房钱)[^，。；\n]{0,4}(?:一次性?|一把|一口气|提前|预先|先)[^，。；\n]{0,3}[付交缴收]|^的?[\u4e00-\u9fff]{0,4}?(?:钱|费用?)(?:都|全|先|一起|统统)?[付交缴](?:了|清|齐|完)/

/** All that is looked for beside a length of time names paying, but for the months of a sum. */
const PAYS_MARKS = markSet('付交缴存收')

/** 一次性支付服务费7.2万元（24个月）: the months of the sum just named. */
function isMonthsOfSum(before: string): boolean {
  return holdsAny(before, OF_SUM_MARKS) && OF_SUM.test(before)
}

const OF_SUM = /(?:一次性?|预)[^，。；\n]{0,12}(?:元|万)[(（ ]*(?:共计?|合计|为期|即|对应|含|抵)?$/
const OF_SUM_MARKS = markSet('元万')

/** 免收3个月, 送半年: months that cost nothing. */
const FREE = /(?:免收|免|送|赠送?)[ ]?$/

const FEES = sieved(/费|租|押|付/)

function periodic(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  if (!reading.sieve.mayHold(PERIODIC) || !reading.sieve.has(FEES)) return facts
  for (const match of reading.sieve.all(PERIODIC)) {
    const end = match.index + match[0].length
    const around = clauseBefore(text, match.index, 12) + clauseAfter(text, match.index, match[0].length + 12)
    const isFee =
      match[5] !== undefined ||
      match[6] !== undefined ||
      /费|租金/.test(around) ||
      /费|租金/.test(sentenceBefore(text, match.index, 16))
    if (!isFee || NOT_FEE.test(around) || OTHER_FEE.test(around)) continue
    const value = monthsOf(match.slice(1).find((word) => word !== undefined)!)
    facts.push(factAt(clean, match.index, end, { type: 'prepaid_months', value, unit: 'month', basis: 'stated' }))
  }
  return facts
}

function monthsOf(word: string): number {
  if (word.includes('半年') || /^[六6]/.test(word)) return 6
  if (word.includes('季') || /^[三3]/.test(word)) return 3
  if (word.includes('月')) return 1
  if (word.includes('年')) return 12
  return readNumber(word) ?? 1
}

/** Sum paid ahead ÷ what a month costs: the overall fee where there is one, else bed + care + meals. */
function impliedMonths(reading: Reading, stated: readonly StatedMonths[]): Fact[] {
  if (reading.amounts.length < 2) return []
  const month = monthlyCost(monthlyFeeAmounts(reading))
  if (!month) return []
  const facts: Fact[] = []
  for (const amount of reading.amounts) {
    if (amount.every !== 'once' || !isPaidAhead(reading.text, amount)) continue
    if (stated.some(({ start, end }) => amount.start - end < SAME && start - amount.end < SAME)) continue
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
  const after = text.slice(amount.end, amount.end + 12)
  if (/押金|保证金|退|违约|返/.test(before)) return false
  return (
    amount.role === 'prepayment' ||
    /一次(?:性)?[就都全]*(?:[交缴付存收预]|支付)|预(?:付|交|缴|收|存)|提前(?:交|缴|付|支付)|一口气|(?:签约|签订|入住|入院)(?:合同)?(?:时|当[日天]|即|后|须|需)*(?:[交缴付]|支付)/.test(
      before,
    ) ||
    /^的?(?:储值|[^，。；]{0,4}预[付存收交缴])|^[^，。；]{0,2}[，,]?(?:已经?|须|需|应)?(?:一次性?|提前|预先)(?:付|交|缴|支付|收|结)/.test(
      after,
    )
  )
}

function monthlyCost(fees: readonly Amount[]): { fen: number; of: Amount[] } | undefined {
  const overall = fees.find((fee) => fee.of === undefined || fee.of === 'overall')
  if (overall) return { fen: overall.fen, of: [overall] }
  const of = (['bed', 'care', 'meal'] as const).flatMap((part) => fees.find((fee) => fee.of === part) ?? [])
  if (of.length === 0) return undefined
  return { fen: of.reduce((sum, fee) => sum + fee.fen, 0), of }
}
