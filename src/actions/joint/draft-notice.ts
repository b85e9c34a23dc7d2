import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { templateOn } from '../../core/letter/template-on.ts'
import { problem } from '../../core/problem.ts'
import { noticeText } from '../../core/routing/notice-text.ts'
import { lineById } from '../../store/lines.ts'
import { mattersOfBundle } from '../../store/matters.ts'
import { maySeeMatter } from '../../store/visibility.ts'
import { draftLetter } from '../letters/draft-letter.ts'
import type { Parts } from '../parts.ts'
import { isCarriedByUs, type LineTarget, mustBeOfLetter } from './line-for-action.ts'

/**
 * Begins the notice of a line to another department, with its duty and what was found filled in: on the matter where the line was opened, or on
 * another of the same letter where the sort of letter asks for one (a request for assistance is made in a case, not in a complaint).
 * @throws problem auth.forbidden, not_found, joint.not_open for a line that is over, that our own matter carries, or for which no matter fits
 */
export async function draftNotice(
  parts: Parameters<typeof draftLetter>[0] & Pick<Parts, 'responsibilities'>,
  viewer: Viewer,
  { lineId, matterId }: Pick<LineTarget, 'lineId' | 'matterId'>,
): Promise<{ letterId: string; matterId: string }> {
  if (!may(viewer, 'line.open')) throw problem('auth.forbidden', { permission: 'line.open' })
  const line = await lineById(parts.db, lineId)
  const bundle = line
    ? (await mattersOfBundle(parts.db, line.bundleId)).filter((file) => maySeeMatter(viewer, file))
    : []
  const own = bundle.find(({ id }) => id === line?.matterId)
  if (!line || !own) throw problem('not_found', { lineId })
  await mustBeOfLetter(parts.db, line, matterId)
  const kind = parts.responsibilities.lines[line.line]
  const isOver = line.state !== 'open' && line.state !== 'returned'
  if (!kind || isOver || isCarriedByUs(parts.responsibilities, line)) throw problem('joint.not_open', { lineId })
  const on = shanghaiDay(parts.now())
  const type = kind.elsewhere ? 'assistance-letter' : 'department-notice'
  const template = templateOn(parts.letters, type, on)
  const fitting = [own, ...bundle].find(
    (file) =>
      template?.of.includes(file.kind) && (template.states.length === 0 || template.states.includes(file.state)),
  )
  if (!fitting) throw problem('joint.not_open', { lineId })
  const subject = { region: line.place || own.region, on, because: line.because }
  const { department, duty, facts, wish } = noticeText(parts.responsibilities, kind, subject)
  const typed = kind.elsewhere ? { department } : { department, duty, facts, wish }
  const letterId = await draftLetter(parts, viewer, { matterId: fitting.id, type, typed })
  return { letterId, matterId: fitting.id }
}
