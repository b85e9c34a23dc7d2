import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** Provinces, and the cities that sojourn care is sold to and from, by GB/T 2260. */
const CODES: Readonly<Record<string, string>> = {
  北京: '110000',
  天津: '120000',
  河北: '130000',
  山西: '140000',
  内蒙古: '150000',
  辽宁: '210000',
  沈阳: '210100',
  大连: '210200',
  吉林: '220000',
  长春: '220100',
  黑龙江: '230000',
  哈尔滨: '230100',
  上海: '310000',
  江苏: '320000',
  浙江: '330000',
  安徽: '340000',
  福建: '350000',
  厦门: '350200',
  江西: '360000',
  山东: '370000',
  威海: '371000',
  河南: '410000',
  湖北: '420000',
  武汉: '420100',
  湖南: '430000',
  广东: '440000',
  广州: '440100',
  深圳: '440300',
  珠海: '440400',
  惠州: '441300',
  清远: '441800',
  广西: '450000',
  北海: '450500',
  巴马: '451227',
  海南: '460000',
  海口: '460100',
  三亚: '460200',
  重庆: '500000',
  四川: '510000',
  成都: '510100',
  攀枝花: '510400',
  贵州: '520000',
  云南: '530000',
  昆明: '530100',
  丽江: '530700',
  大理: '532900',
  西双版纳: '532800',
  西藏: '540000',
  陕西: '610000',
  甘肃: '620000',
  青海: '630000',
  宁夏: '640000',
  新疆: '650000',
}
const NAMES = new RegExp(
  `${Object.keys(CODES)
    .sort((a, b) => b.length - a.length)
    .join('|')}`,
  'g',
)

/** Places by GB/T 2260 code, each named place once. 大理石 and 海南鸡饭 are not places. */
export function places(reading: Reading): Fact[] {
  const facts: Fact[] = []
  const seen = new Set<string>()
  for (const match of reading.text.matchAll(NAMES)) {
    const name = match[0]
    const end = match.index + name.length
    if (seen.has(name) || /^(?:石|鸡|菜|大街|路|银行|话)/.test(reading.text.slice(end, end + 2))) continue
    seen.add(name)
    facts.push(factAt(reading.clean, match.index, end, { type: 'place', value: CODES[name]!, unit: '', role: name }))
  }
  return facts
}

/** The code of a place written out (辽宁省沈阳市浑南区): that of the most exact name in it that is known here, or undefined. */
export function regionOfName(words: string): string | undefined {
  const codes = [...words.matchAll(NAMES)].map((match) => CODES[match[0]]!)
  return codes.sort((a, b) => regionDepth(b) - regionDepth(a))[0]
}

function regionDepth(code: string): number {
  return code.replace(/(00)+$/, '').length
}
