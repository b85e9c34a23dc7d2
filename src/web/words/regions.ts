import { regionPrefix } from '../../core/access/viewer.ts'
import type { Language } from './words.ts'

/**
 * What a GB/T 2260 code is called: `440300` -> 广东省深圳市, Shenzhen (Guangdong). A place not named here is shown as what it lies in, with
 * its code; a code of no province as itself.
 */
export function regionName(code: string, language: Language, country: string): string {
  if (regionPrefix(code) === '') return country
  const province = named(PROVINCES[code.slice(0, 2)], language)
  if (!province) return code
  if (code.endsWith('0000')) return province
  const city = named(CITIES[code.slice(0, 4)], language)
  if (code.endsWith('00')) return city ? within(city, province, language) : `${province} ${code}`
  const county = named(COUNTIES[code], language)
  // Of the places that a province governs itself, Hainan's counties among them, the province is the next above.
  if (county) return within(county, city ?? province, language)
  return `${city ? within(city, province, language) : province} ${code}`
}

function within(place: string, around: string, language: Language): string {
  return language === 'zh' ? around + place : `${place} (${around})`
}

/** Entries hold both names, the Chinese one up to the first space. */
function named(entry: string | undefined, language: Language): string | undefined {
  const at = entry?.indexOf(' ') ?? -1
  return language === 'zh' ? entry?.slice(0, at) : entry?.slice(at + 1)
}

const PROVINCES: Record<string, string> = {
  11: '北京市 Beijing',
  12: '天津市 Tianjin',
  13: '河北省 Hebei',
  14: '山西省 Shanxi',
  15: '内蒙古自治区 Inner Mongolia',
  21: '辽宁省 Liaoning',
  22: '吉林省 Jilin',
  23: '黑龙江省 Heilongjiang',
  31: '上海市 Shanghai',
  32: '江苏省 Jiangsu',
  33: '浙江省 Zhejiang',
  34: '安徽省 Anhui',
  35: '福建省 Fujian',
  36: '江西省 Jiangxi',
  37: '山东省 Shandong',
  41: '河南省 Henan',
  42: '湖北省 Hubei',
  43: '湖南省 Hunan',
  44: '广东省 Guangdong',
  45: '广西壮族自治区 Guangxi',
  46: '海南省 Hainan',
  50: '重庆市 Chongqing',
  51: '四川省 Sichuan',
  52: '贵州省 Guizhou',
  53: '云南省 Yunnan',
  54: '西藏自治区 Tibet',
  61: '陕西省 Shaanxi',
  62: '甘肃省 Gansu',
  63: '青海省 Qinghai',
  64: '宁夏回族自治区 Ningxia',
  65: '新疆维吾尔自治区 Xinjiang',
  71: '台湾省 Taiwan',
  81: '香港特别行政区 Hong Kong',
  82: '澳门特别行政区 Macao',
}

/** The four provinces of the sojourn-care agreement, and Hainan, where most of the beds are sold. */
const CITIES: Record<string, string> = {
  2101: '沈阳市 Shenyang',
  2102: '大连市 Dalian',
  2103: '鞍山市 Anshan',
  2104: '抚顺市 Fushun',
  2105: '本溪市 Benxi',
  2106: '丹东市 Dandong',
  2107: '锦州市 Jinzhou',
  2108: '营口市 Yingkou',
  2109: '阜新市 Fuxin',
  2110: '辽阳市 Liaoyang',
  2111: '盘锦市 Panjin',
  2112: '铁岭市 Tieling',
  2113: '朝阳市 Chaoyang',
  2114: '葫芦岛市 Huludao',
  2201: '长春市 Changchun',
  2202: '吉林市 Jilin City',
  2203: '四平市 Siping',
  2204: '辽源市 Liaoyuan',
  2205: '通化市 Tonghua',
  2206: '白山市 Baishan',
  2207: '松原市 Songyuan',
  2208: '白城市 Baicheng',
  2224: '延边朝鲜族自治州 Yanbian',
  2301: '哈尔滨市 Harbin',
  2302: '齐齐哈尔市 Qiqihar',
  2303: '鸡西市 Jixi',
  2304: '鹤岗市 Hegang',
  2305: '双鸭山市 Shuangyashan',
  2306: '大庆市 Daqing',
  2307: '伊春市 Yichun',
  2308: '佳木斯市 Jiamusi',
  2309: '七台河市 Qitaihe',
  2310: '牡丹江市 Mudanjiang',
  2311: '黑河市 Heihe',
  2312: '绥化市 Suihua',
  2327: '大兴安岭地区 Daxing’anling',
  4401: '广州市 Guangzhou',
  4402: '韶关市 Shaoguan',
  4403: '深圳市 Shenzhen',
  4404: '珠海市 Zhuhai',
  4405: '汕头市 Shantou',
  4406: '佛山市 Foshan',
  4407: '江门市 Jiangmen',
  4408: '湛江市 Zhanjiang',
  4409: '茂名市 Maoming',
  4412: '肇庆市 Zhaoqing',
  4413: '惠州市 Huizhou',
  4414: '梅州市 Meizhou',
  4415: '汕尾市 Shanwei',
  4416: '河源市 Heyuan',
  4417: '阳江市 Yangjiang',
  4418: '清远市 Qingyuan',
  4419: '东莞市 Dongguan',
  4420: '中山市 Zhongshan',
  4451: '潮州市 Chaozhou',
  4452: '揭阳市 Jieyang',
  4453: '云浮市 Yunfu',
  4601: '海口市 Haikou',
  4602: '三亚市 Sanya',
  4603: '三沙市 Sansha',
  4604: '儋州市 Danzhou',
}

const COUNTIES: Record<string, string> = {
  469001: '五指山市 Wuzhishan',
  469002: '琼海市 Qionghai',
  469005: '文昌市 Wenchang',
  469006: '万宁市 Wanning',
  469007: '东方市 Dongfang',
  469021: '定安县 Ding’an',
  469022: '屯昌县 Tunchang',
  469023: '澄迈县 Chengmai',
  469024: '临高县 Lingao',
  469025: '白沙黎族自治县 Baisha',
  469026: '昌江黎族自治县 Changjiang',
  469027: '乐东黎族自治县 Ledong',
  469028: '陵水黎族自治县 Lingshui',
  469029: '保亭黎族苗族自治县 Baoting',
  469030: '琼中黎族苗族自治县 Qiongzhong',
  440303: '罗湖区 Luohu',
  440304: '福田区 Futian',
  440305: '南山区 Nanshan',
  440306: '宝安区 Bao’an',
  440307: '龙岗区 Longgang',
  440308: '盐田区 Yantian',
  440309: '龙华区 Longhua',
  440310: '坪山区 Pingshan',
  440311: '光明区 Guangming',
}

/** Codes of every place named here, to choose from. */
export const NAMED_REGIONS: readonly string[] = [
  ...Object.keys(PROVINCES).map((code) => `${code}0000`),
  ...Object.keys(CITIES).map((code) => `${code}00`),
  ...Object.keys(COUNTIES),
].sort()
