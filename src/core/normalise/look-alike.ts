import { commonness } from './everyday-characters.ts'
import { charactersOfRows } from './gb2312.ts'
import { KEY_WORDS } from './key-words.ts'
import type { Doubt, OtherSpelling } from './other-reading.ts'
import { SIMILAR_SHAPES } from './similar-shapes.ts'
import { charactersBySyllable } from './syllables-of.ts'

/** What is written on purpose: the character meant, then its stand-ins. */
const STAND_INS =
  '保葆堡褓煲宝 本夲苯笨畚 息熄媳螅 利俐莉痢俪猁 返仮反泛 收収荍 益溢嗌缢镒 投骰 资咨姿谘 高髙篙膏 回囬囘廻洄 报袌 分份氛汾 红虹洪 稳穏隐 赚嫌 赔陪 养痒氧仰 老佬姥咾 床牀 位莅 购够 卡咔咖 会荟绘 员贠 免兔勉 费废沸 治冶 疗疔辽 医殹 病疒 第笫苐弟 最蕞 级极极圾 国囯囻 家傢 无旡芜 风凨凬疯 险脸捡 现苋 金衿釒 股骰 始乨 积绩 兑兌 贴帖 补卟捕 付附咐 还坏 期朞欺 退蜕腿 款欵 预豫 存洊 康慷糠 旅膂侣 居琚裾 基墓 地坔 愈癒逾 根跟 降绛 糖溏 癌嵒 癌喦 集雧 非菲扉 法珐 诈炸榨 骗编 专砖 家稼 押鸭 退煺 益谥 息奚 担旦 承诚丞 诺喏 固涸 定锭 稳吻 零玲 风枫 险验 赠憎 礼扎 返贩 钱浅 投头 财材 富冨 理里 财才 权杈 证征 会汇 员圆'

/**
 * Characters out of use that their shape, or their parts, make pass for another ("Martian script", 火星文): 毎姩, 荖亾. One that
 * names or dialects use (佺, 冇) is not among them.
 */
const OUT_OF_USE =
  '年姩哖 生甡苼狌 天兲靝 人亾亼 亡兦亾 因囙 回囙 上仩丄 下丅 到菿箌 好恏 我莪 你沵伱 打咑 男侽 日鈤囸 长仧镸 少仯 小尐仦 不芣吥 再侢 大汏夶 四亖 三弎 二弍 一弌 国囻囶圀 木朩 百咟 千芉 无莁兂 台囼 金琻唫 老荖恅 怪恠 光茪 爱僾薆 文妏 安侒 全洤 美媄 心吢訫 水氺沝 留畄畱 思媤 公厷 豆荳 开幵 香稥 知倁 另叧 只呮 算祘 夜亱 实寔 世卋丗 事亊倳 修俢 刊刋 劫刦 史叓 叫呌 号呺 和咊 利唎浰 红葒 分秎 圆円 力カ 口ロ 工エ 八ハ'

/** The commonest characters are read as another in key words only. */
const EVERYWHERE = 300

/** Of level one, yet seldom enough beside these words to be sure: 收溢, 利熄. */
const SELDOM = '溢笨苯熄俐莉痢姿'

/**
 * Everyday in talk, letters, dialects and names of places and people, though seldom in titles and court papers, or outside level one: they stand for
 * themselves unless most of a longer word says otherwise.
 */
const EVERYDAY_TALK =
  '您她它咱俺俩仨侬伢囡妞爹娘爷奶姥姨婶嫂姐弟姊侄孙婆媳嘛呢吗吧呀啊哦哎唉哟喂嗯哪啥咋嗦唠叨唔咯睇畀侪睡躺蹲跪趴爬跳跤腿脚膝肩腰肚嘴牙耳碗筷锅勺盆壶瓶罐桶炖煮炒蒸煎腌晒熬鸡鸭鹅猪鱼虾蛋菜瓜枣柚柴剪捡搭寄扔挪搬扛拎拽扯擦洗刷缝补沓枚串捆堆窝笨懂傻乖烦愁疼痒咳喘闷馋饿饱渴累骂吵喊哭笑唱跳猜忘盼念匾驿岚岫苑暨簿址缴逐磨巡遣遂猝檐禅黏辘蚊帐冯邬郗祯祁泠桦旮旯徕孳钳栈坞埠堰峪屿岭崖滩溪潭湾涧'

/** Written for what they are wherever money is; 须 passes for 需 in good faith. */
const AS_THEY_ARE = '壹贰叁肆伍陆柒捌玖拾佰仟须'

/**
 * Characters that look or sound like another (保夲, 收溢, 葆本). One outside the 3,755 of GB 2312 level one
 * is hardly written by chance; the commonest of all are left alone.
 */
export function lookAlikes(characters: ReadonlySet<number>): OtherSpelling[] {
  const doubts = doubtsOf()
  const found: OtherSpelling[] = []
  const pairs = new Set<number>()
  const add = (unit: number, written: string) => {
    const code = written.charCodeAt(0)
    const pair = (unit << 16) | code
    if (!characters.has(unit) || code === unit || pairs.has(pair)) return
    const doubt = doubts.get(code) ?? 'none'
    if (doubt === 'never' || (doubt === 'key' && !KEY_CHARACTERS.has(unit))) return
    pairs.add(pair)
    found.push({ written, unit, kind: 'look_alike', doubt })
  }
  for (const group of [...STAND_INS.split(' '), ...OUT_OF_USE.split(' '), ...SIMILAR_SHAPES.trim().split(/\s/)])
    for (const written of group.slice(1)) add(group.charCodeAt(0), written)
  for (const same of soundingAlike())
    for (const meant of same)
      if (characters.has(meant.charCodeAt(0))) for (const written of same) add(meant.charCodeAt(0), written)
  return found
}

const LEVEL_ONE = charactersOfRows(16, 55)

const KEY_CHARACTERS = new Set([...KEY_WORDS].flatMap((word) => [word.charCodeAt(0), word.charCodeAt(1)]))

/** How much doubt there is about a stand-in, by its unit; none about a character that is not here. */
function doubtsOf(): Map<number, Doubt | 'never'> {
  const doubts = new Map<number, Doubt | 'never'>()
  for (const written of LEVEL_ONE) {
    const rank = commonness(written)
    const doubt = rank < EVERYWHERE ? 'key' : rank === Number.POSITIVE_INFINITY ? 'some' : 'much'
    doubts.set(written.charCodeAt(0), SELDOM.includes(written) ? 'none' : doubt)
  }
  for (const written of EVERYDAY_TALK) doubts.set(written.charCodeAt(0), 'much')
  for (const written of AS_THEY_ARE) doubts.set(written.charCodeAt(0), 'never')
  return doubts
}

/** False of characters of everyday: there is doubt whether they are written for another. */
export function mayBeSure(character: string): boolean {
  return !LEVEL_ONE.has(character) || SELDOM.includes(character)
}

/** Characters of one sound, where many speakers make no difference between zh and z, ang and an, n and l. */
function soundingAlike(): string[] {
  const alike = new Map<string, string>()
  for (const [syllable, same] of charactersBySyllable()) {
    const heard = syllable
      .replace(/^([zcs])h/, '$1')
      .replace(/([aei]n)g$/, '$1')
      .replace(/^n/, 'l')
    alike.set(heard, (alike.get(heard) ?? '') + same)
  }
  return [...alike.values()]
}
