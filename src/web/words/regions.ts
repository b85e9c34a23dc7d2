import { regionPrefix } from '../../core/access/viewer.ts'
import type { Language } from './words.ts'

/**
 * What a GB/T 2260 code is called: `440300` -> 广东省深圳市. A county not named here is shown as its city with the code,
 * a code not named at all as itself.
 */
export function regionName(code: string, language: Language, country: string): string {
  if (regionPrefix(code) === '') return country
  const province = PROVINCES[code.slice(0, 2)]
  if (language === 'en' || !province) return code
  if (code.endsWith('0000')) return province
  const city = CITIES[code.slice(0, 4)]
  const upper = MUNICIPALITIES.has(code.slice(0, 2)) ? province : city && `${province}${city}`
  if (!upper) return `${province} ${code}`
  if (code.endsWith('00')) return upper
  const county = COUNTIES[code]
  return county ? `${city ?? province}${county}` : `${upper} ${code}`
}

const MUNICIPALITIES = new Set(['11', '12', '31', '50'])

const PROVINCES: Record<string, string> = {
  11: '北京市',
  12: '天津市',
  13: '河北省',
  14: '山西省',
  15: '内蒙古自治区',
  21: '辽宁省',
  22: '吉林省',
  23: '黑龙江省',
  31: '上海市',
  32: '江苏省',
  33: '浙江省',
  34: '安徽省',
  35: '福建省',
  36: '江西省',
  37: '山东省',
  41: '河南省',
  42: '湖北省',
  43: '湖南省',
  44: '广东省',
  45: '广西壮族自治区',
  46: '海南省',
  50: '重庆市',
  51: '四川省',
  52: '贵州省',
  53: '云南省',
  54: '西藏自治区',
  61: '陕西省',
  62: '甘肃省',
  63: '青海省',
  64: '宁夏回族自治区',
  65: '新疆维吾尔自治区',
  71: '台湾省',
  81: '香港特别行政区',
  82: '澳门特别行政区',
}

/** The four provinces of the sojourn-care agreement, and Hainan, where most of the beds are sold. */
const CITIES: Record<string, string> = {
  ...named('21', ['沈阳市', '大连市', '鞍山市', '抚顺市', '本溪市', '丹东市', '锦州市', '营口市', '阜新市', '辽阳市']),
  2111: '盘锦市',
  2112: '铁岭市',
  2113: '朝阳市',
  2114: '葫芦岛市',
  ...named('22', ['长春市', '吉林市', '四平市', '辽源市', '通化市', '白山市', '松原市', '白城市']),
  2224: '延边朝鲜族自治州',
  ...named('23', [
    '哈尔滨市',
    '齐齐哈尔市',
    '鸡西市',
    '鹤岗市',
    '双鸭山市',
    '大庆市',
    '伊春市',
    '佳木斯市',
    '七台河市',
  ]),
  2310: '牡丹江市',
  2311: '黑河市',
  2312: '绥化市',
  2327: '大兴安岭地区',
  ...named('44', ['广州市', '韶关市', '深圳市', '珠海市', '汕头市', '佛山市', '江门市', '湛江市', '茂名市']),
  4412: '肇庆市',
  4413: '惠州市',
  4414: '梅州市',
  4415: '汕尾市',
  4416: '河源市',
  4417: '阳江市',
  4418: '清远市',
  4419: '东莞市',
  4420: '中山市',
  4451: '潮州市',
  4452: '揭阳市',
  4453: '云浮市',
  ...named('46', ['海口市', '三亚市', '三沙市', '儋州市']),
}

const COUNTIES: Record<string, string> = {
  440303: '罗湖区',
  440304: '福田区',
  440305: '南山区',
  440306: '宝安区',
  440307: '龙岗区',
  440308: '盐田区',
  440309: '龙华区',
  440310: '坪山区',
  440311: '光明区',
}

function named(province: string, cities: string[]): Record<string, string> {
  return Object.fromEntries(cities.map((city, at) => [`${province}${String(at + 1).padStart(2, '0')}`, city]))
}
