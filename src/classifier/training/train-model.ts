import { CATEGORIES } from '../../core/document.ts'
import type { LabelModel, ModelFile } from '../model-file.ts'
import { calibrate, crossValidate, type HeldOut } from './cross-validate.ts'
import type { Example } from './example.ts'
import { trainNbSvm } from './nb-svm.ts'
import { type Plane, trainSvm } from './svm.ts'
import { type Learner, trainAll } from './train-all.ts'
import type { Vocabulary } from './vectors.ts'

/**
 * The learner that ships: the mean of two machines that err on different papers, one over the terms as they are and one over terms scaled
 * by how unevenly they stand. Two planes make one, so scoring costs no more. Chosen by held-out author batches (DECISIONS.md).
 */
export const learnMean: Learner = (vectors, positive, costs, size) => {
  const plain = trainSvm(vectors, positive, costs, size)
  const scaled = trainNbSvm(vectors, positive, costs, size)
  return {
    weights: plain.weights.map((weight, term) => (weight + scaled.weights[term]!) / 2),
    bias: (plain.bias + scaled.bias) / 2,
  }
}

/** A trained model and what it said of each paper before it had seen its author. */
export interface Trained {
  model: Omit<ModelFile, 'hash' | 'date' | 'corpus' | 'rulings' | 'metrics'>
  held: HeldOut[]
}

/** Cross-validates, calibrates on what was held out, and trains on everything. The same examples give the same model. */
export function trainModel(examples: readonly Example[], learn: Learner = learnMean, folds?: number): Trained {
  const held = crossValidate(examples, learn, folds)
  const calibrations = calibrate(held)
  const { vocabulary, planes, subject } = trainAll(examples, learn)
  const labels = CATEGORIES.map(
    (label): LabelModel => ({
      label,
      ...withIdf(planes[label], vocabulary),
      ...calibrations.labels[label],
    }),
  )
  const { terms, idf, unknownIdf, ballast } = vocabulary
  return {
    model: {
      papers: examples.length,
      terms,
      idf,
      unknownIdf,
      ballast,
      labels,
      subject: { ...withIdf(subject, vocabulary), calibration: calibrations.subject },
    },
    held,
  }
}

function withIdf({ weights, bias }: Plane, { idf }: Vocabulary): Plane {
  return { weights: weights.map((weight, term) => weight * idf[term]!), bias }
}
