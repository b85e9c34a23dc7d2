import type { Knex } from 'knex'
import { nextNumber } from './sequences.ts'

/** An item of the yearly list of responsibilities (责任清单): who leads, who joins, what is to be done, until when. */
export interface DutyItem {
  id: string
  year: number
  region: string
  /** Its place in the list of that year and region. */
  number: number
  title: string
  /** Of `rules/responsibilities.yaml`, where it is one of its matters. */
  matter: string | null
  leadDepartment: string
  jointDepartments: string[]
  duties: string
  dueDay: string
  ownerId: string
  state: 'open' | 'done'
  result: string
  addedBy: string
  addedAt: string
  doneAt: string | null
  version: number
}

export async function insertDutyItem(
  trx: Knex.Transaction,
  item: Omit<DutyItem, 'state' | 'result' | 'doneAt' | 'version'>,
): Promise<void> {
  await trx('duty_items').insert({
    id: item.id,
    year: item.year,
    region: item.region,
    number: item.number,
    title: item.title,
    matter: item.matter,
    lead_department: item.leadDepartment,
    joint_departments: JSON.stringify(item.jointDepartments),
    duties: item.duties,
    due_day: item.dueDay,
    owner_id: item.ownerId,
    state: 'open',
    added_by: item.addedBy,
    added_at: item.addedAt,
  })
}

/** The next place in the list; two at once meet the unique key. */
export async function nextItemNumber(trx: Knex.Transaction, year: number, region: string): Promise<number> {
  // Drawn only to be held until the transaction ends: two who add at one moment come one after the other.
  await nextNumber(trx, `duty-items-${year}-${region}`)
  const row = await trx('duty_items').where({ year, region }).max({ n: 'number' }).first()
  return Number(row?.n ?? 0) + 1
}

export async function dutyItemById(db: Knex, id: string): Promise<DutyItem | undefined> {
  const row = await db('duty_items').where({ id }).first()
  return row && asDutyItem(row)
}

/** @returns false when somebody else changed it since `version`, or it is done already. */
export async function finishDutyItem(
  trx: Knex.Transaction,
  id: string,
  version: number,
  end: { result: string; at: string },
): Promise<boolean> {
  return (
    (await trx('duty_items')
      .where({ id, version, state: 'open' })
      .update({ state: 'done', result: end.result, done_at: end.at, version: version + 1 })) === 1
  )
}

export function asDutyItem(row: Record<string, any>): DutyItem {
  return {
    id: row.id,
    year: Number(row.year),
    region: row.region,
    number: Number(row.number),
    title: row.title,
    matter: row.matter,
    leadDepartment: row.lead_department,
    jointDepartments: JSON.parse(row.joint_departments),
    duties: row.duties,
    dueDay: row.due_day,
    ownerId: row.owner_id,
    state: row.state,
    result: row.result,
    addedBy: row.added_by,
    addedAt: row.added_at,
    doneAt: row.done_at,
    version: row.version,
  }
}
