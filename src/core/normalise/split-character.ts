import type { OtherReading, Respelling } from './other-reading.ts'

/** The character, then its two halves side by side; halves that are words of their own (女子, 木目) are left to chance no more than their target words allow. */
const HALVES =
  '利禾刂 利禾刀 返辶反 返反辶 保亻呆 保人呆 收丩攵 投扌殳 资次贝 红纟工 红糸工 赚贝兼 稳禾急 赔贝咅 报扌卩 购贝勾 期其月 付亻寸 付人寸 还不辶 还辶不 息自心 益丷皿 分八刀 赠贝曾 钱钅戋 钱金戋 现王见 金人王 财贝才 债亻责 储亻诸 存才子 积禾只 兑丷兄 贴贝占 补衤卜 额客页 险阝佥 医匚矢 疗疒了 病疒丙 治氵台 治水台 癌疒嵒 疾疒矢 糖米唐 股月殳 股肉殳 权木又 证讠正 证言正 诺讠若 诺言若 诈讠乍 骗马扁 法氵去 法水去 理王里 领令页 预予页 押扌甲 租禾且 额宀页 酬酉州 奖将大 提扌是 现玉见 增土曾 值亻直 翻番羽 倍亻咅 康广隶 床广木 位亻立 住亻主 养羊介 独犭虫 级纟及 根木艮 低亻氐 价亻介 优亻尤 特牛寺 抢扌仓 限阝艮'

const TABLE = buildTable()

/** A character written as its two halves: 返禾刂 for 返利. A half that is no word of its own (刂, 扌, 亻) makes it sure. */
export const splitCharacters: Respelling = {
  starts: [...TABLE.keys()],
  readings: (text, at) => TABLE.get(text.charCodeAt(at))?.get(text.charCodeAt(at + 1)) ?? [],
}

function buildTable(): Map<number, Map<number, OtherReading[]>> {
  const table = new Map<number, Map<number, OtherReading[]>>()
  for (const [meant, first, second] of HALVES.split(' ')) {
    const byFirst = table.get(first!.charCodeAt(0)) ?? new Map<number, OtherReading[]>()
    const readings = byFirst.get(second!.charCodeAt(0)) ?? []
    readings.push({
      length: 2,
      unit: meant!.charCodeAt(0),
      kind: 'split_character',
      sure: /[刂扌亻讠钅贝纟辶丩攵殳氵疒衤阝禾丷咅戋佥]/.test(first! + second!),
    })
    byFirst.set(second!.charCodeAt(0), readings)
    table.set(first!.charCodeAt(0), byFirst)
  }
  return table
}
