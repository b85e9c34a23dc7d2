import { isDay } from '../clock/shanghai.ts'
import { CHANNELS, type Channel, ENTITIES, type Entity, KINDS, type Kind } from '../document.ts'
import { regionOfName } from '../extract/place.ts'
import { wasRegion } from '../regions/region.ts'
import type { Given } from './envelope.ts'

/** What cells of an export say of a paper, as written there: 投诉, 短信, 吉林省长春市, 2026-05-01 10:00. */
export interface Said {
  kind?: string
  date?: string
  region?: string
  entity?: string
  channel?: string
  title?: string
}

/** Those words as ours. A cell that says nothing we know is left alone rather than guessed at. */
export function givenFrom(said: Said): Given {
  const kind = wordIn(KINDS, KIND_WORDS, said.kind)
  const date = said.date?.trim().slice(0, 10)
  const region = regionOf(said.region)
  const entity = wordIn(ENTITIES, ENTITY_WORDS, said.entity)
  const channel = wordIn(CHANNELS, CHANNEL_WORDS, said.channel)
  const title = said.title?.trim()
  return {
    ...(kind ? { kind } : {}),
    ...(date && isDay(date) ? { date } : {}),
    ...(region ? { region } : {}),
    ...(entity ? { entity } : {}),
    ...(channel ? { channel } : {}),
    ...(title ? { title } : {}),
  }
}

function wordIn<T extends string>(ours: readonly T[], theirs: [RegExp, T][], said: string | undefined): T | undefined {
  const word = said?.trim().toLowerCase()
  if (!word) return undefined
  return ours.find((known) => known === word) ?? theirs.find(([pattern]) => pattern.test(word))?.[1]
}

function regionOf(said: string | undefined): string | undefined {
  const word = said?.trim()
  if (!word) return undefined
  return wasRegion(word) ? word : regionOfName(word)
}

// 投诉举报 names both without saying which: such a cell decides nothing.
const KIND_WORDS: [RegExp, Kind][] = [
  [/^投诉(?!举报)/, 'complaint'],
  [/^举报/, 'report'],
  [/合同|协议/, 'contract'],
  [/广告|宣传|文案|营销/, 'marketing'],
]

const ENTITY_WORDS: [RegExp, Entity][] = [
  [/养老(机构|院|公寓)|敬老院|福利院/, 'care_institution'],
  [/旅行社|旅游公司/, 'travel_agency'],
  [/健康|康养/, 'health_company'],
  [/酒店|宾馆|民宿|度假/, 'hotel'],
  [/俱乐部|会所|协会/, 'club'],
  [/^个人|个体/, 'individual'],
  [/政府|机关|事业单位/, 'government'],
]

const CHANNEL_WORDS: [RegExp, Channel][] = [
  [/直播/, 'live'],
  [/微信群|群聊|社群|朋友圈/, 'group_chat'],
  [/短信|彩信/, 'sms'],
  [/电话|来电/, 'phone'],
  [/app|小程序|短视频|抖音|快手/, 'app'],
  [/网页|网站|网络|公众号/, 'web'],
  [/传单|报纸|杂志|印刷|折页|海报/, 'print'],
  [/户外|电梯|公交/, 'outdoor'],
  [/会销|讲座|推介会|会议|宣讲/, 'seminar'],
  [/上门|入户/, 'door_to_door'],
]
