import type { ProcedureHint } from '../check/finding.ts'
import type { Said } from '../clock/clock.ts'
import { articleOf, type ProfitBounds } from './intake-law.ts'

/** What is on file under the telephone number and name of the complainant, within the days of the bounds. This call is not counted. */
export interface ContactHistory {
  /** Complaints by this person. */
  complaints: number
  /** Different sellers among them. */
  sellers: number
  /** Different persons who complained under the same telephone number. */
  personsUnderPhone: number
  /** Of those persons how many complained of the seller of this call. */
  personsOfSameSeller: number
}

/** Nobody called before. */
export const NO_HISTORY: ContactHistory = { complaints: 0, sellers: 0, personsUnderPhone: 0, personsOfSameSeller: 0 }

/** Signs that a complaint may not be for daily consumption (令121 art. 17). They decide nothing: a person looks. */
export interface ProfitSigns {
  signs: Said[]
  /** What speaks against it. */
  against: Said[]
  article: Said | undefined
}

/** Undefined where there is no sign. */
export function profitSigns(
  bounds: ProfitBounds,
  history: ContactHistory,
  hints: readonly Pick<ProcedureHint, 'code' | 'quote'>[],
  day: string,
): ProfitSigns | undefined {
  const { complaints, sellers, personsUnderPhone, personsOfSameSeller } = history
  const days = bounds.withinDays
  const signs: Said[] = []
  const wording = hints.find(({ code }) => code === 'PX-06')
  if (complaints + 1 >= bounds.complaints)
    signs.push({
      zh: `${days}日内此人第${complaints + 1}件投诉`,
      en: `complaint no. ${complaints + 1} by this person within ${days} days`,
    })
  if (sellers >= bounds.sellers)
    signs.push({
      zh: `${days}日内投诉过${sellers}家经营者`,
      en: `${sellers} sellers complained of within ${days} days`,
    })
  if (personsUnderPhone >= bounds.sharedContact)
    signs.push({
      zh: `同一电话下有${personsUnderPhone}名投诉人`,
      en: `${personsUnderPhone} complainants under one telephone number`,
    })
  if (wording) signs.push({ zh: `来话提到“${wording.quote}”`, en: `the call says "${wording.quote}"` })
  if (signs.length === 0) return undefined
  // Victims of one seller often share the telephone of whoever helps them.
  const against =
    personsOfSameSeller >= 2
      ? [
          {
            zh: `其中${personsOfSameSeller}人投诉的是同一家，可能是群体受害者共用代办电话`,
            en: `${personsOfSameSeller} of them complain of the same seller: perhaps a group of victims with one helper's telephone`,
          },
        ]
      : []
  return { signs, against, article: articleOf(bounds.articles, day) }
}
