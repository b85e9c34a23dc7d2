import { covers, may, type Viewer } from '../../core/access/viewer.ts'
import type { BureauField } from '../../core/letter/letterhead.ts'
import { problem } from '../../core/problem.ts'
import { bureauOf, type Kept } from '../../store/letterheads.ts'
import type { Parts } from '../parts.ts'

/** The letterhead kept for a region itself, not for one above it. @throws problem auth.forbidden, form.invalid (region) */
export async function seeLetterhead(
  parts: Pick<Parts, 'db'>,
  viewer: Viewer,
  region: string,
): Promise<Kept<BureauField>> {
  if (!may(viewer, 'letter.keep')) throw problem('auth.forbidden', { permission: 'letter.keep' })
  if (!covers(viewer.region, region)) throw problem('form.invalid', { field: 'region' })
  return bureauOf(parts.db, region)
}
