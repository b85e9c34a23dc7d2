import type { CleanText } from '../normalise/clean-text.ts'
import type { Fact } from './fact.ts'

/** Reads typed facts from clean text; `links` are addresses the reader found behind the words of a page. */
export function extract(_clean: CleanText, _links: readonly string[] = []): Fact[] {
  return []
}
