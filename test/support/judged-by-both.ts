import type { Knex } from 'knex'
import { CATEGORIES } from '../../src/core/document.ts'
import { FEWEST_JUDGED_BY_BOTH } from '../../src/core/learn/paired.ts'
import { newId } from '../../src/store/id.ts'
import { keepModelAnswers } from '../../src/store/model-answers.ts'

/** Papers that champion and challenger both judged, alike: as many as a promotion asks for, made from one that is there. */
export async function judgedByBoth(
  db: Knex,
  models: readonly string[],
  papers: number = FEWEST_JUDGED_BY_BOTH,
): Promise<void> {
  const document = await db('documents').orderBy('id').first()
  const intake = await db('intakes').where({ id: document.intake_id }).first()
  await db.transaction(async (trx) => {
    for (let i = 0; i < papers; i++) {
      const [intakeId, documentId] = [newId(), newId()]
      await trx('intakes').insert({ ...intake, id: intakeId, delivery_key: intakeId })
      // Of a stage that no draw and no lead looks at.
      const bare = { stage: 'split', assessment_id: null, fingerprint: null }
      await trx('documents').insert({ ...document, ...bare, id: documentId, intake_id: intakeId })
      const probabilities = Object.fromEntries(CATEGORIES.map((label) => [label, 0.1])) as Record<
        (typeof CATEGORIES)[number],
        number
      >
      const answers = models.map((model) => ({ documentId, model, probabilities, week: '2026-W19' }))
      await keepModelAnswers(trx, answers, '2026-05-06T03:00:00.000Z')
    }
  })
}
