import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { canonical } from '../../core/canonical.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { documentNumber, numberSeries } from '../../core/letter/document-number.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { sha256Of } from '../../store/file-bytes.ts'
import { recordFile } from '../../store/files.ts'
import { type Issue, insertIssue, type Letter, letterById, updateDraft } from '../../store/letters.ts'
import { nextNumber } from '../../store/sequences.ts'
import type { Parts } from '../parts.ts'
import { type Composed, composeLetter, type LetterParts } from './compose-letter.ts'
import { letterForAction, mustBeDraft, mustHandle } from './letter-for-action.ts'

/**
 * Issues a letter: composed anew by the law of today, numbered, written as .docx, and from then on frozen. Nothing goes out that lacks a fact, says
 * more than it may, or names whom it must not.
 * @throws problem auth.forbidden, not_found, matter.move_closed, letter.not_draft, letter.corrected, form.stale, letter.not_ready with `why`
 */
export async function issueLetter(
  parts: Pick<Parts, 'db' | 'files'> & LetterParts,
  viewer: Viewer,
  order: { matterId: string; letterId: string; version: number },
): Promise<Issue> {
  if (!may(viewer, 'letter.issue')) throw problem('auth.forbidden', { permission: 'letter.issue' })
  // The writer of Word files takes long to load, and most starts never need it.
  const { letterDocx } = await import('../../writer/docx.ts')
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const { file, letter } = await letterForAction(trx, viewer, order)
    mustHandle(file, viewer)
    mustBeDraft(letter, order.version)
    await mustBeNewest(trx, letter)
    const draft = await composeLetter(trx, parts, file, letter)
    if (draft.objections.length > 0) throw problem('letter.not_ready', { letterId: letter.id, why: draft.objections })
    const number = await numberFor(trx, draft, now)
    const { letter: laid, template } = number ? await composeLetter(trx, parts, file, letter, number) : draft
    const stored = await parts.files.put(await letterDocx(laid))
    await recordFile(trx, stored, now)
    if (!(await updateDraft(trx, letter, { state: 'issued', day: shanghaiDay(now) }, now)))
      throw problem('form.stale', { letterId: letter.id })
    const issue: Issue = {
      number,
      sha256: stored.sha256,
      laid,
      template: sha256Of(canonical(template)),
      issuedBy: viewer.officerId,
      issuedAt: now,
    }
    await insertIssue(trx, letter.id, issue)
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'matter.letter_issued',
      subjectType: 'matter',
      subjectId: file.id,
      reason: `${number ?? ''}${template.title.zh}`,
      after: { letter: letter.id, type: letter.type, sha256: stored.sha256, corrects: letter.corrects },
    })
    return issue
  })
}

/** Two corrections of one letter must not both stand. */
async function mustBeNewest(trx: Knex.Transaction, { corrects }: Letter): Promise<void> {
  const corrected = corrects === null ? undefined : await letterById(trx, corrects)
  if (corrected && corrected.correctedBy !== null) throw problem('letter.corrected', { letterId: corrected.id })
}

async function numberFor(trx: Knex.Transaction, { template, facts }: Composed, now: string): Promise<string | null> {
  if (template.word === null) return null
  const bureau = String(facts['bureau.word'])
  const year = Number(shanghaiDay(now).slice(0, 4))
  const number = await nextNumber(trx, numberSeries(bureau, template.word, year))
  return documentNumber(bureau, template.word, year, number)
}
