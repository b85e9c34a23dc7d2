import type { Knex } from 'knex'
import type { Objection } from '../../core/letter/may-issue.ts'
import { readTyped } from '../../core/letter/read-typed.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { type Letter, lettersOf } from '../../store/letters.ts'
import type { Parts } from '../parts.ts'

/**
 * What letters of the matter that went out, and that no correction took the place of, say against issuing this one: of some types only one may stand,
 * and a decision takes no more than its notice told (《行政处罚法》第四十四条、第四十五条).
 */
export async function standingObjections(
  db: Knex,
  { letters }: Pick<Parts, 'letters'>,
  template: LetterTemplate,
  matterId: string,
  { typed, corrects }: Pick<Letter, 'typed' | 'corrects'>,
): Promise<Objection[]> {
  if (!template.single && template.atMost === null) return []
  const standing = (await lettersOf(db, matterId)).filter(
    ({ id, issue, correctedBy }) => issue !== null && correctedBy === null && id !== corrects,
  )
  const objections: Objection[] = []
  if (template.single && standing.some(({ type }) => type === template.type))
    objections.push({
      why: 'not_here',
      zh: '已签发过一份，要改动的，请更正原文书',
      en: 'one of its sort has been issued; to change it, correct that one',
    })
  const { atMost } = template
  const told = atMost && standing.findLast(({ type }) => type === atMost.letter)
  const toldTemplate = told && templateOn(letters, told.type, told.day)
  if (!atMost || !told || !toldTemplate) return objections
  const before = readTyped(toldTemplate, told.typed).facts
  const now = readTyped(template, typed).facts
  for (const name of atMost.inputs) {
    if (Number(now[`input.${name}`] ?? 0) <= Number(before[`input.${name}`] ?? 0)) continue
    const { zh, en } = template.input[name]!
    objections.push({
      why: 'not_here',
      zh: `${zh}超过${toldTemplate.title.zh}所告知的数额（《行政处罚法》第四十四条）`,
      en: `the ${en} is more than the ${toldTemplate.title.en.toLowerCase()} told`,
    })
  }
  return objections
}
