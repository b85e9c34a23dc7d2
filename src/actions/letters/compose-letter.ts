import type { Knex } from 'knex'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { asksFor } from '../../core/letter/asks-for.ts'
import { type Filled, fillLetter } from '../../core/letter/fill.ts'
import { type Objection, objectionsTo } from '../../core/letter/may-issue.ts'
import type { LetterFacts } from '../../core/letter/sources.ts'
import type { Audience, LetterTemplate } from '../../core/letter/template.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { problem } from '../../core/problem.ts'
import { CONDITIONS } from '../../core/procedure/conditions.ts'
import { confirmations } from '../../store/article-records.ts'
import { type Letter, letterById } from '../../store/letters.ts'
import type { MatterFile } from '../../store/matters.ts'
import type { Parts } from '../parts.ts'
import { approvedObjections } from './approved-sums.ts'
import { conductPlaceObjections } from './conduct-place.ts'
import { letterSubject } from './letter-facts.ts'
import { standingObjections } from './standing-letters.ts'

/** A letter as it would go out today. */
export interface Composed extends Filled {
  template: LetterTemplate
  facts: LetterFacts
  /** Why it may not go out; empty: it may. */
  objections: Objection[]
}

/** Parts that a letter is made of. */
export type LetterParts = Pick<Parts, 'now' | 'procedure' | 'compiled' | 'discretion' | 'letters'>

/**
 * Fills a letter from its matter, by the templates and the law of today: a letter bears the day it is issued.
 * @param number its document number, once it is given
 * @throws problem not_found where no template of its type holds today
 */
export async function composeLetter(
  db: Knex,
  parts: LetterParts,
  file: MatterFile,
  letter: Pick<Letter, 'type' | 'typed' | 'corrects' | 'draftedBy'>,
  number?: string,
): Promise<Composed> {
  const day = shanghaiDay(parts.now())
  const template = templateOn(parts.letters, letter.type, day)
  if (!template) throw problem('not_found', { letterType: letter.type })
  const { facts, unreadable, persons } = await letterSubject(db, parts, file, template, { ...letter, day })
  const known = number === undefined ? facts : { ...facts, 'letter.number': number }
  const filled = fillLetter(template, known, day, await confirmations(db))
  return {
    ...filled,
    template,
    facts,
    objections: [
      ...unreadable.map((said): Objection => ({ why: 'unreadable', ...said })),
      ...objectionsTo({ ...template, audience: await audienceOf(db, parts, file, template, letter) }, filled, persons),
      ...placeObjections(template, file, letter),
      ...needObjections(parts, template, file),
      ...(await conductPlaceObjections(db, template, file.id)),
      ...(await standingObjections(db, parts, template, file.id, letter)),
      ...approvedObjections(template, file.matter, letter),
    ],
  }
}

/** Who signs for a letter reads no more in the receipt than in the letter. */
async function audienceOf(
  db: Knex,
  { letters }: LetterParts,
  file: MatterFile,
  template: LetterTemplate,
  { typed }: Pick<Letter, 'typed'>,
): Promise<Audience> {
  const served =
    template.type === 'service-receipt' ? await letterById(db, String(typed['served.letter'] ?? '')) : undefined
  return (
    (served?.matterId === file.id ? templateOn(letters, served.type, served.day)?.audience : undefined) ??
    template.audience
  )
}

/** A letter belongs to certain kinds of matter and certain places on its way. */
function placeObjections(
  template: LetterTemplate,
  { kind, matter }: MatterFile,
  { typed }: Pick<Letter, 'typed'>,
): Objection[] {
  const objections: Objection[] = []
  if (!template.of.includes(kind))
    objections.push({ why: 'not_here', zh: '这类办件不使用本文书', en: 'no letter for this kind of matter' })
  if (template.states.length > 0 && !template.states.includes(matter.state))
    objections.push({
      why: 'not_here',
      zh: '办件当前所处环节不能签发本文书',
      en: 'no letter for where the matter stands now',
    })
  if (asksFor(template).has('served.title') && !typed['served.letter'])
    objections.push({ why: 'missing', zh: '请选择所送达的文书', en: 'choose the letter that is served' })
  return objections
}

/** What must have been done before it: a penalty is told of once a head has approved that it be proposed. */
function needObjections(
  { procedure, now }: Pick<Parts, 'procedure' | 'now'>,
  { needs }: LetterTemplate,
  { matter }: MatterFile,
): Objection[] {
  const situation = { procedure, matter, at: now().toISOString(), input: null }
  return needs.flatMap((name) => {
    const said = CONDITIONS[name]!(situation)
    return said ? [{ why: 'not_here', ...said }] : []
  })
}
