import { type Despite, type Finding, MOST_WORDS } from '../../core/check/finding.ts'
import { type Words, wordFor } from '../words/words.ts'

/** What is said of a finding of a second hearing. */
export function despiteWhat({ genre, because, words: set }: Despite, { document: w, terms }: Words): string {
  return w.despite(genre && terms.genre[genre], set, genreSigns(because ?? [], w))
}

/** The signs that a genre was read from, in words. */
export function genreSigns(because: readonly string[], { genreSign }: Words['document']): string[] {
  return because.map((key) => wordFor(genreSign, key, '')).filter((sign) => sign !== '')
}

/** In spite of what the second hearing of a paper found anything, said once for all its findings; undefined where it found nothing. */
export function despiteOfAll(findings: readonly Pick<Finding, 'despite'>[]): Despite | undefined {
  const all = findings.flatMap(({ despite }) => despite ?? [])
  if (all.length === 0) return undefined
  const [read] = all.filter(({ genre }) => genre)
  return { ...read, words: [...new Set(all.flatMap(({ words }) => words))].slice(0, MOST_WORDS) }
}
