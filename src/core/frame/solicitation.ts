import type { Fact } from '../extract/fact.ts'
import { sentenceAfter, sentenceBefore } from '../extract/window.ts'

/** Asks the reader to pay, to come or to get in touch for it. */
const CALLS =
  /认购|抢购|抢订|订购|选购|名额|席位|报名|预[订定约]|下单|购买|加盟|入会|办卡|限时|限量|优惠|立即|马上|速来|咨询热线|咨询电话|订房|热线|详询|垂询|详情咨询|加微信|加V|添加微信|扫码|二维码|招商|免费体验|免费领|参观|了解更多|点击|来电|致电|私信|进群|入群|欢迎/

/** Calls that no authority makes: they turn even a notice or a warning into an offer. */
const SELLING_CALLS =
  /认购|抢购|抢订|订购|选购|预[订定](?!金)|下单|小黄车|加盟|入会|办卡|限时|限量|优惠|立即|马上|速来|订房|加微信|加V|添加微信|招商|免费体验|免费领|私信|进群|入群/

/** Numbers to call against a swindle, not for an offer. */
const AGAINST =
  /举报|报警|投诉|报案|监督电话|反诈|警惕|谨防|切勿|不要|维权|核实|公安|派出所|12315|12345|12337|96110|市场监(?:管|督)|民政局|消费者协会|记者/
const NEAR = 40

/** How plainly a paper asks for business: not at all, by a contact to enquire at, or by a call to buy. */
export type Solicitation = 'none' | 'enquire' | 'buy'

/**
 * Whether a contact stands by a call to pay or to act: what makes a warning or a news item an offer
 * (互联网广告可识别性执法指南 第11条). A number given to report a swindle to does not count.
 */
export function soliciting(text: string, facts: readonly Fact[]): Solicitation {
  const contacts = facts.filter((fact) => ['phone', 'wechat', 'qq', 'link'].includes(fact.type))
  if (contacts.length === 0 && !/扫码|二维码|长按识别/.test(text)) return 'none'
  let found: Solicitation = 'none'
  for (const place of contactPlaces(text, contacts)) {
    const around = text.slice(Math.max(0, place.start - NEAR), Math.min(text.length, place.end + NEAR))
    const sentence = sentenceBefore(text, place.start, NEAR) + sentenceAfter(text, place.end, NEAR)
    if (AGAINST.test(sentence)) continue
    if (SELLING_CALLS.test(around)) return 'buy'
    if (CALLS.test(around) || isPriced(around)) found = 'enquire'
  }
  return found
}

/** 39800元/季，含食宿。电话…: a price beside the number is call enough. */
function isPriced(around: string): boolean {
  return (
    /\d\s?元(?:[/／]|起|一|每|，|,)|(?:仅需|只需|只要|特价|售价|价格)/.test(around) &&
    /旅居|康养|养老|候鸟|会员|床位|基地|酒店|公寓/.test(around)
  )
}

/** Contacts are found again in the sample by what they say, since facts carry places of the original. */
function contactPlaces(text: string, contacts: readonly Fact[]): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = []
  for (const word of new Set(contacts.map((fact) => fact.quote)).values()) {
    const start = word === '' ? -1 : text.indexOf(word)
    if (start >= 0) places.push({ start, end: start + word.length })
  }
  for (const match of text.matchAll(/扫码|二维码|长按识别/g))
    places.push({ start: match.index, end: match.index + match[0].length })
  return places.slice(0, 50)
}
