import type { Finding } from '../check/finding.ts'
import type { Circumstances } from '../document.ts'
import type { DismissReason, Verdict } from './ruling.ts'

/** A finding within its assessment: what was judged, and in which circumstances. */
export interface Judged {
  finding: Pick<Finding, 'rule' | 'start' | 'end' | 'frame' | 'basis'>
  circumstances: Circumstances
}

/** The same claim in another assessment of the same paper: one rule at one place. */
export function isSameClaim(a: Judged['finding'], b: Judged['finding']): boolean {
  return a.rule === b.rule && a.start === b.start && a.end === b.end
}

/**
 * Whether what an officer ruled on a finding still holds for the same claim assessed again. She judged what she saw: a ruling stands
 * while all it rested on is unchanged, and never speaks for law she did not have before her.
 * - said of the words (misread, duplicate): stands; said of who speaks: while the voice is the same;
 * - said of the remit: while region and body are the same; of the time bar: also while the days are;
 * - said under the law (upheld, lawful, not enough evidence): while no breached article is cited that was not cited then. A condition
 *   that is settled, or one of two versions that falls away, only narrows what she judged.
 */
export function rulingCarries(
  ruling: { verdict: Verdict; reason: DismissReason | null },
  before: Judged,
  after: Judged,
): boolean {
  const [was, is] = [before.circumstances, after.circumstances]
  const sameLaw = () => breached(after).every((id) => breached(before).includes(id))
  switch (ruling.verdict === 'upheld' ? 'upheld' : ruling.reason) {
    case 'misread':
    case 'duplicate':
      return true
    case 'not_sellers_claim':
      return before.finding.frame === after.finding.frame
    case 'not_ours':
      return was.region === is.region && was.entity === is.entity
    case 'time_barred':
      return was.date === is.date && was.until === is.until && sameLaw()
    default:
      return before.finding.frame === after.finding.frame && sameLaw()
  }
}

function breached({ finding }: Judged): string[] {
  return finding.basis.filter(({ role }) => role !== 'penalises').map(({ id }) => id)
}
