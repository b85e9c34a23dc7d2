import { problem } from '../../core/problem.ts'
import { isBlank } from '../../reader/unreadable.ts'

/**
 * What the reader would find no text in is no paper to judge: an answer that finds nothing would read as if there had been one.
 * @throws problem intake.empty
 */
export function mustHoldText(text: string): void {
  if (isBlank(text)) throw problem('intake.empty')
}
