import type { PenaltyKind } from '../worksheet/penalty-sheet.ts'

/** A kind of penalty that gives a right to a hearing by itself, and the words that say it. */
export interface GravestSaid {
  kind: Extract<PenaltyKind, 'licence' | 'closure'>
  quote: string
}

/**
 * The gravest kinds among the words of a penalty "besides the fine" (行政处罚法第九条第（三）（四）项、第六十三条), in the two that a worksheet knows:
 * what is done to a licence or a qualification, and what stops a business or keeps somebody out of it.
 */
export function gravestSaid(words: string): GravestSaid[] {
  return (Object.keys(SAID_AS) as GravestSaid['kind'][]).flatMap((kind) => {
    const quote = SAID_AS[kind].exec(words)?.[0]
    return quote === undefined ? [] : [{ kind, quote }]
  })
}

const SAID_AS: Readonly<Record<GravestSaid['kind'], RegExp>> = {
  licence: /吊销|暂扣|降低资质等级/,
  closure: /停产停业|停产|停业|责令关闭|限制从业|限制开展生产经营活动/,
}

/** Whether they name a sum of a fine or of what is taken, in figures of any width or in characters. A share is none: late payment is told of so. */
export function saysMoney(words: string): boolean {
  return TAKEN.test(words) || [...words.matchAll(FINE)].some(([, share]) => share === undefined)
}

const FIGURES = '[\\d０-９][\\d０-９.,，．]*'
const CHARACTERS = '[〇零一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟萬億]+'
/** Of goods that are taken the number is told too: only what is counted in yuan is money. */
const TAKEN = new RegExp(`没收[^。；\\n]{0,16}?(?:${FIGURES}|${CHARACTERS})\\s*[多余]?[百千万亿]*[元圆]`)
const FINE = new RegExp(`罚款[^。；\\n]{0,16}?(?:${FIGURES}\\s*([%％])?|${CHARACTERS}[元圆])`, 'g')
