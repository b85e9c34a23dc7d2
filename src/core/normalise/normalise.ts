import { asWritten, type CleanText } from './clean-text.ts'
import type { TargetWords } from './targets.ts'

/** Makes a text plain, every character keeping its place in the original. */
export function normalise(original: string, _targets?: TargetWords): CleanText {
  return asWritten(original)
}
