import type { Percent } from './percent.ts'
import { everyBefore } from './recurrence.ts'
import { lastMatch, sentenceBefore } from './window.ts'
import { wordFinder } from './word-finder.ts'

/** What promises money back. */
const RETURN =
  '津贴|报酬|使用费|孝心金|关爱金|贴息|保底|回馈|回款|年收|月结|年利率|月利率|日利率|股息率|分红率|年化|月化|日化|收益|回报|利息|利钱|利率|年息|月息|日息|季息|年利|月利|日利|分红|返利|返现|返还|返|补贴|补助|红利|股息|派息|增值|复利|利润|盈利|生息|奖励金|养老金|福利金|静态|稳赚|赚|得息|付息|计息|本息|借款|利滚利|息|收益率|回报率|年化率|返利率|利润率|补贴比例|返还比例|返利比例|分红比例|返点'
/** What a percentage also measures, and which is no return (折扣, 入住率, 增长率 …). */
const OTHER =
  '无息|免息|不计息|业绩|营业额|流水|销售额|分成|降|让利率|让利|增值税|上浮|下浮|加收|加计|浮动|罚息|利润总额|折扣|优惠|打折|折|减免|立减|抵扣|抵用|入住率|满意|好评|治愈率|有效率|增长|增幅|增速|同比|环比|上涨|涨幅|下降|下调|降低|涨|首付|定金|订金|违约金|滞纳金|罚款|手续费率|手续费|服务费|管理费|扣除|扣|占比|占|比例|份额|股权|股份|持股|税率|税|毛利率|浓度|含量|湿度|覆盖率|空置率|出租率|绿化率|容积率|老龄化|人口|好转|缓解|概率|胜率|提成|佣金|报销|退款|退还|退|支付|缴纳|预付|提取|专项|满足|质量|合格|参与|完成|进度|利用率|使用率|通过率|率'
const RETURNS = new Set(RETURN.split('|'))
/** Words that other words begin with: 借款人 and 年收入 are no returns. */
const GUARDED: Readonly<Record<string, string>> = { 借款: '借款(?![人方期额]|合同|金额)', 年收: '年收(?![入益])' }
const NOUN = [...RETURN.split('|'), ...OTHER.split('|')]
  .sort((a, b) => b.length - a.length)
  .map((noun) => GUARDED[noun] ?? noun)
  .join('|')
const NOUNS = wordFinder([...RETURN.split('|'), ...OTHER.split('|')], (text, { word, index }) => {
  const guard = GUARDED[word]
  return guard !== undefined && !new RegExp(`^(?:${guard})`).test(text.slice(index, index + 6))
})
/** Behind the figure: right there, or as the head of its phrase (1.5%的旅居补贴, 3%作为利息, 2%给老人发红利). */
const BEHIND = new RegExp(
  `^(?:以上|左右|以内|[+])?(?:[/／每]?[年月日天])?(的|及以上的?|作为|当作?|用于|给|发放?|计发|派发|支付|返还)?([^，。；\\d%％]{0,8}?)(${NOUN}|(?<=的)利(?![用于润好民国率]))`,
)
/** A verb behind that is paid out of the figure says nothing of what it measures. */
const PAID_OUT = /^(?:支付|缴纳|退还|退款|退|提取)$/
/** 利率的150%, 收益的30%: a share of the measure and not the measure. */
const SHARE_OF_MEASURE =
  /(?:利率|收益|利润|利息|回报|总额|水平|数额)(?:总额|基础上)?的约?$|(?:利率|收益|利润|利息|回报)(?:[(（][^()（）]*[)）])?[*×]$/
/** 收益20%另行支付给公司: a share of what was earned, handed on. */
const HANDED_ON = /^(?:另行|归|上交|上缴)/
/** 房款的5%, 出借金额的2%: a share of a sum, which another noun makes a return or a charge. */
const SHARE_OF_SUM = /(?:金额|房款|总价|价款|合同额|费用?)的?约?$/
const OWN_SUM =
  /(?:本金|投资额|投资款|出资额|会费|购卡(?:金额|款)|购买(?:金额|款)|认购(?:金额|款)|缴费金额|金额|床位款|房款)的?$/
