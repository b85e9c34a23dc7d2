import type { Knex } from 'knex'
import type { BacktestPaper, RuledPlace } from '../../core/backtest.ts'
import { assessedIds, type Period, standingRulings } from '../../store/archive.ts'
import { paperOfDocument } from '../papers/paper-of-document.ts'

const AT_ONCE = 200

/** The assessed papers of the database one after another, as the path is given them, with what officers ruled. Only reads. */
export async function* archivePapers(db: Knex, period: Period): AsyncGenerator<BacktestPaper> {
  const rulings = new Map<string, RuledPlace[]>()
  for (const { documentId, ...place } of await standingRulings(db, period))
    rulings.set(documentId, [...(rulings.get(documentId) ?? []), place])
  let after = ''
  for (;;) {
    const ids = await assessedIds(db, period, after, AT_ONCE)
    if (ids.length === 0) return
    for (const id of ids) {
      const found = await paperOfDocument(db, id)
      if (found) yield { id, paper: found.paper, receivedOn: found.receivedOn, rulings: rulings.get(id) ?? [] }
    }
    after = ids.at(-1)!
  }
}
