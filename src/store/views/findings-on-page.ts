import type { Knex } from 'knex'
import { mayPrint } from '../../core/case/may-print.ts'
import type { BasisArticle, Rulebook } from '../../core/check/rule.ts'
import { confirmedArticleIds } from '../article-records.ts'
import { findingsOf, type StoredAssessment, type StoredFinding } from '../assessments.ts'
import { officerNames } from '../officers.ts'
import { rulingsOf, type StandingRuling } from '../rulings.ts'

export interface RulingOnPage extends StandingRuling {
  officerName: string
}

/** The article's own entry in the rulebook the finding was made with. */
export interface ArticleOnPage extends BasisArticle {
  /** Whether a letter may cite it: its text is verified, or two people have confirmed it. */
  isPrintable: boolean
}

export interface FindingOnPage extends StoredFinding {
  /** Oldest first; the last one stands. */
  rulings: RulingOnPage[]
  /** The newest ruling on the same claim in an earlier assessment, where it was not carried over: made under other law or circumstances. */
  formerRuling?: RulingOnPage
  ruleTitle: { zh: string; en: string } | undefined
  /** By basis id, those of later versions of the law included. */
  articles: Record<string, ArticleOnPage>
}

/** Findings of an assessment in the order of the text, with their rulings and, from the rulebook they were made with, titles and articles. */
export async function findingsOnPage(
  db: Knex,
  assessment: Pick<StoredAssessment, 'id'>,
  rulebook: Rulebook | undefined,
): Promise<FindingOnPage[]> {
  const findings = await findingsOf(db, assessment.id)
  const rulings = await rulingsOf(db, assessment.id)
  const names = await officerNames(db, [...new Set(rulings.map((ruling) => ruling.officerId))])
  const confirmed = await confirmedArticleIds(db)
  return findings.map((finding) => ({
    ...finding,
    rulings: rulings
      .filter((ruling) => ruling.findingId === finding.id)
      .map((ruling) => ({ ...ruling, officerName: names.get(ruling.officerId) ?? '' })),
    ruleTitle: rulebook?.rules.find((rule) => rule.id === finding.rule)?.title,
    articles: Object.fromEntries(
      [...finding.basis, ...(finding.choice?.successors ?? [])].flatMap(({ id }) => {
        const article = rulebook?.basis[id]
        return article ? [[id, { ...article, isPrintable: mayPrint(article, confirmed) }]] : []
      }),
    ),
  }))
}
