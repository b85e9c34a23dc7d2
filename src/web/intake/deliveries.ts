import { createHash } from 'node:crypto'
import type { Delivery } from '../../actions/papers/receive-document.ts'
import type { Given } from '../../core/intake/envelope.ts'

/** One file of a form post, or its pasted text (without a file name). */
export interface Upload {
  bytes: Uint8Array
  fileName?: string
}

/**
 * One delivery per file. Its number is the form's nonce, the bytes' hash and how often those bytes came before in the same post:
 * the same post again is a retry, while two victims' identical letters in one post are two deliveries.
 */
export function deliveriesOf(
  uploads: readonly Upload[],
  form: { officerId: string; nonce: string; given: Given },
): Delivery[] {
  const times = new Map<string, number>()
  return uploads.map(({ bytes, fileName }) => {
    const hash = createHash('sha256').update(bytes).digest('hex')
    const time = (times.get(hash) ?? 0) + 1
    times.set(hash, time)
    return {
      envelope: { source: 'upload', sender: form.officerId, external: `${form.nonce}:${hash}:${time}` },
      bytes,
      given: form.given,
      actor: { officerId: form.officerId },
      ...(fileName ? { fileName } : {}),
    }
  })
}
