import type { Knex } from 'knex'
import { isPlaceKnown } from '../../core/intake/correction.ts'
import type { Objection } from '../../core/letter/may-issue.ts'
import type { LetterTemplate } from '../../core/letter/template.ts'
import { correctionsOf } from '../../store/corrections.ts'
import { type Document, documentById } from '../../store/documents.ts'
import { documentsOfMatter } from '../../store/matters.ts'

/** A paper without a title goes by its first words; so much is enough to know it by. */
const LONGEST_TITLE = 20

/**
 * The form of filing says that the matter is for this bureau, which rests on where the act took place (行政处罚法第二十二条、市场监督管理行政处罚程序规定第七条):
 * it waits while all papers of the matter leave that open. A matter without papers that could be corrected has no place to fill it in, and its officer
 * says so herself.
 */
export async function conductPlaceObjections(
  db: Knex,
  { type }: Pick<LetterTemplate, 'type'>,
  matterId: string,
): Promise<Objection[]> {
  if (type !== 'filing-form') return []
  const blank: string[] = []
  for (const id of await documentsOfMatter(db, matterId)) {
    const document = (await documentById(db, id))!
    if (isPlaceKnown(document.given, await correctionsOf(db, id))) return []
    if (isCorrectable(document)) blank.push(document.title)
  }
  if (blank.length === 0) return []
  const first = [...(blank.find((title) => title !== '') ?? '')].slice(0, LONGEST_TITLE).join('')
  const [such, suchAs] = first === '' ? ['', ''] : [`（如《${first}》）`, ` (such as ${first})`]
  return [
    {
      why: 'missing',
      zh: `违法行为发生地待填：所附材料均未注明，请在材料页${such}的“更正研判条件”中填写`,
      en: `where the act took place is left blank: no paper says it; fill it in on the page of a paper${suchAs}`,
    },
  ]
}

/** What could not be read is never assessed, and offers no form to correct; what still waits will. */
function isCorrectable({ stage, assessmentId }: Document): boolean {
  return assessmentId !== null || stage === 'received' || stage === 'processing'
}
