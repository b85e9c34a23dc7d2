import { type Duration, durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import type { Percent } from './percent.ts'
import { headingBefore, rateNoun } from './rate-noun.ts'
import { factAt, type Reading } from './reading.ts'
import { everyBefore, TIMES_A_YEAR } from './recurrence.ts'
import { clauseAfter, clauseBefore, lastMatch, sentenceAfter, sentenceBefore } from './window.ts'

/** Words that make the rate itself a yearly one. */
const YEARLY = /年化|(?<!半)年利|(?<!半)年息|年均|一年(?!期)|年度|当年/g
const PERIOD_AFTER = /^[ ]?(?:的)?[ ]?(?:[/／(（]|每)?(?:(年化|年|每年)|(个?月|每月)|(天|日|每天))(?!期|后|以|的?时)/

/** Interest the operator owes for paying late, or on money it gives back (法释〔2025〕4号 第16条): no return on money paid in. */
const REFUND_INTEREST =
  /资金占用(?:费|利息|期间)|逾期(?:执行|罚息|贷款)?(?:年|月|日)?利率|罚息|(?:逾期|迟延|延迟|延期|未按时|未按期|未及时)[^。；]{0,14}(?:退|返还|支付|付款|还款|交付|履行|未还|不还|归还|未付)|退(?:款|还|费|回)[^。；，]{0,24}(?:利息|利率|LPR|计息)|贷款市场报价利率|LPR|同期(?:同类)?(?:银行)?(?:贷款|存款)/i
/** A bank's rate named to compare with. */
const BENCHMARK =
  /(?:银行|存款|国债|余额宝|活期|定期|大额存单|通胀|通货膨胀|CPI|基准)(?:的)?(?:存款|定期|活期|利率|利息|年化|收益|一年期?|三年期?|五年期?|基准|同期|才|只有|只|仅|不到|不足|年利率|[\d一两三五]年|也就|平均|现在|目前|大概|约|为|是|[ ])*$/
const LOAN = /贷款|按揭|房贷|公积金|信用卡|信用社/

/** Rates written down: 年化12%, 月息一分五, 每年返8%-12%. In percent per year, simple: the period's rate × periods in a year. */
export function rates(reading: Reading): Fact[] {
  const facts: Fact[] = []
  for (const percent of reading.percents) {
    const fact = rate(reading, percent)
    if (fact) facts.push(fact)
  }
  return facts
}

function rate(reading: Reading, percent: Percent): Fact | undefined {
  const { text, clean } = reading
  if (percent.value <= 0 || percent.value > 2000) return undefined
  const before = clauseBefore(text, percent.start, 20)
  const after = clauseAfter(text, percent.end, 12)
  // Asked first: most percentages are of other things.
  const noun = percent.per ? '息' : rateNoun(text, percent, before, after)
  if (noun === 'other') return undefined
  const sentence =
    sentenceBefore(text, percent.start, 60) +
    text.slice(percent.start, percent.end) +
    sentenceAfter(text, percent.end, 30)
  const isRefund = REFUND_INTEREST.test(sentence) && !/年化收益|分红|月息|返利|预期收益|投资|认购/.test(sentence)
  if (noun === undefined && !(isRefund && /利率|利息|LPR|计息/i.test(sentence))) return undefined
  const every = periodOf(reading, percent, before, after, noun ?? '利率')
  if (!every) return isRefund ? undefined : rebate(reading, percent)
  const value = yearly(percent.value, every)
  return factAt(clean, percent.start, percent.end, {
    type: 'annual_rate',
    value,
    unit: '%/year',
    basis: 'stated',
    role: isRefund
      ? 'refund_interest'
      : BENCHMARK.test(before)
        ? 'benchmark'
        : isLoan(before, sentence)
          ? 'loan'
          : 'return',
    working: working(percent, every, value),
  })
}

/** 充值返20%现金: a share given back once, which no period makes a rate. */
function rebate({ clean }: Reading, { start, end, value }: Percent): Fact {
  return factAt(clean, start, end, { type: 'rebate', value, unit: '%' })
}

function isLoan(before: string, sentence: string): boolean {
  return /贷款[^，]{0,8}$/.test(before) || (LOAN.test(sentence) && !/投资|收益|回报|返|认购|会员|存/.test(sentence))
}

/** How a written rate becomes a yearly one: so many periods in a year, or a whole return spread over so many months. */
type Every = { times: number; word: string } | { spreadMonths: number }

function periodOf(reading: Reading, percent: Percent, before: string, after: string, noun: string): Every | undefined {
  if (percent.per)
    return { year: { times: 1, word: 'year' }, month: { times: 12, word: 'month' }, day: { times: 365, word: 'day' } }[
      percent.per
    ]
  const behind = PERIOD_AFTER.exec(after)
  if (behind)
    return behind[1]
      ? { times: 1, word: 'year' }
      : behind[2]
        ? { times: 12, word: 'month' }
        : { times: 365, word: 'day' }
  const written = everyOfRate(before)
  const span = durationsWithin(reading.durations, percent.start - before.length, percent.start).findLast(
    (duration) => percent.start - duration.end <= 12,
  )
  if (written) return written
  // 三年收益36% is spread over the term; a 三年期 rate is yearly, as banks write it.
  // 存三年10%: so a deposit's yearly rate is told.
  if (span && /存$/.test(reading.text.slice(Math.max(0, span.start - 1), span.start)) && !/总|累计|共/.test(before))
    return { times: 1, word: 'year' }
  // A heading 年化收益 over rows of terms: the rates are yearly, whatever the row's term.
  if (
    span &&
    /年化|年利|年息|(?<![\d一二两三四五六七八九十几])年(?:收益|回报)/.test(headingBefore(reading.text, percent.start))
  )
    return { times: 1, word: 'year' }
  if (span && !span.ordinal && !span.named && !/率/.test(noun) && span.months > 0) return { spreadMonths: span.months }
  const whole = /总|累计|共|合计/.test(before) ? (span ?? wholeTerm(reading, percent)) : undefined
  if (whole && whole.months > 0) return { spreadMonths: whole.months }
  if (/年/.test(noun)) return { times: 1, word: 'year' }
  if (/月/.test(noun)) return { times: 12, word: 'month' }
  if (/日/.test(noun)) return { times: 365, word: 'day' }
  const earlier = everyOfRate(sentenceBefore(reading.text, percent.start, 40))
  if (earlier) return earlier
  // A rate of return with no period named is a yearly one; a rebate or subsidy with none is a single payment.
  return /保底|收益|回报|利率|利息|年化|增值|股息|分红|借款|盈利/.test(noun)
    ? { times: 1, word: 'assumed year' }
    : undefined
}

/** The last period named in what stands before: 年化 and 一年 say it of the rate itself. */
function everyOfRate(before: string): { times: number; word: string } | undefined {
  const every = YEARLY.test(before.slice(-4)) ? 'year' : (everyBefore(before) ?? (lastMatch(before, YEARLY) && 'year'))
  YEARLY.lastIndex = 0
  return every === undefined || every === 'once'
    ? undefined
    : { times: TIMES_A_YEAR[every], word: every.replace('_', '-') }
}

/** 存满三年，总利息27%: the term stands in another clause of the sentence. */
function wholeTerm({ text, durations }: Reading, { start, end }: Percent): Duration | undefined {
  const from = start - sentenceBefore(text, start, 40).length
  const to = end + sentenceAfter(text, end, 20).length
  return durationsWithin(durations, from, to).find(({ ordinal }) => !ordinal)
}

function yearly(value: number, every: Every): number {
  const result = 'times' in every ? value * every.times : (value * 12) / every.spreadMonths
  return Math.round(result * 1e4) / 1e4
}

function working(percent: Percent, every: Every, value: number): string {
  const range =
    percent.low === undefined || percent.low === percent.value
      ? ''
      : `${percent.low}%-${percent.value}% → ${percent.value}%; `
  if ('spreadMonths' in every)
    return `${range}${percent.value}% × 12 ÷ ${every.spreadMonths} months = ${value}% per year`
  if (every.word === 'assumed year') return `${range}${percent.value}%, no period written, read as per year`
  return `${range}${percent.value}% per ${every.word} × ${every.times} = ${value}% per year`
}
