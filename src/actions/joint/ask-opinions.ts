import type { Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { noSuchRegion } from '../../core/regions/no-such-region.ts'
import { isRegion } from '../../core/regions/region.ts'
import { opinionPeriod } from '../../core/routing/reply-due.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import { insertOpinion, opinionsOfMatter } from '../../store/opinions.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { matterForJointWork } from './joint-matter.ts'

/**
 * Asks several departments for their opinion on a matter at once, each with its own period. The matter goes on meanwhile.
 * @param order.place region of the departments; the matter's own where left out
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid (departments: unknown, none, or asked already and silent; place; reason)
 */
export async function askOpinions(
  parts: Pick<Parts, 'db' | 'now' | 'procedure' | 'responsibilities'>,
  viewer: Viewer,
  order: { matterId: string; version: number; departments: readonly string[]; place?: string; question: string },
): Promise<string[]> {
  const departments = [...new Set(order.departments)]
  const { responsibilities, procedure } = parts
  if (departments.length === 0 || departments.some((id) => !Object.hasOwn(responsibilities.departments, id)))
    throw problem('form.invalid', { field: 'departments' })
  if (order.place !== undefined && !isRegion(order.place)) throw noSuchRegion('place', order.place)
  const question = mustSayWhy(order.question)
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const file = await matterForJointWork(trx, viewer, 'opinion.ask', order)
    const place = order.place ?? file.region
    const open = (await opinionsOfMatter(trx, file.id)).filter(
      ({ answeredAt, withdrawnAt }) => answeredAt === null && withdrawnAt === null,
    )
    if (open.some((each) => each.place === place && departments.includes(each.department)))
      throw problem('form.invalid', { field: 'departments' })
    const ids: string[] = []
    for (const department of departments) {
      const id = newId()
      const period = opinionPeriod(responsibilities, procedure.clocks, procedure.calendar, { department, at: now })
      await insertOpinion(trx, {
        id,
        matterId: file.id,
        department,
        place,
        question,
        askedBy: viewer.officerId,
        askedAt: now,
        ...period,
      })
      await appendEvent(trx, {
        at: now,
        actor: viewer.officerId,
        verb: 'opinion.asked',
        subjectType: 'matter',
        subjectId: file.id,
        reason: question,
        after: { opinionId: id, title: responsibilities.departments[department]!.short.zh, due: period.due },
      })
      ids.push(id)
    }
    return ids
  })
}
