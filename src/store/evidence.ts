import type { Knex } from 'knex'
import { type Exhibit, exhibitsOf } from './exhibits.ts'
import { documentsOfMatter } from './matters.ts'

/** What may be named as evidence of a matter: `exhibit:<id>`, and `document:<id>` for a paper on its file. */
export async function evidenceOf(db: Knex, matterId: string): Promise<string[]> {
  return evidenceWith(db, matterId, await exhibitsOf(db, matterId))
}

/** The same where the exhibits of the matter are at hand. */
export async function evidenceWith(
  db: Knex,
  matterId: string,
  exhibits: readonly Pick<Exhibit, 'id'>[],
): Promise<string[]> {
  const papers = await documentsOfMatter(db, matterId)
  return [...exhibits.map(({ id }) => `exhibit:${id}`), ...papers.map((id) => `document:${id}`)]
}
