import { createHash, timingSafeEqual } from 'node:crypto'
import { problem } from '../core/problem.ts'
import { type Fields, textField } from './fields.ts'

export const CSRF_FIELD = 'csrf'

/** @throws problem form.csrf unless the form carries the session's own token. */
export function checkCsrf(fields: Fields, token: string): void {
  if (!sameSecret(textField(fields, CSRF_FIELD), token)) throw problem('form.csrf')
}

// Hashed first, so that both have one length and the comparison's time says nothing.
function sameSecret(given: string, known: string): boolean {
  return known !== '' && timingSafeEqual(digest(given), digest(known))
}

function digest(words: string): Buffer {
  return createHash('sha256').update(words).digest()
}
