import { holdsAny, markSet } from '../search/mark-set.ts'
import { isNear, type Numeral, readNumber } from './chinese-number.ts'
import { type Sense, senseOf } from './payment-role.ts'
import { clauseAfter, clauseBefore, lastMatch, marksOf, sentenceBefore, unitAt } from './window.ts'

/** A sum of money in whole fen; offsets are into the clean text. */
export interface Amount extends Sense {
  start: number
  end: number
  fen: number
  /** The lower end, when a range was written; `fen` is the upper. */
  lowFen?: number
  approximate: boolean
}

const UNIT =
  /^[ ]?(?:多|余|来)?[ ]?(元钱|元|块大洋|块钱|块(?!地|儿?地|田|石|牌|砖|肉)|圆|人民币|RMB|rmb|CNY)(?!旦|宵|素|件|组)/
/** 九块九, 三十八块八毛: the tenths behind 块. */
const TENTHS = /^([一二三四五六七八九1-9])[毛角]?(?![十百千万\d.个])/
/** 叁仟元零伍角捌分. */
const SMALL = /^零?([一二三四五六七八九壹贰叁肆伍陆柒捌玖1-9])角(?:零?([一二三四五六七八九壹贰叁肆伍陆柒捌玖1-9])分)?/
const SMALL_OPENS = markSet('零一二三四五六七八九壹贰叁肆伍陆柒捌玖123456789')
const SIGN = /(?:[¥￥]|RMB|rmb|人民币|CNY)(?:[(（]?大写[)）]?)?[:： ]{0,2}$/
/** The characters that unit and sign begin and end with, asked before any pattern is. */
const UNIT_OPENS = markSet(' 多余来元块圆人RrC')
const SIGN_ENDS = markSet('¥￥Bb币Y:： )）')
const JOINER_OPENS = markSet(' 元-—–~～－至到')
const JOINER = /^[ ]?(?:元)?[ ]?(?:[-—–~～－至到]|--)[ ]?(?:[¥￥])?$/
/** Behind a bare number: things that are counted, not paid. */
const COUNTED =
  /^[ ]?(?:多|余|来)?[ ]?(?:名|位|人|户|家|平|亩|㎡|m²|张|床|个|间|次|公里|千米|米|里|字|吨|公斤|斤|件|册|台|辆|步|粉|套|老人|长者|会员(?!费|卡)|用户|客户|株|棵|头|只(?!要|需)|份|[年月日天](?![返领收付利分化补结得派息给拿赚])|小时|分|秒|度|岁|种|条|期|倍|番|%|％|‰|以上(?:名|位|人|老)|分之|级|号|楼|室|层|[a-zA-Z])/
/** Of the things that are counted those told by their first character alone, and those of time, which a word of paying makes a sum. */
const COUNTED_ALONE = markSet('名位人户家平亩㎡张床个间次里字吨斤件册台辆步粉套株棵份分秒度岁种条期倍番%％‰级号楼室层')
const OF_TIME = markSet('年月日天')
const PAYING_BEHIND = markSet('返领收付利分化补结得息派给拿赚')

function isCounted(text: string, end: number): boolean {
  const unit = unitAt(text, end)
  // Most numbers are of days: these two are asked before the pattern is.
  if (COUNTED_ALONE[unit] !== 0) return true
  if (OF_TIME[unit] !== 0 && end + 1 < text.length) return PAYING_BEHIND[text.charCodeAt(end + 1)] === 0
  return COUNTED.test(text.slice(end, end + 8))
}

/** Right before a bare 10万, it can only be paid. */
const PAID_BEFORE =
  /(?:[费金款价额息红卡需花值本资共计约近达满仅只要档奖罚为是了有过后到:：¥￥]|门槛|贴|给|损失|[每一]个?(?:年|月|天)|年年|月月|天天)[了过到约近共计的满达]{0,2}[ ]?$/
const PAID_AFTER =
  /^(?:起|档|就够|[每一半]个?(?:年|月|季)|的?会费|的?会员费|本金|存|以上|以下|[/／]|的?(?:公寓|床位|房子|房产|权益|卡|会员|套餐|投资|押金|预付|定金|订金|补贴|分红|收益|利息|现金|礼|钱))/
