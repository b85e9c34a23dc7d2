import { CATEGORIES } from '../../core/document.ts'
import type { LabelModel, ModelFile } from '../model-file.ts'
import { calibrate, crossValidate, type HeldOut } from './cross-validate.ts'
import type { Example } from './example.ts'
import { type Plane, trainSvm } from './svm.ts'
import { type Learner, trainAll } from './train-all.ts'
import type { Vocabulary } from './vectors.ts'

/** The learner that ships: chosen over naive Bayes by held-out author batches (the table stands in DECISIONS.md). */
export const learnSvm: Learner = (vectors, positive, costs, size) => trainSvm(vectors, positive, costs, size)

/** A trained model and what it said of each paper before it had seen its author. */
export interface Trained {
  model: Omit<ModelFile, 'hash' | 'date' | 'corpus' | 'rulings' | 'metrics'>
  held: HeldOut[]
}

/** Cross-validates, calibrates on what was held out, and trains on everything. The same examples give the same model. */
export function trainModel(examples: readonly Example[], learn: Learner = learnSvm, folds?: number): Trained {
  const held = crossValidate(examples, learn, folds)
  const calibrations = calibrate(held)
  const { vocabulary, planes, subject } = trainAll(examples, learn)
  const labels = CATEGORIES.map(
    (label): LabelModel => ({
      label,
      ...withIdf(planes[label], vocabulary),
      calibration: calibrations.labels[label],
    }),
  )
  const { terms, idf, unknownIdf } = vocabulary
  return {
    model: {
      papers: examples.length,
      terms,
      idf,
      unknownIdf,
      labels,
      subject: { ...withIdf(subject, vocabulary), calibration: calibrations.subject },
    },
    held,
  }
}

function withIdf({ weights, bias }: Plane, { idf }: Vocabulary): Plane {
  return { weights: weights.map((weight, term) => weight * idf[term]!), bias }
}
