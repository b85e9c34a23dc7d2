/** The words that ambiguous disguises are undone towards, built once from the rulebook's lexicons. */
export interface TargetWords {
  words: ReadonlySet<string>
}

/** Builds the look-up tables for {@link TargetWords}. */
export function buildTargets(words: readonly string[]): TargetWords {
  return { words: new Set(words) }
}
