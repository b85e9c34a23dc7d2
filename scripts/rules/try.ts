import { type RuleTrial, tryRule } from '../../src/core/check/explain.ts'
import { announceFinding, look } from '../../src/core/check/seen.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess } from '../../src/core/pipeline.ts'
import { scoreWithoutSignals } from '../../src/core/score/without-signals.ts'
import { isWanted, readAsked } from './asked.ts'
import { classifierSays, inBoth, sayClassifier } from './classifier-says.ts'
import { sayJudge } from './judge.ts'
import { line, say } from './tell.ts'
import { whySilent } from './why.ts'

/**
 * A text against one rule, or against every rule of which something was met: what was met where, and why it kept silent. Last, what the
 * classifier says beside the rules that fire: a rule may fire and its finding be lowered until no label is left.
 */
export async function tryText(args: string[]): Promise<number> {
  const { compiled, judge, paper, receivedOn, wanted } = await readAsked(args)
  const assessment = assess(paper, receivedOn, compiled, judge.model)
  const { circumstances, facts, framing, findings, labels, rulebook } = assessment
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
  const classifier = classifierSays(assessment, paper, compiled)
  const { kind, date } = circumstances
  const byRulesAlone = scoreWithoutSignals(assessment, compiled).labels
  line({
    fired,
    silent,
    kind,
    date,
    labels,
    byRulesAlone: { labels: byRulesAlone },
    classifier,
    rulebook,
    model: judge.hash,
  })
  const met = `${fired} fire / 命中, ${silent} met something and keep silent / 有要件出现而未命中`
  say(`${met}; read as / 判断为 ${inBoth((words) => words.terms.kind[kind])}, ${date}`)
  // Asked of one rule, it is easily taken for what that rule makes of the text.
  const ofAll = wanted
    ? `, not by ${wanted} alone / 整段文字按全部规则和分类器，不只是 ${wanted}`
    : ' / 整段文字按全部规则和分类器'
  const leads = labels.map((label) => inBoth((words) => words.terms.category[label])).join('; ')
  say(`the whole text by all rules and the classifier${ofAll}: ${leads || 'no lead / 不形成线索'}`)
  sayClassifier(classifier)
  sayJudge(judge)
  return 0
}

function sayTrial({ silent, code }: RuleTrial, title: string, why: string[]) {
  say(
    `${silent === undefined ? 'FIRES / 命中' : 'silent / 未命中'} ${code} ${title}${why.map((one) => `\n         ${one}`).join('')}`,
  )
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