/** Words of paying, and words of things counted in tens of thousands: the nearer to a bare 10万 says which it is. */
const PAYING =
  /进去|扔|砸|搭|亏|栽|投(?!诉|票)|放(?!假|松|心|弃|射|大|下|映)|存(?!在|量)|交(?!通|流|易|往)|缴|付|借|给|花(?!园)|收(?!听|看)|返|领(?!导)|拿|赚|买|钱|款|费|骗|损失|欠|退(?!休)|还|价|攒|积蓄|汇|转(?!发)|打(?!造)|充|本金|押|赔|凑|掏|成|回|入|出|贴|息|红|取(?!消|暖)|得|奖|赔/g
const COUNTING =
  /人数|播放|阅读|点赞|粉丝|用户|会员(?!费|卡)|客户|面积|床位|客流|人次|参与|覆盖|服务|销量|字数|步数|接待|人口|学员|注册|步行|里程|产量|关注|收藏|浏览|突破/g

const PAYING_MARKS = marksOf(PAYING)
const COUNTING_MARKS = marksOf(COUNTING)

/** Finds sums of money: with 元, with ¥, or a bare number beside a word of paying. A range gives one amount, its upper end. */
export function amounts(text: string, numerals: readonly Numeral[]): Amount[] {
  const found: Amount[] = []
  for (let i = 0; i < numerals.length; i++) {
    const first = numerals[i]!
    const second = numerals[i + 1]
    if (
      second &&
      isNear(first, second, 4) &&
      JOINER_OPENS[text.charCodeAt(first.end)] !== 0 &&
      JOINER.test(text.slice(first.end, second.start))
    ) {
      const range = sum(text, second, first.start)
      if (range) {
        const low = first.large || !second.large ? first.value : first.value * sizeOf(text, second)
        found.push({ ...range, lowFen: fen(Math.min(low, second.value)) })
        i++
        continue
      }
    }
    const single = sum(text, first, first.start)
    if (single) found.push(first.high === undefined ? single : spread(single, first))
  }
  return found
}

/** 三五万: both ends stand in one number. */
function spread(amount: Amount, { value, high }: Numeral): Amount {
  return { ...amount, fen: fen(high ?? value), lowFen: fen(value) }
}

function sum(text: string, numeral: Numeral, start: number): Amount | undefined {
  if (numeral.value <= 0) return undefined
  const unit = unitBehind(text, numeral.end)
  const sign = SIGN_ENDS[unitAt(text, start - 1)] !== 0 ? SIGN.exec(text.slice(Math.max(0, start - 10), start)) : null
  if (!unit && !sign && !isBareSum(text, numeral, start)) return undefined
  const from = sign ? start - sign[0].length : start
  const unitEnd = numeral.end + (unit ? unit.length : 0)
  const tenths = unit?.endsWith('块') ? TENTHS.exec(text.slice(unitEnd, unitEnd + 3)) : null
  const small = unit && SMALL_OPENS[unitAt(text, unitEnd)] !== 0 ? SMALL.exec(text.slice(unitEnd, unitEnd + 5)) : null
  if (small) {
    const to = unitEnd + small[0].length
    const tail = (readNumber(small[1]!) ?? 0) * 10 + (small[2] === undefined ? 0 : (readNumber(small[2]) ?? 0))
    return amountOf(text, from, to, fen(numeral.value) + tail, false)
  }
  const value = fen(numeral.value) + (tenths ? (readNumber(tenths[1]!) ?? 0) * 10 : 0)
  const to = unitEnd + (tenths ? tenths[0].length : 0)
  if (!Number.isSafeInteger(value)) return undefined
  return amountOf(text, from, to, value, numeral.approximate)
}

/** The unit that makes a number money, with what stands before it. Most are 元 and need no pattern. */
function unitBehind(text: string, at: number): string | undefined {
  const opening = unitAt(text, at)
  if (UNIT_OPENS[opening] === 0) return undefined
  if (opening === YUAN && AFTER_YUAN[unitAt(text, at + 1)] === 0) return '元'
  return UNIT.exec(text.slice(at, at + 6))?.[0]
}

const YUAN = '元'.charCodeAt(0)
/** 元钱 is the longer unit; 元旦, 元宵, 元素, 元件 and 元组 are none. */
const AFTER_YUAN = markSet('钱旦宵素件组')

function amountOf(text: string, start: number, end: number, fen: number, approximate: boolean): Amount {
  const { role, every, of } = senseOf(text, start, end)
  return of === undefined
    ? { start, end, fen, approximate, role, every }
    : { start, end, fen, approximate, role, every, of }
}

