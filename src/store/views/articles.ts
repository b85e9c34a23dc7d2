import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { mayPrint } from '../../core/case/may-print.ts'
import type { BasisArticle, Rulebook } from '../../core/check/rule.ts'
import { problem } from '../../core/problem.ts'
import { type ArticleRecord, articleRecords, standing } from '../article-records.ts'
import { officerNames } from '../officers.ts'

/** How far the confirmation of an article has come; `verified` needs none. */
export type ArticleState = 'verified' | 'confirmed' | 'recorded' | 'refused' | 'unconfirmed'

export interface ArticleRow {
  article: BasisArticle
  /** Codes of the rules that cite it. */
  codes: string[]
  state: ArticleState
  isPrintable: boolean
}

export interface ArticlePage extends ArticleRow {
  /** Newest first, with the names of those who recorded and decided. */
  records: (ArticleRecord & { recordedByName: string; decidedByName: string; stands: boolean })[]
}

/** Every article of the rulebook with its confirmation: those that wait for somebody first, then by id. */
export async function articlesList(db: Knex, viewer: Viewer, rulebook: Rulebook): Promise<ArticleRow[]> {
  mustRead(viewer)
  const records = await articleRecords(db)
  const codes = codesByArticle(rulebook)
  return Object.values(rulebook.basis)
    .map((article) =>
      rowOf(
        article,
        codes,
        records.filter(({ articleId }) => articleId === article.id),
      ),
    )
    .sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (a.article.id < b.article.id ? -1 : 1))
}

/** One article with everything recorded of it. @throws problem not_found */
export async function articlePage(db: Knex, viewer: Viewer, rulebook: Rulebook, id: string): Promise<ArticlePage> {
  mustRead(viewer)
  const article = Object.hasOwn(rulebook.basis, id) ? rulebook.basis[id] : undefined
  if (!article) throw problem('not_found', { articleId: id })
  const records = await articleRecords(db, id)
  const people = records.flatMap(({ recordedBy, decision }) => [recordedBy, ...(decision ? [decision.officerId] : [])])
  const names = await officerNames(db, [...new Set(people)])
  const standingRecord = records.findLast(({ decision }) => decision?.verdict === 'approved')
  return {
    ...rowOf(article, codesByArticle(rulebook), records),
    records: records.toReversed().map((record) => ({
      ...record,
      recordedByName: names.get(record.recordedBy) ?? '',
      decidedByName: names.get(record.decision?.officerId ?? '') ?? '',
      stands: record === standingRecord,
    })),
  }
}

const ORDER: readonly ArticleState[] = ['recorded', 'refused', 'unconfirmed', 'confirmed', 'verified']

function rowOf(
  article: BasisArticle,
  codes: ReadonlyMap<string, string[]>,
  records: readonly ArticleRecord[],
): ArticleRow {
  const confirmations = standing(records)
  const newest = records.at(-1)
  const decided: ArticleState =
    confirmations.size > 0 ? 'confirmed' : article.confidence === 'V' ? 'verified' : newest ? 'refused' : 'unconfirmed'
  return {
    article,
    codes: codes.get(article.id) ?? [],
    state: newest && !newest.decision ? 'recorded' : decided,
    isPrintable: mayPrint(article, confirmations),
  }
}

/** A rule that names an article cites, for earlier conduct, those whose place it took. */
function codesByArticle({ rules, basis }: Rulebook): Map<string, string[]> {
  const codes = new Map<string, Set<string>>()
  const cite = (id: string, code: string): void => {
    codes.set(id, (codes.get(id) ?? new Set()).add(code))
    for (const older of basis[id]?.succeeds ?? []) cite(older, code)
  }
  for (const rule of rules) for (const { id } of rule.basis) cite(id, rule.code)
  return new Map([...codes].map(([id, set]) => [id, [...set].sort()]))
}

function mustRead(viewer: Viewer): void {
  if (!may(viewer, 'article.read')) throw problem('auth.forbidden', { permission: 'article.read' })
}
