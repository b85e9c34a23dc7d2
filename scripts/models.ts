/**
 * `npm run -s models -- COMMAND`: classifier models in the database. JSON lines on stdout, words for people on stderr.
 * Exit status 0; 2 when a deed is refused or the call is wrong.
 */

import { parseArgs } from 'node:util'
import type { Knex } from 'knex'
import { promoteModel, rollBackModel } from '../src/actions/models/promote-model.ts'
import { trainChallenger } from '../src/actions/models/train-challenger.ts'
import { compileStored } from '../src/actions/rulebook/use-active-rulebook.ts'
import { compile } from '../src/core/check/compile.ts'
import { Problem, problem } from '../src/core/problem.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { activeModel, standingModels } from '../src/store/model-activations.ts'
import { activeHash } from '../src/store/rulebook-activations.ts'
import { compareModels } from '../src/store/views/model-differences.ts'
import { driftByLabel, modelsOnPage } from '../src/store/views/models-page.ts'
import { refusal } from './refusal.ts'
import { officerNamed, withDatabase } from './rules/database.ts'
import { modelHashNamed } from './rules/judge.ts'
import { line, say, UsageError } from './rules/tell.ts'
import { wholeCorpus } from './train/whole-corpus.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run -s models -- COMMAND
Classifier models of the database / 数据库中的分类模型
  list                                      every model, champion and challenger marked / 全部模型，标明现行与候选
  train --by LOGIN --reason WORDS           a challenger from the corpus and the rulings; it answers in shadow / 由语料和认定训练候选模型，先行试判
  compare --by LOGIN [--limit 100]          both on the papers LOGIN may see: counts, and where they differ / 两个模型在其可见材料上的分歧
  drift                                     the champion's probabilities week by week / 现行模型每周的概率分布
  promote [HASH] --by LOGIN --reason WORDS  by another than the trainer; without HASH the challenger / 由他人启用，默认为候选模型
  rollback [HASH] --by LOGIN --reason WORDS an earlier champion again; without HASH the one before / 恢复以前的现行模型
