import type { CompiledRulebook } from '../check/compile.ts'
import type { Assessment } from './assessment.ts'
import { score } from './score.ts'

/** What the findings of an assessment would come to had the classifier not spoken: what `assess` says where it is given no model. */
export function scoreWithoutSignals(
  { findings, framing, kindGuessed }: Pick<Assessment, 'findings' | 'framing' | 'kindGuessed'>,
  { rulebook }: Pick<CompiledRulebook, 'rulebook'>,
): ReturnType<typeof score> {
  const heardOnce = findings.filter(({ despite }) => despite === undefined)
  return score(heardOnce, [], { genre: framing.genre, kindGiven: !kindGuessed, marked: [] }, rulebook.scoring)
}
