import { type Numeral, readNumber } from './chinese-number.ts'
import { clauseAfter, clauseBefore, lastMatch, sentenceBefore } from './window.ts'

/** What a sum is paid for or as. */
export type AmountRole =
  | 'principal'
  | 'return'
  | 'deposit'
  | 'prepayment'
  | 'fee'
  | 'refund'
  | 'penalty'
  | 'price'
  | 'reward'
  | 'other'

/** How often a sum is paid. */
export type Every = 'once' | 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year'

/** A sum of money in whole fen; offsets are into the clean text. */
export interface Amount {
  start: number
  end: number
  fen: number
  /** The lower end, when a range was written; `fen` is the upper. */
  lowFen?: number
  role: AmountRole
  every: Every
  /** What a fee is for: `bed`, `care`, `meal`, `overall`. */
  of?: 'bed' | 'care' | 'meal' | 'overall'
  approximate: boolean
}

const UNIT = /^[ ]?(?:多|余|来)?[ ]?(元钱|元|块钱|块|圆|人民币|RMB|rmb|CNY)(?!旦|宵|素|件|组)/
/** 九块九, 三十八块八毛: the tenths behind 块. */
const TENTHS = /^([一二三四五六七八九1-9])[毛角]?(?![十百千万\d.个])/
const SIGN = /(?:[¥￥]|RMB|rmb|人民币|CNY)[:： ]?$/
const JOINER = /^[ ]?(?:元)?[ ]?(?:[-—–~～－至到]|--)[ ]?$/
/** After a bare 10万: things that are counted, not paid. */
const COUNTED =
  /^[ ]?(?:多|余)?[ ]?(?:名|位|人|户|家|平|亩|㎡|m²|张|床|个|间|次|公里|千米|米|里|字|吨|公斤|斤|件|册|台|辆|步|粉|套|老人|长者|会员|用户|客户|株|棵|头|只|份|[年月日天](?![返领收付利分化补结得派息])|小时|分钟|种|条|期|倍|%|％|以上(?:名|位|人|老)|分之)/
const PAID_BEFORE =
  /(?:给了?[您你咱他她]|投|入|清|回|变|成|送|赠|存|交|缴|付|充|借|出|赚|返|领|取|得|退|收|费|金|款|价|额|息|红|卡|门槛|需|花|给|贴|转|汇|打|拿|买|购|损失|骗|欠|还|值|本|资|共|计|约|近|达|满|仅|只|要|档|奖|罚|为|是|了|有|过|后|放|[:：]|[¥￥])[了过到约近共计的满达]{0,2}[ ]?$/
const PAID_AFTER =
  /^(?:起|档|的?会费|的?会员费|本金|存|以上|以下|[/／]|的?(?:卡|会员|套餐|投资|押金|预付|定金|订金|补贴|分红|收益|利息|现金|礼))/

/** Finds sums of money: with 元, with ¥, or a bare 10万 beside a word of paying. A range gives one amount. */
export function amounts(text: string, numerals: readonly Numeral[]): Amount[] {
  const found: Amount[] = []
  for (let i = 0; i < numerals.length; i++) {
    const first = numerals[i]!
    const second = numerals[i + 1]
    if (second && second.start - first.end <= 4 && JOINER.test(text.slice(first.end, second.start))) {
      const range = money(text, second, first.start)
      if (range) {
        const low = first.large || !second.large ? first.value : first.value * sizeOf(text, second)
        found.push({ ...range, lowFen: fen(Math.min(low, second.value)) })
        i++
        continue
      }
    }
    const single = money(text, first, first.start)
    if (single) found.push(single)
  }
  return found
}

function money(text: string, numeral: Numeral, start: number): Amount | undefined {
  if (numeral.value <= 0) return undefined
  const unit = UNIT.exec(text.slice(numeral.end, numeral.end + 6))
  const sign = SIGN.exec(text.slice(Math.max(0, start - 5), start))
  if (!unit && !sign && !isBareSum(text, numeral, start)) return undefined
  const from = sign ? start - sign[0].length : start
  const tenths =
    unit?.[1] === '块' ? TENTHS.exec(text.slice(numeral.end + unit[0].length, numeral.end + unit[0].length + 3)) : null
  const value = fen(numeral.value) + (tenths ? (readNumber(tenths[1]!) ?? 0) * 10 : 0)
  const to = numeral.end + (unit ? unit[0].length : 0) + (tenths ? tenths[0].length : 0)
  if (!Number.isSafeInteger(value)) return undefined
  return { start: from, end: to, fen: value, approximate: numeral.approximate, ...sense(text, from, to) }
}

