import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import { announceFinding, look, type Seen } from '../../src/core/check/seen.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import type { Paper } from '../../src/core/pipeline.ts'
import type { Assessment } from '../../src/core/score/assessment.ts'

/** What the first hearing of a paper saw, for rules to be tried on one by one. */
export function lookAgain(
  { text }: Pick<Paper, 'text'>,
  { facts, framing, findings }: Pick<Assessment, 'facts' | 'framing' | 'findings'>,
  compiled: CompiledRulebook,
): Seen {
  const clean = normalise(text, compiled.targets)
  const seen = look(clean, facts, framing, compiled)
  // Compositions ask for the findings of other rules, of the same hearing.
  for (const finding of findings)
    if (!finding.despite) announceFinding(seen, finding.code, cleanPlace(clean.starts, finding))
  return seen
}

/** The clean place from which an original one was read. */
function cleanPlace(
  starts: Uint32Array,
  { start, end }: { start: number; end: number },
): { start: number; end: number } {
  const from = starts.findIndex((at) => at >= start)
  const to = starts.findIndex((at) => at >= end)
  return { start: from < 0 ? starts.length : from, end: to < 0 ? starts.length : to }
}
