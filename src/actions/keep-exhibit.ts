import type { Knex } from 'knex'
import type { Viewer } from '../core/access/viewer.ts'
import { exhibitNumber } from '../core/letter/exhibit.ts'
import { appendEvent } from '../store/events.ts'
import { appendCustody, type Exhibit, insertExhibit } from '../store/exhibits.ts'
import { newId } from '../store/id.ts'

/** Numbers an exhibit whose bytes are kept already, and begins its custody. The matter is held by the caller. */
export async function keepExhibit(
  trx: Knex.Transaction,
  viewer: Viewer,
  order: Omit<Exhibit, 'id' | 'number' | 'addedBy' | 'addedAt'>,
  place: string,
  now: string,
): Promise<Exhibit> {
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
