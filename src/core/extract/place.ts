import { wordList } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { wordFinder } from './word-finder.ts'

/** Provinces, and the cities that sojourn care is sold to and from, by GB/T 2260. */
const CODES: Readonly<Record<string, string>> = {
  北京: '110000',
  天津: '120000',
  河北: '130000',
  石家庄: '130100',
  秦皇岛: '130300',
  北戴河: '130304',
  张家口: '130700',
  承德: '130800',
  山西: '140000',
  太原: '140100',
  内蒙古: '150000',
  呼和浩特: '150100',
  辽宁: '210000',
  沈阳: '210100',
  大连: '210200',
  吉林: '220000',
  长春: '220100',
  长白山: '222400',
  延吉: '222401',
  黑龙江: '230000',
  哈尔滨: '230100',
  大庆: '230600',
  伊春: '230700',
  牡丹江: '231000',
  五大连池: '231182',
  漠河: '232701',
  上海: '310000',
  江苏: '320000',
  南京: '320100',
  无锡: '320200',
  苏州: '320500',
  浙江: '330000',
  杭州: '330100',
  宁波: '330200',
  温州: '330300',
  湖州: '330500',
  绍兴: '330600',
  舟山: '330900',
  安徽: '340000',
  合肥: '340100',
  黄山: '341000',
  福建: '350000',
  福州: '350100',
  厦门: '350200',
  泉州: '350500',
  江西: '360000',
  南昌: '360100',
  九江: '360400',
  婺源: '361130',
  山东: '370000',
  济南: '370100',
  青岛: '370200',
  烟台: '370600',
  威海: '371000',
  乳山: '371083',
  日照: '371100',
  河南: '410000',
  郑州: '410100',
  开封: '410200',
  洛阳: '410300',
  湖北: '420000',
  武汉: '420100',
  宜昌: '420500',
  荆门: '420800',
  恩施: '422800',
  利川: '422802',
  湖南: '430000',
  长沙: '430100',
  张家界: '430800',
  广东: '440000',
  广州: '440100',
  深圳: '440300',
  珠海: '440400',
  佛山: '440600',
  湛江: '440800',
  惠州: '441300',
  阳江: '441700',
  清远: '441800',
  东莞: '441900',
  广西: '450000',
  南宁: '450100',
  柳州: '450200',
  桂林: '450300',
  北海: '450500',
  防城港: '450600',
  巴马: '451227',
  海南: '460000',
  海口: '460100',
  三亚: '460200',
  儋州: '460400',
  五指山: '469001',
  琼海: '469002',
  文昌: '469005',
  万宁: '469006',
  东方市: '469007',
  陵水: '469028',
  保亭: '469029',
  重庆: '500000',
  四川: '510000',
  成都: '510100',
  都江堰: '510181',
  攀枝花: '510400',
  绵阳: '510700',
  峨眉山: '511181',
  宜宾: '511500',
  西昌: '513401',
  贵州: '520000',
  贵阳: '520100',
  六盘水: '520200',
  遵义: '520300',
  安顺: '520400',
  云南: '530000',
  昆明: '530100',
  腾冲: '530581',
  丽江: '530700',
  普洱: '530800',
  弥勒: '532504',
  建水: '532524',
  西双版纳: '532800',
  景洪: '532801',
  大理: '532900',
  瑞丽: '533102',
  芒市: '533103',
  西藏: '540000',
  拉萨: '540100',
  陕西: '610000',
  西安: '610100',
  汉中: '610700',
  甘肃: '620000',
  兰州: '620100',
  青海: '630000',
  西宁: '630100',
  宁夏: '640000',
  银川: '640100',
  新疆: '650000',
  乌鲁木齐: '650100',
}
/** Without one of these there is nothing to read. */
export const PLACE_NAMES = wordList(Object.keys(CODES))
const NAMES = wordFinder(Object.keys(CODES))
const NO_PLACE = /^(?:石|鸡|菜|大街|路|银行|话|茶|毛峰|充足|时间)/

/** Places by GB/T 2260 code, each named place once. 大理石 and 海南鸡饭 are not places. */
export function places(reading: Reading): Fact[] {
  const facts: Fact[] = []
  const seen = new Set<string>()
  for (const { start, end } of reading.sieve.words(PLACE_NAMES)) {
    const name = reading.text.slice(start, end)
    if (seen.has(name) || NO_PLACE.test(reading.text.slice(end, end + 2))) continue
    seen.add(name)
    facts.push(factAt(reading.clean, start, end, { type: 'place', value: CODES[name]!, unit: '', role: name }))
  }
  return facts
}

/** The code of a place written out (辽宁省沈阳市浑南区): that of the most exact name in it that is known here, or undefined. */
export function regionOfName(words: string): string | undefined {
  const codes = NAMES.all(words).map(({ word }) => CODES[word]!)
  return codes.sort((a, b) => regionDepth(b) - regionDepth(a))[0]
}

function regionDepth(code: string): number {
  return code.replace(/(00)+$/, '').length
}