const GIVEN = /发放?|给|返|领|送|赠|享|得|福利|奖|补/
/** 给到6-10个点: points are given, where percentages need their noun; 高两个点 is a difference. */
const POINTS_GIVEN = /给|拿|承诺|保证|保底|能有|做到|到手|净得|月月|每年|每月|一年|回报|收益|利/
const POINTS_APART = /(?:(?<!最)高|(?<!最)低|涨|跌|降|升|多|少|让|差|抽|扣|优惠|浮|加|减)(?:出|了|过|给|息)?约?$/
const PERIOD_NOUN = /年化|月化|日化|年息|月息|日息|每年返|每月返/g
const NEAR_TENTHS_BEFORE = /(?:利息|利钱|收益|回报|分红|返利|赚|[利息])(?:率|为|是|有|约|能|可|给|到|达|高达|[:：])*$/
const NEAR_TENTHS_BEHIND = /^的?(?:年)?(?:利(?![用于润])|息|收益|回报|分红|返利)/
/** 5万以下8%，20万以上12%（均为年化）: the noun of a list may close it. */
const NAMED_BELOW = /^(?:年化|收益|收益率|利率|回报|回报率|利息)$/
/** Where the noun may stand in an earlier clause, line or cell: 一年期8%，两年期10%; 5万元档 8%. */
const LISTED =
  /(?:年期?|个月期?|[月天]|档|元|万|以上|以下|起|卡|级|类|款|最高|可达|高达|最低|至少|保底|年均|首年|次年|[第前后][一二两三四五六七八九\d]年|另加|再加|外加|[|｜\t])[:：为可达是约有（( ]*$/

/** What a percentage measures: the noun of return that is nearest to it, `other` when another measure is nearer, or nothing. */
export function rateNoun(text: string, percent: Percent, before: string, after: string): string | undefined {
  if (SHARE_OF_MEASURE.test(before) || HANDED_ON.test(after)) return 'other'
  if (percent.inTenths) return NEAR_TENTHS_BEFORE.test(before) || NEAR_TENTHS_BEHIND.test(after) ? '利息' : 'other'
  const isPoints = /点$/.test(text.slice(percent.start, percent.end))
  if (isPoints && POINTS_APART.test(before)) return 'other'
  const isShare = SHARE_OF_SUM.test(before)
  const nearest = nearestNoun(before, after, isShare)
  if (nearest !== undefined) return sorted(nearest)
  // 每年发放购卡金额5%的消费券: a share of what was paid in, given again and again.
  if (OWN_SUM.test(before) && GIVEN.test(before) && everyBefore(before)) return '返还'
  if (isShare) return undefined
  if (isPoints && POINTS_GIVEN.test(sentenceBefore(text, percent.start, 30))) return '回报'
  const period = lastMatch(before, PERIOD_NOUN)
  if (period) return period[0]
  if (!LISTED.test(before) && !/^(?:\/|每)?年/.test(after) && !isRow(text, percent)) return undefined
  const earlier = NOUNS.last(headingBefore(text, percent.start))?.word
  if (earlier !== undefined) return sorted(earlier)
  const later = NOUNS.first(restOfLine(text, percent.end))?.word
  return later !== undefined && RETURNS.has(later) && (/年期?|月期?/.test(before) || NAMED_BELOW.test(later))
    ? later
    : undefined
}

function sorted(noun: string): string {
  return noun === '利' || RETURNS.has(noun) ? noun : 'other'
}

function nearestNoun(before: string, after: string, isShare: boolean): string | undefined {
  const ahead = NOUNS.last(before)
  // The pattern tries all nouns at many places: not where none of them stands.
  const behind = NOUNS.first(after) || after.includes('利') ? BEHIND.exec(after) : null
  const gapAhead = ahead ? before.length - ahead.index - ahead.word.length : Number.POSITIVE_INFINITY
  const isPaidOut = behind !== null && PAID_OUT.test(behind[3]!) && ahead !== undefined
  // A word that joins the noun to the figure leaves no gap, however many adjectives follow it.
  const gapBehind =
    !behind || isPaidOut ? Number.POSITIVE_INFINITY : behind[1] !== undefined || isShare ? 0 : behind[2]!.length * 2
  if (gapAhead === gapBehind) return gapAhead === 0 && ahead ? (behind?.[1] ? behind[3] : ahead.word) : ahead?.word
  return gapBehind < gapAhead ? behind![3] : ahead!.word
}

/** A list in semicolons is one list. */
function restOfLine(text: string, end: number): string {
  return text.slice(end, end + 40).split(/[。\n]/)[0]!
}

/** Characters in a line of a table. */
const ROW = 25

/** A short line of a table: its noun stands in a line above. */
function isRow(text: string, { start, end }: Percent): boolean {
  const before = text.slice(Math.max(0, start - ROW), start)
  const after = text.slice(end, end + ROW)
  const from = before.lastIndexOf('\n')
  const to = after.indexOf('\n')
  const isEnd = to >= 0 || end + ROW >= text.length
  return from >= 0 && isEnd && before.length - from + (to < 0 ? after.length : to) + end - start <= ROW
}

/** What stands before in the sentence; for a short line of a table, in the lines above too. */
export function headingBefore(text: string, start: number): string {
  const own = sentenceBefore(text, start, 80)
  return own.length >= 24 ? own : text.slice(Math.max(0, start - 80), start).replace(/^[\s\S]*[。！？]/, '')
}
