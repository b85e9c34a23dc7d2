import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import type { ParticularField } from '../../core/letter/letterhead.ts'
import { type TransferState, transferState } from '../../core/letter/transfer-state.ts'
import { type CustodyEvent, custodyOf, type Exhibit, exhibitsOf, marksOf, type StoredMark } from '../exhibits.ts'
import { bureauFor, type Kept, particularsOf } from '../letterheads.ts'
import { type Letter, lettersOf } from '../letters.ts'
import { type MatterFile, matterEvents } from '../matters.ts'
import { officerNames } from '../officers.ts'
import { type Transfer, transfersOf } from '../transfers.ts'

export type { Exhibit } from '../exhibits.ts'
export type { Letter } from '../letters.ts'

export interface ExhibitOnPage extends Exhibit {
  custody: CustodyEvent[]
  marks: StoredMark[]
}

export interface LettersCard {
  exhibits: ExhibitOnPage[]
  letters: Letter[]
  /** State null: a package to somebody whose answers the matter does not tell of in these words. */
  transfers: (Transfer & { state: TransferState | null })[]
  /** Null while the operator is not known. */
  particulars: Kept<ParticularField> | null
  hasBureau: boolean
  /** What was found of fundraising in its papers and is marked in no exhibit yet, each quotation once, gravest first. */
  findings: FindingToMark[]
  /** By officer id. */
  names: Map<string, string>
}

export interface FindingToMark {
  id: string
  title: string
  quote: string
}

/** Exhibits, letters and packages of a matter the viewer already sees; null for who has nothing to do with them. */
export async function lettersCard(
  db: Knex,
  viewer: Viewer,
  file: Pick<MatterFile, 'id' | 'region' | 'operatorId'>,
): Promise<LettersCard | null> {
  if (!may(viewer, 'letter.keep')) return null
  const exhibits = await exhibitsOf(db, file.id)
  const custody = await custodyOf(db, file.id)
  const marks = await marksOf(db, file.id)
  const letters = await lettersOf(db, file.id)
  const transfers = await transfersOf(db, file.id)
  const events = transfers.length > 0 ? await matterEvents(db, file.id) : []
  const toLeadDepartment = transfers.filter(
    ({ letterId }) => letters.find(({ id }) => id === letterId)?.type === 'fundraising-referral',
  )
  const stateOf = (transfer: Transfer): TransferState | null => {
    const place = toLeadDepartment.indexOf(transfer)
    return place === -1 ? null : transferState(events, transfer.packedAt, toLeadDepartment[place + 1]?.packedAt ?? null)
  }
  const officers = [
    ...exhibits.map(({ addedBy }) => addedBy),
    ...custody.flatMap(({ officerId }) => officerId ?? []),
    ...letters.flatMap(({ draftedBy, issue }) => [draftedBy, ...(issue ? [issue.issuedBy] : [])]),
  ]
  return {
    exhibits: exhibits.map((exhibit) => ({
      ...exhibit,
      custody: custody.filter(({ exhibitId }) => exhibitId === exhibit.id),
      marks: marks.filter(({ exhibitId }) => exhibitId === exhibit.id),
    })),
    letters,
    transfers: transfers.map((transfer) => ({ ...transfer, state: stateOf(transfer) })),
    particulars: file.operatorId ? await particularsOf(db, file.operatorId) : null,
    hasBureau: (await bureauFor(db, file.region)).version > 0,
    findings: await findingsToMark(db, file.id, marks),
    names: await officerNames(db, [...new Set(officers)]),
  }
}

const MOST_FINDINGS = 30

async function findingsToMark(db: Knex, matterId: string, marks: readonly StoredMark[]): Promise<FindingToMark[]> {
  const marked = new Set(marks.map(({ mark }) => (mark.kind === 'element' ? mark.quote : '')))
  const rows = await db('matter_documents')
    .join('documents', 'documents.id', 'matter_documents.document_id')
    .join('findings', 'findings.assessment_id', 'documents.assessment_id')
    .where({ matter_id: matterId, category: 'illegal_fundraising' })
    .orderBy([{ column: 'findings.severity', order: 'desc' }, { column: 'findings.id' }])
    .select('findings.id', 'findings.quote', 'documents.title', 'documents.id as documentId')
  const seen = new Set<string>()
  const open = rows.filter(({ quote, documentId }) => {
    const [words, key] = [quote.trim(), `${documentId} ${quote.trim()}`]
    const isNew = words !== '' && !marked.has(words) && !seen.has(key)
    seen.add(key)
    return isNew
  })
  return open.slice(0, MOST_FINDINGS).map(({ id, quote, title }) => ({ id, quote: quote.trim(), title }))
}
