import { markSet } from '../search/mark-set.ts'
import { type Every, everyAround, everyBefore } from './recurrence.ts'
import { clauseAfter, clauseBefore, lastMatch, sentenceBefore } from './window.ts'
import { type FoundWord, wordFinder } from './word-finder.ts'

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
  | 'income'
  | 'other'

/** What a fee is for. */
export type FeeFor = 'bed' | 'care' | 'meal' | 'overall'

/** What a sum is paid as, and how often. */
export interface Sense {
  role: AmountRole
  every: Every
  of?: FeeFor
}

/** Words that say by themselves what a sum is; `transfer` and `taking` need to know who pays whom. */
const WORDS: readonly [AmountRole | 'transfer' | 'taking', string][] = [
  ['deposit', '押金|保证金|质押金|风险金'],
  ['penalty', '违约金|罚款|滞纳金|赔偿金?|处罚|罚金|罚'],
  ['refund', '退款|退还|退回|退费|退了|退给|退'],
  ['prepayment', '预付款?|预交|预缴|预存款?|预收款?|储值|充值|充卡|充了?|先交|先付'],
  [
    'principal',
    '缴存|交存|认缴|缴付|缴交|交付|投放|投进|垫付|集资款?|入资|注资|股本金|股金|股本|预购|购得|购入|买下|买入|购卡|办卡|续存|转存|预定金|定金|订金|诚意金|意向金|认筹金|占位费|本金|本钱|认购价|认购金|认购款|您放|放了|放在|放入|放|每投入?|投资款?|投入|投了?|存入|存款|存了?|存|定存|认购|认筹|出资|借款|出借|借给|借了?|入股|入伙|入会|加盟|缴纳|交纳|缴费|缴清|缴|交费|交清|交齐|交足|交给|交了?|付清|付齐|购买|买了?|花了?|起投|办理|办|门槛|众筹|入金|入一股|拿出|凑了?|掏了?|积蓄|攒下|垫了?|转入|汇入|打入',
  ],
  [
    'return',
    '租金收入|租金收益|租金回报|租金红利|返还|返租金|返租|返房费|返床位费|返住宿费|补贴房费|归还|可取|能取|取出|返利|返现|返给|返|领取|领|分红|分得|收益|利息|利钱|补贴|补助|红利|回报|派息|生活费|养老金|零花钱?|到手|得到|可得|得|赚|拿回?|拿|回购|兑付|福利金|福利费|付息|结息|派发|变成?|连本带利|本息|取|进账|入账|分配|可获|获得|收回|要回|可分|能分|分给|津贴|孝心金|关爱金|感恩金|报酬|利得|贴息|兑现',
  ],
  [
    'fee',
    '综合费|床位费|床费|房费|住宿费|护理费|照护费|照料费|服务费|养老费|住养费|月费|月租|租金|餐费|伙食费|膳食费|手续费|会员费|会费|管理费|设施费|收费|费用|费',
  ],
  ['reward', '赠送|赠|送|奖励|提成|佣金|奖金|推荐费|奖'],
  ['income', '退休金|退休工资|工资|月薪|年薪|月收入|年收入|低保'],
  ['price', '原价|现价|售价|市场价|团费|价格|价值|仅需|只需|只要|定价|价'],
  [
    'transfer',
    '支付|给付|付款|付给|付了?|付|打款|打给|打了?|打|汇款|汇给|汇了?|转账|转给|转了?|给了?|还了?|还|发给|发放|发',
  ],
  ['taking', '收取|收到|收走|收了?|收'],
]
/** `存了?` stands for 存 and 存了. */
const ROLE_OF = new Map(
  WORDS.flatMap(([role, words]) =>
    words
      .split('|')
      .flatMap((word) => (word.includes('?') ? [word.replace('?', ''), word.replace(/.\?/u, '')] : [word]))
      .map((word): [string, (typeof WORDS)[number][0]] => [word, role]),
  ),
)
/** 消费 and 免费 are no fees. */
const FINDER = wordFinder(
  [...ROLE_OF.keys()],
  (text, { word, index }) => word === '费' && index > 0 && '消免花浪'.includes(text[index - 1]!),
)

