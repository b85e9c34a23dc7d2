import { parseArgs } from 'node:util'
import { archivePapers } from '../../src/actions/imports/archive-papers.ts'
import { compile } from '../../src/core/check/compile.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { type Complaint, inspect, type Observed } from '../../src/rulebook/hygiene.ts'
import { type AuthorsRulebook, loadForAuthors } from '../../src/rulebook/load.ts'
import { countAssessed, type Period, standingFindings, standingRulings } from '../../src/store/archive.ts'
import { withDatabase } from './database.ts'
import { papersUnder } from './papers.ts'
import { periodOf } from './period.ts'
import { line, percent, say, today, UsageError } from './tell.ts'

/**
 * `hygiene [FOLDER] [--corpus PATH | --data [--from DAY] [--to DAY]]`: rules that are silent, noisy, unowned, on trial too long, the only
 * cover of an article, or rest on law that is over; words of the lexicons nobody wrote. What was found, ruled and written is looked up in
 * the database, or in the texts of a corpus; with neither, what can be told from the rules alone is told.
 */
export async function tellHygiene(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { corpus: text, data: { type: 'boolean' }, from: text, to: text },
  })
  if (values.corpus && values.data) throw new UsageError('--corpus or --data, not both')
  const authors = loadForAuthors(positionals[0])
  const { period } = periodOf(values)
  const observed = values.corpus
    ? observeTexts(
        authors,
        papersUnder(values.corpus).map(({ paper }) => paper),
      )
    : values.data
      ? await observeArchive(authors, period)
      : undefined
  const complaints = inspect(authors, today(), observed)
  for (const complaint of complaints) {
    line(complaint)
    say(words(complaint))
  }
  if (!observed) say('NOT LOOKED AT: silent and noisy rules, words nobody wrote; say --data or --corpus PATH')
  say(`${complaints.length} things to tend${observed ? `, on ${observed.papers} papers` : ''}`)
  return 0
}

function observeTexts(authors: AuthorsRulebook, papers: readonly Paper[]): Observed {
  const compiled = compile(authors.rulebook)
  const found = new Map<string, number>()
  const unseen = wordsOf(authors)
  const seenWords = new Set<string>()
  for (const paper of papers) {
    for (const { code } of assess(paper, today(), compiled).findings) found.set(code, (found.get(code) ?? 0) + 1)
    markSeen(normalise(paper.text, compiled.targets).text, unseen, seenWords)
  }
  return { papers: papers.length, found, ruled: new Map(), seenWords }
}

/** What was found when the papers came, by whichever version was active then, and what officers made of it. */
async function observeArchive(authors: AuthorsRulebook, period: Period): Promise<Observed> {
  return withDatabase('reads', async (db) => {
    const ruled = new Map<string, { upheld: number; dismissed: number }>()
    for (const { code, verdict } of await standingRulings(db, period)) {
      const count = ruled.get(code) ?? { upheld: 0, dismissed: 0 }
      count[verdict]++
      ruled.set(code, count)
    }
    const { targets } = compile(authors.rulebook)
    const unseen = wordsOf(authors)
    const seenWords = new Set<string>()
    for await (const { paper } of archivePapers(db, period)) {
      if (unseen.size > 0) markSeen(normalise(paper.text, targets).text, unseen, seenWords)
    }
    return { papers: await countAssessed(db, period), found: await standingFindings(db, period), ruled, seenWords }
  })
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

function words(complaint: Complaint): string {
  const who = 'owner' in complaint && complaint.owner ? ` [${complaint.owner}]` : ''
  switch (complaint.what) {
    case 'silent':
      return `silent     ${complaint.code} ${complaint.rule}: no finding on ${complaint.papers} papers${who}`
    case 'noisy':
      return `noisy      ${complaint.code} ${complaint.rule}: ${complaint.dismissed} of ${complaint.ruled} dismissed (95%: ${percent(complaint.low)} to ${percent(complaint.high)})${who}`
    case 'unowned':
      return `unowned    ${complaint.code} ${complaint.rule}: write owner: in the rule, or its folder in owners.yaml`
    case 'repealed':
      return `repealed   ${complaint.code} ${complaint.rule}: every article it rests on ${complaint.isOver ? 'ended' : 'ends'} on ${complaint.endsOn}${who}`
    case 'sole_cover':
      return `sole cover ${complaint.code} ${complaint.rule} alone rests on ${complaint.article}${who}`
    case 'long_trial':
      return `long trial ${complaint.code} ${complaint.rule}: ${complaint.days === null ? 'nobody wrote since: when' : `${complaint.days} days, since ${complaint.since}`}${who}`
    case 'unseen_words':
      return `unseen     lexicon ${complaint.lexicon}: ${complaint.words.length} of ${complaint.of} words stand in no text: ${complaint.words.join(', ')}`
  }
}
