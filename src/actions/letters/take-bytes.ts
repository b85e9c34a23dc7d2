import { may, type Viewer } from '../../core/access/viewer.ts'
import { exhibitNumber } from '../../core/letter/exhibit.ts'
import { textOf } from '../../core/letter/laid-letter.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { exhibitById } from '../../store/exhibits.ts'
import { transferOfLetter } from '../../store/transfers.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import type { Parts } from '../parts.ts'
import { letterForAction } from './letter-for-action.ts'

/** What is taken away from a matter: an exhibit, an issued letter, a package. */
export type Taken =
  | { what: 'exhibit'; matterId: string; exhibitId: string }
  | { what: 'letter' | 'package'; matterId: string; letterId: string }

/**
 * The bytes of an exhibit, an issued letter or a package, as they were kept; who took them is noted, because they may name persons.
 * @throws problem auth.forbidden, not_found, letter.not_issued
 */
export async function takeBytes(
  parts: Pick<Parts, 'db' | 'files' | 'now'>,
  viewer: Viewer,
  order: Taken,
): Promise<{ bytes: Uint8Array; fileName: string }> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  const found = await parts.db.transaction(async (trx) => {
    const kept = order.what === 'exhibit' ? await exhibitOf() : await letterOf(order)
    await appendEvent(trx, {
      at: parts.now().toISOString(),
      actor: viewer.officerId,
      verb: `matter.${order.what}_taken`,
      subjectType: 'matter',
      subjectId: order.matterId,
      after: { sha256: kept.sha256 },
    })
    return kept

    async function exhibitOf() {
      const file = await matterForAction(trx, viewer, order.matterId)
      const exhibit = order.what === 'exhibit' ? await exhibitById(trx, order.exhibitId) : undefined
      if (exhibit?.matterId !== file.id) throw problem('not_found', { matterId: file.id })
      return { sha256: exhibit.sha256, fileName: `${exhibitNumber(exhibit.number)}-${exhibit.fileName}` }
    }

    async function letterOf(target: { what: 'letter' | 'package'; matterId: string; letterId: string }) {
      const { letter } = await letterForAction(trx, viewer, target)
      const { issue } = letter
      if (!issue) throw problem('letter.not_issued', { letterId: letter.id })
      const name = `${issue.number ?? ''}${textOf(issue.laid.title)}`
      if (target.what === 'letter') return { sha256: issue.sha256, fileName: `${name}.docx` }
      const transfer = await transferOfLetter(trx, letter.id)
      if (!transfer) throw problem('not_found', { letterId: letter.id })
      return { sha256: transfer.sha256, fileName: `${name}.zip` }
    }
  })
  return { bytes: await parts.files.get(found.sha256), fileName: found.fileName }
}
