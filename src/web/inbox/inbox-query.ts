import { endOfShanghaiDay, startOfShanghaiDay } from '../../core/clock/shanghai.ts'
import { BANDS, type Band, CATEGORIES, type Category, KINDS, type Kind } from '../../core/document.ts'
import { DESKS, type Desk, type InboxFilter } from '../../store/views/inbox.ts'
import { choice, dayField, type Fields, textField } from '../fields.ts'
import { pathWith } from '../local-path.ts'

/** What the address of the inbox says. */
export interface InboxQuery {
  desk: Desk
  category: Category | undefined
  band: Band | undefined
  kind: Kind | undefined
  /** Shanghai days, both inclusive. */
  from: string | undefined
  to: string | undefined
  typed: string
  after: string
}

export const PAGE_SIZE = 25

/** A wrong value in the address is no filter, rather than an error. */
export function inboxQuery(query: Fields): InboxQuery {
  return {
    desk: choice(query, 'desk', DESKS) ?? 'all',
    category: choice(query, 'category', CATEGORIES),
    band: choice(query, 'band', BANDS),
    kind: choice(query, 'kind', KINDS),
    from: dayField(query, 'from'),
    to: dayField(query, 'to'),
    typed: textField(query, 'q').slice(0, 100),
    after: textField(query, 'after').slice(0, 300),
  }
}

export function inboxFilter({ from, to, typed, after, category, band, kind, desk }: InboxQuery): InboxFilter {
  return {
    desk,
    limit: PAGE_SIZE,
    ...(category ? { category } : {}),
    ...(band ? { band } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from: startOfShanghaiDay(from) } : {}),
    ...(to ? { before: endOfShanghaiDay(to) } : {}),
    ...(typed ? { typed } : {}),
    ...(after ? { after } : {}),
  }
}

/** The address of the inbox with some of it changed; a change of filter starts again at the first page. */
export function inboxPath(query: InboxQuery, change: Partial<InboxQuery> = {}): string {
  const { desk, category, band, kind, from, to, typed, after } = { ...query, after: '', ...change }
  return pathWith('/inbox', { desk: desk === 'all' ? '' : desk, category, band, kind, from, to, q: typed, after })
}

export function isFiltered({ category, band, kind, from, to, typed }: InboxQuery): boolean {
  return Boolean(category || band || kind || from || to || typed)
}
