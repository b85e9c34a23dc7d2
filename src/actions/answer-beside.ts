import { shanghaiWeek } from '../core/clock/shanghai.ts'
import { normalise } from '../core/normalise/normalise.ts'
import type { ModelAnswer } from '../store/model-answers.ts'
import type { Parts } from './parts.ts'

/**
 * What the champion and the challenger say of a text, every label however low: kept apart from the paper's signals, for comparing the two
 * and for watching drift. Nothing without a model.
 */
export function answerBeside(
  { model, challenger, compiled }: Pick<Parts, 'model' | 'challenger' | 'compiled'>,
  { id, receivedAt }: { id: string; receivedAt: string },
  text: string,
): ModelAnswer[] {
  const models = [model, challenger].filter((one) => one !== undefined)
  if (models.length === 0) return []
  const clean = normalise(text, compiled.targets)
  const week = shanghaiWeek(receivedAt)
  return models.map((one) => ({ documentId: id, model: one.hash, probabilities: one.probabilities(clean), week }))
}
