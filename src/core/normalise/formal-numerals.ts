import { matches } from '../search/matches.ts'
import type { Edit } from './clean-text.ts'

const FORMAL = '壹贰叁肆伍陆柒捌玖拾佰仟'
const PLAIN = '一二三四五六七八九十百千'
const PLACE = new Map([...FORMAL].map((figure, i) => [figure, PLAIN[i]!]))
const CIRCLED = '\\u2460-\\u2473\\u2776-\\u277f'

const FIGURE = `零〇一二三四五六七八九十百千万亿两${FORMAL}`

/** Behind 第, 百分之 or the unit of a rate a figure stands by itself: 第壹, 百分之贰拾, 一分伍. */
const BEHIND = `(?<=第|分之|[一二两三四五六七八九十\\d][分厘成万])[${FIGURE}]*[${FORMAL}][${FIGURE}]*`
/** 贰万叁仟, ①仟捌, 3佰: figures side by side. */
const RUN = `[${FIGURE}\\d${CIRCLED}]{2,}`
/** 叁年, 壹次; of characters that are surnames too only before what no name goes on with: 伍个月. */
const BEFORE = `[壹贰叁肆柒捌玖拾佰仟](?=[wWkK元块圆年次成折分%％]|个[月点])|[伍陆](?=[wWkK块圆%％]|个[月点])`
const FIGURES = new RegExp(`(?<behind>${BEHIND})|(?<run>${RUN})|${BEFORE}`, 'g')
const GATE = new RegExp(`[${FORMAL}]`)

/**
 * Writes formal figures plainly (伍万贰仟 → 五万二千), so that rules and readers of figures need to know one way of writing them. Receipts and
 * contracts are written so: it is no disguise. What is a name or ends a word stays (陆先生, 大陆, 壹号院, 捌佰里旅居, 玖玖养老院).
 */
export function formalNumerals(text: string): Edit[] {
  if (!GATE.test(text)) return []
  const edits: Edit[] = []
  for (const { 0: figures, index, groups } of matches(FIGURES, text)) {
    if (groups?.run !== undefined && !counts(text, index, index + figures.length)) continue
    for (let i = 0; i < figures.length; i++) {
      const put = PLACE.get(figures[i]!)
      const at = index + i
      if (put === undefined || isOfAnotherNumber(text, at) || (i === 0 && endsWord(text, at))) continue
      edits.push({ start: at, end: at + 1, put })
    }
  }
  return edits
}

/**
 * Whether figures side by side count something: a unit or a sentence mark follows, or something is given, and there is a scale among them, or else money
 * follows or is given. 捌佰里, 玖玖归一 and 陆一鸣 are names.
 */
function counts(text: string, start: number, end: number): boolean {
  const isGiven = GIVEN.test(text[start - 1] ?? '')
  const after = text.slice(end, end + 2)
  return SCALE.test(text.slice(start, end)) ? isGiven || GOES_ON.test(after) : isGiven || MONEY.test(after)
}

const GIVEN = /[给打发付返领交补贴奖收存投退第]/
const SCALE = /[十百千万亿拾佰仟\d\u2460-\u2473]/
const MONEY = /^[元块圆]/
const GOES_ON = /^(?:[元块圆年月日天个人份张户套次倍成折厘分点整正趴%％wWkK多余至到，。；、：:,.;!！?？）)\s-]|$)/

/** 大陆三省, 退伍十年, 收拾一下: the character ends a word; not so in 退伍万元. */
function endsWord(text: string, at: number): boolean {
  return ENDS_WORD.test(text.slice(Math.max(0, at - 1), at + 2))
}

const ENDS_WORD = /^(?:[大内登着水海上]陆|[队退入行]伍(?![万千百仟佰])|[收捡采俯重]拾|放肆)/

/** 陆1某: no number has digits of both sorts side by side, and a surname may stand beside one. */
function isOfAnotherNumber(text: string, at: number): boolean {
  return DIGIT.test(text[at]!) && (/\d/.test(text[at - 1] ?? '') || /\d/.test(text[at + 1] ?? ''))
}

const DIGIT = /[壹贰叁肆伍陆柒捌玖]/
