import { parseArgs } from 'node:util'
import { type Complaint, inspect, type Observed } from '../../src/rulebook/hygiene.ts'
import { loadForAuthors } from '../../src/rulebook/load.ts'
import { type OutrankingWatch, watchOutranking } from '../../src/rulebook/outranking.ts'
import { withDatabase } from './database.ts'
import { deskJudge, type Judge, NO_MODEL, sayJudge } from './judge.ts'
import { observeArchive, observeTexts } from './observe.ts'
import { papersUnder } from './papers.ts'
import { periodOf } from './period.ts'
import { line, percent, say, today, UsageError } from './tell.ts'

/** How many of each kind are told where not all are asked for, and how many words of a lexicon. */
const SAMPLES = 3
const WORDS_TOLD = 8

/**
 * `hygiene [FOLDER] [--corpus PATH | --data [--from DAY] [--to DAY]] [--all] [--no-model]`: rules that are silent, noisy, unowned, on trial too
 * long, the only cover of an article, or rest on law that is over; words of the lexicons nobody wrote; rules that need not outrank the classifier
 * any longer. What was found, ruled and written is looked up in the database, or in the texts of a corpus; with neither, what can be told from
 * the rules alone is told. The summary comes first, then a few of each kind; with --all every one.
 *
 * The classifier is asked only about rules that outrank it: everything else is about findings, rulings and words, which it does not change.
 */
export async function tellHygiene(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { corpus: text, data: flag, from: text, to: text, all: flag, ...NO_MODEL },
  })
  if (values.corpus && values.data) throw new UsageError('--corpus or --data, not both / --corpus 与 --data 只能选一')
  const { corpus, data } = values
  const authors = loadForAuthors(positionals[0])
  const outranking = authors.rulebook.rules.filter(({ outranks }) => outranks)
  const withoutModel = values['no-model'] || outranking.length === 0
  const { period } = periodOf(values)
  const watchWith = ({ model }: Judge) => watchOutranking(authors, model, today())
  const look = async (): Promise<Looked> => {
    if (data)
      return withDatabase('reads', async (db) => {
        const judge = await deskJudge(withoutModel, db)
        const watch = watchWith(judge)
        return { judge, watch, observed: await observeArchive(db, authors, period, watch) }
      })
    const judge = await deskJudge(withoutModel)
    const watch = watchWith(judge)
    if (corpus === undefined) return { judge, watch }
    const papers = papersUnder(corpus).map(({ paper }) => paper)
    return { judge, watch, observed: observeTexts(authors, papers, watch) }
  }
  const { judge, watch, observed } = await look()
  tell([...inspect(authors, today(), observed), ...watch.complaints()], observed, values.all ?? false)
  if (watch.isNeeded) sayJudge(judge)
  else if (outranking.length > 0)
    say('NOT LOOKED AT: whether outranks may go; no classifier judged / 未查看：outranks 可否删去，因未用分类器')
  return 0
}

interface Looked {
  judge: Judge
  watch: OutrankingWatch
  observed?: Observed
}

/** The kinds, those that want something done first. */
const KINDS: Record<Complaint['what'], string> = {
  repealed: 'law that ended or soon ends / 依据已失效或将失效',
  noisy: 'noisy: officers dismiss too much of what they find / 误报多',
  outranks: 'need not outrank the classifier any longer / 不必再优先于分类器',
  long_trial: 'on trial too long / 试行过久',
  unowned: 'nobody answers for them / 无人负责',
  silent: 'silent: found nothing / 无命中',
  unseen_words: 'lexicons with words that stand in no text / 词表中有词未曾出现',
  sole_cover: 'articles that one rule alone rests on / 仅由一条规则依据的条文',
}

function tell(complaints: readonly Complaint[], observed: Observed | undefined, isAll: boolean) {
  const groups = (Object.keys(KINDS) as Complaint['what'][]).flatMap((what) => {
    const of = complaints.filter((complaint) => complaint.what === what)
    return of.length === 0 ? [] : [{ what, of }]
  })
  const counts = Object.fromEntries(groups.map(({ what, of }) => [what, of.length]))
  line({ things: complaints.length, counts, papers: observed?.papers ?? null })
  const seen = observed ? `, on ${observed.papers} papers / 查看材料 ${observed.papers} 份` : ''
  say(`${complaints.length} things to tend / 需维护事项 ${complaints.length}${seen}`)
  for (const { what, of } of groups) say(`${String(of.length).padStart(5)} ${KINDS[what]}`)
  if (!observed)
    say(
      'NOT LOOKED AT: silent and noisy rules, words nobody wrote; say --data or --corpus PATH / 未查看材料：无命中、误报多的规则和未出现的词，请加 --data 或 --corpus 路径',
    )
  for (const { of } of groups) {
    for (const complaint of isAll ? of : of.slice(0, SAMPLES)) {
      line(complaint)
      say(words(complaint, isAll))
    }
    if (!isAll && of.length > SAMPLES)
      say(`           … ${of.length - SAMPLES} more: --all / 另有 ${of.length - SAMPLES} 项，加 --all 全部列出`)
  }
}

function words(complaint: Complaint, isAll: boolean): string {
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
    case 'outranks':
      return `outranks   ${complaint.code} ${complaint.rule}: take outranks out; no label would go on ${complaint.examples} hits of its own and ${complaint.papers} papers, to which the classifier gives ${percent(complaint.lowest)} or more / 分类器已无异议，可删去 outranks${complaint.papers === 0 ? '; the model learns from those hits: look at papers too / 示例参与训练，请再用材料核对' : ''}${who}`
    case 'unseen_words': {
      const { lexicon, words, of } = complaint
      const told = isAll ? words : words.slice(0, WORDS_TOLD)
      return `unseen     lexicon ${lexicon}: ${words.length} of ${of} words stand in no text: ${told.join(', ')}${told.length < words.length ? ', …' : ''}`
    }
  }
}
