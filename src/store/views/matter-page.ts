import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { exhibitNumber } from '../../core/letter/exhibit.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { problem } from '../../core/problem.ts'
import type { MatterEvent } from '../../core/procedure/matter.ts'
import { callOfBundle } from '../calls.ts'
import { eventsOf, type StoredEvent } from '../events.ts'
import { evidenceWith } from '../evidence.ts'
import { type Exhibit, exhibitsOf } from '../exhibits.ts'
import { asLead, type Lead } from '../leads.ts'
import { lettersOf } from '../letters.ts'
import { type MatterPerson, peopleOfMatter } from '../matter-people.ts'
import { asMatter, type MatterFile, matterEvents, mattersOfBundle } from '../matters.ts'
import { officerNames, officersAround } from '../officers.ts'
import { type Operator, operatorById } from '../operators.ts'
import { remindersOf } from '../reminders.ts'
import { maySeeMatter } from '../visibility.ts'

export interface MatterPage {
  file: MatterFile
  operator: Operator | null
  /** Other matters with the same seller that the viewer may count; never their content. */
  sameSeller: number
  lead: Lead | null
  /** Where the seller is and where the conduct took place, as told with the call, the row or the delivery; GB/T 2260, null where nobody said. */
  told: { sellerRegion: string | null; happenedIn: string | null }
  /** Papers on its file, newest first. */
  documents: { id: string; title: string; kind: string; stage: string; band: string | null; receivedAt: string }[]
  /** Who stands in which part; without names. */
  people: MatterPerson[]
  /** The other matters of the same letter, and those that grew out of them. */
  bundle: MatterFile[]
  events: MatterEvent[]
  /** What was noted beside the procedure: corrections, papers assessed again. */
  notes: (StoredEvent & { actorName: string | null })[]
  /** By officer id, of everybody who appears. */
  names: Map<string, string>
  /** Who may be named as handler. */
  officers: Awaited<ReturnType<typeof officersAround>>
  /** Exhibits by their numbers. */
  exhibits: Pick<Exhibit, 'id' | 'number' | 'title'>[]
  /** Papers on file by name, for fields that ask for one: issued letters and exhibits. */
  records: string[]
  /** What may be named as evidence. */
  evidence: string[]
  reminders: Awaited<ReturnType<typeof remindersOf>>
}

/** @throws problem not_found when there is no such matter or the viewer may not see it. */
export async function matterPage(db: Knex, viewer: Viewer, id: string): Promise<MatterPage> {
  if (!may(viewer, 'matter.read')) throw problem('auth.forbidden', { permission: 'matter.read' })
  const file = asMatter(await db('matters').where({ id }).first())
  if (!file || !maySeeMatter(viewer, file)) throw problem('not_found', { matterId: id })
  const events = await matterEvents(db, id)
  const notes = [...(await eventsOf(db, 'case', id)), ...(await eventsOf(db, 'matter', id))].filter(
    ({ verb }) => !/^(?:case\.opened|matter\.(?:opened|made|proposed|refused|withdrawn))$/.test(verb),
  )
  const officers = await officersAround(db, file.region)
  const ids = new Set([
    file.openedBy,
    ...events.flatMap(({ by, onBehalfOf, proposedBy }) => [by, onBehalfOf ?? '', proposedBy ?? '']),
    ...file.matter.everHandlers,
    ...file.matter.recused,
    ...notes.map(({ actor }) => actor),
  ])
  const names = await officerNames(db, [...ids])
  const exhibits = await exhibitsOf(db, id)
  const call = await callOfBundle(db, file.bundleId)
  return {
    file,
    operator: file.operatorId ? ((await operatorById(db, file.operatorId)) ?? null) : null,
    sameSeller: file.operatorId ? await countOthers(db, file.operatorId, id) : 0,
    lead: file.leadId ? (asLead(await db('leads').where({ id: file.leadId }).first()) ?? null) : null,
    told: { sellerRegion: call?.fields.region ?? null, happenedIn: call?.fields.happened_in ?? null },
    documents: await papersOf(db, id),
    people: await peopleOfMatter(db, id),
    bundle: (await mattersOfBundle(db, file.bundleId)).filter((other) => other.id !== id),
    events,
    notes: notes.map((note) => ({ ...note, actorName: names.get(note.actor) ?? null })),
    names,
    officers,
    exhibits,
    records: await recordsOf(db, id, exhibits),
    evidence: await evidenceWith(db, id, exhibits),
    reminders: await remindersOf(db, id),
  }
}

async function recordsOf(db: Knex, matterId: string, exhibits: MatterPage['exhibits']): Promise<string[]> {
  const letters = (await lettersOf(db, matterId)).flatMap(({ issue }) =>
    issue ? [`${issue.number ?? ''}《${textOf(issue.laid.title)}》`] : [],
  )
  return [...letters, ...exhibits.map(({ number, title }) => `${exhibitNumber(number)} ${title}`)]
}

async function countOthers(db: Knex, operatorId: string, id: string): Promise<number> {
  const [row] = await db('matters').where({ operator_id: operatorId }).whereNot({ id }).count({ n: '*' })
  return Number(row!.n)
}

async function papersOf(db: Knex, matterId: string): Promise<MatterPage['documents']> {
  const rows = await db('matter_documents')
    .join('documents', 'documents.id', 'matter_documents.document_id')
    .leftJoin('assessments', 'assessments.id', 'documents.assessment_id')
    .where({ matter_id: matterId })
    .orderBy('documents.id', 'desc')
    .limit(100)
    .select(
      'documents.id',
      'documents.title',
      'documents.kind',
      'documents.stage',
      'documents.received_at',
      'assessments.band',
    )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    stage: row.stage,
    band: row.band,
    receivedAt: row.received_at,
  }))
}
