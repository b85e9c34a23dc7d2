/** The classifier that judges beside the rules. Without it a command promises labels that the desk will not give, and misses some that it will. */
import { existsSync } from 'node:fs'
import type { Knex } from 'knex'
import { compileStoredModel } from '../../src/actions/models/use-active-model.ts'
import { loadModel, SHIPPED_MODEL } from '../../src/classifier/load.ts'
import type { Model } from '../../src/core/pipeline.ts'
import { problem } from '../../src/core/problem.ts'
import { rootPath } from '../../src/root.ts'
import { standingModels } from '../../src/store/model-activations.ts'
import { modelHashesFrom } from '../../src/store/models.ts'
import { say, UsageError } from './tell.ts'

export interface Judge {
  /** Undefined: the rules judge alone. */
  model: Model | undefined
  /** SHA-256 of the model file, or `none`. */
  hash: string
  /** Where it comes from, or why there is none. */
  whence: keyof typeof WHENCE
}

/** The option by which a command looks at the rules alone. */
export const NO_MODEL = { 'no-model': { type: 'boolean' } } as const

/** What `--model` says for the model whose signals count at the desk. */
const CHAMPION = 'champion'

/**
 * The champion of the database where one is open and knows one, else the model that comes with the program, as `scan` takes it.
 * @throws problem model.invalid when it was written by another release of the program
 */
export async function deskJudge(isLeftOut: boolean | undefined, db?: Knex): Promise<Judge> {
  if (isLeftOut) return { model: undefined, hash: 'none', whence: 'left_out' }
  const champion = db && (await standingModels(db)).champion
  if (champion !== undefined) return judgeOf(await compileStoredModel(db!, champion), 'champion')
  return existsSync(rootPath(SHIPPED_MODEL)) ? judgeOf(loadModel(), 'shipped') : judgeOf(undefined, 'absent')
}

/** The model a kept paper was assessed with, so that what the desk shows can be seen again. @throws problem not_found, model.invalid */
export async function judgeOfAssessment(db: Knex, hash: string): Promise<Judge> {
  return judgeOf(hash === 'none' ? undefined : await compileStoredModel(db, hash), 'assessed_with')
}

/**
 * The model of the database that is asked for by name: `champion`, or the first digits of a hash.
 * @throws problem form.invalid when there is no champion yet, not_found, model.invalid; UsageError when several begin so
 */
export async function judgeNamed(db: Knex, name: string): Promise<Judge> {
  if (name !== CHAMPION) return judgeOf(await compileStoredModel(db, await modelHashNamed(db, name)), 'named')
  const { champion } = await standingModels(db)
  if (champion === undefined)
    throw problem('form.invalid', {
      says: 'no champion yet; start the program once / 尚无现行模型，请先启动一次程序',
    })
  return judgeOf(await compileStoredModel(db, champion), 'champion')
}

/** People write eight digits of sixty-four. @throws UsageError when several begin so, problem not_found */
export async function modelHashNamed(db: Knex, start: string): Promise<string> {
  const found = await modelHashesFrom(db, start)
  if (found.length > 1)
    throw new UsageError(`${start} begins ${found.length} models; write more of it / 对应多个模型，请多写几位`)
  if (found.length === 0) throw problem('not_found', { model: start })
  return found[0]!
}

/** Tells people which model judged, and what it means when none did. */
export function sayJudge({ hash, whence, model }: Judge): void {
  say(`classifier / 分类器: ${hash.slice(0, 12)}, ${WHENCE[whence]}`)
  if (!model) say(`  ${RULES_ALONE}`)
}

function judgeOf(model: Model | undefined, whence: Judge['whence']): Judge {
  return { model, hash: model?.hash ?? 'none', whence }
}

const WHENCE = {
  champion: 'champion of the database / 数据库现行模型',
  shipped: 'came with the program / 随程序发布',
  assessed_with: 'the one the paper was assessed with / 材料研判时所用',
  named: 'named by --model / 按 --model 指定',
  left_out: 'left out by --no-model / 按 --no-model 不用',
  absent: 'no model file there / 没有模型文件',
}

const RULES_ALONE =
  'by the rules alone: the desk may give more labels or fewer / 仅按规则判断，工作台所给标签可能更多或更少'
