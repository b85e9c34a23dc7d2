import type { Circumstances } from '../document.ts'
import { choiceOf } from './choice.ts'
import { citation } from './citation.ts'
import type { Choice, CitedBasis, Finding } from './finding.ts'
import { pairUp } from './pair-up.ts'
import type { BasisArticle, BasisCondition, Rule, RuleBasis } from './rule.ts'

/** What a rule may rest on in the circumstances of one document. */
export interface Footing {
  basis: CitedBasis[]
  choice?: Choice
  unscored?: NonNullable<Finding['unscored']>
}

/** A ground that may be missing: because no article binds this channel, body and region, or because none of those that do stood that day. */
export type Ground = { footing: Footing } | { missing: 'not_bound' | 'not_in_force' }

/** The articles a rule rests on by their ids: `rulebook.basis`. */
export type Articles = Readonly<Record<string, BasisArticle>>

/** {@link groundOf} for whoever need not know why there is none. */
export function footing(rule: Rule, circumstances: Circumstances, articles: Articles): Footing | undefined {
  const ground = groundOf(rule, circumstances, articles)
  return 'footing' in ground ? ground.footing : undefined
}

/**
 * The articles that stood on the day of the conduct and bind this channel, body and region; older versions of an article for the days
 * before it. What is not known neither drops an article nor is guessed: it is shown with its condition.
 */
export function groundOf(rule: Rule, circumstances: Circumstances, articles: Articles): Ground {
  const bound = rule.basis.flatMap((entry) => bind(entry, circumstances) ?? [])
  if (!bound.some(({ entry }) => entry.role !== 'penalises')) return { missing: 'not_bound' }
  const cited = once(bound.flatMap((one) => citedVersions(one, circumstances, articles)))
  const breached = cited.filter(({ role }) => role !== 'penalises')
  if (breached.length === 0) return { missing: 'not_in_force' }
  const basis = pairUp(cited, articles)
  const choice = choiceOf(basis, circumstances, articles, rule.category === null ? 'procedure' : 'finding')
  const unscored = whyUnscored(rule, breached)
  return { footing: { basis, ...(choice && { choice }), ...(unscored && { unscored }) } }
}

function whyUnscored(rule: Rule, breached: readonly CitedBasis[]): Footing['unscored'] {
  if (rule.status === 'trial') return 'trial'
  const firm = breached.filter(({ condition }) => condition === undefined)
  if (firm.length === 0) return 'conditional'
  return firm.every(({ confidence }) => confidence === 'M') ? 'to_be_confirmed' : undefined
}

/** An entry whose conditions hold or are not known, with what is not known. */
interface BoundEntry {
  entry: RuleBasis
  condition?: string
}

function bind(entry: RuleBasis, now: Circumstances): BoundEntry | undefined {
  const conditions: string[] = []
  const held = [
    binds(entry.channel, now.channel === 'unknown', (members) => members.includes(now.channel), conditions),
    binds(entry.entity, now.entity === 'unknown', (members) => members.includes(now.entity), conditions),
    binds(entry.region, now.region === NOWHERE, (members) => members.some((m) => now.region.startsWith(m)), conditions),
  ]
  if (held.includes(false)) return undefined
  return { entry, ...(conditions.length > 0 && { condition: conditions.join('；') }) }
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

/** The versions of an article that stood on some day of the conduct, the newest first. */
function citedVersions({ entry, condition }: BoundEntry, now: Circumstances, articles: Articles): CitedBasis[] {
  const last = now.until ?? now.date
  return lineOf(entry.id, articles).flatMap((article) => {
    const from = entry.from && entry.from > article.from ? entry.from : article.from
    const to = earlier(entry.to ?? null, article.to)
    if (last < from || (to !== null && now.date > to)) return []
    return [
      {
        ...citation(article, entry.role, [from, to], condition),
        ...(to !== null && to < last ? { version: 'old' as const } : from > now.date && { version: 'new' as const }),
      },
    ]
  })
}

/** The article and all whose place it took, itself first. */
function lineOf(id: string, articles: Articles): BasisArticle[] {
  const article = articles[id]
  if (!article) return []
  return [article, ...(article.succeeds ?? []).flatMap((older) => lineOf(older, articles))]
}

/** One article in the place of several was breached once; to breach it says more than to be defined by it, and without condition more than with. */
function once(cited: readonly CitedBasis[]): CitedBasis[] {
  const kept = new Map<string, CitedBasis>()
  for (const one of cited) {
    const known = kept.get(one.id)
    if (!known || (known.role === 'defines' && one.role === 'violates') || isFreed(known, one)) kept.set(one.id, one)
  }
  return [...kept.values()]
}

function isFreed(known: CitedBasis, one: CitedBasis): boolean {
  return known.role === one.role && known.condition !== undefined && one.condition === undefined
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null) return b
  if (b === null) return a
  return a < b ? a : b
}
