import type { Amount } from './amount.ts'
import type { Reading } from './reading.ts'

/** A sum paid in and a payment that comes back for it. */
export interface PaymentStream {
  principal: Amount
  back: Amount
}

/** Characters after the sum paid in within which the payments back are looked for. */
const REACH = 90
/** A sum that nothing calls paid in is taken for it only from this size on, when a regular payment follows. */
const LARGE_FEN = 500_000

/** 不去住的话每年退2400元: what comes back for not using what was paid for. */
const UNUSED = /不(?:去|来|入)?住|未(?:入)?住|没(?:去|有)?住|不用|未使用|闲置/
/** A debt being paid off is no promise. */
const PAID_OFF = /每?月还|分[\d一二三四五六七八九十]+[次期]|还款|偿还|归还|还清|月供|尾款|余款|欠/

/** Put in to grow, where 交 and 付 may be for a service. */
const INVESTED = /投|存|放|借|认购|入股|入伙|本金|出资/

/** Pairs every sum paid in with what comes back for it: who put in how much, and how much returns how often. */
export function paymentStreams(reading: Reading): PaymentStream[] {
  const found: PaymentStream[] = []
  if (!reading.amounts.some(mayComeBack)) return found
  for (let i = 0; i < reading.amounts.length; i++) {
    const principal = principalAt(reading, i)
    if (!principal) continue
    for (const back of paymentsBack(reading, i)) found.push({ principal, back })
  }
  return found
}

/** False for a sum that comes back for none other. */
function mayComeBack({ role, every }: Amount): boolean {
  if (role === 'other' || role === 'price') return every !== 'once'
  return role === 'return' || role === 'reward' || role === 'refund'
}

