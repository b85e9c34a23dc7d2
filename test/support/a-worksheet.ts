import { saveWorksheet } from '../../src/actions/matters/save-worksheet.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { blankDraft, type WorksheetDraft } from '../../src/core/worksheet/draft.ts'
import type { Proposed } from '../../src/core/worksheet/worksheet.ts'
import { type MatterFile, matterById } from '../../src/store/matters.ts'
import { latestWorksheetVersion, type StoredWorksheet } from '../../src/store/worksheets.ts'
import type { TestParts } from './parts.ts'

const NO_MEASURES = { warning: false, criticism: false, confiscate: false, licence: false, closure: false }

/** The next version of a matter's worksheet, proposing so much by art. 55 of the Advertising Law against a body; with null it proposes nothing. */
export async function saveProposal(
  parts: TestParts,
  viewer: Viewer,
  file: Pick<MatterFile, 'id'>,
  proposed: Partial<Proposed> | null,
  hearingLeftOut: WorksheetDraft['hearingLeftOut'] = null,
  party: WorksheetDraft['party'] = 'unit',
): Promise<StoredWorksheet> {
  const { matter } = (await matterById(parts.db, file.id))!
  const draft: WorksheetDraft = {
    ...blankDraft([], matter.facts),
    extra: [{ article: 'advertising-law/55', act: '1' }],
    proposed: proposed && { fineFen: 0, ...NO_MEASURES, reason: '情节一般', ...proposed },
    hearingLeftOut,
    party,
  }
  const version = await latestWorksheetVersion(parts.db, file.id)
  return saveWorksheet(parts, viewer, { matterId: file.id, version, draft })
}
