import type { Said } from '../clock/clock.ts'

/** From which sums a hearing is offered, for notices of certain days (《市场监督管理行政处罚听证办法》). */
export interface HearingThreshold {
  from: string
  to: string | null
  article: Said
  confidence: 'V' | 'V*' | 'M'
  /** Fine, or gains and things taken, in whole fen, from which a hearing is offered. */
  personFen: number
  unitFen: number
}

/** What is about to be imposed. */
export interface IntendedPenalty {
  party: 'person' | 'unit'
  fineFen: number
  confiscatedFen: number
  /** A licence taken or lowered, business stopped or closed, employment barred: always with a hearing (《行政处罚法》第六十三条). */
  isHeavyMeasure: boolean
}

/** Whether a hearing must be offered, and why. No threshold for the day: it is offered, because offering one too many harms nobody. */
export function hearingFor(
  penalty: IntendedPenalty,
  thresholds: readonly HearingThreshold[],
  day: string,
): { isOffered: boolean; because: Said } {
  if (penalty.isHeavyMeasure) return { isOffered: true, because: HEAVY }
  const threshold = thresholds.find(({ from, to }) => from <= day && (to === null || day <= to))
  if (!threshold) return { isOffered: true, because: UNKNOWN }
  const bound = penalty.party === 'person' ? threshold.personFen : threshold.unitFen
  const isOffered = penalty.fineFen >= bound || penalty.confiscatedFen >= bound
  const { zh, en } = threshold.article
  const yuan = (bound / 100).toLocaleString('en-US')
  const caution = threshold.confidence === 'V' ? { zh: '', en: '' } : { zh: '（标准待核对）', en: ' (to be confirmed)' }
  return {
    isOffered,
    because: {
      zh: `${isOffered ? '达到' : '未达到'}${zh}的${yuan}元标准${caution.zh}`,
      en: `${isOffered ? 'reaches' : 'stays below'} the ${yuan} yuan of ${en}${caution.en}`,
    },
  }
}

const HEAVY: Said = {
  zh: '吊销、降低资质，责令停产停业、关闭，限制从业等，依法告知听证权利',
  en: 'a licence, the business or a calling is touched: a hearing is always offered',
}

const UNKNOWN: Said = {
  zh: '未载明当日的听证标准，一律告知听证权利',
  en: 'no threshold is known for the day: a hearing is offered',
}
