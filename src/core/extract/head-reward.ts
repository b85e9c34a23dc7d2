import { holdsAny, markSet } from '../search/mark-set.ts'
import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { clauseBefore, lastMatch, sentenceBefore } from './window.ts'

const TRIGGER = sieved(
  /推荐|介绍|直推|间推|发展|邀请|拉人|拉来?[一1\d]|带[一1\d]|带来|老带新|转介绍|人头|级提成|级奖|级返|级佣|下线|团队|引荐|满[\d一二三四五六七八九十]+人/,
)
const PEOPLE = '(?:个|名|位)?(?:新)?(?:人|客户|会员|老人|朋友|亲友|好友|下线|家庭|单|直推|代理|股东|合伙人)'
const COUNT = '(?:[一二两三四五六七八九十百]+|\\d{1,4})'
/** 推荐一人, 每介绍1位老人入会, 发展三个下线, 满10人. */
const HEADS = new RegExp(
  `(?:(?:推荐|推介|介绍|发展|邀请|引荐|拉|带)(?:来|到|满|够|成功)?(?:${COUNT}|每)?${PEOPLE}|满${COUNT}(?:个|名|位)?人(?!间)|老带新|转介绍|人头|推荐奖|介绍费|推荐费)`,
)
/** Of each of them a character: before most sums none stands. The clause of a sum lies within what is looked at of its sentence. */
const HEAD_MARKS = markSet('推介展邀引拉带满头')
/** 直推, 二代, 团队业绩: what those below bring in. */
const LEVELS =
  /(?:直推|间推|直接推荐|间接推荐|[一二三四五123]级(?:代理|分销|推荐|下线|(?=提成|奖|返|佣))|[一二三123]代(?:奖|提成|拿)?|下线|伞下|团队(?:业绩|奖|流水))/
const REWARDED = /奖|返|给|送|得|拿|提成|补贴|佣金|红包|享|分|提|赚/g
const PAID_IN = /交|缴|付|存|投|购/g
/** 发展三人升主任: heads that buy a rank. */
const PROMOTED = sieved(
  new RegExp(
    `(?:推荐|介绍|发展|拉|带|邀请|直推|满|有)(?:来|到|满|够)?(${COUNT})${PEOPLE}[^，。；\\n]{0,8}?(?:[，,]?(?:即可|就能|可|就)?)(?:升|晋升|晋级|升级|成为|当上?)(?:为|到|成)?[\\u4e00-\\u9fffA-Z]{0,4}?(?:主任|经理|总监|主管|董事|店长|代理|合伙人|股东|组长|钻|星|级|会长|部长|总)`,
    'g',
  ),
)

/** Without these it has nothing to read. */
export const HEAD_REWARD_SIGNS = [TRIGGER]

/** Pay by the head (禁止传销条例 第7条): money or a share for people brought in, and the number of people that raises a rank. */
export function headRewards(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  for (const { start, end, fen, role } of reading.amounts) {
    if (role === 'deposit' || role === 'penalty' || role === 'refund') continue
    const kind = rewardFor(text, start)
    if (kind) facts.push(factAt(clean, start, end, { type: 'head_reward', value: fen, unit: 'fen', role: kind }))
  }
  for (const { start, end, value } of reading.percents) {
    const kind = rewardFor(text, start)
    if (kind) facts.push(factAt(clean, start, end, { type: 'head_reward', value, unit: '%', role: kind }))
  }
  for (const match of reading.sieve.all(PROMOTED)) {
    const at = match.index + match[0].indexOf(match[1]!)
    const heads = reading.numerals.find(({ start }) => start === at)?.value
    if (heads === undefined) continue
    const end = match.index + match[0].length
    facts.push(
      factAt(clean, match.index, end, { type: 'head_reward', value: heads, unit: 'person', role: 'promotion' }),
    )
  }
  // Asked last: few sums stand beside such words, and to look a whole text through for them costs more than to read its sums.
  if (facts.length === 0 || !reading.sieve.has(TRIGGER)) return []
  return facts.sort((a, b) => a.start - b.start)
}

function rewardFor(text: string, start: number): 'head' | 'level' | undefined {
  const clause = clauseBefore(text, start, 24)
  const level = lastIndexIn(LEVELS, clause)
  if (level >= 0 && lastMatch(clause.slice(level), REWARDED)) return 'level'
  const sentence = sentenceBefore(text, start, 28)
  if (!holdsAny(sentence, HEAD_MARKS)) return undefined
  const near = HEADS.exec(clause) ?? HEADS.exec(sentence)
  if (!near) return undefined
  const tail = near.input.slice(near.index + near[0].length)
  const rewarded = lastMatch(near[0] + tail, REWARDED)?.index ?? -1
  const paid = lastMatch(near[0] + tail, PAID_IN)?.index ?? -1
  return rewarded > paid ? 'head' : undefined
}

function lastIndexIn(pattern: RegExp, words: string): number {
  return pattern.exec(words)?.index ?? -1
}