/** 投10万, 5w起投, 存了三万: a large round number, a word of paying, and nothing counted behind it. */
function isBareSum(text: string, numeral: Numeral, start: number): boolean {
  const after = text.slice(numeral.end, numeral.end + 8)
  if (COUNTED.test(after)) return false
  const before = text.slice(Math.max(0, start - 6), start)
  if (numeral.large) return numeral.value >= 1000 && (PAID_BEFORE.test(before) || PAID_AFTER.test(after))
  // 月返2000, 每月领500: no unit at all, but a verb of paying out and a plausible figure.
  return (
    numeral.value >= 100 &&
    numeral.value < 1e7 &&
    /(?:(?:返|领|领取|分红|派息|补贴|得|拿|利息|交|存|投)[了到]?|给[您你咱]|(?:月|年)给|费(?:才|仅|只|只要)?)$/.test(
      before,
    ) &&
    !/^\d|^[-/.:：]/.test(after)
  )
}

function sizeOf(text: string, numeral: Numeral): number {
  const written = text.slice(numeral.start, numeral.end)
  if (/亿/.test(written)) return 1e8
  return /[kK]/.test(written) ? 1000 : 1e4
}

function fen(yuan: number): number {
  return Math.round(yuan * 100)
}

const ROLE_WORDS: readonly [AmountRole, string][] = [
  ['deposit', '押金|保证金|质押金'],
  ['penalty', '违约金|罚款|滞纳金|赔偿金?|处罚'],
  ['refund', '退款|退还|退回|退费|退了|退'],
  ['prepayment', '预付款?|预交|预缴|预存|预收款?|储值|充值|充卡|充了?'],
  [
    'principal',
    '本金|认购价|认购金|认购款|您放|放了|放在|放入|每投入?|投资款?|投入|投了?|存入|存款|存了?|定存|认购|认筹|出资|借款|出借|借给|入股|入会|加盟|缴纳|交纳|缴费|缴清|缴|交费|交清|交给|交了?|支付|付款|付了?|转账|转给|转了|打款|汇款|购买|买了?|花了?|起投|办理|办|门槛|众筹|入金',
  ],
  [
    'return',
    '返还|返租金|返租|返房费|返床位费|返住宿费|补贴房费|归还|后还|期还|后取|可取|能取|给您|给你|给咱|月给|年给|返利|返现|返给|返|领取|领|分红|收益|利息|补贴|补助|红利|回报|派息|生活费|养老金|到手|得到|可得|得|赚|拿回?|回购|兑付|福利金|付息|结息|变成?|连本带利|本息',
  ],
  [
    'fee',
    '综合费|床位费|房费|住宿费|护理费|照护费|照料费|服务费|养老费|月费|月租|租金|餐费|伙食费|膳食费|手续费|会员费|会费|管理费|设施费|收费|费用|费',
  ],
  ['reward', '赠送|赠|送|奖励|提成|佣金|奖金|推荐费'],
  ['price', '原价|现价|售价|市场价|团费|价格|价值|仅需|只需|只要|定价|价'],
]
/** `存了?` stands for 存 and 存了. */
const ROLE_OF = new Map(
  ROLE_WORDS.flatMap(([role, words]) =>
    words
      .split('|')
      .flatMap((word) => (word.includes('?') ? [word.replace('?', ''), word.replace(/.\?/u, '')] : [word]))
      .map((word): [string, AmountRole] => [word, role]),
  ),
)
const ROLE_PATTERN = new RegExp([...ROLE_OF.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** 5万起投, 单笔5万起: the least that is taken. */
const START = /^元?起(?!诉|点|步价|来)/

const ROLE_ANY = new RegExp(ROLE_PATTERN.source)

function sense(text: string, start: number, end: number): Pick<Amount, 'role' | 'every' | 'of'> {
  const before = clauseBefore(text, start, 18)
  const after = clauseAfter(text, end, 12)
  const every = period(before, after)
  const own = START.test(after)
    ? ['', '本金']
    : /^[的]?(补贴|分红|收益|利息|红利|回报|返现|押金|保证金|会员费|会费|本金|违约金|手续费|奖励|提成|佣金|生活费|养老金)/.exec(
        after,
      )
  const word =
    own?.[1] ??
    lastMatch(before, ROLE_PATTERN)?.[0] ??
    // 按季度发放补贴，每年合计2,400元: the noun stands in the clause before.
    (/(?:合计|累计|总计|共计|共)$/.test(before)
      ? lastMatch(sentenceBefore(text, start, 36), ROLE_PATTERN)?.[0]
      : undefined) ??
    ROLE_ANY.exec(after)?.[0]
  const role = word === undefined ? 'other' : (ROLE_OF.get(word) ?? 'other')
  // 不入住每年返房费1.5万元: what comes back is no fee.
  const of = /返(?:还)?(?:房费|床位费|住宿费|租金)[为是:： ]*$/.test(before) ? undefined : feeFor(before, after)
  const isFee =
    role === 'fee' ||
    (of !== undefined && role !== 'deposit' && role !== 'return' && role !== 'refund' && every !== 'once')
  return isFee ? { role: 'fee', every, ...(of ? { of } : {}) } : { role, every }
}

const EVERY_BEFORE =
  /(每半年|半年(?=分红|返|付息|派|领)|一个月(?=给|领|返|拿|得|利息)|一年(?=给|领|返|拿|得(?!到)|利息|分红)|每个?季度?|按季|每(?:一)?个?(?:自然)?月|按月|逐月|次月起|月(?=服务费|床位费|护理费|照护费|餐费|伙食费|管理费|综合费|养老费|租|均|返|领|收|付|入|结|利|费|租|薪|补|分|得|息|支)|每(?:一)?年|按年|逐年|年(?=返|领|给|送|拿|收益|付|分红|补贴|得|结|费|息)|每(?:一)?[天日]|按[天日]|日(?=返|结|领|收益|息|付|入)|每(?:一)?(?:周|星期))/g
const EVERY_AFTER =
  /^[ ]?(?:[/／]|每|一个?|元)?[ ]?(?:人|床|位|间|套|张)?[ ]?(?:[/／·每]|一)?(个?月|年|[天日]|周|季度?|半年)(?![可能都还固定会就将再保底]{0,4}(?:返|领|收|付|利|分|化|补|结|得|派|息|拿|赚|给|送|享))/

function period(before: string, after: string): Every {
  const behind = EVERY_AFTER.exec(after)
  if (behind && /^[ ]?(?:[/／]|每|一)|^[ ]?(?:人|床|位|间)?[/／]/.test(after)) return everyOf(behind[1]!)
  const word = lastMatch(before, EVERY_BEFORE)?.[1]
  return word === undefined ? 'once' : everyOf(word)
}

function everyOf(word: string): Every {
  if (word.includes('半年')) return 'half_year'
  if (word.includes('季')) return 'quarter'
  if (word.includes('月')) return 'month'
  if (word.includes('年')) return 'year'
  return word.includes('周') || word.includes('星期') ? 'week' : 'day'
}

function feeFor(before: string, after: string): Amount['of'] {
  const near = before.slice(-14) + (/^[元/每月人的]{0,4}(?:床位费|护理费|服务费|餐费)/.exec(after)?.[0] ?? '')
  const word = lastMatch(
    near,
    /床位费|床位|房费|住宿费|护理费|照护费|照料费|餐费|伙食费|膳食费|服务费|养老费|综合费|月费|月租|收费标准|收费|总费用|费用/g,
  )?.[0]
  if (word === undefined) return undefined
  if (/床|房|住宿|租/.test(word)) return 'bed'
  if (/护|照/.test(word)) return 'care'
  return /餐|食/.test(word) ? 'meal' : 'overall'
}
