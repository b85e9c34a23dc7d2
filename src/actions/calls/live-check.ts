import { subDays } from 'date-fns'
import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import type { CallFields } from '../../core/intake/call-fields.ts'
import type { CallReading } from '../../core/intake/read-call.ts'
import { similarStories } from '../../core/intake/similar-stories.ts'
import { problem } from '../../core/problem.ts'
import { type EarlierMatter, storiesToCompare } from '../../store/views/earlier-calls.ts'
import { type KnownSeller, sellersBearing } from '../../store/views/known-sellers.ts'
import { type ReadParts, readCallOf } from './read-call-of.ts'

/** What the desk shows beside a call that is being typed. It tells that earlier matters are there, never what they say. */
export interface LiveCheck {
  reading: CallReading
  /** Sellers on file that bear the name, telephone or code typed, or one read from the story. */
  sellers: KnownSeller[]
  /** Earlier matters whose story is much like this one. */
  similar: (EarlierMatter & { likeness: number })[]
  /** In the viewer's region. Of a report that somebody else took the number is left out: nobody learns by a telephone whose report it is (令第121号第三十七条). */
  bySameCaller: EarlierMatter[]
}

/** As much of the story is read while somebody types; the whole of it is read once the call is taken. */
export const LIVE_CHARACTERS = 4000

/**
 * Reads what is typed so far. Keeps nothing. The work is bounded whatever the archive holds: one pass over at most {@link LIVE_CHARACTERS},
 * and a fixed number of queries that each read a bounded number of rows.
 * @throws problem auth.forbidden
 */
export async function liveCheck(
  parts: ReadParts,
  viewer: Viewer,
  told: { fields: CallFields; attachments: number },
): Promise<LiveCheck> {
  if (!may(viewer, 'call.take')) throw problem('auth.forbidden', { permission: 'call.take' })
  const fields = { ...told.fields, story: (told.fields.story ?? '').slice(0, LIVE_CHARACTERS) }
  const { reading, earlier } = await readCallOf(parts, viewer, { ...told, fields })
  const sellers = await sellersBearing(parts.db, viewer, namedIn(reading), 5)
  const since = subDays(parts.now(), 365).toISOString()
  const stories = await storiesToCompare(
    parts.db,
    viewer,
    sellers.map(({ operator }) => operator.id),
    since,
  )
  const similar = similarStories(reading.call.story, stories, 5).map(({ id, likeness }) => {
    const { story: _, ...matter } = stories.find((each) => each.id === id)!
    return { ...matter, likeness }
  })
  const bySameCaller = earlier.bySameCaller
    .filter(({ region }) => covers(viewer.region, region))
    .slice(0, 5)
    .map((matter) =>
      matter.kind === 'complaint' || matter.openedBy === viewer.officerId ? matter : { ...matter, number: '', id: '' },
    )
  return { reading, sellers, similar, bySameCaller }
}

function namedIn({ call: { seller }, assessment }: CallReading): string[] {
  const read = assessment.facts
    .filter(({ type, role }) => type === 'phone' || (type === 'party' && role === 'enterprise'))
    .map(({ value }) => String(value))
  return [seller.name, seller.phone, seller.code, ...read.slice(0, 5)].flatMap((value) => value ?? [])
}
