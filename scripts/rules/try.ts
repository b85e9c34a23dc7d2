import { type RuleTrial, tryRule } from '../../src/core/check/explain.ts'
import type { Finding } from '../../src/core/check/finding.ts'
import { assess } from '../../src/core/pipeline.ts'
import { scoreWithoutSignals } from '../../src/core/score/without-signals.ts'
import { isWanted, readAsked } from './asked.ts'
import { classifierSays, inBoth, sayClassifier, saysDespite } from './classifier-says.ts'
import { sayJudge } from './judge.ts'
import { lookAgain } from './look-again.ts'
import { line, say } from './tell.ts'
import { whatIsLifted, whySilent } from './why.ts'

/**
 * A text against one rule, or against every rule of which something was met: what was met where, and why it kept silent. A rule that finds
 * something in a second hearing fires: `despite` tells what was set aside, `firstHearing` why it was silent at first. Last, what the
 * classifier says beside the rules that fire: a rule may fire and its finding be lowered until no label is left.
 */
export async function tryText(args: string[]): Promise<number> {
  const { compiled, judge, paper, receivedOn, wanted } = await readAsked(args)
  const assessment = assess(paper, receivedOn, compiled, judge.model)
  const { circumstances, findings, labels, rulebook } = assessment
  const seen = lookAgain(paper, assessment, compiled)
  let fired = 0
  let heardAgain = 0
  let silent = 0
  for (const rule of compiled.rules) {
    const trial = tryRule(rule, seen, circumstances)
    const isMet = trial.elements.some(({ places }, i) => places.length > 0 && !rule.elements[i]!.anywhere)
    if (wanted ? !isWanted(rule.rule, wanted) : !isMet) continue
    const { silent: atFirst, ...met } = trial
    const why = [
      ...(atFirst ? whySilent(trial, compiled.rulebook, circumstances) : []),
      ...whatIsLifted(trial.exceptions),
    ]
    const again = atFirst && findings.find((finding) => finding.rule === trial.rule && finding.despite)
    if (again) line({ fired: true, despite: again.despite, firstHearing: atFirst, quote: again.quote, ...met, why })
    else line({ fired: atFirst === undefined, ...trial, why })
    if (again) heardAgain++
    if (again || atFirst === undefined) fired++
    else silent++
    // Of all rules, people are told of those that fire or came near; every trial stands on standard output.
    const isNear = trial.elements.every(({ places }) => places.length > 0)
    if (again || atFirst === undefined || isNear || wanted) sayTrial(trial, rule.rule.title.zh, why, again)
  }
  const classifier = classifierSays(assessment, paper, compiled)
  const { kind, date } = circumstances
  const byRulesAlone = scoreWithoutSignals(assessment, compiled).labels
  line({
    fired,
    heardAgain,
    silent,
    kind,
    date,
    labels,
    byRulesAlone: { labels: byRulesAlone },
    classifier,
    rulebook,
    model: judge.hash,
  })
  const ofThem = heardAgain > 0 ? ` (${heardAgain} in a second hearing / 二次研判命中 ${heardAgain})` : ''
  const met = `${fired} fire / 命中${ofThem}, ${silent} met something and keep silent / 有要件出现而未命中`
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

function sayTrial({ silent, code }: RuleTrial, title: string, why: string[], again: Finding | undefined) {
  const verdict = silent === undefined ? 'FIRES / 命中' : 'silent / 未命中'
  say(`${again ? 'FIRES in a second hearing / 二次研判命中' : verdict} ${code} ${title}`)
  if (again) say(`         “${again.quote}”: ${saysDespite(again.despite!)}`)
  for (const one of why) say(`         ${again ? 'at first / 首次研判: ' : ''}${one}`)
}
