import type { Fact, FactType } from '../extract/fact.ts'
import { sentenceAfter, sentenceBefore } from '../extract/window.ts'
import { gateFor, opened } from '../search/gate.ts'
import { matches } from '../search/matches.ts'
import { sentences } from './sentences.ts'

/** Asks the reader to pay, to come or to get in touch for it. */
const CALLS =
  /认购|抢购|抢订|订购|选购|名额|席位|报名|预[订定约]|下单|购买|加盟|入会|办卡|限时|限量|优惠|立即|马上|速来|咨询热线|咨询电话|订房|热线|详询|垂询|详情咨询|加微信|加V|添加微信|扫码|二维码|招商|免费体验|免费领|参观|了解更多|点击|来电|致电|私信|进群|入群|欢迎/

/** Calls that no authority makes: they turn even a notice or a warning into an offer. */
const SELLING_CALLS =
  /认购|抢购|抢订|订购|选购|预[订定](?!金)|下单|小黄车|加盟|入会|办卡|限时|限量|优惠|立即|马上|速来|订房|加微信|加V|添加微信|招商|免费体验|免费领|私信|进群|入群/

/** Numbers to call against a swindle, not for an offer. */
const AGAINST =
  /举报|报警|投诉|报案|监督电话|反诈|警惕|谨防|切勿|不要|维权|核实|公安|派出所|12315|12345|12337|96110|市场监(?:管|督)|民政局|消费者协会|记者|软文/
const NEAR = 40

/** A contact to point the telephone at. */
const SCANS = /扫码|二维码|长按识别/g
const GATE = gateFor([SCANS])

/** How plainly a paper asks for business: not at all, by a contact to enquire at, or by a call to buy. */
export type Solicitation = 'none' | 'enquire' | 'buy'

/**
 * Whether a contact stands by a call to pay or to act: what makes a warning or a news item an offer
 * (互联网广告可识别性执法指南 第11条). A number given to report a swindle to does not count.
 */
export function soliciting(text: string, facts: readonly Fact[]): Solicitation {
  const contacts = facts.filter(({ type }) => CONTACTS.has(type))
  const scans = opened(GATE, text) !== 0
  if (contacts.length === 0 && !scans) return 'none'
  let found: Solicitation = 'none'
  for (const place of contactPlaces(text, contacts, scans)) {
    const around = text.slice(Math.max(0, place.start - NEAR), Math.min(text.length, place.end + NEAR))
    const sentence = sentenceBefore(text, place.start, NEAR) + sentenceAfter(text, place.end, NEAR)
    if (AGAINST.test(sentence)) continue
    if (SELLING_CALLS.test(around)) return 'buy'
    if (CALLS.test(around) || isPriced(around)) found = 'enquire'
  }
  return found
}

const CONTACTS: ReadonlySet<FactType> = new Set<FactType>(['phone', 'wechat', 'qq', 'link'])

/** Whether a text names a contact that no authority has: a WeChat or QQ account, a mobile telephone. */
export function hasOwnContact(facts: readonly Fact[]): boolean {
  return facts.some(
    ({ type, value }) => type === 'wechat' || type === 'qq' || (type === 'phone' && MOBILE.test(`${value}`)),
  )
}

const MOBILE = /^1[3-9]\d{9}$/

/** Calls to buy that the writer makes himself. */
const OWN_CALL =
  /(?:立即|马上|速来|抓紧|尽快|赶快|赶紧|欢迎)[^。，！]{0,8}(?:认购|抢购|抢订|报名|预[订定约]|下单|办理|办卡|咨询|参观|加入|入会)|速来|名额(?:仅剩|有限|不多)|仅剩\d|(?:认购|预[订定约]|报名|咨询|订房|招商|抢订|加盟)(?:热线|电话|专线|请|款|微信)|选择我们|(?:请|可)?到前台|小黄车|扫码(?:认购|抢购|报名|入会|下单)/
/** Told of others: 不法分子以“名额有限、立即认购”诱骗. */
const OF_OTHERS = /不法|犯罪|骗子|诱骗|诱导|话术|打着|旗号|幌子|诱饵|嫌疑人|举报/

/** Whether a sentence of a text calls to buy without telling it of others; what stands in quotation marks is another's. */
export function sellsItself(text: string): boolean {
  return sentences(text).some(({ start, end }) => {
    const sentence = text.slice(start, end).replace(/[“"「][^”"」]{0,200}[”"」]/g, '')
    return OWN_CALL.test(sentence) && !OF_OTHERS.test(sentence)
  })
}

/** What a buyer pays and gets for it: 年卡39800元，三年期满全额退回. */
const TERMS =
  /\d\s?(?:万元?|元|块)[^。！？\n]{0,40}(?:返|退还|退回|全退|收益|分红|利息|补贴|另享|每[年月季])|年化|月息|返利|返现|保本|保息|每[年月季][^。！？\n]{0,10}(?:收益|返|领|分红)/
/** Told of others, or held against them: 凡承诺年化18%的, 保本保息的多为骗局. */
const HELD_AGAINST =
  /不法|犯罪|骗|诱导|话术|打着|旗号|幌子|诱饵|嫌疑|举报|警惕|谨防|当心|切勿|请勿|切莫|不要|别信|凡|声称|号称|宣称|谎称|许诺|所谓|属于|多为|可能|涉嫌|非法集资|有人|遇到|碰到|听到|如果|一旦/

/** Whether a sentence outside quotation marks says what is paid and what comes back, and holds it against nobody. */
export function statesTerms(text: string): boolean {
  return sentences(text).some(({ start, end }) => {
    const sentence = text.slice(start, end).replace(/[“"「][^”"」]{0,200}[”"」]/g, '')
    return TERMS.test(sentence) && !HELD_AGAINST.test(sentence)
  })
}

/** 39800元/季，含食宿。电话…: a price beside the number is call enough. */
function isPriced(around: string): boolean {
  return (
    /\d\s?元(?:[/／]|起|一|每|，|,)|(?:仅需|只需|只要|特价|售价|价格)/.test(around) &&
    /旅居|康养|养老|候鸟|会员|床位|基地|酒店|公寓/.test(around)
  )
}

/** Contacts are found again in the sample by what they say, since facts carry places of the original. */
function contactPlaces(text: string, contacts: readonly Fact[], scans: boolean): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (const word of new Set(contacts.map((fact) => fact.quote)).values()) {
    const start = word === '' ? -1 : text.indexOf(word)
    if (start >= 0) places.push({ start, end: start + word.length })
  }
  for (const match of scans ? matches(SCANS, text) : [])
    places.push({ start: match.index, end: match.index + match[0].length })
  return places.slice(0, 50)
}
