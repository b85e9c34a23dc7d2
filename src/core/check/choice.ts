import type { Circumstances } from '../document.ts'
import { citation } from './citation.ts'
import type { Choice, CitedBasis, LawChange } from './finding.ts'
import { lighter } from './lighter.ts'
import type { BasisArticle } from './rule.ts'

type Articles = Readonly<Record<string, BasisArticle>>

/** What a rule of procedure is for: no penalty is chosen, but letters are handled by the measures of the day they come in. */
export type Purpose = 'finding' | 'procedure'

/**
 * Whether the law changed while the conduct lasted, or since, so that a person must choose a version (从旧兼从轻, 行政处罚法第三十七条).
 * A later law that threatens the same leaves nothing to choose.
 */
export function choiceOf(
  basis: readonly CitedBasis[],
  now: Circumstances,
  articles: Articles,
  purpose: Purpose,
): Choice | undefined {
  if (basis.some(({ version }) => version !== undefined)) return acrossChange(basis, now, articles)
  return now.receivedOn === undefined ? undefined : sinceChange(basis, now.receivedOn, now, articles, purpose)
}

function acrossChange(basis: readonly CitedBasis[], now: Circumstances, articles: Articles): Choice {
  const old = basis.filter(({ version }) => version === 'old')
  const changes = basis
    .filter(({ version }) => version === 'new')
    .flatMap((later): LawChange[] => {
      const before = old.filter(({ id }) => articles[later.id]?.succeeds?.includes(id))
      const change = { new: later.id, on: later.in_force[0] }
      return before.length === 0 ? [change] : before.map((one) => changeOf(one, later))
    })
  const said = verdict(changes)
  return {
    because: 'conduct_spans_change',
    changes,
    successors: [],
    ...(said && { lighter: said }),
    note: {
      zh: `行为自${now.date}至${now.until}，其间法律有变化，新旧条文一并列出。适用哪一版本由承办人依从旧兼从轻（《行政处罚法》第三十七条）选定。${LIGHTER[said ?? 'unclear'].zh}`,
      en: `The conduct lasted from ${now.date} to ${now.until} and the law changed meanwhile; both versions are shown. A person chooses (art. 37 Administrative Penalty Law: the old law unless the new is lighter). ${LIGHTER[said ?? 'unclear'].en}`,
    },
  }
}

function sinceChange(
  basis: readonly CitedBasis[],
  receivedOn: string,
  now: Circumstances,
  articles: Articles,
  purpose: Purpose,
): Choice | undefined {
  const pairs = basis.flatMap((one) =>
    successorsOn(one.id, receivedOn, articles).map((article) => {
      const later: CitedBasis = {
        ...citation(article, one.role, [article.from, article.to], one.condition),
        version: 'new',
      }
      return { later, change: changeOf(one, later) }
    }),
  )
  const changes = pairs.map(({ change }) => change)
  const days = [...new Set(changes.map(({ on }) => on))].sort().join('、')
  const successors = uniqueById(pairs.map(({ later }) => later))
  if (purpose === 'procedure') {
    if (changes.length === 0) return undefined
    const note = {
      zh: `来件所载日期为${now.date}，收到时新的程序规定已施行（${days}）。受理程序通常依收到之日的规定办理，由承办人核对。`,
      en: `The paper is dated ${now.date}; when it came in new rules of procedure stood (${days}). As a rule it is handled by those of the day it came in; a person checks.`,
    }
    return { because: 'decided_after_change', changes, successors, note }
  }
  const penalties = pairs.filter(({ later }) => later.role === 'penalises')
  // What an offence is called may change without changing what follows from it.
  if (!penalties.some(({ change }) => change.lighter !== 'same')) return undefined
  const said = verdict(changes)
  return {
    because: 'decided_after_change',
    changes,
    successors,
    ...(said && { lighter: said }),
    note: {
      zh: `行为发生于${now.date}，此后法律有变化（${days}施行），收到时新法已生效。以行为时的条文为据；新法较轻的从新法（《行政处罚法》第三十七条），由承办人选定。${LIGHTER[said ?? 'unclear'].zh}`,
      en: `The conduct is of ${now.date}; the law changed since (${days}), before the paper came in. The law of the day of conduct is cited; if the later one is lighter it applies (art. 37 Administrative Penalty Law). A person chooses. ${LIGHTER[said ?? 'unclear'].en}`,
    },
  }
}

const LIGHTER = {
  new: { zh: '就所列罚款幅度看，新规定较轻。', en: 'By the amounts listed the new one is lighter.' },
  old: { zh: '就所列罚款幅度看，旧规定较轻。', en: 'By the amounts listed the old one is lighter.' },
  same: { zh: '就所列罚款幅度看，新旧相同。', en: 'By the amounts listed both are the same.' },
  unclear: {
    zh: '轻重不能仅凭所列幅度判断，请核对原文。',
    en: 'The amounts alone do not tell which is lighter; check the texts.',
  },
}

function changeOf(old: CitedBasis, later: CitedBasis): LawChange {
  const said = old.penalty && later.penalty ? lighter(old.penalty, later.penalty) : undefined
  return { old: old.id, new: later.id, on: later.in_force[0], ...(said && { lighter: said }) }
}

/** What all comparable penalties say together. */
function verdict(changes: readonly LawChange[]): Choice['lighter'] {
  const said = new Set(changes.flatMap((change) => change.lighter ?? []))
  if (said.size > 1) said.delete('same')
  return said.size === 1 ? [...said][0] : undefined
}

/** What stands in the article's place on a day, over as many changes as there were; nothing while it stands itself. */
function successorsOn(id: string, day: string, articles: Articles): BasisArticle[] {
  return (articles[id]?.succeededBy ?? []).flatMap((next) => {
    const article = articles[next]
    if (!article || article.from > day) return []
    if (article.to === null || article.to >= day) return [article]
    return successorsOn(next, day, articles)
  })
}

function uniqueById(cited: readonly CitedBasis[]): CitedBasis[] {
  return [...new Map(cited.map((one) => [one.id, one])).values()]
}
