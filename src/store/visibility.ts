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

/** As `visible`, for documents: a hotline clerk sees only what she took in herself. Needs `documents` joined to `intakes`. */
export function visibleDocuments<T extends Knex.QueryBuilder>(query: T, viewer: Viewer): T {
  visible(query, viewer, 'document.read', 'documents.region')
  if (viewer.role === 'hotline') query.where('intakes.officer_id', viewer.officerId)
  return query
}

/** For a row already read: the same answer as `visible`, given as a claim. */
export function isVisible(viewer: Viewer, permission: Permission, region: string): boolean {
  return may(viewer, permission) && covers(viewer.region, region)
}
