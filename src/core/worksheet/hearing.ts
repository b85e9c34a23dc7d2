import type { Said } from '../clock/clock.ts'
import { type Discretion, inForce, type Threshold } from './discretion.ts'
import { yuanOf } from './fine-range.ts'

/** What is proposed, or what it may come to: amounts lie between the two. */
export interface Weight {
  fineFen: readonly [least: number, most: number | null]
  takenFen: readonly [least: number, most: number | null]
  licence: 'yes' | 'perhaps' | 'no'
  closure: 'yes' | 'perhaps' | 'no'
}

export type Party = 'person' | 'unit'

export interface Hearing {
  /** `perhaps`: it depends on the amount that is fixed. */
  needed: 'yes' | 'perhaps' | 'no'
  threshold: Threshold | null
  amountFen: number | null
  why: Said[]
  /** Rests on articles whose text was read: nobody can say otherwise. Absent from worksheets saved earlier, which then do not. */
  isFirm?: boolean
}

/** An officer who looked the amounts up, which the rulebook has from memory or at second hand, found that they are not reached; and says why. */
export interface HearingLeftOut {
  reason: string
}

/**
 * Whether the notice must tell of the right to a hearing. Until somebody has looked the amounts up those on file are a proposal that counts; what
 * she then found is approved with the worksheet. Against a licence, a closure or confirmed amounts nobody's word counts.
 */
export function tellsHearing({ needed, isFirm }: Hearing, leftOut: HearingLeftOut | null): boolean {
  if (needed === 'no') return false
  return isFirm === true || leftOut === null || leftOut.reason.trim() === ''
}

/**
 * Whether the party must be told that it may ask for a hearing (行政处罚法第六十三条): a high fine, much taken, a licence revoked, a business closed.
 * The amounts are those of the party's region on that day; fine and confiscation are held against them one by one.
 */
export function hearingOf(
  weight: Weight,
  party: Party,
  region: string | null,
  day: string,
  { thresholds }: Discretion,
): Hearing {
  const threshold = thresholdOf(thresholds, region, day)
  const amountFen = threshold ? (party === 'person' ? threshold.personFen : threshold.unitFen) : null
  const why: Said[] = []
  let needed: Hearing['needed'] = 'no'
  const say = (answer: 'yes' | 'perhaps', zh: string, en: string) => {
    why.push({ zh, en })
    if (needed !== 'yes') needed = answer
  }
  if (weight.licence !== 'no') say(weight.licence, '吊销营业执照或者许可证件', 'a licence is revoked')
  if (weight.closure !== 'no') say(weight.closure, '责令停产停业', 'the business is closed')
  if (amountFen === null) {
    say('perhaps', '没有当日施行的听证数额标准，须核对', 'no amounts are on file for that day; look them up')
    return { needed, threshold: null, amountFen, why, isFirm: isMeasured(weight) }
  }
  for (const [name, [least, most]] of [
    [{ zh: '罚款', en: 'the fine' }, weight.fineFen],
    [{ zh: '没收', en: 'what is taken' }, weight.takenFen],
  ] as const) {
    const limit = yuanOf(amountFen)
    if (least >= amountFen) say('yes', `${name.zh}达到 ${limit} 元`, `${name.en} reaches ${limit} yuan`)
    else if (most === null || most >= amountFen)
      say('perhaps', `${name.zh}可能达到 ${limit} 元`, `${name.en} may reach ${limit} yuan`)
  }
  const isFirm = isMeasured(weight) || (needed !== 'no' && threshold?.confidence === 'V')
  return { needed, threshold: threshold ?? null, amountFen, why, isFirm }
}

/** A licence revoked or a business closed: the law itself says so, whatever the amounts. */
function isMeasured({ licence, closure }: Weight): boolean {
  return licence === 'yes' || closure === 'yes'
}

/** The entry of the smallest region that holds the place, else that of the whole country. */
function thresholdOf(thresholds: readonly Threshold[], region: string | null, day: string): Threshold | undefined {
  const fitting = thresholds.filter((each) => (region ?? '').startsWith(each.region))
  const longest = [...fitting].sort((a, b) => b.region.length - a.region.length)
  return inForce(longest, day)
}
