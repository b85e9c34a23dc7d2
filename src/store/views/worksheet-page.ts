import type { Knex } from 'knex'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { lawMatters } from '../../core/case/law-version.ts'
import { problem } from '../../core/problem.ts'
import type { WorksheetGround } from '../../core/worksheet/draft.ts'
import { confirmedArticleIds } from '../article-records.ts'
import { assessmentById } from '../assessments.ts'
import { lawChoicesOf } from '../law-choices.ts'
import { asMatter, documentsOfMatter, type MatterFile } from '../matters.ts'
import { officerNames } from '../officers.ts'
import { rulebookByHash } from '../rulebooks.ts'
import { isVisible } from '../visibility.ts'
import { type StoredWorksheet, worksheetOfMatter, worksheetVersions } from '../worksheets.ts'
import { findingsOnPage } from './findings-on-page.ts'

export interface WorksheetPage {
  file: MatterFile
  grounds: WorksheetGround[]
  confirmed: string[]
  /** Newest first, with the names of those who saved them. */
  versions: { version: number; savedByName: string; savedAt: string }[]
  /** The version asked for, else the newest; null while there is none. */
  shown: StoredWorksheet | null
}

/** @throws problem not_found when there is no such matter or version, or the viewer may not see it */
export async function worksheetPage(
  db: Knex,
  viewer: Viewer,
  matterId: string,
  version?: number,
): Promise<WorksheetPage> {
  if (!may(viewer, 'worksheet.read')) throw problem('auth.forbidden', { permission: 'worksheet.read' })
  const file = asMatter(await db('matters').where({ id: matterId }).first())
  if (!file || file.kind === 'complaint' || !isVisible(viewer, 'worksheet.read', file.region))
    throw problem('not_found', { matterId })
  const shown = await worksheetOfMatter(db, matterId, version)
  if (!shown && version !== undefined) throw problem('not_found', { matterId, version })
  const versions = await worksheetVersions(db, matterId)
  const names = await officerNames(db, [...new Set(versions.map(({ savedBy }) => savedBy))])
  return {
    file,
    grounds: await worksheetGrounds(db, matterId),
    confirmed: [...(await confirmedArticleIds(db))],
    versions: versions.map(({ savedBy, ...each }) => ({ ...each, savedByName: names.get(savedBy) ?? '' })),
    shown: shown ?? null,
  }
}

/** The newest worksheet of a matter the viewer already sees; undefined where there is none. */
export async function worksheetGlance(
  db: Knex,
  viewer: Viewer,
  file: Pick<MatterFile, 'id' | 'region'>,
): Promise<(Pick<StoredWorksheet, 'version' | 'draft' | 'result' | 'savedAt'> & { savedByName: string }) | undefined> {
  const newest = isVisible(viewer, 'worksheet.read', file.region) ? await worksheetOfMatter(db, file.id) : undefined
  if (!newest) return undefined
  const { version, draft, result, savedBy, savedAt } = newest
  return { version, draft, result, savedAt, savedByName: (await officerNames(db, [savedBy])).get(savedBy) ?? '' }
}

/** The upheld findings of the papers on a matter's file, with the version of a changed law that was chosen for each paper. */
export async function worksheetGrounds(db: Knex, matterId: string): Promise<WorksheetGround[]> {
  const grounds: WorksheetGround[] = []
  for (const documentId of await documentsOfMatter(db, matterId)) {
    const document = await db('documents').where({ id: documentId }).first('title', 'assessment_id')
    const assessment = document?.assessment_id ? await assessmentById(db, document.assessment_id) : undefined
    if (!assessment) continue
    const rulebook = await rulebookByHash(db, assessment.rulebook)
    const chosen = new Map((await lawChoicesOf(db, documentId)).map(({ matter, version }) => [matter, version]))
    const found = await findingsOnPage(db, assessment, rulebook)
    for (const finding of found.filter(({ rulings }) => rulings.at(-1)?.verdict === 'upheld')) {
      const key = `${documentId}:${finding.code}`
      const known = grounds.find((each) => each.key === key)
      if (known) {
        known.times++
        continue
      }
      const { id, code, quote, basis, choice } = finding
      const version = lawMatters([finding]).map((change) => chosen.get(change.key))[0] ?? null
      grounds.push({
        key,
        documentId,
        documentTitle: document.title,
        title: finding.ruleTitle ?? null,
        times: 1,
        finding: { id, code, quote, basis, version, ...(choice && { choice }) },
      })
    }
  }
  return grounds
}
