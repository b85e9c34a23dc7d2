import { shanghaiWeek } from '../../core/clock/shanghai.ts'
import { perCategory } from '../../core/document.ts'
import { normalise } from '../../core/normalise/normalise.ts'
import type { Signal } from '../../core/score/assessment.ts'
import type { ModelAnswer } from '../../store/model-answers.ts'
import type { Parts } from '../parts.ts'

/**
 * What the champion and the challenger say of a text, every label however low: kept apart from the paper's signals, for comparing the two
 * and for watching drift. The champion's answer is the signals it gave; only a challenger is asked anew. Nothing without a model.
 */
export function answerBeside(
  { model, challenger, compiled }: Pick<Parts, 'model' | 'challenger' | 'compiled'>,
  { id, receivedAt }: { id: string; receivedAt: string },
  text: string,
  signals: readonly Signal[],
): ModelAnswer[] {
  const paper = { documentId: id, week: shanghaiWeek(receivedAt) }
  const said = perCategory((category) => signals.find(({ label }) => label === category)?.probability ?? 0)
  const answers = model ? [{ ...paper, model: model.hash, probabilities: said }] : []
  if (!challenger) return answers
  const probabilities = challenger.probabilities(normalise(text, compiled.targets))
  return [...answers, { ...paper, model: challenger.hash, probabilities }]
}
