import { durationsWithin } from './duration.ts'
import type { Fact } from './fact.ts'
import type { Percent } from './percent.ts'
import { factAt, type Reading } from './reading.ts'
import { everyBefore, TIMES_A_YEAR } from './recurrence.ts'
import { clauseAfter, clauseBefore, lastMatch, sentenceAfter, sentenceBefore } from './window.ts'

/** What promises money back. */
const RETURN =
  '年利率|月利率|日利率|股息率|分红率|年化|收益|回报|利息|利率|年息|月息|日息|年利|月利|日利|分红|返利|返现|返还|返|补贴|红利|股息|派息|增值|复利|利润|盈利|生息|奖励金|养老金|福利金|静态|稳赚|赚|得息|付息|计息|本息|借款|利滚利|息'
/** What a percentage also measures, and which is no return (折扣, 入住率, 增长率 …). */
const OTHER =
  '业绩|营业额|流水|销售额|分成|降|让利率|让利|增值税|上浮|下浮|加收|加计|浮动|罚息|利润总额|折扣|优惠|打折|折|减免|立减|抵扣|抵用|入住率|满意|好评|治愈率|有效率|增长|增幅|增速|同比|环比|上涨|涨幅|下降|下调|降低|涨|首付|定金|订金|违约金|滞纳金|罚款|手续费|服务费|管理费|扣除|扣|占比|占|比例|份额|股权|股份|持股|税率|税|毛利率|浓度|含量|湿度|覆盖率|空置率|出租率|绿化率|容积率|老龄化|人口|好转|缓解|概率|胜率|提成|佣金|报销|退款|退还|退|支付|缴纳|预付|提取|专项|满足|质量|合格|参与|完成|进度|利用率|使用率|通过率|率'
const RETURN_ONLY = new RegExp(`^(?:${RETURN})$`)
const NOUNS = new RegExp(
  `${[
    ...RETURN.split('|'),
    ...OTHER.split('|'),
    '收益率',
    '回报率',
    '年化率',
    '返利率',
    '利润率',
    '补贴比例',
    '返还比例',
    '返利比例',
    '分红比例',
    '手续费率',
    '返点',
  ]
    .sort((a, b) => b.length - a.length)
    .join('|')}`,
  'g',
)
/** 利率的150%, 收益的30%: a share of the measure and not the measure. */
const SHARE_OF = /(?:利率|收益|利润|利息|回报|总额|水平|数额|金额|房款|总价)(?:总额|基础上)?的约?$|[*×]$/
const NOUN_ANY = new RegExp(NOUNS.source)
const NOUN_BEHIND = new RegExp(
  `^(?:以上|左右|以内|[+])?(?:[/／每]?[年月日天])?(?:的|及以上)?(?:发放|给予|派发|计发|支付|返还)?(?:年化|年|月|固定|高额?|预期|稳定|综合|现金)?(${NOUNS.source}|(?<=的)利(?![用于润好民国率]))`,
)
/** 给到6-10个点: points are given, where percentages need their noun; 高两个点 is a difference. */
const POINTS_GIVEN = /给|拿|承诺|保证|保底|能有|做到|月月|每年|每月/
const POINTS_APART = /(?:高|低|涨|跌|降|升|多|少|让|差|抽|扣|优惠)(?:出|了|过|给)?约?$/
const RETURN_LONG = /^(?:收益率|回报率|年化率|返利率|利润率|补贴比例|返还比例|返利比例|分红比例|返点)$/

