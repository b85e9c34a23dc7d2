import type { BasisArticle } from '../check/rule.ts'

/** Articles an officer may name in a letter, by instrument. */
export interface CitableInstrument {
  title: BasisArticle['title']
  articles: BasisArticle[]
}

/**
 * What a letter of ours may call breached, or a penalty: articles of instruments under which this department penalises, of any day, because conduct is
 * judged by the law of its own day.
 */
export function citableArticles(
  basis: Readonly<Record<string, BasisArticle>>,
  kind: 'breach' | 'penalty',
): CitableInstrument[] {
  const instrumentOf = (id: string) => id.slice(0, id.indexOf('/'))
  const ours = new Set(
    Object.values(basis)
      .filter(({ penalty }) => penalty?.department.includes('市场监督管理'))
      .map(({ id }) => instrumentOf(id)),
  )
  const found = new Map<string, CitableInstrument>()
  for (const article of Object.values(basis)) {
    const instrument = instrumentOf(article.id)
    if (!ours.has(instrument) || (article.penalty !== undefined) !== (kind === 'penalty')) continue
    const known = found.get(instrument) ?? { title: article.title, articles: [] }
    known.articles.push(article)
    found.set(instrument, known)
  }
  return [...found.values()]
}
