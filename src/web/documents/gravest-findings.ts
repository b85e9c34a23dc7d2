import type { DocumentPage } from '../../store/views/document-page.ts'
import type { FindingOnPage } from '../../store/views/findings-on-page.ts'

/** As many as are looked at before the rest. */
const FEW = 3

/**
 * Of many findings, which stand in the order of the text, those that moved the scores most, one of each rule: their places in the list, the
 * gravest first. Empty where there are few to look through, or only one rule speaks. What was dismissed is not looked at again.
 */
export function gravestFindings(
  findings: readonly FindingOnPage[],
  reasons: NonNullable<DocumentPage['assessment']>['reasons'],
): number[] {
  if (findings.length <= FEW) return []
  const codes = [...new Set(bySize(reasons).map(({ source }) => source))]
  const places = codes.flatMap((code) => {
    const own = [...findings.keys()].filter((at) => findings[at]!.code === code && isOpen(findings[at]!))
    if (own.length === 0) return []
    return [own.reduce((best, at) => (worth(findings[at]!) > worth(findings[best]!) ? at : best))]
  })
  return places.length < 2 ? [] : places.slice(0, FEW)
}

function bySize(reasons: NonNullable<DocumentPage['assessment']>['reasons']) {
  return reasons.filter(({ source, points }) => source !== 'signal' && points > 0).sort((a, b) => b.points - a.points)
}

/** Neither dismissed nor one that counts nothing. */
function isOpen({ rulings, unscored }: FindingOnPage): boolean {
  return rulings.at(-1)?.verdict !== 'dismissed' && !unscored
}

function worth({ severity, confidence }: FindingOnPage): number {
  return severity * confidence
}
