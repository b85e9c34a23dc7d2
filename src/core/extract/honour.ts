import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** 荣获, 被评为 …, and what was won, to the end of its name. */
const WON =
  /(?:荣获|喜获|获评|荣膺|被评为|评为|获颁|摘得|斩获|蝉联|被授予|授予|获得|入选|连续[\u4e00-\u9fff\d]{1,3}年获)(?:了|过|其|该公司)?[“"《「『]?([^，。；！!\n”"》」』]{0,30}?(?:奖|称号|荣誉|企业|单位|基地|品牌|百强|十强|十佳|认证|证书|机构|示范(?:点|区|项目)|商标|社区|标兵|星级|工程))/g
/** Honours that stand alone on a page: 全国敬老文明号, AAA级信用企业, 中国驰名商标. */
const NAMED =
  /(?:(?:全国|中国|国家级?|世界|亚洲|[省市]级)[\u4e00-\u9fff]{0,10}(?:十佳|百强|十大品牌|驰名商标|示范(?:单位|基地|企业|项目)|先进(?:单位|集体)|文明号|诚信(?:单位|企业)|金奖|领军品牌|著名品牌|放心品牌)|AAA级?(?:信用|诚信)(?:企业|单位)|守合同重信用(?:企业|单位)|高新技术企业|专精特新(?:企业)?|五星级养老(?:机构|院)|[35]A级(?:景区|养老机构|养老服务机构))/g

/** Honours claimed: the name of the prize or title. Whether it was given is for the officer to ask. */
export function honours(reading: Reading): Fact[] {
  const { text, clean } = reading
  if (!/获|评为|授予|膺|摘得|入选|蝉联|级|全国|中国|国家|重信用|高新|专精/.test(text)) return []
  const facts: Fact[] = []
  const taken: number[] = []
  for (const match of text.matchAll(WON)) {
    const name = match[1]!
    const end = match.index + match[0].length
    if (/(?:行政|营业)许可|许可证|营业执照/.test(name)) continue
    taken.push(match.index, end)
    facts.push(factAt(clean, end - name.length, end, { type: 'honour', value: name, unit: '' }))
  }
  for (const match of text.matchAll(NAMED)) {
    const end = match.index + match[0].length
    if (taken.some((_, i) => i % 2 === 0 && match.index < taken[i + 1]! && end > taken[i]!)) continue
    facts.push(factAt(clean, match.index, end, { type: 'honour', value: match[0], unit: '' }))
  }
  return facts
}
