import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import { tryRule } from '../../src/core/check/explain.ts'
import type { Finding } from '../../src/core/check/finding.ts'
import { assess } from '../../src/core/pipeline.ts'
import type { ScoreReason } from '../../src/core/score/assessment.ts'
import { scoreWithoutSignals } from '../../src/core/score/without-signals.ts'
import { isWanted, readAsked } from './asked.ts'
import { classifierSays, inBoth, loweredBy, sayClassifier, saysDespite } from './classifier-says.ts'
import { sayJudge } from './judge.ts'
import { lookAgain } from './look-again.ts'
import { line, say } from './tell.ts'
import { whatIsLifted } from './why.ts'

/**
 * Each finding on a text: which element was met where, which exception of its rule does not hold and beside what, on which articles it rests, and what it adds to the score, with and without the
 * classifier; then what the classifier says of each category, and what becomes of the label.
 */
export async function explainText(args: string[]): Promise<number> {
  const { compiled, judge, paper, receivedOn, wanted } = await readAsked(args)
  const assessment = assess(paper, receivedOn, compiled, judge.model)
  const { circumstances, findings, reasons, scores, bands, labels, framing, rulebook } = assessment
  const alone = scoreWithoutSignals(assessment, compiled)
  const firstHeard = findings.filter(({ despite }) => !despite)
  const asked = findings.filter(({ rule, code }) => !wanted || isWanted({ id: rule, code }, wanted))
  const seen = lookAgain(paper, assessment, compiled)
  for (const finding of asked) {
    const { exceptions } = tryRule(compiled.rules.find(({ rule }) => rule.id === finding.rule)!, seen, circumstances)
    const lifted = exceptions.filter(({ lifted_by: beside }) => beside)
    const adds = [reasonOf(finding, findings, reasons, compiled)]
    const byRulesAlone = finding.despite ? [] : [reasonOf(finding, firstHeard, alone.reasons, compiled)]
    line({ ...finding, adds, ...(judge.model && { byRulesAlone }), ...(lifted.length > 0 && { exceptions: lifted }) })
    sayFinding(finding, adds, byRulesAlone)
    for (const one of whatIsLifted(lifted)) say(`   ${one}`)
  }
  const classifier = classifierSays(assessment, paper, compiled)
  sayClassifier(classifier.filter(({ category }) => !wanted || asked.some((finding) => finding.category === category)))
  sayJudge(judge)
  const { scores: ruleScores, bands: ruleBands, labels: ruleLabels } = alone
  line({
    scores,
    bands,
    labels,
    byRulesAlone: { scores: ruleScores, bands: ruleBands, labels: ruleLabels },
    classifier,
    genre: framing.genre,
    genreBecause: framing.genreBecause,
    rulebook,
    model: judge.hash,
  })
  return 0
}

/** Of findings of one rule the strongest is counted first, the rest as repeats: their reasons stand in that order. */
function reasonOf(
  finding: Finding,
  findings: readonly Finding[],
  reasons: readonly ScoreReason[],
  { rulebook }: CompiledRulebook,
): ScoreReason {
  const { severityPoints } = rulebook.scoring
  const worth = ({ severity, confidence }: Finding) => severityPoints[severity] * confidence
  const alike = findings.filter(({ rule }) => rule === finding.rule).sort((a, b) => worth(b) - worth(a))
  return reasons.filter(({ source }) => source === finding.code)[alike.indexOf(finding)]!
}

function sayFinding(finding: Finding, adds: readonly ScoreReason[], byRulesAlone: readonly ScoreReason[]) {
  const { code, quote, frame, unscored, despite, elements, basis } = finding
  const [points, before] = [pointsOf(adds), pointsOf(byRulesAlone)]
  const isLowered = !despite && points < before
  const lowered = isLowered ? `, ${before} before the classifier / 分类器调低前` : ''
  say(`${code} “${quote}” (${frame}${unscored ? `, ${unscored}` : ''}): ${points}${lowered}`)
  if (despite) say(`   ${saysDespite(despite)}`)
  for (const reason of new Set(adds.flatMap(({ lowered }) => (lowered === undefined ? [] : [lowered]))))
    say(`   lowered / 折减: ${loweredBy(reason)}`)
  for (const { restsOn } of adds)
    if (restsOn) say(`   ${inBoth(({ document }) => document.restsOn(restsOn.code, restsOn.share === 1))}`)
  for (const { element, quote, start, end } of elements) say(`   ${element}: “${quote}” ${start}-${end}`)
  for (const { article, condition, role } of basis) say(`   ${role} ${article}${condition ? ` (${condition})` : ''}`)
}

function pointsOf(reasons: readonly ScoreReason[]): number {
  return Math.round(reasons.reduce((sum, { points }) => sum + points, 0) * 100) / 100
}
