import type { Request } from 'express'
import { problem } from '../../core/problem.ts'

/** The id in the path. What cannot be one is answered like one that is not there, and never reaches the database. */
export function pathId(request: Request): string {
  const { id } = request.params
  if (typeof id !== 'string' || !/^[\w-]{1,64}$/.test(id)) throw problem('not_found')
  return id
}
