import type { Knex } from 'knex'
import { exhibitsOf } from './exhibits.ts'
import { documentsOfMatter } from './matters.ts'

/** What may be named as evidence of a matter: `exhibit:<id>`, and `document:<id>` for a paper on its file. */
export async function evidenceOf(db: Knex, matterId: string): Promise<string[]> {
  const exhibits = (await exhibitsOf(db, matterId)).map(({ id }) => `exhibit:${id}`)
  return [...exhibits, ...(await documentsOfMatter(db, matterId)).map((id) => `document:${id}`)]
}