/** Those who pay for care, and those who sell it, as papers call them. 他们 said of the seller is the rule in complaints. */
const CUSTOMER =
  '您|你|咱|我(?!司|院|方|公司|们公司)|她|乙方|客户|会员|老人家?|长者|投资[人者]|出借人|母亲|妈妈?|爸爸?|父亲|老伴|奶奶|爷爷|本人|持卡人|每股|每位|每人|股东|老年人|家属|消费者|原告|被害人|受害人|业主|入住人'
const OPERATOR =
  '公司|对方|他们?|平台|甲方|机构|商家|养老院|基地|老板|集团|我司|我方|我院|业务员|销售|项目方|会所|中心|院方|被告|丙方|企业|经理'
const TO_CUSTOMER = new RegExp(`(?:向|给|为|替|往)(?:${CUSTOMER})[^，。；]{0,6}$`)
const TO_OPERATOR = new RegExp(`(?:向|给|替)(?:该|这家|那个)?(?:${OPERATOR})[^，。；]{0,6}$`)
const PARTIES = new RegExp(`(${OPERATOR})|(${CUSTOMER})`, 'g')

const NOUN_BEHIND =
  /^[的]?(?:养老|住养|旅居|生活|高额)?(补贴|补助|津贴|报酬|分红|收益|利息|利钱|红利|回报|返现|押金|保证金|会员费|会费|本金|违约金|手续费|奖励|提成|佣金|生活费|养老金|零花钱|福利金|退休金|工资|收入|进账|租金(?=回报|收益))/
/** What {@link LEAST}, {@link BOUGHT_BACK} and {@link NOUN_BEHIND} begin with: behind most sums stands none of it. */
const SAYS_IT_BEHIND = markSet('元起的价进回赎返退兑归养住旅生高补津报分收利红押保会本违手奖提佣零福工租')
/** 5万起投, 单笔5万起: the least that is taken. */
const LEAST = /^元?起(?!诉|点|步价|来)/
/** 十万块钱存三年, 20万放在公司: what is done with the sum stands behind it. */
const PUT_BEHIND = /^(?:[^，。；]{0,4})(存(?!入?量|在|货)|投(?!诉)|放(?!假|弃)|交给|借给)/

/** Reads what a sum is from the words of its clause: the noun it is, the verb it goes with, and who pays whom. */
export function senseOf(text: string, start: number, end: number): Sense {
  const before = clauseBefore(text, start, 24)
  const after = clauseAfter(text, end, 14)
  const ahead = toldIn(before)
  const told = ahead | toldIn(after)
  const own = (told & TELLS.time) === 0 ? 'once' : everyAround(before, after)
  // 一年一返，每次返5千
  const every =
    own === 'once' && (ahead & TELLS.each) !== 0 && /每[次期回]/.test(before)
      ? (everyBefore(sentenceBefore(text, start, 30)) ?? own)
      : own
  const role = roleIn(text, start, before, after, every)
  // 不入住每年返房费1.5万元: what comes back is no fee.
  const isFeeReturned = (ahead & TELLS.back) !== 0 && /返(?:还)?(?:房费|床位费|住宿费|租金)[为是:： ]*$/.test(before)
  const of = (told & TELLS.fee) === 0 || isFeeReturned ? undefined : feeFor(before, after)
  const isFee =
    role === 'fee' ||
    (of !== undefined && ['principal', 'price', 'other', 'prepayment'].includes(role) && every !== 'once')
  if (!isFee) return { role, every }
  return of === undefined ? { role: 'fee', every } : { role: 'fee', every, of }
}

