import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const NAME = '(?:了|过|其|该公司)?[“"《「『]?([^，。；、！!\\n”"》」』(（]{0,30}'
/** 荣获, 被评为 …, and what was won, to the end of its name. */
const WON = sieved(
  new RegExp(
    `(?:荣获|喜获|获评|荣膺|被评为|评为|获颁|摘得|斩获|蝉联|被授予|连续[\\u4e00-\\u9fff\\d]{1,3}年获)${NAME}(?:奖|称号|荣誉|企业|单位|基地|品牌|百强|十强|十佳|认证|证书|机构|示范(?:点|区|项目)|商标|社区|标兵|星级|工程|景区))|(?:获得|授予|入选)${NAME}(?:奖|称号|百强|十强|十佳|认证|示范(?:点|区|项目|单位|基地|企业)|(?:先进|优秀|诚信|信用|著名|知名|十大)(?:单位|企业|机构|品牌|集体)|驰名商标|著名商标|标兵))`,
    'g',
  ),
)
/** 多项荣誉, 3项大奖: nothing is named. */
const UNNAMED = /^(?:[多数\d一二三四五六七八九十]+[项个种]|各类|许多|众多)/
/** Honours that stand alone on a page: 全国敬老文明号, AAA级信用企业, 中国驰名商标. */
const NAMED = sieved(
  /(?:(?:全国|中国|国家级?|世界|亚洲|[省市]级)[\u4e00-\u9fff]{0,10}(?:十佳|百强|十大品牌|驰名商标|示范(?:单位|基地|企业|项目)|先进(?:单位|集体)|文明号|诚信(?:单位|企业)|金奖|领军品牌|著名品牌|放心品牌)|AAA级?(?:信用|诚信)(?:企业|单位)|守合同重信用(?:企业|单位)|高新技术企业|专精特新(?:企业)?|五星级养老(?:机构|院)|[35]A级(?:景区|养老机构|养老服务机构))/g,
)

const TRIGGER = sieved(/获|评为|授予|膺|摘得|入选|蝉联|级|全国|中国|国家|重信用|高新|专精/)

/** Without these it has nothing to read. */
export const HONOUR_SIGNS = [WON, NAMED]

/** Honours claimed: the name of the prize or title. Whether it was given is for the officer to ask. */
export function honours(reading: Reading): Fact[] {
  const { clean } = reading
  if (!reading.sieve.has(TRIGGER)) return []
  const facts: Fact[] = []
  const taken: number[] = []
  for (const match of reading.sieve.all(WON)) {
    const name = (match[1] ?? match[2])!
    const end = match.index + match[0].length
    if (name.length < 3 || UNNAMED.test(name) || /许可|营业执照|法人|权人/.test(name)) continue
    taken.push(match.index, end)
    facts.push(factAt(clean, end - name.length, end, { type: 'honour', value: name, unit: '' }))
  }
  for (const match of reading.sieve.all(NAMED)) {
    const end = match.index + match[0].length
    if (taken.some((_, i) => i % 2 === 0 && match.index < taken[i + 1]! && end > taken[i]!)) continue
    facts.push(factAt(clean, match.index, end, { type: 'honour', value: match[0], unit: '' }))
  }
  return facts
}
