import type { BasisArticle } from '../check/rule.ts'

/** The official text of an article as two people vouch for it: one read and recorded it, another checked and approved. */
export interface Confirmation {
  articleId: string
  /** Official text, word for word. */
  text: string
  /** Where it was read: gazette, official site. */
  source: string
  /** `YYYY-MM-DD`. */
  readOn: string
}

/**
 * Whether a letter may cite an article. Verified ones may; what rests on a secondary source or on memory only once its official text, source,
 * date and approver are on record. Whether a finding may rest on it is another matter, which the rulebook decides.
 * `confirmations` are those that stand, by article id. Our paraphrase is never printed as a quotation: a letter that quotes takes {@link Confirmation.text}.
 */
export function mayPrint(
  article: Pick<BasisArticle, 'id' | 'confidence'>,
  confirmations: { has(articleId: string): boolean },
): boolean {
  return article.confidence === 'V' || confirmations.has(article.id)
}
