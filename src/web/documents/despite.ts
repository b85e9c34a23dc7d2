import { type Despite, MOST_WORDS } from '../../core/check/finding.ts'
import type { StoredFinding } from '../../store/assessments.ts'
import type { Words } from '../words/words.ts'

/** What is said of a finding of a second hearing. */
export function despiteWhat({ genre, words: set }: Despite, { document: w, terms }: Words): string {
  return w.despite(genre && terms.genre[genre], set)
}

/** In spite of what the second hearing of a paper found anything, said once for all its findings; undefined where it found nothing. */
export function despiteOfAll(findings: readonly Pick<StoredFinding, 'despite'>[]): Despite | undefined {
  const all = findings.flatMap(({ despite }) => despite ?? [])
  if (all.length === 0) return undefined
  const [read] = all.filter(({ genre }) => genre)
  return { ...read, words: [...new Set(all.flatMap(({ words }) => words))].slice(0, MOST_WORDS) }
}
