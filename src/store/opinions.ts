import type { Knex } from 'knex'
import type { OpinionPeriod } from '../core/routing/reply-due.ts'
import type { AnswerKind } from '../core/routing/standing.ts'

/** What one department was asked about a matter, and what it said. */
export interface Opinion {
  id: string
  matterId: string
  department: string
  /** Region of the department asked. */
  place: string
  question: string
  askedBy: string
  askedAt: string
  restsOn: OpinionPeriod['restsOn']
  due: string | null
  toldLater: string | null
  /** Null while it is silent. */
  answer: AnswerKind | null
  answerText: string
  answeredAt: string | null
  recordedBy: string | null
  withdrawnAt: string | null
  version: number
}

export async function insertOpinion(
  trx: Knex.Transaction,
  opinion: Pick<
    Opinion,
    'id' | 'matterId' | 'department' | 'place' | 'question' | 'askedBy' | 'askedAt' | 'restsOn' | 'due'
  >,
): Promise<void> {
  await trx('opinions').insert({
    id: opinion.id,
    matter_id: opinion.matterId,
    department: opinion.department,
    place: opinion.place,
    question: opinion.question,
    asked_by: opinion.askedBy,
    asked_at: opinion.askedAt,
    rests_on: opinion.restsOn,
    due: opinion.due,
  })
}

export async function opinionsOfMatter(db: Knex, matterId: string): Promise<Opinion[]> {
  return (await db('opinions').where({ matter_id: matterId }).orderBy('id')).map(asOpinion)
}

export async function opinionById(db: Knex, id: string): Promise<Opinion | undefined> {
  const row = await db('opinions').where({ id }).first()
  return row && asOpinion(row)
}

export type OpinionChange = Partial<
  Pick<Opinion, 'toldLater' | 'answer' | 'answerText' | 'answeredAt' | 'recordedBy' | 'withdrawnAt'>
>

/** @returns false when somebody else changed it since `version`. */
export async function changeOpinion(
  trx: Knex.Transaction,
  id: string,
  version: number,
  change: OpinionChange,
): Promise<boolean> {
  const columns = {
    told_later: change.toldLater,
    answer: change.answer,
    answer_text: change.answerText,
    answered_at: change.answeredAt,
    recorded_by: change.recordedBy,
    withdrawn_at: change.withdrawnAt,
  }
  const given = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
  return (
    (await trx('opinions')
      .where({ id, version })
      .update({ ...given, version: version + 1 })) === 1
  )
}

function asOpinion(row: Record<string, any>): Opinion {
  return {
    id: row.id,
    matterId: row.matter_id,
    department: row.department,
    place: row.place,
    question: row.question,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    restsOn: row.rests_on,
    due: row.due,
    toldLater: row.told_later,
    answer: row.answer,
    answerText: row.answer_text,
    answeredAt: row.answered_at,
    recordedBy: row.recorded_by,
    withdrawnAt: row.withdrawn_at,
    version: row.version,
  }
}
