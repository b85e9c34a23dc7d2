import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const TITLES =
  '演员|主持人|歌手|歌唱家|艺术家|表演艺术家|明星|影星|笑星|院士|教授|专家|主任医师|博士|国医大师|名中医|老中医|老专家|首长|将军|冠军|营养师|网红|主播|名嘴|老干部|书法家'
/** 著名演员王某某倾情代言, 国医大师李某推荐. */
const BACKS = new RegExp(
  `((?:著名|知名|国家一级|央视|奥运|世界|原|退休|[\\u4e00-\\u9fff]{0,4}医院)?(?:${TITLES})[:： ]?[\\u4e00-\\u9fff·×*]{0,5}?)(?:老师|先生|女士)?(?:倾情|倾力|鼎力|亲自|联袂|强烈|联合|一致|共同|都|也|亲临现场|现场|为我们|为其|为本品|为产品)?(?:代言|推荐|力荐|站台|推介|背书|坐镇|见证|作证|担任[^，。；\\n]{0,8}(?:大使|顾问|代言人))`,
  'g',
)
/** 代言人：张某, 形象大使李某某. */
const NAMED =
  /(?:代言人|形象大使|品牌大使|推广大使|首席顾问|首席专家|荣誉院长|特邀嘉宾|明星股东)[为是:： ]{0,2}((?:著名|知名)?[\u4e00-\u9fff·]{2,10}|[\u4e00-\u9fff][×*某]{1,3})/g

/** Who is made to vouch for the offer: stars, experts, officers (广告法 第16、18、25、38条). */
export function endorsers(reading: Reading): Fact[] {
  const { text, clean } = reading
  if (!/代言|推荐|力荐|站台|推介|背书|坐镇|见证|作证|大使|顾问|首席|荣誉院长|嘉宾|股东/.test(text)) return []
  const facts: Fact[] = []
  for (const match of text.matchAll(BACKS)) {
    const who = match[1]!.replace(/[:： ]+$/, '')
    facts.push(factAt(clean, match.index, match.index + match[1]!.length, { type: 'endorser', value: who, unit: '' }))
  }
  for (const match of text.matchAll(NAMED)) {
    const end = match.index + match[0].length
    if (/^(?:代言|推荐)/.test(match[1]!)) continue
    facts.push(factAt(clean, end - match[1]!.length, end, { type: 'endorser', value: match[1]!, unit: '' }))
  }
  return facts.sort((a, b) => a.start - b.start)
}
