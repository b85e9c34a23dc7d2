import { namedRegions, ownName } from './region.ts'

/** Regions by the name they go by, suffix and all: 朝阳区 is one of Beijing and one of 长春. Provinces are not among them. */
export const REGIONS_BY_NAME: ReadonlyMap<string, readonly string[]> = byName()

/** Codes that a name read in a text may stand for: `start` and `end` are those of the name, and empty is none. */
export function regionsMeant(text: string, start: number, end: number): readonly string[] {
  const name = text.slice(start, end)
  const codes = REGIONS_BY_NAME.get(name) ?? []
  if (codes.length === 0 || goesOn(text, end)) return []
  const mayBegin = WORDS.get(name)
  if (codes.length === 1 && mayBegin === undefined) return codes
  const around = text.slice(Math.max(0, start - LONGEST_AROUND), start).trimEnd()
  const within = codes.filter((code) => goesBefore(code).some((words) => around.endsWith(words)))
  if (within.length > 0) return within
  return mayBegin === undefined || (mayBegin && BEGINS.test(text.charAt(start - 1))) ? codes : []
}

/** Of regions that share a name, the one that lies in what else the text names: in a city of it, or else in a province. */
export function regionAmong(codes: readonly string[], named: readonly string[]): string | undefined {
  if (codes.length < 2) return codes[0]
  const around = new Set(named)
  for (const above of [cityOf, provinceOf]) {
    const within = codes.filter((code) => around.has(above(code)))
    if (within.length > 0) return within.length === 1 ? within[0] : undefined
  }
  return undefined
}

/** A municipality is its own city. */
function cityOf(code: string): string {
  return /^(?:11|12|31|50)/.test(code) ? provinceOf(code) : `${code.slice(0, 4)}00`
}

function provinceOf(code: string): string {
  return `${code.slice(0, 2)}0000`
}

/** Whether what stands behind a name makes another word of its end: 区域, 市场 (but 市场监管局), 县级. */
function goesOn(text: string, end: number): boolean {
  if (!GOES_ON.has((text.charCodeAt(end - 1) << 16) | text.charCodeAt(end))) return false
  return !text.startsWith('场监', end)
}

const GOES_ON: ReadonlySet<number> = new Set(
  ['区域间块别分位划号段', '市场值价面盈井集侩容况', '县级', '旗下舰袍帜号手杆'].flatMap(([last, ...then]) =>
    then.map((next) => (last!.charCodeAt(0) << 16) | next.charCodeAt(0)),
  ),
)

/** Names of two characters (和县, 东区), and those that only say where in a town they lie or how it is built (城关区, 老城区, 港口区): they need their city before them. */
const NEEDS_PLACE = /^(?:.[区县市旗]|[东西南北中上下前后内外新老古大小城乡市郊矿山海江河湖港口桥路站岸门关铁]{1,2}区)$/

/** Words of every day that counties are called by. */
const ORDINARY: ReadonlySet<string> = new Set(
  (
    '和平区 和平县 新华区 光明区 向阳区 前进区 红旗区 工农区 东风区 新兴区 新兴县 太平区 爱民区 兴安区 平安区 复兴区 振兴区 清新区 前锋区 名山区 ' +
    '天山区 中山区 高明区 安宁区 友谊县 富裕县 富民县 会同县 公安县 中方县 共和县 同心县 合作市 兴业县 永红区 双桥区 ' +
    '运河区 平原县 长白县 建华区 文化区 解放区 建设区 幸福区'
  ).split(' '),
)

/** The end is a word by itself, which the characters before may go with: 沿海|城市, 适宜|都市, 西南|山区. */
const COMMON_END = /^.(?:[城都]市|[城市山湖海林矿港园郊]区)$/
/** What a name may stand right behind, be it no place. */
const BEGINS = /^$|[^\p{Script=Han}]|[在于到从往赴至和与及位住居是由经去来回]/u

/** Names that make no place by themselves: by each whether it may where nothing stands before it that it could go with. */
const WORDS: ReadonlyMap<string, boolean> = new Map(
  [...REGIONS_BY_NAME.keys()].flatMap((name): [string, boolean][] => {
    if (NEEDS_PLACE.test(name) || ORDINARY.has(name)) return [[name, false]]
    return COMMON_END.test(name) ? [[name, true]] : []
  }),
)

function byName(): Map<string, string[]> {
  const names = new Map<string, string[]>()
  for (const [code, name] of namedRegions()) {
    if (code.endsWith('0000') || ownName(provinceOf(code)) === name) continue
    const codes = names.get(name)
    if (codes) codes.push(code)
    else names.set(name, [code])
  }
  return names
}

/** The names of what a region lies in, as they stand before its own: 吉林省, 吉林, 长春市, 长春. */
function goesBefore(code: string): readonly string[] {
  const known = before.get(code)
  if (known) return known
  const around = [`${code.slice(0, 4)}00`, provinceOf(code)].filter((each) => each !== code)
  const words = around.flatMap((each) => {
    const name = ownName(each)
    return name ? [name, shortName(name)] : []
  })
  before.set(code, words)
  return words
}

const before = new Map<string, readonly string[]>()
const LONGEST_AROUND = 16

/** 长春市 -> 长春, 恩施土家族苗族自治州 -> 恩施, 阿里地区 -> 阿里. */
export function shortName(name: string): string {
  return name.replace(PEOPLES, '$1').replace(/(?:省|市|盟|地区|自治区|特别行政区)$/, '')
}

const PEOPLES =
  /^(.{2,}?)(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|哈萨克|柯尔克孜|维吾尔)(?:族.*)?自治[区州]$/