/** Words that make the rate itself a yearly one. */
const YEARLY = /年化|年利|年息|年均|一年(?!期)|年度|当年/g
const PERIOD_AFTER = /^[ ]?(?:的)?[ ]?(?:[/／(（]|每)?(?:(年化|年|每年)|(个?月|每月)|(天|日|每天))(?!期|后|以|的?时)/

/** Interest the operator owes for paying late, or on money it gives back (法释〔2025〕4号 第16条): no return on money paid in. */
const REFUND_INTEREST =
  /资金占用(?:费|利息|期间)|逾期(?:执行|罚息|贷款)?(?:年|月|日)?利率|罚息|(?:逾期|迟延|延迟|延期|未按时|未按期|未及时)[^。；]{0,14}(?:退|返还|支付|付款|还款|交付|履行)|退(?:款|还|费|回)[^。；，]{0,24}(?:利息|利率|LPR|计息)|贷款市场报价利率|LPR|同期(?:同类)?(?:银行)?(?:贷款|存款)/i
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
  const sentence =
    sentenceBefore(text, percent.start, 60) +
    text.slice(percent.start, percent.end) +
    sentenceAfter(text, percent.end, 30)
  const isRefund = REFUND_INTEREST.test(sentence) && !/年化收益|分红|月息|返利|预期收益|投资|认购/.test(sentence)
  const noun = percent.per ? '息' : nounFor(text, percent, before, after)
  if (noun === 'other') return undefined
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

/** The return noun nearest to the percentage, `other` when another measure is nearer. */
function nounFor(text: string, percent: Percent, before: string, after: string): string | undefined {
  if (SHARE_OF.test(before)) return 'other'
  const behind = NOUN_BEHIND.exec(after)?.[1]
  if (behind !== undefined && !/^(?:支付|缴纳|退还|退款|退|提取)$/.test(behind))
    return behind === '利' || isReturn(behind) ? behind : 'other'
  const ahead = lastMatch(before, NOUNS)?.[0]
  if (ahead !== undefined) return isReturn(ahead) ? ahead : 'other'
  if (/点$/.test(text.slice(percent.start, percent.end)) && POINTS_GIVEN.test(before) && !POINTS_APART.test(before))
    return '回报'
  const period = lastMatch(before, /年化|年息|月息|日息|每年返|每月返/g)
  if (period) return period[0]
  // 一年期8%，两年期10%: the noun stands earlier in the sentence.
  if (
    /(?:年期?|个月期?|档|元|万|以上|起|最高|可达|高达|最低|至少|保底)[:：为可达 ]*$/.test(before) ||
    /^(?:\/|每)?年/.test(after)
  ) {
    const earlier = lastMatch(sentenceBefore(text, percent.start, 80), NOUNS)?.[0]
    if (earlier !== undefined) return isReturn(earlier) ? earlier : 'other'
    const later = NOUN_ANY.exec(sentenceAfter(text, percent.end, 40))?.[0]
    if (later !== undefined && isReturn(later) && /年期?|月期?/.test(before)) return later
  }
  return undefined
}

function isReturn(noun: string): boolean {
  return RETURN_ONLY.test(noun) || RETURN_LONG.test(noun)
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
  if (span && !span.ordinal && !span.named && !/率/.test(noun) && span.months > 0) return { spreadMonths: span.months }
  if (span && /总|累计|共|合计/.test(before)) return { spreadMonths: span.months }
  if (/年/.test(noun)) return { times: 1, word: 'year' }
  if (/月/.test(noun)) return { times: 12, word: 'month' }
  if (/日/.test(noun)) return { times: 365, word: 'day' }
  const earlier = everyOfRate(sentenceBefore(reading.text, percent.start, 40))
  if (earlier && ['year', 'month', 'day'].includes(earlier.word)) return earlier
  // A rate of return with no period named is a yearly one; a rebate or subsidy with none is a single payment.
  return /收益|回报|利率|利息|年化|增值|股息|分红|借款|盈利/.test(noun) ? { times: 1, word: 'assumed year' } : undefined
}

/** The last period named in what stands before: 年化 and 一年 say it of the rate itself. */
function everyOfRate(before: string): { times: number; word: string } | undefined {
  const every = YEARLY.test(before.slice(-4)) ? 'year' : (everyBefore(before) ?? (lastMatch(before, YEARLY) && 'year'))
  YEARLY.lastIndex = 0
  return every === undefined || every === 'once'
    ? undefined
    : { times: TIMES_A_YEAR[every], word: every.replace('_', '-') }
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
