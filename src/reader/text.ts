import type { Reading } from './reading.ts'
import { decodeText } from './text-encoding.ts'
import { isBlank, unreadable } from './unreadable.ts'

/** Plain text: exactly its characters, line ends and all. */
export function readText(bytes: Uint8Array): Reading {
  const decoded = decodeText(bytes)
  if ('reason' in decoded) return unreadable(decoded.reason === 'binary' ? 'unsupported' : 'bad_encoding')
  if (isBlank(decoded.text)) return unreadable('empty')
  return { outcome: 'text', paper: { format: 'text', encoding: decoded.encoding, text: decoded.text, links: [] } }
}
