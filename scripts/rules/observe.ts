/** What rules found, officers ruled and people wrote: in the texts of a corpus, or in the archive. */
import type { Knex } from 'knex'
import { archivePapers } from '../../src/actions/imports/archive-papers.ts'
import { compile } from '../../src/core/check/compile.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import type { Observed } from '../../src/rulebook/hygiene.ts'
import type { AuthorsRulebook } from '../../src/rulebook/load.ts'
import type { OutrankingWatch } from '../../src/rulebook/outranking.ts'
import { countAssessed, type Period, standingFindings, standingRulings } from '../../src/store/archive.ts'
import { today } from './tell.ts'

/** Findings are counted by the rules alone: the classifier adds none and takes none away. */
export function observeTexts(authors: AuthorsRulebook, papers: readonly Paper[], watch: OutrankingWatch): Observed {
  const compiled = compile(authors.rulebook)
  const found = new Map<string, number>()
  const unseen = wordsOf(authors)
  const seenWords = new Set<string>()
  for (const paper of papers) {
    for (const { code } of assess(paper, today(), compiled).findings) found.set(code, (found.get(code) ?? 0) + 1)
    markSeen(normalise(paper.text, compiled.targets).text, unseen, seenWords)
    watch.look(paper, today())
  }
  return { papers: papers.length, found, ruled: new Map(), seenWords }
}

/** What was found when the papers came, by whichever version was active then, and what officers made of it. */
export async function observeArchive(
  db: Knex,
  authors: AuthorsRulebook,
  period: Period,
  watch: OutrankingWatch,
): Promise<Observed> {
  const ruled = new Map<string, { upheld: number; dismissed: number }>()
  for (const { code, verdict } of await standingRulings(db, period)) {
    const count = ruled.get(code) ?? { upheld: 0, dismissed: 0 }
    count[verdict]++
    ruled.set(code, count)
  }
  const { targets } = compile(authors.rulebook)
  const unseen = wordsOf(authors)
  const seenWords = new Set<string>()
  for await (const { paper, receivedOn } of archivePapers(db, period)) {
    if (unseen.size > 0) markSeen(normalise(paper.text, targets).text, unseen, seenWords)
    watch.look(paper, receivedOn)
  }
  return { papers: await countAssessed(db, period), found: await standingFindings(db, period), ruled, seenWords }
}

function wordsOf({ rulebook }: AuthorsRulebook): Set<string> {
  return new Set(Object.values(rulebook.lexicons).flat())
}

function markSeen(text: string, unseen: Set<string>, seen: Set<string>) {
  for (const word of unseen) {
    if (!text.includes(word)) continue
    unseen.delete(word)
    seen.add(word)
  }
}
