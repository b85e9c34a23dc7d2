import { may, type Viewer } from '../../core/access/viewer.ts'
import { ELEMENTS, isPageNumber, type Mark } from '../../core/letter/exhibit.ts'
import { problem } from '../../core/problem.ts'
import { exhibitById, insertMark } from '../../store/exhibits.ts'
import { newId } from '../../store/id.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { mustHandle } from './letter-for-action.ts'

/**
 * Notes what an exhibit shows, for a transfer: an element of fundraising in its own words, a person, an account.
 * @param order.page the page of the exhibit, where it has pages
 * @throws problem auth.forbidden, not_found, matter.move_closed, form.invalid (reason for words that are missing, element, page, amount)
 */
export async function markExhibit(
  parts: Pick<Parts, 'db' | 'now'>,
  viewer: Viewer,
  order: { matterId: string; exhibitId: string; page: number | null; mark: Mark },
): Promise<string> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  const mark = usable(order.mark)
  const now = parts.now().toISOString()
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustHandle(file, viewer)
    const exhibit = await exhibitById(trx, order.exhibitId)
    if (exhibit?.matterId !== file.id) throw problem('not_found', { exhibitId: order.exhibitId })
    const { page } = order
    if (page !== null && (!isPageNumber(page) || (exhibit.pages !== null && page > exhibit.pages)))
      throw problem('form.invalid', { field: 'page' })
    const id = newId()
    await insertMark(trx, {
      id,
      matterId: file.id,
      exhibitId: exhibit.id,
      page,
      mark,
      markedBy: viewer.officerId,
      markedAt: now,
    })
    return id
  })
}

function usable(mark: Mark): Mark {
  switch (mark.kind) {
    case 'element':
      if (!Object.hasOwn(ELEMENTS, mark.element)) throw problem('form.invalid', { field: 'element' })
      return { ...mark, quote: mustSayWhy(mark.quote) }
    case 'person': {
      const { amountFen } = mark
      if (amountFen !== null && (!Number.isSafeInteger(amountFen) || amountFen < 0))
        throw problem('form.invalid', { field: 'amount' })
      return { ...mark, name: mustSayWhy(mark.name), part: mustSayWhy(mark.part) }
    }
    case 'account':
      return { ...mark, holder: mustSayWhy(mark.holder), bank: mark.bank.trim(), number: mustSayWhy(mark.number) }
  }
}
