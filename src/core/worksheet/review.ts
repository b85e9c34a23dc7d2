import type { Said } from '../clock/clock.ts'
import type { ActSheet } from './act-sheet.ts'
import type { Cited, Discretion } from './discretion.ts'
import type { Hearing } from './hearing.ts'

export const LEGAL_GROUNDS = ['public_interest', 'after_hearing', 'complex', 'by_law'] as const
export type LegalGround = (typeof LEGAL_GROUNDS)[number]

/** `demanded`: a person said so, or a hearing was held. `if_heard`: once one is held. `proposed`: something on the sheet speaks for it. */
export interface GroundSeen {
  ground: LegalGround
  standing: 'demanded' | 'if_heard' | 'proposed'
  why: Said
}

export interface ReviewDemanded {
  /** Legal review before any decision (程序规定第五十条); otherwise case review (第五十二条). */
  legal: 'yes' | 'perhaps' | 'no'
  grounds: GroundSeen[]
  cited: Cited
  /** What goes through legal review is decided by the heads together (第六十条第二款). */
  discussion: 'yes' | 'perhaps' | 'no'
  discussionCited: Cited
}

/** Whether the decision needs legal review and a collective discussion: the same cases need both, and a person decides about complexity. */
export function reviewOf(
  acts: readonly ActSheet[],
  hearing: Hearing,
  said: { grounds: readonly LegalGround[]; isHeard: boolean },
  { cites }: Discretion,
): ReviewDemanded {
  const grounds: GroundSeen[] = said.grounds.map((ground) => ({
    ground,
    standing: 'demanded',
    why: { zh: '承办人认定', en: 'the officer says so' },
  }))
  const add = (ground: LegalGround, standing: GroundSeen['standing'], zh: string, en: string) => {
    if (!grounds.some((each) => each.ground === ground)) grounds.push({ ground, standing, why: { zh, en } })
  }
  if (said.isHeard) add('after_hearing', 'demanded', '已经过听证程序', 'a hearing was held')
  else if (hearing.needed !== 'no')
    add('after_hearing', 'if_heard', '达到听证标准，举行听证的须法制审核', 'if the hearing it may ask for is held')
  const lines = acts.flatMap((act) => act.lines)
  const instruments = new Set(
    lines.filter(({ status }) => status === 'applies' || status === 'shared').map(({ id }) => id.split('/')[0]),
  )
  if (lines.some(({ status }) => status === 'alternative'))
    add('complex', 'proposed', '处罚依据相互冲突', 'the sources of the penalty conflict')
  else if (acts.some(({ law }) => law.length > 0))
    add('complex', 'proposed', '涉及新旧法选择', 'old or new law must be chosen')
  else if (instruments.size > 1)
    add('complex', 'proposed', `涉及 ${instruments.size} 部法律规范`, `${instruments.size} instruments apply`)
  if (lines.some(({ status, id }) => status === 'referred' && id.startsWith('fundraising')))
    add('public_interest', 'proposed', '涉嫌非法集资，涉及不特定公众', 'suspected fundraising from the public')
  const legal = grounds.some(({ standing }) => standing === 'demanded') ? 'yes' : grounds.length > 0 ? 'perhaps' : 'no'
  return {
    legal,
    grounds,
    cited: legal === 'no' ? cites.case_review : cites.legal_review,
    discussion: legal,
    discussionCited: cites.discussion,
  }
}
