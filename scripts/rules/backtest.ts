import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Knex } from 'knex'
import { archivePapers } from '../../src/actions/imports/archive-papers.ts'
import { saveBacktest } from '../../src/actions/rulebook/propose-rulebook.ts'
import { compileStored } from '../../src/actions/rulebook/use-active-rulebook.ts'
import {
  type BacktestPaper,
  type BacktestResult,
  type BacktestScope,
  type Difference,
  startBacktest,
} from '../../src/core/backtest.ts'
import { type CompiledRulebook, compile } from '../../src/core/check/compile.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import { GROUP } from '../../src/core/pipeline.ts'
import { problem } from '../../src/core/problem.ts'
import { loadRulebook } from '../../src/rulebook/load.ts'
import type { Period } from '../../src/store/archive.ts'
import { activeHash } from '../../src/store/rulebook-activations.ts'
import { hashesFrom, keepRulebook } from '../../src/store/rulebooks.ts'
import { officerNamed, withDatabase } from './database.ts'
import { deskJudge, type Judge, NO_MODEL, sayJudge } from './judge.ts'
import { papersUnder } from './papers.ts'
import { periodOf } from './period.ts'
import { line, say, today, UsageError } from './tell.ts'

/** How many quotations of each rule and sort are told to people; on standard output stand all. */
const SAMPLES = 3

/**
 * `backtest [--old DIR|HASH] [--new DIR|HASH] [--corpus PATH | --data [--from DAY] [--to DAY]] [--save --by LOGIN] [--no-model]`
 * Old is the active version of the database, or with --corpus alone the rules as they stand; new is the rules as they stand. Every
 * difference is a line, the last line is the result. --save keeps the result (counts, no words of papers) for an approval to rest on.
 * Both versions are judged beside the classifier, so that labels are those of the desk: its champion where a database is open, else the model
 * of the program. --no-model tells what the rules would give alone; nothing of that is kept.
 */
export async function backtest(args: string[]): Promise<number> {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const { values } = parseArgs({
    args,
    options: {
      old: text,
      new: text,
      corpus: text,
      data: flag,
      from: text,
      to: text,
      save: flag,
      by: text,
      ...NO_MODEL,
    },
  })
  const withoutModel = values['no-model']
  if (!values.corpus && !values.data)
    throw new UsageError(
      'say --corpus PATH, or --data for the papers of the database / 请给出 --corpus 路径，或 --data',
    )
  if (values.save && (!values.by || !values.data))
    throw new UsageError('--save needs --data, and --by LOGIN / --save 须同时给出 --data 和 --by')
  if (values.save && withoutModel)
    throw new UsageError(
      '--save goes without --no-model: an approval rests on what the desk would say / --save 不能与 --no-model 同用',
    )
  const needsDatabase = values.data || [values.old, values.new].some((version) => version && !existsSync(version))
  if (!needsDatabase) {
    if (!values.old) throw new UsageError('without --data, --old names a folder / 不用 --data 时 --old 须为目录')
    const [before, after] = [values.old, values.new].map((folder) => compile(loadRulebook(folder)))
    await run(before!, after!, await deskJudge(withoutModel), fromCorpus(values.corpus!), { over: values.corpus! })
    return 0
  }
  return withDatabase(values.save ? 'writes' : 'reads', async (db) => {
    const before = await version(db, values.old ?? (await activeHash(db)))
    const after = values.new ? await version(db, values.new) : compile(loadRulebook())
    const { period, days } = periodOf(values)
    const scope = values.corpus ? { over: values.corpus } : { over: 'archive', ...days }
    const papers = values.corpus ? fromCorpus(values.corpus) : archivePapers(db, period satisfies Period)
    const result = await run(before, after, await deskJudge(withoutModel, db), papers, scope)
    if (values.save) await save(db, values.by!, before, after, result)
    return 0
  })
}

async function run(
  before: CompiledRulebook,
  after: CompiledRulebook,
  judge: Judge,
  papers: Iterable<BacktestPaper> | AsyncIterable<BacktestPaper>,
  over: Omit<BacktestScope, 'model'>,
): Promise<BacktestResult & BacktestScope> {
  const test = startBacktest(before, after, judge.model)
  const samples: Difference[] = []
  for await (const group of inGroups(papers)) {
    for (const difference of test.add(group)) {
      line(difference)
      const alike = samples.filter(({ what, code }) => what === difference.what && code === difference.code)
      if (alike.length < SAMPLES) samples.push(difference)
    }
  }
  const result = test.result()
  const scope = { ...over, model: judge.hash }
  line({ from: before.rulebook.hash, to: after.rulebook.hash, scope, ...result })
  tell(before, after, result, samples)
  sayJudge(judge)
  return { ...result, ...scope }
}

