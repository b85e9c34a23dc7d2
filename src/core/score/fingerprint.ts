import { hash } from 'node:crypto'

/** SHA-256 of a clean text's letters and digits alone: the same copy in another layout or with other marks has the same one. */
export function fingerprint(cleanText: string): string {
  const bare = cleanText.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  return hash('sha256', bare, 'hex')
}
