import { assess } from '../../src/core/pipeline.ts'
import { isWanted, readAsked } from './asked.ts'
import { line, say } from './tell.ts'

/** Each finding on a text: which element was met where, on which articles it rests, and what it adds to the score. */
export async function explainText(args: string[]): Promise<number> {
  const { compiled, paper, receivedOn, wanted } = await readAsked(args)
  const { findings, reasons, scores, bands, labels, framing, rulebook } = assess(paper, receivedOn, compiled)
  for (const finding of findings) {
    if (wanted && !isWanted({ id: finding.rule, code: finding.code }, wanted)) continue
    const adds = reasons.filter(({ source }) => source === finding.code)
    line({ ...finding, adds })
    const points = Math.round(adds.reduce((sum, reason) => sum + reason.points, 0) * 100) / 100
    say(
      `${finding.code} “${finding.quote}” (${finding.frame}${finding.unscored ? `, ${finding.unscored}` : ''}): ${points}`,
    )
    for (const { element, quote, start, end } of finding.elements) say(`   ${element}: “${quote}” ${start}-${end}`)
    for (const { article, condition, role } of finding.basis)
      say(`   ${role} ${article}${condition ? ` (${condition})` : ''}`)
  }
  line({ scores, bands, labels, genre: framing.genre, genreBecause: framing.genreBecause, rulebook })
  return 0
}
