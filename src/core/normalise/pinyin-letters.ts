import type { OtherReading, Respelling } from './other-reading.ts'

/** Syllables and the characters of this field that are hidden behind them. */
const CHARACTERS_OF =
  'bao保报包 ben本 xi息习 li利理 fan返 shou收手 yi益医 tou投 zi资 gao高 hui回会惠 fen分 hong红 wen稳 zhuan赚转 pei赔陪 yang养 lao老 chuang床 wei位 gou购 ka卡 yuan员院原 mian免 fei费非 zhi治值质 liao疗 bing病 di第低 zui最 ji级集积基记 guo国 jia家价加 wu无 feng风 xian险现 jin金 gu股固 shi始 dui兑 tie贴 bu补不 fu付福富 huan还 dao到 qi期 quan全权 e额 tui退 kuan款 yu愈预 cun存 kang康 lv旅 ju居聚 gen根 jiang降奖 tang糖 ai癌 fa法 zha诈 pian骗 dan担 cheng承成 nuo诺 ding定 ling零领 zeng赠增 song送 qian钱 cai财 zheng证 nian年 yue月 ri日 hua化 shu赎书 lei累 bei倍 tong通同 shang上商 zhang涨'

const BY_SYLLABLE = new Map(
  CHARACTERS_OF.split(' ').map((line): [string, number[]] => {
    const letters = /^[a-z]+/.exec(line)![0]
    return [letters, [...line.slice(letters.length)].map((character) => character.charCodeAt(0))]
  }),
)

/** Pinyin written for a character inside a word: bao本, 返li. Longer syllables are tried too, the word decides. */
export const pinyinLetters: Respelling = {
  starts: [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => letter.charCodeAt(0)),
  readings,
}

function readings(text: string, at: number): OtherReading[] {
  const found: OtherReading[] = []
  for (let length = 1; length <= 6 && isLetter(text.charCodeAt(at + length - 1)); length++) {
    const characters = BY_SYLLABLE.get(text.slice(at, at + length).toLowerCase())
    // A single letter is a syllable too (e for 额), but says too little to be sure of a two-character word.
    for (const unit of characters ?? []) found.push({ length, unit, kind: 'pinyin', sure: length > 1 })
  }
  return found
}

function isLetter(unit: number): boolean {
  const lower = unit | 0x20
  return lower >= 0x61 && lower <= 0x7a
}
