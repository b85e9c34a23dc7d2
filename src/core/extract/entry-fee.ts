import { sieved } from '../search/sieve.ts'
import type { Amount } from './amount.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { clauseBefore, sentenceBefore } from './window.ts'

const NAMES =
  '入门费|入会费|加盟费|加盟金|代理费|代理金|合伙人?费|门槛费|名额费|激活费|入伙费|资格费|席位费|报单费|报单款|开单费|入盟费|经销权费|授权费|会籍费|注册会员费'
const BEFORE = new RegExp(`(${NAMES})[^，。；\\n]{0,14}$`)
const LISTED = new RegExp(`(${NAMES})[为是有:：][^。；\\n]{0,40}$`)
const BEHIND = new RegExp(`^的?[\\u4e00-\\u9fff]{0,4}?(${NAMES})`)
/** 律师代理费 is no price of entry. */
const LAWYER = /律师|诉讼|本案|判令|辩护|法律服务|[原被]告/
const ANY = sieved(new RegExp(NAMES))

/** Without these it has nothing to read. */
export const ENTRY_FEE_SIGNS = [ANY]

/** What is paid for the right to take part or to bring others in (禁止传销条例 第7条: 入门费), in whole fen. */
export function entryFees(reading: Reading): Fact[] {
  return reading.amounts.filter((amount) => isEntryFee(reading.text, amount)).map((amount) => factOf(reading, amount))
}

function isEntryFee(text: string, { start, end, role }: Amount): boolean {
  if (LAWYER.test(sentenceBefore(text, start, 24)) || role === 'refund' || role === 'penalty' || role === 'return')
    return false
  return (
    BEFORE.test(clauseBefore(text, start, 22)) ||
    BEHIND.test(text.slice(end, end + 10)) ||
    // 加盟费：县级3万元，市级10万元
    LISTED.test(sentenceBefore(text, start, 50))
  )
}

function factOf(reading: Reading, { start, end, fen }: Amount): Fact {
  return factAt(reading.clean, start, end, { type: 'entry_fee', value: fen, unit: 'fen' })
}
