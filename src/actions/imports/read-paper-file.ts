import { readFile, stat } from 'node:fs/promises'
import { READ_LIMITS } from '../../reader/limits.ts'
import type { RejectReason } from './reject-reasons.ts'

/** Largest paper, in bytes; what is larger is listed as rejected and not kept. */
export const LARGEST_PAPER = READ_LIMITS.maxBytes

/** The bytes of a file, or why they are not taken. Its size is asked first, so that a huge one is never held in memory. */
export async function readPaperFile(path: string): Promise<{ bytes: Uint8Array } | { reason: RejectReason }> {
  try {
    if ((await stat(path)).size > LARGEST_PAPER) return { reason: 'too_large' }
    const bytes = await readFile(path)
    return bytes.length > LARGEST_PAPER ? { reason: 'too_large' } : { bytes }
  } catch (error) {
    return { reason: unreachableReason(error) }
  }
}

/** Why the system would not hand a file over, where that lies in the file; any other error rises. */
export function unreachableReason(error: unknown): RejectReason {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'vanished'
  if (code === 'EACCES' || code === 'EPERM') return 'no_permission'
  throw error
}