/** As many papers at a time as are judged together. */
async function* inGroups(papers: Iterable<BacktestPaper> | AsyncIterable<BacktestPaper>) {
  let group: BacktestPaper[] = []
  let characters = 0
  for await (const one of papers) {
    group.push(one)
    characters += one.paper.text.length
    if (group.length < GROUP.papers && characters < GROUP.characters) continue
    yield group
    group = []
    characters = 0
  }
  if (group.length > 0) yield group
}

function tell(before: CompiledRulebook, after: CompiledRulebook, result: BacktestResult, samples: Difference[]) {
  const { papers, papersChanged, rulings } = result
  say(
    `${before.rulebook.hash.slice(0, 12)} → ${after.rulebook.hash.slice(0, 12)} on ${papers} papers, ${papersChanged} of them changed`,
  )
  say(`findings: ${result.new} new, ${result.lost} lost, ${result.changed} changed, ${result.same} the same`)
  for (const label of CATEGORIES) {
    const alone = result.rulesAlone?.[label]
    const beside = alone ? `; by the rules alone / 仅按规则 ${alone.gained}, ${alone.lost}` : ''
    say(`${label}: ${result.labels[label].gained} papers gain it, ${result.labels[label].lost} lose it${beside}`)
  }
  say(
    `officers’ rulings: ${rulings.upheldLost} of ${rulings.upheldLost + rulings.upheldKept} upheld findings would be lost, ${rulings.dismissedGone} of ${rulings.dismissedGone + rulings.dismissedKept} dismissed ones would go`,
  )
  const { upheld, dismissed } = result.unlabelled!
  if (upheld + dismissed > 0)
    say(
      `  still found, their papers without the label they had / 仍命中而材料失去标签: ${upheld} upheld / 认定, ${dismissed} dismissed / 排除`,
    )
  for (const { code, rule, ...change } of result.rules) {
    say(
      `${code} ${rule}: ${change.new} new, ${change.lost} lost, ${change.changed} changed; ${change.upheldLost} upheld lost, ${change.dismissedGone} dismissed gone`,
    )
    for (const { what, quote, paper, because } of samples.filter((sample) => sample.code === code))
      say(`    ${what}${because ? ` (${because.join(', ')})` : ''} “${quote}” ${paper}`)
  }
}

function* fromCorpus(path: string): Generator<BacktestPaper> {
  for (const { id, paper } of papersUnder(path)) yield { id, paper, receivedOn: today() }
}

/** A folder of rules, or a stored version by the first digits of its hash. */
async function version(db: Knex, named: string | undefined): Promise<CompiledRulebook> {
  if (named === undefined)
    throw problem('form.invalid', {
      says: 'the database knows no active version yet; say --old DIR / 数据库尚无现行版本，请用 --old 指定',
    })
  if (existsSync(named)) return compile(loadRulebook(named))
  return compileStored(db, await hashNamed(db, named))
}

/** @throws problem not_found when no stored version begins so, form.invalid when several do */
export async function hashNamed(db: Knex, start: string): Promise<string> {
  const hashes = await hashesFrom(db, start)
  if (hashes.length > 1)
    throw problem('form.invalid', { says: `${start} begins several versions / 对应多个版本: ${hashes.join(', ')}` })
  if (hashes.length === 0) throw problem('not_found', { hash: start })
  return hashes[0]!
}

async function save(
  db: Knex,
  login: string,
  before: CompiledRulebook,
  after: CompiledRulebook,
  result: BacktestResult & BacktestScope,
) {
  const officer = await officerNamed(db, login)
  const parts = { db, now: () => new Date() }
  for (const { rulebook } of [before, after]) await keepRulebook(db, rulebook, parts.now().toISOString())
  const { backtestId } = await saveBacktest(parts, officer, {
    oldHash: before.rulebook.hash,
    newHash: after.rulebook.hash,
    result,
  })
  line({ backtest: backtestId, old: before.rulebook.hash, new: after.rulebook.hash })
  say(`kept as ${backtestId}`)
}
