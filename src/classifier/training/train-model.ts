import { CATEGORIES } from '../../core/document.ts'
import type { LabelModel, ModelFile } from '../model-file.ts'
import { calibrate, crossValidate, type Example, type HeldOut, type Learner, trainAll } from './cross-validate.ts'
import { trainSvm } from './svm.ts'

/** The learner that ships: chosen over naive Bayes by held-out author batches (the table stands in DECISIONS.md). */
export const learnSvm: Learner = (vectors, positive, costs, size) => trainSvm(vectors, positive, costs, size)

/** A trained model and what it said of each paper before it had seen its author. */
export interface Trained {
  model: Omit<ModelFile, 'hash' | 'date' | 'corpus' | 'rulings' | 'metrics'>
  held: HeldOut[]
}

/** Cross-validates, calibrates on what was held out, and trains on everything. The same examples give the same model. */
export function trainModel(examples: readonly Example[], learn: Learner = learnSvm): Trained {
  const held = crossValidate(examples, learn)
  const calibrations = calibrate(held)
  const { vocabulary, planes } = trainAll(examples, learn)
  const labels = CATEGORIES.map((label): LabelModel => {
    const { weights, bias } = planes[label]
    return {
      label,
      weights: weights.map((weight, term) => weight * vocabulary.idf[term]!),
      bias,
      calibration: calibrations[label],
    }
  })
  return { model: { papers: examples.length, terms: vocabulary.terms, idf: vocabulary.idf, labels }, held }
}
