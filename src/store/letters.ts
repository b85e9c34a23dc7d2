import type { Knex } from 'knex'
import type { LaidLetter } from '../core/letter/laid-letter.ts'

export const LETTER_STATES = ['draft', 'issued', 'dropped'] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** What an officer typed and ticked for a letter, by name of the field. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/** A letter of a matter: a draft, or one that was issued and stands as it went out. */
export interface Letter {
  id: string
  matterId: string
  type: string
  state: LetterState
  /** Day of the letter; its law is that of the day. */
  day: string
  typed: Typed
  /** The issued letter it takes the place of. */
  corrects: string | null
  draftedBy: string
  draftedAt: string
  updatedAt: string
  version: number
  issue: Issue | null
  /** The issued letter that took its place. */
  correctedBy: string | null
}

/** What went out, frozen. */
export interface Issue {
  /** Null for a letter that bears none. */
  number: string | null
  /** Of the .docx in the file store. */
  sha256: string
  laid: LaidLetter
  /** Hash of the template it was made from. */
  template: string
  issuedBy: string
  issuedAt: string
}

export async function insertLetter(
  trx: Knex.Transaction,
  letter: Pick<Letter, 'id' | 'matterId' | 'type' | 'day' | 'typed' | 'corrects' | 'draftedBy' | 'draftedAt'>,
): Promise<void> {
  await trx('letters').insert({
    id: letter.id,
    matter_id: letter.matterId,
    type: letter.type,
    state: 'draft',
    day: letter.day,
    fields: JSON.stringify(letter.typed),
    corrects: letter.corrects,
    drafted_by: letter.draftedBy,
    drafted_at: letter.draftedAt,
    updated_at: letter.draftedAt,
  })
}

/** @returns false when it is no longer a draft at `version`: somebody else was faster. */
export async function updateDraft(
  trx: Knex.Transaction,
  letter: Pick<Letter, 'id' | 'version'>,
  change: { state?: LetterState; day?: string; typed?: Typed },
  now: string,
): Promise<boolean> {
  const changed = await trx('letters')
    .where({ id: letter.id, version: letter.version, state: 'draft' })
    .update({
      ...(change.state ? { state: change.state } : {}),
      ...(change.day ? { day: change.day } : {}),
      ...(change.typed ? { fields: JSON.stringify(change.typed) } : {}),
      updated_at: now,
      version: letter.version + 1,
    })
  return changed === 1
}

export async function insertIssue(trx: Knex.Transaction, letterId: string, issue: Issue): Promise<void> {
  await trx('letter_issues').insert({
    letter_id: letterId,
    number: issue.number,
    sha256: issue.sha256,
    laid: JSON.stringify(issue.laid),
    template: issue.template,
    issued_by: issue.issuedBy,
    issued_at: issue.issuedAt,
  })
}

/** All but dropped drafts, oldest first. The caller has checked that the viewer may see the matter. */
export async function lettersOf(db: Knex, matterId: string): Promise<Letter[]> {
  return (await select(db).where({ 'letters.matter_id': matterId }).whereNot({ 'letters.state': 'dropped' })).map(
    asLetter,
  )
}

export async function letterById(db: Knex, id: string): Promise<Letter | undefined> {
  const row = await select(db).where({ 'letters.id': id }).first()
  return row && asLetter(row)
}

/** Every issued letter's bytes, for the check that none was touched. */
export async function issuedHashes(db: Knex): Promise<{ letterId: string; sha256: string }[]> {
  const rows = await db('letter_issues').orderBy('letter_id').select('letter_id', 'sha256')
  return rows.map((row) => ({ letterId: row.letter_id, sha256: row.sha256 }))
}

function select(db: Knex) {
  return db('letters')
    .leftJoin('letter_issues', 'letter_issues.letter_id', 'letters.id')
    .leftJoin('letters as successors', (join) =>
      join.on('successors.corrects', 'letters.id').andOnVal('successors.state', 'issued'),
    )
    .orderBy('letters.id')
    .select(
      'letters.*',
      'letter_issues.number',
      'letter_issues.sha256',
      'letter_issues.laid',
      'letter_issues.template',
      'letter_issues.issued_by',
      'letter_issues.issued_at',
      'successors.id as corrected_by',
    )
}

function asLetter(row: Record<string, any>): Letter {
  return {
    id: row.id,
    matterId: row.matter_id,
    type: row.type,
    state: row.state,
    day: row.day,
    typed: JSON.parse(row.fields),
    corrects: row.corrects,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    updatedAt: row.updated_at,
    version: row.version,
    issue: row.issued_at
      ? {
          number: row.number,
          sha256: row.sha256,
          laid: JSON.parse(row.laid),
          template: row.template,
          issuedBy: row.issued_by,
          issuedAt: row.issued_at,
        }
      : null,
    correctedBy: row.corrected_by ?? null,
  }
}
