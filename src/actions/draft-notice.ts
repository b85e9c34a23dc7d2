import { may, type Viewer } from '../core/access/viewer.ts'
import { shanghaiDay } from '../core/clock/shanghai.ts'
import { problem } from '../core/problem.ts'
import { noticeText } from '../core/routing/notice-text.ts'
import { lineById } from '../store/lines.ts'
import { matterById } from '../store/matters.ts'
import { maySeeMatter } from './act-on-matter.ts'
import { draftLetter } from './draft-letter.ts'
import { isCarriedByUs } from './line-for-action.ts'
import type { Parts } from './parts.ts'

/**
 * Begins the notice of a line to another department, with its duty and what was found filled in.
 * @returns the id of the letter
 * @throws problem auth.forbidden, not_found, joint.not_open for a line that is over or that our own matter carries
 */
export async function draftNotice(
  parts: Parameters<typeof draftLetter>[0] & Pick<Parts, 'responsibilities'>,
  viewer: Viewer,
  lineId: string,
): Promise<string> {
  if (!may(viewer, 'line.open')) throw problem('auth.forbidden', { permission: 'line.open' })
  const line = await lineById(parts.db, lineId)
  const file = line && (await matterById(parts.db, line.matterId))
  if (!line || !file || !maySeeMatter(viewer, file)) throw problem('not_found', { lineId })
  const kind = parts.responsibilities.lines[line.line]
  const isOver = line.state !== 'open' && line.state !== 'returned'
  if (!kind || isOver || isCarriedByUs(parts.responsibilities, line)) throw problem('joint.not_open', { lineId })
  const subject = { region: line.place || file.region, on: shanghaiDay(parts.now()), because: line.because }
  const { department, duty, facts, wish } = noticeText(parts.responsibilities, kind, subject)
  const typed = kind.elsewhere ? { department } : { department, duty, facts, wish }
  return draftLetter(parts, viewer, {
    matterId: file.id,
    type: kind.elsewhere ? 'assistance-letter' : 'department-notice',
    typed,
  })
}
