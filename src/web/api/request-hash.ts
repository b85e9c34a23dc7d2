import { createHash } from 'node:crypto'

/** The same for the same request: what was asked of which thing. */
export function requestHash(...asked: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex')
}
