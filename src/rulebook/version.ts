import { createHash } from 'node:crypto'
import { canonical } from '../core/canonical.ts'

/** SHA-256 over the content as JSON with sorted keys: the same rules have the same version, however their files are laid out. */
export function versionOf(content: unknown): string {
  return createHash('sha256').update(canonical(content), 'utf8').digest('hex')
}
