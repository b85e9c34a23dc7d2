import { type RuleTrial, tryRule } from '../../src/core/check/explain.ts'
import { announceFinding, look } from '../../src/core/check/seen.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess } from '../../src/core/pipeline.ts'
import { isWanted, readAsked } from './asked.ts'
import { line, say } from './tell.ts'
import { whySilent } from './why.ts'

/** A text against one rule, or against every rule of which something was met: what was met where, and why it kept silent. */
export async function tryText(args: string[]): Promise<number> {
  const { compiled, paper, receivedOn, wanted } = await readAsked(args)
  const { circumstances, facts, framing, findings } = assess(paper, receivedOn, compiled)
  const clean = normalise(paper.text, compiled.targets)
  const seen = look(clean, facts, framing, compiled)
  // Compositions ask for the findings of other rules.
  for (const finding of findings) announceFinding(seen, finding.code, cleanPlace(clean.starts, finding))
  let fired = 0
  let silent = 0
  for (const rule of compiled.rules) {
    const trial = tryRule(rule, seen, circumstances)
    const met = trial.elements.some(({ places }, i) => places.length > 0 && !rule.elements[i]!.anywhere)
    if (wanted ? !isWanted(rule.rule, wanted) : !met) continue
    const why = trial.silent === undefined ? [] : whySilent(trial, compiled.rulebook, circumstances)
    line({ fired: trial.silent === undefined, ...trial, why })
    if (trial.silent === undefined) fired++
    else silent++
    // Of all rules, people are told of those that fire or came near; every trial stands on standard output.
    const isNear = trial.elements.every(({ places }) => places.length > 0)
    if (trial.silent === undefined || isNear || wanted) sayTrial(trial, rule.rule.title.zh, why)
  }
  say(`${fired} fire, ${silent} met something and keep silent; read as ${circumstances.kind}, ${circumstances.date}`)
  return 0
}

function sayTrial({ silent, code }: RuleTrial, title: string, why: string[]) {
  say(`${silent === undefined ? 'FIRES ' : 'silent'} ${code} ${title}${why.map((one) => `\n         ${one}`).join('')}`)
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