`

interface Asked {
  by: string
  reason: string
  limit: number
  hash: string | undefined
}

const COMMANDS: Record<
  string,
  { needs: ('by' | 'reason')[]; run(db: Knex, asked: Asked, home: string): Promise<void> }
> = {
  list: { needs: [], run: list },
  train: { needs: ['by', 'reason'], run: train },
  compare: { needs: ['by'], run: compare },
  drift: { needs: [], run: drift },
  promote: { needs: ['by', 'reason'], run: promote },
  rollback: { needs: ['by', 'reason'], run: rollBack },
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await run(process.argv.slice(2))

async function run([name = '', ...args]: string[]): Promise<number> {
  if (tellUsage([name, ...args], USAGE)) return 0
  try {
    const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : undefined
    if (!command)
      throw new UsageError(name === '' ? 'no command given / 未给出命令' : `unknown command / 未知命令: ${name}`)
    const asked = read(args, command.needs)
    await withDatabase('writes', async (db, { homeRegion }) => {
      const hash = asked.hash === undefined ? undefined : await modelHashNamed(db, asked.hash)
      await command.run(db, { ...asked, hash }, homeRegion)
    })
    return 0
  } catch (error) {
    return complain(error)
  }
}

async function list(db: Knex): Promise<void> {
  const { champion, challenger } = await standingModels(db)
  for (const model of await modelsOnPage(db)) {
    const role = model.hash === champion ? 'champion' : model.hash === challenger ? 'challenger' : null
    line({ ...model, role })
    const from = model.origin === 'shipped' ? 'came with a release' : `trained by ${model.trainer}: ${model.reason}`
    say(`${role === 'champion' ? '*' : ' '} ${model.hash.slice(0, 12)} ${role ?? ''} ${from}`)
    say(
      `    ${model.papers} papers, ${model.rulings} taught by rulings; macro F1 ${model.metrics.macroF1 ?? '?'}; judged ${model.judged} papers here`,
    )
    for (const { way, officer, at, reason } of model.activations) say(`    ${way} ${officer} ${at} ${reason}`)
  }
}

async function train(db: Knex, { by, reason }: Asked): Promise<void> {
  const officer = await officerNamed(db, by)
  const active = await activeHash(db)
  const compiled = active === undefined ? compile(loadRulebook()) : await compileStored(db, active)
  const { whole: corpus } = wholeCorpus()
  say(`training on ${corpus.papers.length} papers and the rulings; this takes a while`)
  const model = await trainChallenger({ db, now, compiled }, officer, { corpus, reason })
  line(model)
  say(
    `challenger ${model.hash.slice(0, 12)} answers in shadow; next: models compare --by LOGIN, then models promote by somebody else`,
  )
}

async function compare(db: Knex, { by, limit }: Asked): Promise<void> {
  const { champion, challenger } = await standingModels(db)
  if (!champion || !challenger)
    throw problem('form.invalid', { says: 'nobody challenges; train first / 没有候选模型，请先训练' })
  const officer = await officerNamed(db, by)
  const { papers, byLabel, differences } = await compareModels(db, officer, { champion, challenger }, limit)
  line({ champion, challenger, papers, byLabel })
  for (const difference of differences) line(difference)
  say(`${papers} papers judged by both`)
  for (const { label, gained, lost } of byLabel) say(`  ${label}: ${gained} newly flagged, ${lost} no longer`)
}

async function drift(db: Knex): Promise<void> {
  const { champion } = await standingModels(db)
  if (!champion)
    throw problem('form.invalid', { says: 'no champion yet; start the program once / 尚无现行模型，请先启动一次程序' })
  for (const { label, weeks } of await driftByLabel(db, champion)) for (const week of weeks) line({ label, ...week })
}

async function promote(db: Knex, { by, reason, hash }: Asked, homeRegion: string): Promise<void> {
  const officer = await officerNamed(db, by)
  const chosen = hash ?? (await standingModels(db)).challenger
  if (!chosen) throw problem('form.invalid', { says: 'nobody challenges; train first / 没有候选模型，请先训练' })
  await promoteModel({ db, now, homeRegion }, officer, { hash: chosen, seq: await seqOf(db), reason })
  line({ champion: chosen })
  say(`${chosen.slice(0, 12)} is the champion; running workers take it up with their next paper`)
}

async function rollBack(db: Knex, { by, reason, hash: wanted }: Asked, homeRegion: string): Promise<void> {
  const officer = await officerNamed(db, by)
  const order = { seq: await seqOf(db), reason, ...(wanted !== undefined && { hash: wanted }) }
  const { hash } = await rollBackModel({ db, now, homeRegion }, officer, order)
  line({ champion: hash })
  say(`${hash.slice(0, 12)} is the champion again`)
}

function now(): Date {
  return new Date()
}

async function seqOf(db: Knex): Promise<number> {
  return (await activeModel(db))?.seq ?? 0
}

function read(args: string[], needs: readonly ('by' | 'reason')[]): Asked {
  const text = { type: 'string' } as const
  const options = { by: text, reason: text, limit: text }
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options })
  const missing = needs.filter((name) => !values[name])
  if (missing.length > 0) throw new UsageError(`missing / 缺少: ${missing.map((name) => `--${name}`).join(' ')}`)
  if (positionals.length > 1) throw new UsageError('too many words / 多余的参数')
  const limit = Number(values.limit ?? 100)
  if (!Number.isInteger(limit) || limit < 1)
    throw new UsageError('--limit is a whole number from 1 / --limit 须为正整数')
  return { by: values.by ?? '', reason: values.reason ?? '', limit, hash: positionals[0] }
}

function complain(error: unknown): number {
  const wrong = wrongCall(error)
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n${USAGE}`)
    return 2
  }
  if (!(error instanceof Problem)) throw error
  say(refusal(error))
  return 2
}
