import type { CitedBasis } from './finding.ts'
import type { BasisArticle } from './rule.ts'

/**
 * Sets each penalty of one finding beside the articles it punishes. Where several penalties conflict for the same breach they are
 * marked as alternatives, and the one of the lowest rank that stood is preferred. A penalty that punishes nothing cited is left out:
 * the article it belongs to did not stand that day.
 */
export function pairUp(cited: readonly CitedBasis[], articles: Readonly<Record<string, BasisArticle>>): CitedBasis[] {
  const breached = cited.filter(({ role }) => role !== 'penalises').map(({ id }) => id)
  const punished = new Map(
    cited
      .filter(({ role }) => role === 'penalises')
      .map(({ id }) => [id, (articles[id]?.punishes ?? []).filter((breach) => breached.includes(breach))] as const),
  )
  const kept = cited.filter(({ id, role }) => role !== 'penalises' || punished.get(id)!.length > 0)
  return kept.map((one) => {
    const penalties = [...punished].filter(([, breaches]) => breaches.includes(one.id)).map(([id]) => id)
    const pairs = one.role === 'penalises' ? punished.get(one.id)! : penalties
    const alternatives = one.role === 'penalises' ? alternativesOf(one, kept, articles) : undefined
    return { ...one, ...(pairs.length > 0 && { pairs }), ...(alternatives && { alternatives }) }
  })
}

function alternativesOf(
  one: CitedBasis,
  cited: readonly CitedBasis[],
  articles: Readonly<Record<string, BasisArticle>>,
): CitedBasis['alternatives'] {
  const own = articles[one.id]?.alternative
  if (!own) return undefined
  // Two versions follow each other, and of two conditions (an advertisement, no advertisement) one holds: these do not conflict.
  const rivals = cited.flatMap(({ id, role, version, condition }) => {
    const other = id !== one.id && role === 'penalises' ? articles[id]?.alternative : undefined
    const together = !(differ(version, one.version) || differ(condition, one.condition))
    return other && other.key === own.key && other.rank !== own.rank && together ? [other.rank] : []
  })
  if (rivals.length === 0) return undefined
  return { key: own.key, preferred: rivals.every((rank) => own.rank < rank), why: own.why }
}

/** Whether both are set, and to different things. */
function differ(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b
}
