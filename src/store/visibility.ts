import type { Knex } from 'knex'
import { covers, may, type Permission, regionPrefix, type Viewer } from '../core/access/viewer.ts'
import { problem } from '../core/problem.ts'

/**
 * The one place that decides what a viewer sees of rows that carry a handling region.
 * Lists are narrowed by it in SQL; a single row out of sight is answered as if it did not exist.
 */
export function visible<T extends Knex.QueryBuilder>(
  query: T,
  viewer: Viewer,
  permission: Permission,
  regionColumn: string,
): T {
  if (!may(viewer, permission)) throw problem('auth.forbidden', { permission })
  const prefix = regionPrefix(viewer.region)
  if (prefix !== '') query.where(regionColumn, 'like', `${prefix}%`)
  return query
}

/** As `visible`, for documents. Needs `documents` joined to `intakes`. */
export function visibleDocuments<T extends Knex.QueryBuilder>(query: T, viewer: Viewer): T {
  visible(query, viewer, 'document.read', 'documents.region')
  if (seesOwnOnly(viewer)) query.where('intakes.officer_id', viewer.officerId)
  return query
}

/** For a row already read: the same answer as `visible`, given as a claim. */
export function isVisible(viewer: Viewer, permission: Permission, region: string): boolean {
  return may(viewer, permission) && covers(viewer.region, region)
}

/** For a matter already read. Which moves are the viewer's on it the procedure says. */
export function maySeeMatter(viewer: Viewer, file: { region: string; openedBy: string }): boolean {
  return isVisible(viewer, 'matter.read', file.region) && isHersToSee(viewer, file.openedBy)
}

/** Whether what an officer took in may be seen by the viewer, as far as that hangs on who took it in. */
export function isHersToSee(viewer: Viewer, takenInBy: string | null): boolean {
  return !seesOwnOnly(viewer) || takenInBy === viewer.officerId
}

/** A clerk at the telephone sees what she took in herself; everybody else what lies in her region. */
function seesOwnOnly({ role }: Viewer): boolean {
  return role === 'hotline'
}
