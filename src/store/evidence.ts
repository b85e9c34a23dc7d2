import type { Knex } from 'knex'
import { documentsOfMatter } from './matters.ts'

/** What may be named as evidence of a matter: `document:<id>` for a paper on its file. */
export async function evidenceOf(db: Knex, matterId: string): Promise<string[]> {
  return (await documentsOfMatter(db, matterId)).map((id) => `document:${id}`)
}
