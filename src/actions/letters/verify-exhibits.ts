import { may, type Viewer } from '../../core/access/viewer.ts'
import { problem } from '../../core/problem.ts'
import { appendCustody, exhibitsOf } from '../../store/exhibits.ts'
import { lettersOf } from '../../store/letters.ts'
import { transfersOf } from '../../store/transfers.ts'
import { matterForAction } from '../matters/act-on-matter.ts'
import type { Parts } from '../parts.ts'

/** What was read again, and what no longer has the hash it was kept under. */
export interface Verified {
  exhibits: number
  letters: number
  packages: number
  /** Ids of exhibits, letters and packages. */
  damaged: string[]
}

/**
 * Reads every exhibit, issued letter and package of a matter again and compares it with its hash; each exhibit's custody says what came of it.
 * @throws problem auth.forbidden, not_found, matter.move_closed for who was recused
 */
export async function verifyExhibits(
  parts: Pick<Parts, 'db' | 'files' | 'now' | 'log'>,
  viewer: Viewer,
  matterId: string,
): Promise<Verified> {
  if (!may(viewer, 'exhibit.keep')) throw problem('auth.forbidden', { permission: 'exhibit.keep' })
  await parts.db.transaction((trx) => matterForAction(trx, viewer, matterId))
  const damaged: string[] = []
  const isWhole = (sha256: string) =>
    parts.files.get(sha256).then(
      () => true,
      () => false,
    )
  const exhibits = await exhibitsOf(parts.db, matterId)
  for (const exhibit of exhibits) {
    const verb = (await isWhole(exhibit.sha256)) ? 'checked' : 'damaged'
    if (verb === 'damaged') damaged.push(exhibit.id)
    const at = parts.now().toISOString()
    await parts.db.transaction((trx) =>
      appendCustody(trx, {
        exhibitId: exhibit.id,
        verb,
        place: '',
        note: exhibit.sha256,
        officerId: viewer.officerId,
        at,
        recordedAt: at,
      }),
    )
  }
  const letters = (await lettersOf(parts.db, matterId)).filter(({ issue }) => issue !== null)
  const packages = await transfersOf(parts.db, matterId)
  for (const { id, sha256 } of [...letters.map(({ id, issue }) => ({ id, sha256: issue!.sha256 })), ...packages])
    if (!(await isWhole(sha256))) damaged.push(id)
  if (damaged.length > 0) parts.log.error({ matterId, damaged }, 'kept bytes no longer have their hash')
  return { exhibits: exhibits.length, letters: letters.length, packages: packages.length, damaged }
}
