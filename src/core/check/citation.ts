import type { CitedBasis } from './finding.ts'
import type { BasisArticle } from './rule.ts'

/** An article as cited in a role, for the days for which it is cited. */
export function citation(
  article: BasisArticle,
  role: CitedBasis['role'],
  inForce: [string, string | null],
  condition: string | undefined,
): CitedBasis {
  return {
    id: article.id,
    article: `${article.title.zh}${article.article.zh}`,
    in_force: inForce,
    role,
    confidence: article.confidence,
    ...(condition !== undefined && { condition }),
    ...(role === 'penalises' && article.penalty && { penalty: article.penalty }),
  }
}
