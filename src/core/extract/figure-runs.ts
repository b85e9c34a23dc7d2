import { markSet } from '../search/mark-set.ts'

/** The Chinese figures that a number may begin with. */
export const CHINESE_FIGURES = '零〇一二两俩三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟廿卅'
const FIGURES = markSet(`0123456789${CHINESE_FIGURES}`)

/** Where figures stand in a row, digits and Chinese ones: start and end of each run, one after the other. Most of a text holds none. */
export function figureRuns(text: string): number[] {
  const bounds: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (FIGURES[text.charCodeAt(at)] === 0) continue
    const start = at
    do at++
    while (at < text.length && FIGURES[text.charCodeAt(at)] !== 0)
    bounds.push(start, at)
  }
  return bounds
}
