import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import type { Discretion } from '../../core/worksheet/discretion.ts'
import { inputOf, type WorksheetDraft } from '../../core/worksheet/draft.ts'
import { worksheetOf } from '../../core/worksheet/worksheet.ts'
import { confirmedArticleIds } from '../../store/article-records.ts'
import { appendEvent } from '../../store/events.ts'
import { newId } from '../../store/id.ts'
import type { MatterFile } from '../../store/matters.ts'
import { worksheetGrounds } from '../../store/views/worksheet-page.ts'
import { insertWorksheet, latestWorksheetVersion, type StoredWorksheet } from '../../store/worksheets.ts'
import { mayAdd } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { matterForAction } from './act-on-matter.ts'

/**
 * Saves what an officer filled into the worksheet of a decision as a version of its own, with what it comes to by the law of the day.
 * `version` is the newest she saw, 0 for none.
 * @throws problem auth.forbidden, not_found, form.stale, form.invalid, matter.move_closed with `why`
 */
export async function saveWorksheet(
  parts: Pick<Parts, 'db' | 'now' | 'procedure' | 'compiled' | 'discretion'>,
  viewer: Viewer,
  order: { matterId: string; version: number; draft: WorksheetDraft },
): Promise<StoredWorksheet> {
  if (!may(viewer, 'worksheet.keep')) throw problem('auth.forbidden', { permission: 'worksheet.keep' })
  const now = parts.now().toISOString()
  const { draft } = order
  const { rulebook } = parts.compiled
  return parts.db.transaction(async (trx) => {
    const file = await matterForAction(trx, viewer, order.matterId)
    mustTakeWorksheets(file)
    const latest = await latestWorksheetVersion(trx, file.id)
    if (latest !== order.version) throw problem('form.stale', { matterId: file.id })
    const grounds = await worksheetGrounds(trx, file.id)
    mustBeKnown(draft, parts.discretion, rulebook.basis)
    const input = inputOf(draft, {
      grounds,
      basis: rulebook.basis,
      confirmed: [...(await confirmedArticleIds(trx))],
      region: file.region,
      isHeard: file.matter.facts.heard === true,
      today: shanghaiDay(now),
    })
    const { clocks, calendar } = parts.procedure
    const result = worksheetOf(input, { discretion: parts.discretion, clocks, calendar })
    const sheet: StoredWorksheet = {
      id: newId(),
      matterId: file.id,
      version: latest + 1,
      draft,
      input,
      result,
      rulebook: rulebook.hash,
      savedBy: viewer.officerId,
      savedAt: now,
    }
    if (!(await insertWorksheet(trx, sheet))) throw problem('form.stale', { matterId: file.id })
    await appendEvent(trx, {
      at: now,
      actor: viewer.officerId,
      verb: 'matter.worksheet_saved',
      subjectType: 'matter',
      subjectId: file.id,
      before: { version: latest },
      after: { version: sheet.version },
    })
    return sheet
  })
}

/** No worksheet for a complaint, and none once the file is made up. */
function mustTakeWorksheets(file: MatterFile) {
  const why = (zh: string, en: string) => problem('matter.move_closed', { matterId: file.id, why: [{ zh, en }] })
  if (file.kind === 'complaint') throw why('投诉不作行政处罚裁量', 'no penalty is measured for a complaint')
  if (file.state === 'archived') throw why('已归档', 'archived')
}

/** @throws problem form.invalid naming what is unknown or cannot be */
function mustBeKnown(
  draft: WorksheetDraft,
  { factors }: Discretion,
  basis: Readonly<Record<string, { penalty?: unknown }>>,
) {
  const invalid = (field: string) => problem('form.invalid', { field })
  const acts = new Set(draft.acts.map(({ id }) => id))
  if (acts.size !== draft.acts.length) throw invalid('worksheet_act')
  if (Object.values(draft.belongs).some((act) => !acts.has(act))) throw invalid('worksheet_act')
  if (draft.extra.some(({ act }) => !acts.has(act))) throw invalid('worksheet_act')
  if (draft.extra.some(({ article }) => !Object.hasOwn(basis, article) || !basis[article]!.penalty))
    throw invalid('worksheet_article')
  if (draft.factors.some(({ id }) => !Object.hasOwn(factors, id))) throw invalid('worksheet_factor')
  const sums = draft.acts.flatMap((act) => [
    act.refundFen,
    ...Object.values(act.sums).map((sum) => (sum.state === 'known' ? sum.fen : 0)),
  ])
  const amounts = [...sums, draft.proposed?.fineFen ?? 0]
  if (amounts.some((fen) => !Number.isSafeInteger(fen) || fen < 0)) throw invalid('worksheet_sum')
  for (const each of [
    ...draft.acts.flatMap((act) => [act.title, act.seriousReason]),
    ...draft.factors.map(({ reason }) => reason),
    draft.proposed?.reason ?? '',
    draft.hearingLeftOut?.reason ?? '',
  ])
    mayAdd(each)
}