/** What the characters beside a sum may tell of it, as bits: a period, 每次, what is given back, what a fee is for. */
const TELLS = { time: 1, each: 2, back: 4, fee: 8 } as const
const TOLD_BY = new Uint8Array(0x10000)
for (const [bit, characters] of [
  [TELLS.time, '年月日天晚周季期拜岁'],
  [TELLS.each, '每'],
  [TELLS.back, '返'],
  [TELLS.fee, '费床租'],
] as const)
  for (const character of characters) TOLD_BY[character.charCodeAt(0)]! |= bit

function toldIn(words: string): number {
  let told = 0
  for (let i = 0; i < words.length; i++) told |= TOLD_BY[words.charCodeAt(i)]!
  return told
}

function roleIn(text: string, start: number, before: string, after: string, every: Every): AmountRole {
  const maySayIt = after !== '' && SAYS_IT_BEHIND[after.charCodeAt(0)] !== 0
  if (maySayIt && LEAST.test(after)) return 'principal'
  if (maySayIt && BOUGHT_BACK.test(after) && /[按以用](?:人民币)?$/.test(before)) return 'return'
  const noun = maySayIt ? NOUN_BEHIND.exec(after)?.[1] : undefined
  if (noun !== undefined && STATE.test(before)) return 'income'
  if (noun !== undefined) return /收入|进账|租金/.test(noun) ? 'return' : (known(noun) ?? 'other')
  const last = FINDER.last(before)
  // 押金收了4万5: the noun of the clause says more than the verb of paying.
  const held = last && PLAIN_PAYING.has(last.word) ? lastMatch(before.slice(0, last.index), HELD)?.[0] : undefined
  if (held !== undefined) return known(held) ?? 'deposit'
  const isReturn = last && ROLE_OF.get(last.word) === 'return'
  if (isReturn && STATE.test(before)) return 'income'
  // 缴存养老金20万元: what is paid in may bear the name of what comes back.
  if (isReturn && last.word.length > 1 && PAID_IN.test(before.slice(0, last.index))) return 'principal'
  if (last) return rentPaidOut(text, start, before, last, every) ?? resolved(text, start, before, last, every)
  // 按季度发放补贴，每年合计2,400元: the noun stands in the clause before.
  if (/(?:合计|累计|总计|共计|共)$/.test(before)) {
    const earlier = FINDER.last(sentenceBefore(text, start, 36))?.word
    if (earlier !== undefined) return known(earlier) ?? 'other'
  }
  if (every === 'once' && after !== '' && PUT_BEHIND.test(after)) return 'principal'
  // 逐月返还，每月1500元: what falls due takes the noun of the clause before.
  if (every !== 'once') {
    const earlier = FINDER.last(sentenceBefore(text, start, 30))?.word
    if (earlier !== undefined && known(earlier) === 'return') return 'return'
  }
  // Further behind stands what the next sum is.
  const behind = after === '' ? undefined : FINDER.first(after.slice(0, 6).replace(/[:：、][\s\S]*/, ''))?.word
  return behind === undefined ? 'other' : (known(behind) ?? 'other')
}

/** 公司每月付租金500元: rent that the seller pays comes back on what was put in. */
function rentPaidOut(text: string, start: number, before: string, last: FoundWord, every: Every): 'return' | undefined {
  const ahead = before.slice(0, last.index)
  // 补贴伙食费4000元: what is given for a fee is given.
  if (last.word.endsWith('费') && /(?:补贴|补助|返还?|报销)(?:了|其|老人|您|乙方)?$/.test(ahead)) return 'return'
  if (!RENT.has(last.word)) return undefined
  const verb = lastMatch(ahead, /支付|给付|付给|付|给|发放?|打|返|补/g)
  if (!verb || ahead.length - verb.index > 6) return undefined
  return /返|补/.test(verb[0]) ||
    resolved(text, start, before, { word: verb[0], index: verb.index }, every) === 'return'
    ? 'return'
    : undefined
}

