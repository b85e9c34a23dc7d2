import type { Circumstances } from '../document.ts'
import type { CitedBasis, Finding } from './finding.ts'
import type { BasisArticle, BasisCondition, Rule, RuleBasis } from './rule.ts'

/** What a rule may rest on in the circumstances of one document. */
export interface Footing {
  basis: CitedBasis[]
  unscored?: NonNullable<Finding['unscored']>
}

/**
 * The articles that stood on the document's date and bind this channel, body and region. What is not known neither drops an article
 * nor is guessed: the article is shown with its condition. Nothing left: the rule has no ground here and makes no finding.
 */
export function footing(
  rule: Rule,
  circumstances: Circumstances,
  articles: Readonly<Record<string, BasisArticle>>,
): Footing | undefined {
  const basis = rule.basis.flatMap((entry) => cite(entry, articles[entry.id], circumstances) ?? [])
  const breached = basis.filter(({ role }) => role !== 'penalises')
  if (breached.length === 0) return undefined
  if (rule.status === 'trial') return { basis, unscored: 'trial' }
  const firm = breached.filter(({ condition }) => condition === undefined)
  if (firm.length === 0) return { basis, unscored: 'conditional' }
  if (firm.every(({ confidence }) => confidence === 'M')) return { basis, unscored: 'to_be_confirmed' }
  return { basis }
}

function cite(entry: RuleBasis, article: BasisArticle | undefined, now: Circumstances): CitedBasis | undefined {
  if (!article) return undefined
  const from = entry.from && entry.from > article.from ? entry.from : article.from
  const to = earlier(entry.to ?? null, article.to)
  if (now.date < from || (to !== null && now.date > to)) return undefined
  const conditions: string[] = []
  const bound = [
    binds(entry.channel, now.channel === 'unknown', (members) => members.includes(now.channel), conditions),
    binds(entry.entity, now.entity === 'unknown', (members) => members.includes(now.entity), conditions),
    binds(entry.region, now.region === NOWHERE, (members) => members.some((m) => now.region.startsWith(m)), conditions),
  ]
  if (bound.includes(false)) return undefined
  return {
    id: article.id,
    article: `${article.title.zh}${article.article.zh}`,
    in_force: [from, to],
    role: entry.role,
    confidence: article.confidence,
    ...(conditions.length > 0 && { condition: conditions.join('；') }),
    ...(entry.role === 'penalises' && article.penalty && { penalty: article.penalty }),
  }
}

/** GB/T 2260 has no such region: the region is not known. */
const NOWHERE = '000000'

function binds<T>(
  condition: BasisCondition<T> | undefined,
  isUnknown: boolean,
  holds: (members: T[]) => boolean,
  conditions: string[],
): boolean {
  if (!condition) return true
  if (!isUnknown) return holds(condition.members)
  conditions.push(`${condition.condition.zh} / ${condition.condition.en}`)
  return true
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}
