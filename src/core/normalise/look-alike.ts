import type { OtherReading, Respelling } from './other-reading.ts'

/** The character meant, then those written for it because they look or sound like it. */
const STAND_INS =
  '保葆堡褓煲宝 本夲苯笨畚 息熄媳螅 利俐莉痢俪猁 返仮反泛 收収荍 益溢嗌缢镒 投骰 资咨姿谘 高髙篙膏 回囬囘廻洄 报袌 分份氛汾 红虹洪 稳穏隐 赚嫌 赔陪 养痒氧仰 老佬姥咾 床牀 位莅 购够 卡咔咖 会荟绘 员贠 免兔勉 费废沸 治冶 疗疔辽 医殹 病疒 第笫苐弟 最蕞 级极极圾 国囯囻 家傢 无旡芜 风凨凬疯 险脸捡 现苋 金衿釒 股骰 始乨 积绩 兑兌 贴帖 补卟捕 付附咐 还坏 期朞欺 退蜕腿 款欵 预豫 存洊 康慷糠 旅膂侣 居琚裾 基墓 地坔 愈癒逾 根跟 降绛 糖溏 癌嵒 癌喦 集雧 非菲扉 法珐 诈炸榨 骗编 专砖 家稼 押鸭 退煺 益谥 息奚 担旦 承诚丞 诺喏 固涸 定锭 稳吻 零玲 风枫 险验 赠憎 礼扎 返贩 钱浅 投头 财材 富冨 理里 财才 权杈 证征 会汇 员圆'

/** Of level one, yet seldom enough beside these words to be sure: 收溢, 利熄. */
const SELDOM = '溢笨苯熄俐莉痢姿'

const LEVEL_ONE = levelOne()
const TABLE = buildTable()

/**
 * Characters that look or sound like another (保夲, 收溢, 葆本). A character outside the 3,755 of GB 2312 level one
 * is hardly written by chance and counts as sure.
 */
export const lookAlikes: Respelling = {
  starts: [...TABLE.keys()],
  readings: (text, at) => TABLE.get(text.charCodeAt(at)) ?? [],
}

function buildTable(): Map<number, OtherReading[]> {
  const table = new Map<number, OtherReading[]>()
  for (const line of STAND_INS.split(' ')) {
    const meant = line.charCodeAt(0)
    for (const written of line.slice(1)) {
      const unit = written.charCodeAt(0)
      if (unit === meant) continue
      const readings = table.get(unit) ?? []
      if (!readings.some((reading) => reading.unit === meant))
        readings.push({
          length: 1,
          unit: meant,
          kind: 'look_alike',
          sure: !LEVEL_ONE.has(written) || SELDOM.includes(written),
        })
      table.set(unit, readings)
    }
  }
  return table
}

/** The characters of GB 2312 level one, rows 16 to 55. */
function levelOne(): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++)
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)))
}
