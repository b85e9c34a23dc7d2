import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const TITLES =
  '演员|主持人|歌手|歌唱家|艺术家|表演艺术家|明星|影星|笑星|院士|教授|专家|主任医师|博士|国医大师|名中医|老中医|老专家|首长|将军|冠军|营养师|网红|主播|名嘴|老干部|书法家'
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
/** 著名演员王某某倾情代言, 国医大师李某推荐. */
const TITLED = `(?:${TITLES})[:： ]?(?:[${SURNAMES}][\\u4e00-\\u9fff·×*]{0,2}?)?`
const VOUCHES =
  '(?:老师|先生|女士)?(?:倾情|倾力|鼎力|亲自|联袂|强烈|联合|一致|共同|都|也|亲临现场|现场|为我们|为其|为本品|为产品)?(?:代言|推荐|力荐|站台|推介|背书|坐镇|见证|作证|担任[^，。；\\n]{0,8}(?:大使|顾问|代言人))'
const BACKS = sieved(
  new RegExp(`((?:著名|知名|国家一级|央视|奥运|世界|原|退休|[\\u4e00-\\u9fff]{0,4}医院)?${TITLED})${VOUCHES}`, 'g'),
)
/** The same without what may stand before the title, for which every character would have to be tried: asked first. */
const BACKS_AT_ALL = sieved(new RegExp(`${TITLED}${VOUCHES}`))
/** 代言人：张某, 形象大使李某某. */
const NAMED = sieved(
  new RegExp(
    `(?:代言人|形象大使|品牌大使|推广大使|首席顾问|首席专家|荣誉院长|特邀嘉宾|明星股东)(?:[为是:： ]{1,2}((?:著名|知名)?(?:演员|主持人|歌手|教授|专家|院士)?[${SURNAMES}][\\u4e00-\\u9fff×*]{1,2})|([${SURNAMES}][某×*]{1,2}))`,
    'g',
  ),
)

/** Without these it has nothing to read. */
export const ENDORSER_SIGNS = [BACKS, NAMED]

/** Who is made to vouch for the offer: stars, experts, officers (广告法 第16、18、25、38条). */
export function endorsers(reading: Reading): Fact[] {
  const { clean } = reading
  const facts: Fact[] = []
  for (const match of reading.sieve.has(BACKS_AT_ALL) ? reading.sieve.all(BACKS) : []) {
    const who = match[1]!.replace(/[:： ]+$/, '')
    facts.push(factAt(clean, match.index, match.index + match[1]!.length, { type: 'endorser', value: who, unit: '' }))
  }
  for (const match of reading.sieve.all(NAMED)) {
    const end = match.index + match[0].length
    const who = (match[1] ?? match[2])!
    facts.push(factAt(clean, end - who.length, end, { type: 'endorser', value: who, unit: '' }))
  }
  return facts.sort((a, b) => a.start - b.start)
}
