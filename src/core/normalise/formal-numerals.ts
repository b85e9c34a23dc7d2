import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟'
const PLAIN = '一二三四五六七八九十百千'
const PLACE = new Map([...FORMAL].map((figure, i) => [figure, PLAIN[i]!]))
const CIRCLED = '\\u2460-\\u2473\\u2776-\\u277f'

/** 贰万叁仟, ①仟捌, 3佰: figures side by side, one of them at least formal. */
const RUN = `[零〇一二三四五六七八九十百千万亿两\\d${CIRCLED}${FORMAL}]{2,}`
/** 第壹, 百分之贰, 一分伍. */
const BEHIND = `(?<=第|分之|[一二两三四五六七八九十\\d][分厘成万])[${FORMAL}]`
/** 叁年, 壹次; of characters that are surnames too only before what no name goes on with: 伍个月. */
const BEFORE = `[壹贰叁肆柒捌玖拾佰仟](?=[wWkK元块圆年次成折分%％]|个[月点])|[伍陆](?=[wWkK块圆%％]|个[月点])`
const FIGURES = new RegExp(`${BEHIND}|${RUN}|${BEFORE}`, 'g')
const GATE = new RegExp(`[${FORMAL}]`)

/**
 * Writes formal figures plainly (伍万贰仟 → 五万二千), so that rules and readers of figures need to know one way of writing them. Receipts and
 * contracts are written so: it is no disguise. A character by itself that is a name or ends a word stays (陆先生, 大陆, 壹号院).
 */
export function formalNumerals(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  for (const { 0: figures, index } of matches(FIGURES, text)) {
    for (let i = 0; i < figures.length; i++) {
      const put = PLACE.get(figures[i]!)
      const at = index + i
      if (put === undefined || isOfAnotherNumber(text, at) || (i === 0 && endsWord(text, at))) continue
      edits.push({ start: at, end: at + 1, put })
    }
  }
  return edits
}

/** 大陆三省, 退伍十年, 收拾一下: the character ends a word; not so in 退伍万元. */
function endsWord(text: string, at: number): boolean {
  return ENDS_WORD.test(text.slice(Math.max(0, at - 1), at + 2))
}

const ENDS_WORD = /^(?:[大内登着水海上]陆|[队退入行]伍(?![万千百仟佰])|[收捡采俯重]拾)/

/** 陆1某: no number has digits of both sorts side by side, and a surname may stand beside one. */
function isOfAnotherNumber(text: string, at: number): boolean {
  return DIGIT.test(text[at]!) && (/\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + 1] ?? ''))
}

const DIGIT = /[壹贰叁肆伍陆柒捌玖]/
