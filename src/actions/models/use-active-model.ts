import { compileModel } from '../../classifier/compile-model.ts'
import { readModel } from '../../classifier/model-file.ts'
import type { Model } from '../../core/pipeline.ts'
import { Problem, problem } from '../../core/problem.ts'
import { standingModels } from '../../store/model-activations.ts'
import { modelContent } from '../../store/models.ts'
import type { Parts } from '../parts.ts'

/**
 * Take up the champion and the challenger of the database, if these parts hold others: two short queries when nothing changed. Asked before
 * each paper, so that every process follows a promotion without being started again. On a database that knows no champion the model at hand
 * stays and nobody challenges. A challenger that cannot be read is gone without: it must never hold a paper up.
 * @throws problem model.invalid when the champion was written by another release of the program
 */
export async function useActiveModel(parts: Pick<Parts, 'db' | 'model' | 'challenger' | 'log'>): Promise<void> {
  const { champion, challenger } = await standingModels(parts.db)
  if (champion === undefined) return
  const held = [parts.model, parts.challenger].filter((model) => model !== undefined)
  if (parts.model?.hash !== champion) {
    const before = parts.model?.hash ?? 'none'
    parts.model = held.find(({ hash }) => hash === champion) ?? (await compileStoredModel(parts.db, champion))
    parts.log.info({ before, after: champion }, 'took up another model')
  }
  if (parts.challenger?.hash === challenger) return
  delete parts.challenger
  if (challenger === undefined || unreadable.has(challenger)) return
  try {
    parts.challenger = held.find(({ hash }) => hash === challenger) ?? (await compileStoredModel(parts.db, challenger))
    parts.log.info({ challenger }, 'another model answers in shadow')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    unreadable.add(challenger)
    parts.log.warn({ challenger, err: error }, 'the challenger cannot be read; no model answers in shadow')
  }
}

/** Tried once a process: what cannot be read now will not be later. */
const unreadable = new Set<string>()

/** A stored model made ready. @throws problem not_found, model.invalid */
export async function compileStoredModel(db: Parts['db'], hash: string): Promise<Model> {
  const content = await modelContent(db, hash)
  if (content === undefined) throw problem('not_found', { hash })
  return compileModel(readModel(content))
}
