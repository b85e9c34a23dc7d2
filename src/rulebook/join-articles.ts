import type { BasisArticle } from '../core/check/rule.ts'
import type { YamlNode } from './yaml-source.ts'

/** An article with the place where it is written. */
export interface PlacedArticle {
  article: BasisArticle
  at: YamlNode
}

/**
 * Joins all instruments: which article took whose place, and which it punishes. What an article names must be there, an older one must
 * have ended before the one that took its place begins, and nothing may come after itself.
 */
export function joinArticles(placed: readonly PlacedArticle[]): Record<string, BasisArticle> {
  const articles: Record<string, BasisArticle> = {}
  for (const { article } of placed) articles[article.id] = article
  for (const { article, at } of placed) {
    for (const [i, id] of (article.punishes ?? []).entries()) {
      const place = at.at('punishes').at(i)
      if (!articles[id]) place.complain(`unknown article "${id}"`)
      else if (articles[id].penalty) place.complain(`${id} is a penalty itself`)
    }
    for (const [i, id] of (article.succeeds ?? []).entries()) {
      const older = articles[id]
      const place = at.at('succeeds').at(i)
      if (!older) {
        place.complain(`unknown article "${id}"`)
        continue
      }
      if (older.to === null || older.to >= article.from)
        place.complain(`${id} stood to ${older.to ?? 'this day'}; it must end before ${article.from}`)
      if (Boolean(older.penalty) !== Boolean(article.penalty))
        place.complain('only a penalty takes the place of a penalty')
      older.succeededBy = [...(older.succeededBy ?? []), article.id]
    }
  }
  return articles
}
