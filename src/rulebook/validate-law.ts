import type { BasisArticle, Rule } from '../core/check/rule.ts'
import type { YamlSource } from './yaml-source.ts'

/**
 * Whether each rule's basis fits together as law: it names the newest version of an article, calls a penalty a penalty,
 * and cites none for what it does not name.
 */
export function validateLaw(
  rules: readonly { rule: Rule; source: YamlSource }[],
  articles: Readonly<Record<string, BasisArticle>>,
) {
  for (const { rule, source } of rules) {
    const named = new Set(rule.basis.map(({ id }) => id))
    rule.basis.forEach(({ id, role }, i) => {
      const article = articles[id]
      if (!article) return
      const at = source.root.at('basis').at(i)
      if (article.succeededBy)
        at.at('article').complain(
          `${id} was superseded; allowed: ${article.succeededBy.join(', ')}, and the older one is cited by itself for its own days`,
        )
      if ((role === 'penalises') !== Boolean(article.penalty))
        at.at('role').complain(
          article.penalty
            ? `${id} is a penalty; allowed: penalises`
            : `${id} is no penalty; allowed: defines, violates`,
        )
      if (role === 'penalises' && article.punishes && !article.punishes.some((breach) => named.has(breach)))
        at.complain(`${id} punishes nothing this rule names; it punishes ${article.punishes.join(', ')}`)
    })
  }
}
