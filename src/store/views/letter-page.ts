import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { problem } from '../../core/problem.ts'
import { type Letter, letterById, lettersOf } from '../letters.ts'
import { asMatter, type MatterFile } from '../matters.ts'
import { officerNames } from '../officers.ts'
import { type Transfer, transferOfLetter } from '../transfers.ts'
import { maySeeMatter } from '../visibility.ts'

export interface LetterPage {
  file: MatterFile
  letter: Letter
  transfer: Transfer | null
  /** Letters of the matter that went out: what a receipt may be for. */
  issued: { id: string; title: string; number: string | null }[]
  draftedByName: string
  issuedByName: string
}

/** @throws problem auth.forbidden, not_found */
export async function letterPage(db: Knex, viewer: Viewer, matterId: string, letterId: string): Promise<LetterPage> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const file = asMatter(await db('matters').where({ id: matterId }).first())
  const letter = await letterById(db, letterId)
  const isHere = file && letter && letter.matterId === file.id && letter.state !== 'dropped'
  if (!isHere || !maySeeMatter(viewer, file)) throw problem('not_found', { letterId })
  const names = await officerNames(db, [letter.draftedBy, letter.issue?.issuedBy ?? ''])
  return {
    file,
    letter,
    transfer: (await transferOfLetter(db, letterId)) ?? null,
    issued: (await lettersOf(db, matterId)).flatMap(({ id, issue }) =>
      issue && id !== letterId ? [{ id, title: textOf(issue.laid.title), number: issue.number }] : [],
    ),
    draftedByName: names.get(letter.draftedBy) ?? '',
    issuedByName: names.get(letter.issue?.issuedBy ?? '') ?? '',
  }
}