/** The sum paid in: named as such, the base of 每投1万 and 每万元, or what a regular payment follows. */
function principalAt(reading: Reading, i: number): Amount | undefined {
  const amount = reading.amounts[i]!
  const { text } = reading
  const before = text.slice(Math.max(0, amount.start - 12), amount.start)
  const hasEach = before.includes('每')
  const isBase =
    (hasEach && /每(?:存|投|交|满|缴|投入|存入)?(?:入|够|足|满)?$/.test(before)) ||
    (amount.end > amount.start + 1 && text.startsWith('万元', amount.start))
  if ((amount.every !== 'once' && !isBase) || amount.lowFen !== undefined) return undefined
  // What a bank lends is paid back by the borrower: no return on anybody's money.
  if (/贷款|房贷|车贷|保费|保险/.test(before) || /^的?保费/.test(text.slice(amount.end, amount.end + 3)))
    return undefined
  if (isBase) return { ...amount, role: 'principal', every: 'once' }
  if (hasEach && amount.role !== 'return' && /每(?:单位|份|股|张|床|套|单)$/.test(before))
    return { ...amount, role: 'principal' }
  if (amount.role === 'principal' || amount.role === 'prepayment' || amount.role === 'deposit') return amount
  const after = text.slice(amount.end, amount.end + 9)
  if (
    amount.role === 'fee' &&
    (/(?:会|会员|入会|设施|建设|占位|加盟|安家|入门|代理|权益)费[:：为共是]?$/.test(before) ||
      /^的?会员?费/.test(after))
  )
    return amount
  if (/(?:公寓|床位|铺位|权益|一股|一份|一单|一套|一张|一间)[为:：]?[(（]?$/.test(before) && amount.role !== 'return')
    return amount
  // 价值10万元的床位, 30万元的公寓
  if (/^的?(?:养老)?(?:床位|公寓|房产|权益|铺位)/.test(after) && amount.role !== 'return') return amount
  if (
    /^[，,]?(?:每年|每月|每天|每季度?|一年|一个月|一天|年|月)(?:的|可得|固定|都|就|能|可以?)*(?:利息|收益|分红|返|补贴|给|有|生|赚|拿|得|[\d一二两三四五六七八九])/.test(
      after,
    )
  ) {
    if (amount.role === 'other' || amount.role === 'return') return { ...amount, role: 'principal' }
  }
  if (amount.role !== 'price' && amount.role !== 'other') return undefined
  if (amount.role === 'price' && /仅需|只需|只要$/.test(before)) return amount
  const next = reading.amounts[i + 1]
  const isFollowed =
    next !== undefined &&
    (next.role === 'return' || (next.role === 'refund' && next.fen > amount.fen)) &&
    next.start - amount.end <= 40
  return isFollowed &&
    amount.fen >= LARGE_FEN &&
    next.fen * 2 < amount.fen * 5 &&
    !/价值$|欠|卖|售出|货款|工程款|房款|合同价|租金/.test(before) &&
    !PAID_OFF.test(text.slice(amount.end, next.end + 6))
    ? amount
    : undefined
}

/** The first payment back, with those of later years; a sum told in all (累计) says the same again. */
function paymentsBack(reading: Reading, i: number): Amount[] {
  const { amounts, text } = reading
  const principal = amounts[i]!
  const back: Amount[] = []
  for (let j = i + 1; j < amounts.length; j++) {
    const amount = amounts[j]!
    if (amount.start - principal.end > REACH || /\n\s*\n/.test(text.slice(principal.end, amount.start))) break
    const isBack =
      amount.role === 'return' ||
      (amount.role === 'reward' &&
        (amount.every !== 'once' || /^的?(?:现金|红包)/.test(text.slice(amount.end, amount.end + 4)))) ||
      isBare(text, principal, amount) ||
      (amount.role === 'price' && isGift(text, amount)) ||
      (amount.role === 'refund' &&
        (amount.fen > principal.fen ||
          (amount.every !== 'once' && UNUSED.test(text.slice(principal.end, amount.start)))))
    if (isBack && (back.length === 0 || isOfLaterYear(text, amount))) back.push(amount)
    // Another sum paid in: its payments are its own.
    else if (amount.role === 'principal' && amount.every === 'once') break
  }
  if (back.length > 0) return back
  const ahead = amounts[i - 1]
  const isWhole =
    ahead?.role === 'return' &&
    ahead.every === 'once' &&
    ahead.fen > principal.fen &&
    principal.start - ahead.end <= 20 &&
    /本息|连本带利|返本付息|还本付息|到期|期满/.test(text.slice(Math.max(0, ahead.start - 16), ahead.start))
  if (isWhole) return [ahead]
  const isAhead =
    ahead?.role === 'return' &&
    ahead.every !== 'once' &&
    principal.role !== 'deposit' &&
    principal.fen >= ahead.fen * 3 &&
    principal.start - ahead.end <= 20 &&
    !isPaidFor(reading, i - 1)
  return isAhead ? [ahead] : []
}

/** 投资1万，一天10块钱; 一万一年八百: only the period stands between the two sums. */
function isBare(text: string, principal: Amount, amount: Amount): boolean {
  return (
    amount.role === 'other' &&
    amount.every !== 'once' &&
    (/^[，, ]?(?:每|一个?)(?:年|月|天)(?:都|就|能|可以?|有|生|出|赚|进|固定)*$/.test(
      text.slice(principal.end, amount.start),
    ) ||
      (INVESTED.test(text.slice(Math.max(0, principal.start - 8), principal.end + 3)) &&
        /^[^。；]{0,16}$/.test(text.slice(principal.end, amount.start))))
  )
}

/** 第二年领1000元 beside 第一年领800元. */
function isOfLaterYear(text: string, amount: Amount): boolean {
  const before = text.slice(Math.max(0, amount.start - 12), amount.start)
  return amount.every !== 'once' && /(?:第[二三四五六七八九2-9]年|次年|翌年)[^，。；]*$/.test(before)
}

/** 每年送价值6000元的免费住: a return in kind, at the value stated. */
function isGift(text: string, amount: Amount): boolean {
  const before = text.slice(Math.max(0, amount.start - 30), amount.start)
  return amount.every !== 'once' && /(?:送|赠|免费|补贴|返|领|发)[^。；\n]*(?:价值|市值|值)[约为共]?$/.test(before)
}

/** True when the payment already belongs to a sum before it. */
function isPaidFor(reading: Reading, at: number): boolean {
  const payment = reading.amounts[at]!
  const before = reading.amounts[at - 1]
  return before !== undefined && before.role === 'principal' && payment.start - before.end <= REACH
}