function isBareSum(text: string, numeral: Numeral, start: number): boolean {
  if (numeral.value < 50 || numeral.value > 1e10) return false
  if (isSizeAlone(text, numeral)) return false
  if (isCounted(text, numeral.end)) return false
  const after = text.slice(numeral.end, numeral.end + 8)
  return numeral.large ? isLargeSum(text, numeral, start, after) : isPlainSum(text, numeral, start, after)
}

/** 万山, 万达, 千岛湖: a size that counts nothing begins a name; it is a sum before a unit (万元) or behind a word of about how many (好几万). */
function isSizeAlone(text: string, { start, end }: Numeral): boolean {
  return end - start === 1 && SIZES[unitAt(text, start)] !== 0 && ABOUT_BEFORE[unitAt(text, start - 1)] === 0
}

const SIZES = markSet('十百千万亿')
const ABOUT_BEFORE = markSet('上几数近过成好')

/** 投10万, 前后给了他们二十来万: a large round number with a word of paying nearer to it than a word of counting. */
function isLargeSum(text: string, numeral: Numeral, start: number, after: string): boolean {
  if (numeral.value < 1000) return false
  if (PAID_AFTER.test(after)) return true
  const before = clauseBefore(text, start, 14)
  const own = isPaying(before)
  if (own !== undefined) return own
  if (PAID_BEFORE.test(before)) return true
  return (
    lastMatch(clauseAfter(text, numeral.end, 10), PAYING) !== undefined ||
    isPaying(sentenceBefore(text, start, 30)) === true
  )
}

/** Whether the nearest word before is one of paying; undefined when there is neither. */
function isPaying(before: string): boolean | undefined {
  const counting = holdsAny(before, COUNTING_MARKS) ? lastMatch(before, COUNTING) : undefined
  const paying = holdsAny(before, PAYING_MARKS) ? lastMatch(before, PAYING) : undefined
  if (!counting && !paying) return undefined
  return paying !== undefined && (counting === undefined || paying.index > counting.index)
}

/** Right before a plain figure: 月费2500, 押金五千四, 每月返2000, 每人398. */
const PAID_FIGURE =
  /(?:费|押金|保证金|定金|订金|价|返|给|领取?|交|缴|付|收|拿|得|息|补贴|奖|赚|存|投|退|花|派|扣|还|借|分红|欠|发|充|打|转|汇|租|红利|变成?|入|进|生|结|每人|每位|人均|单人|每月|每年|一个?月|一年|月月|年年|天天|只要|仅需|只需|低至|封顶|起步|最高|最低|总共|一共|共)(?:了|到|满|足|约|才|仅|只要?|就|有|能|是|为|共|要|您|你|咱|我们?|她|他们?|[:： ]){0,3}$/
const NOT_PAID = /拨打|致电|热线|电话|号码|编号|工号|尾号|密码|步行|身高|(?:页|第)[^，]{0,2}$|[A-Za-z\d.-]$/
const FIGURE_ENDS =
  /^(?:$|[，,。；;！!？?\n、)）|]|[ ]*\n|[的了吧呢啊嘛]|左右|上下|以上|起|整|一个?[月年天人位]|[每/／]|就|都|也|再|还|给|钱|的?利|息|分红|补贴|收益|退|涨|降|提|调)/

/** 打120, 打12345: calls, not sums. */
const HOTLINES: ReadonlySet<number> = new Set([110, 114, 119, 120, 122, 12315, 12337, 12345, 12348, 12358, 96110])

function isPlainSum(text: string, numeral: Numeral, start: number, after: string): boolean {
  if (numeral.value >= 1e7 || HOTLINES.has(numeral.value) || !FIGURE_ENDS.test(after)) return false
  const before = clauseBefore(text, start, 10)
  // 月费从两千八涨到三千二
  const isStep = /(?:从|由|到|至)$/.test(before) && /[费价租]/.test(clauseBefore(text, start, 18))
  return (isStep || PAID_FIGURE.test(before)) && !NOT_PAID.test(before)
}

function sizeOf(text: string, numeral: Numeral): number {
  const written = text.slice(numeral.start, numeral.end)
  if (/亿/.test(written)) return 1e8
  return /[kK]/.test(written) ? 1000 : 1e4
}

function fen(yuan: number): number {
  return Math.round(yuan * 100)
}