const PAID_IN = /(?:缴存?|交|存|投|充|预存|认购)(?:入|了|纳)?$/
/** 按11万元回购: what is done with the sum stands behind it. */
const BOUGHT_BACK = /^(?:的?价格)?(?:进行)?(?:回购|赎回|返还|退还|兑付|归还)/
/** Paying with no word of what for; and the nouns that say it. */
const PLAIN_PAYING = wordsLike(/^(?:交|缴|付|支付|收|打|转|花|拿|给)/)
const RENT = wordsLike(/租|使用费|托管费/)
const HELD = /押金|保证金|质押金|违约金|滞纳金/g
/** What the state pays to the old is no return of a seller's. */
const STATE = /政府|国家|财政|民政局|社保|街道|社区居委|孩子|儿子|女儿|子女|儿媳|医保|长护险|养老保险/

function wordsLike(pattern: RegExp): ReadonlySet<string> {
  return new Set([...ROLE_OF.keys()].filter((word) => pattern.test(word)))
}

/** The role of a word that says it by itself. */
function known(word: string): AmountRole | undefined {
  const role = ROLE_OF.get(word)
  return role === 'transfer' || role === 'taking' ? undefined : role
}

/** 付, 给, 打 and 还 are paid in or paid back according to who stands on either side of them. */
function resolved(text: string, start: number, before: string, last: FoundWord, every: Every): AmountRole {
  const role = ROLE_OF.get(last.word) ?? 'transfer'
  if (role !== 'transfer' && role !== 'taking') return role
  const inward = role === 'transfer' ? 'principal' : 'return'
  const outward = role === 'transfer' ? 'return' : 'principal'
  const ahead = before.slice(0, last.index)
  const between = before.slice(last.index + last.word.length)
  const receiver = firstParty(between)
  if (role === 'transfer' && receiver) return receiver === 'customer' ? 'return' : 'principal'
  if (TO_CUSTOMER.test(ahead)) return 'return'
  if (TO_OPERATOR.test(ahead)) return 'principal'
  const agent = lastParty(ahead) ?? lastParty(sentenceBefore(text, start - before.length + last.index, 30))
  if (/^[还发]/.test(last.word) || /连本带利|本息|返本/.test(before)) return 'return'
  if (agent === 'operator' && (role === 'taking' || every !== 'once' || /公司|对方|甲方|他们/.test(ahead)))
    return outward
  if (agent === 'customer' && role === 'taking') return inward
  // 每月给800块: nobody is told to pay it, so it is what is promised.
  return /^给/.test(last.word) && every !== 'once' ? 'return' : 'principal'
}

function firstParty(words: string): 'operator' | 'customer' | undefined {
  PARTIES.lastIndex = 0
  const match = PARTIES.exec(words)
  if (!match) return undefined
  return match[1] === undefined ? 'customer' : 'operator'
}

function lastParty(words: string): 'operator' | 'customer' | undefined {
  const match = lastMatch(words, PARTIES)
  return match && (match[1] === undefined ? 'customer' : 'operator')
}

const FEE_NAMES =
  /床位费|床费|床位|房费|住宿费|护理费|照护费|照料费|餐费|伙食费|膳食费|服务费|养老费|住养费|综合费|月费|月租|收费标准|收费|总费用|费用/g

function feeFor(before: string, after: string): FeeFor | undefined {
  const near = before.slice(-14) + (/^[元/每月人的]{0,4}(?:床位费|护理费|服务费|餐费)/.exec(after)?.[0] ?? '')
  const word = /[费床租]/.test(near) ? lastMatch(near, FEE_NAMES)?.[0] : undefined
  if (word === undefined) return undefined
  if (/床|房|住宿|租/.test(word)) return 'bed'
  if (/护|照/.test(word)) return 'care'
  return /餐|食/.test(word) ? 'meal' : 'overall'
}
