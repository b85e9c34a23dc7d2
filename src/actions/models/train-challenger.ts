import { readModel, writeModel } from '../../classifier/model-file.ts'
import type { Corpus } from '../../classifier/training/corpus.ts'
import { examplesOf } from '../../classifier/training/examples.ts'
import { modelMetrics } from '../../classifier/training/model-metrics.ts'
import { trainModel } from '../../classifier/training/train-model.ts'
import { may, type Viewer } from '../../core/access/viewer.ts'
import { shanghaiDay } from '../../core/clock/shanghai.ts'
import { problem } from '../../core/problem.ts'
import { appendEvent } from '../../store/events.ts'
import { standingModels } from '../../store/model-activations.ts'
import { keepModel, type StoredModel } from '../../store/models.ts'
import { mustSayWhy } from '../must-say-why.ts'
import type { Parts } from '../parts.ts'
import { rulingExamples } from './ruling-examples.ts'

/** What to train on and why; fewer folds measure more roughly and faster. */
export interface TrainingOrder {
  corpus: Corpus
  reason: string
  folds?: number
}

/**
 * Trains a model on the corpus and on what officers taught, and keeps it as the challenger: it answers beside the champion over new papers
 * and counts for nothing until somebody else promotes it. Computes for some seconds. The same rulings and corpus give the same model.
 * @throws problem auth.forbidden, form.invalid; model.nothing_taught when no ruling or mark teaches anything; model.already_champion when
 *   nothing was learnt since the champion
 */
export async function trainChallenger(
  parts: Pick<Parts, 'db' | 'now' | 'compiled'>,
  officer: Viewer,
  { corpus, reason, folds }: TrainingOrder,
): Promise<StoredModel> {
  if (!may(officer, 'model.train')) throw problem('auth.forbidden', { permission: 'model.train' })
  const why = mustSayWhy(reason)
  const taught = await rulingExamples(parts.db, parts.compiled)
  if (taught.examples.length === 0) throw problem('model.nothing_taught')
  const examples = [...examplesOf(corpus.papers, parts.compiled.targets), ...taught.examples]
  const { model, held } = trainModel(examples, undefined, folds)
  const now = parts.now().toISOString()
  const metrics = { ...modelMetrics(corpus.papers, held) }
  const date = shanghaiDay(now)
  const content = writeModel({ ...model, date, corpus: corpus.hash, rulings: taught.hash, metrics })
  const { hash } = readModel(content)
  const stored: StoredModel = {
    hash,
    origin: 'trained',
    trainedOn: date,
    corpusHash: corpus.hash,
    rulingsHash: taught.hash,
    papers: examples.length,
    rulings: taught.examples.length,
    metrics,
    trainedBy: officer.officerId,
    reason: why,
    at: now,
  }
  await parts.db.transaction(async (trx) => {
    if ((await standingModels(trx)).champion === hash) throw problem('model.already_champion', { hash })
    if (!(await keepModel(trx, { ...stored, content }))) return
    await appendEvent(trx, {
      at: now,
      actor: officer.officerId,
      verb: 'model.trained',
      subjectType: 'model',
      subjectId: hash,
      reason: why,
      after: { corpus: corpus.hash, rulings: taught.hash, taught: taught.examples.length, macroF1: metrics.macroF1 },
    })
  })
  return stored
}
