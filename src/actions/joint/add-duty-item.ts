import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import { isDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import { insertDutyItem, nextItemNumber } from '../../store/duty-items.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustBeAround } from './add-task.ts'

export interface DutyItemOrder {
  year: number
  region: string
  title: string
  /** Of `rules/responsibilities.yaml`; undefined where it is none of its matters. */
  matter?: string
  leadDepartment: string
  jointDepartments: readonly string[]
  duties: string
  dueDay: string
  ownerId: string
}

/**
 * An item of the yearly list of responsibilities (责任清单): a lead department, joint departments, concrete duties, a last day.
 * @throws problem auth.forbidden, form.invalid (year, region, matter, lead, joint, due_day, owner, reason for title and duties)
 */
export async function addDutyItem(
  parts: Pick<Parts, 'db' | 'now' | 'responsibilities'>,
  viewer: Viewer,
  order: DutyItemOrder,
): Promise<string> {
  if (!may(viewer, 'campaign.keep')) throw problem('auth.forbidden', { permission: 'campaign.keep' })
  const [title, duties] = [mustSayWhy(order.title), mustSayWhy(order.duties)]
  const { departments, matters } = parts.responsibilities
  const jointDepartments = [...new Set(order.jointDepartments)].filter((each) => each !== order.leadDepartment)
  if (!Number.isInteger(order.year) || order.year < 2000 || order.year > 2100)
    throw problem('form.invalid', { field: 'year' })
  if (!isRegion(order.region)) throw noSuchRegion('region', order.region)
  if (!covers(viewer.region, order.region))
    throw problem('form.invalid', { field: 'region', allowed: `within ${viewer.region}` })
  if (order.matter !== undefined && !Object.hasOwn(matters, order.matter))
    throw problem('form.invalid', { field: 'matter' })
  if (!Object.hasOwn(departments, order.leadDepartment)) throw problem('form.invalid', { field: 'lead' })
  if (jointDepartments.some((each) => !Object.hasOwn(departments, each)))
    throw problem('form.invalid', { field: 'joint' })
  if (!isDay(order.dueDay)) throw problem('form.invalid', { field: 'due_day' })
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    await mustBeAround(trx, order.ownerId, order)
    const id = newId()
    const { year, region, leadDepartment, dueDay, ownerId } = order
    await insertDutyItem(trx, {
      id,
      year,
      region,
      number: await nextItemNumber(trx, year, region),
      title,
      matter: order.matter ?? null,
      leadDepartment,
      jointDepartments,
      duties,
      dueDay,
      ownerId,
      addedBy: viewer.officerId,
      addedAt: now,
    })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'duty_item.added',
      subjectType: 'duty_item',
      subjectId: id,
      reason: title,
      after: { ownerId, lead: leadDepartment, joint: jointDepartments, due: dueDay },
    })
    return id
  })
}
