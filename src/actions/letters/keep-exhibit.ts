import type { Knex } from 'knex'
import type { Viewer } from '../../core/access/viewer.ts'
import type { Said } from '../../core/clock/clock.ts'
import { exhibitNumber } from '../../core/letter/exhibit.ts'
import { personsNamedAmong } from '../../core/letter/protected-person.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { appendCustody, type Exhibit, insertExhibit } from '../../store/exhibits.ts'
import { newId } from '../../store/id.ts'
import { matterById } from '../../store/matters.ts'
import { protectedPersons } from './letter-facts.ts'

/**
 * Numbers an exhibit whose bytes are kept already, and begins its custody. The matter is held by the caller.
 * @throws problem matter.move_input with `why` where title or origin name somebody: the list of exhibits goes to others, and is never changed
 */
export async function keepExhibit(
  trx: Knex.Transaction,
  viewer: Viewer,
  order: Omit<Exhibit, 'id' | 'number' | 'addedBy' | 'addedAt'>,
  place: string,
  now: string,
): Promise<Exhibit> {
  const named = await namedIn(trx, order)
  if (named.length > 0) throw problem('matter.move_input', { matterId: order.matterId, why: named })
  const exhibit = await insertExhibit(trx, { ...order, id: newId(), addedBy: viewer.officerId, addedAt: now })
  await appendCustody(trx, {
    exhibitId: exhibit.id,
    verb: 'added',
    place,
    note: '',
    officerId: viewer.officerId,
    at: now,
    recordedAt: now,
  })
  await appendEvent(trx, {
    at: now,
    actor: viewer.officerId,
    verb: 'matter.exhibit_added',
    subjectType: 'matter',
    subjectId: order.matterId,
    reason: exhibitNumber(exhibit.number),
    after: { exhibit: exhibit.id, source: exhibit.sourceKind, sha256: exhibit.sha256 },
  })
  return exhibit
}

/** Whom title and origin of an exhibit give away, said without saying who. */
export async function namedIn(
  trx: Knex.Transaction,
  { matterId, title, origin }: Pick<Exhibit, 'matterId' | 'title' | 'origin'>,
): Promise<Said[]> {
  const file = await matterById(trx, matterId)
  const named = personsNamedAmong([title, origin], 'reported', await protectedPersons(trx, file!))
  return named.map(({ said }) => said)
}
