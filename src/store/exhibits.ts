import type { Knex } from 'knex'
import type { CustodyVerb, EvidenceKind, ExhibitSource, Mark } from '../core/letter/exhibit.ts'

/** Evidence of a matter, numbered there; never changed after it was added. */
export interface Exhibit {
  id: string
  matterId: string
  /** 1, 2, … within the matter. */
  number: number
  title: string
  sourceKind: ExhibitSource
  evidenceKind: EvidenceKind
  /** How it came to us, without anybody's name. */
  origin: string
  /** The paper it is, or is quoted from. */
  documentId: string | null
  /** Of the bytes in the file store. */
  sha256: string
  fileName: string
  pages: number | null
  takenOn: string
  addedBy: string
  addedAt: string
}

/** One step of an exhibit's way. */
export interface CustodyEvent {
  exhibitId: string
  seq: number
  verb: CustodyVerb
  /** Where it is, or with whom. */
  place: string
  note: string
  /** Null: the system's own check. */
  officerId: string | null
  at: string
  recordedAt: string
}

/** What an exhibit shows, for a transfer. */
export interface StoredMark {
  id: string
  matterId: string
  exhibitId: string
  page: number | null
  mark: Mark
  markedBy: string
  markedAt: string
}

/** The matter must be locked: the next number is counted from those that are there. */
export async function insertExhibit(trx: Knex.Transaction, exhibit: Omit<Exhibit, 'number'>): Promise<Exhibit> {
  const row = await trx('exhibits').where({ matter_id: exhibit.matterId }).max({ last: 'number' }).first()
  const number = Number(row?.last ?? 0) + 1
  await trx('exhibits').insert({
    id: exhibit.id,
    matter_id: exhibit.matterId,
    number,
    title: exhibit.title,
    source_kind: exhibit.sourceKind,
    evidence_kind: exhibit.evidenceKind,
    origin: exhibit.origin,
    document_id: exhibit.documentId,
    sha256: exhibit.sha256,
    file_name: exhibit.fileName,
    pages: exhibit.pages,
    taken_on: exhibit.takenOn,
    added_by: exhibit.addedBy,
    added_at: exhibit.addedAt,
  })
  return { ...exhibit, number }
}

/** Oldest number first. The caller has checked that the viewer may see the matter. */
export async function exhibitsOf(db: Knex, matterId: string): Promise<Exhibit[]> {
  return (await db('exhibits').where({ matter_id: matterId }).orderBy('number')).map((row) => asExhibit(row)!)
}

export async function exhibitById(db: Knex, id: string): Promise<Exhibit | undefined> {
  return asExhibit(await db('exhibits').where({ id }).first())
}

/** The row of the exhibit is held, so that two notes never take one number. */
export async function appendCustody(trx: Knex.Transaction, event: Omit<CustodyEvent, 'seq'>): Promise<void> {
  await trx('exhibits').where({ id: event.exhibitId }).forUpdate().first('id')
  const row = await trx('custody_events').where({ exhibit_id: event.exhibitId }).max({ last: 'seq' }).first()
  await trx('custody_events').insert({
    exhibit_id: event.exhibitId,
    seq: Number(row?.last ?? 0) + 1,
    verb: event.verb,
    place: event.place,
    note: event.note,
    officer_id: event.officerId,
    at: event.at,
    recorded_at: event.recordedAt,
  })
}

/** Of all exhibits of a matter, in the order things happened to each. */
export async function custodyOf(db: Knex, matterId: string): Promise<CustodyEvent[]> {
  const rows = await db('custody_events')
    .join('exhibits', 'exhibits.id', 'custody_events.exhibit_id')
    .where({ matter_id: matterId })
    .orderBy(['exhibits.number', 'custody_events.seq'])
    .select('custody_events.*')
  return rows.map((row) => ({
    exhibitId: row.exhibit_id,
    seq: row.seq,
    verb: row.verb,
    place: row.place,
    note: row.note,
    officerId: row.officer_id,
    at: row.at,
    recordedAt: row.recorded_at,
  }))
}

export async function insertMark(trx: Knex.Transaction, stored: StoredMark): Promise<void> {
  const { kind, ...fields } = stored.mark
  await trx('exhibit_marks').insert({
    id: stored.id,
    matter_id: stored.matterId,
    exhibit_id: stored.exhibitId,
    kind,
    page: stored.page,
    fields: JSON.stringify(fields),
    marked_by: stored.markedBy,
    marked_at: stored.markedAt,
  })
}

/** @returns false when it is not there, or was dropped already */
export async function dropMark(
  trx: Knex.Transaction,
  mark: { id: string; matterId: string; by: string; at: string },
): Promise<boolean> {
  const changed = await trx('exhibit_marks')
    .where({ id: mark.id, matter_id: mark.matterId })
    .whereNull('dropped_at')
    .update({ dropped_at: mark.at, dropped_by: mark.by })
  return changed === 1
}

export async function marksOf(db: Knex, matterId: string): Promise<StoredMark[]> {
  const rows = await db('exhibit_marks').where({ matter_id: matterId }).whereNull('dropped_at').orderBy('id')
  return rows.map((row) => ({
    id: row.id,
    matterId: row.matter_id,
    exhibitId: row.exhibit_id,
    page: row.page,
    mark: { kind: row.kind, ...JSON.parse(row.fields) },
    markedBy: row.marked_by,
    markedAt: row.marked_at,
  }))
}

function asExhibit(row: Record<string, any> | undefined): Exhibit | undefined {
  return (
    row && {
      id: row.id,
      matterId: row.matter_id,
      number: row.number,
      title: row.title,
      sourceKind: row.source_kind,
      evidenceKind: row.evidence_kind,
      origin: row.origin,
      documentId: row.document_id,
      sha256: row.sha256,
      fileName: row.file_name,
      pages: row.pages,
      takenOn: row.taken_on,
      addedBy: row.added_by,
      addedAt: row.added_at,
    }
  )
}
