import { type Category, perCategory } from '../../core/document.ts'
import { type Passage, passagesOf } from '../passages.ts'
import { type Example, isKnown } from './example.ts'
import { marginOf, type Plane } from './svm.ts'
import { buildVocabulary, type Vector, type Vocabulary, vectorOf } from './vectors.ts'

/** Trains one label against the rest. */
export type Learner = (
  vectors: readonly Vector[],
  positive: readonly boolean[],
  costs: readonly number[],
  size: number,
) => Plane

/** What the planes say of one text. */
export interface Margins {
  /** Of the whole text. */
  margins: Record<Category, number>
  /** Of the passage that says the label most plainly. */
  passages: Record<Category, number>
  subjectMargin: number
  /** Of each passage, where there are several. */
  parts: PassageMargins[]
}

/** What the planes say of one passage by itself. */
export interface PassageMargins extends Passage {
  margins: Record<Category, number>
  subjectMargin: number
}

/** A vocabulary, a plane for each label, and one that tells our matter from others. */
export interface Planes {
  vocabulary: Vocabulary
  planes: Record<Category, Plane>
  subject: Plane
  margins(text: string): Margins
}

/** How much a paper of another matter counts when labels are learnt: enough to keep them modest, too little to drown short papers of ours. */
const OFF_TOPIC_WEIGHT = 0.02
/** How dear mistakes are against the size of the weights (the C of the support vector machine). */
const LABEL_COST = 1
const SUBJECT_COST = 30

/** Learns from these papers. The same papers in the same order give the same planes. */
export function trainAll(examples: readonly Example[], learn: Learner): Planes {
  const vocabulary = buildVocabulary(examples.map(({ text }) => text))
  const vectors = examples.map(({ text }) => vectorOf(text, vocabulary))
  const size = vocabulary.terms.length
  const planeOf = (label: Category) => {
    const judged = [...examples.keys()].filter((i) => isKnown(examples[i]!, label))
    const some = judged.map((i) => examples[i]!)
    const positive = some.map(({ labels }) => labels.includes(label))
    const weights = some.map(({ weight, offTopic }) => LABEL_COST * weight * (offTopic ? OFF_TOPIC_WEIGHT : 1))
    return learn(
      judged.map((i) => vectors[i]!),
      positive,
      costsOf(weights, positive),
      size,
    )
  }
  const planes = perCategory(planeOf)
  const subject = subjectPlane(examples, vectors, size, learn)
  return {
    vocabulary,
    planes,
    subject,
    margins(text) {
      const vector = vectorOf(text, vocabulary)
      const marginsOf = (of: Vector) => ({
        margins: perCategory((label) => marginOf(planes[label], of)),
        subjectMargin: marginOf(subject, of),
      })
      const parts = passagesOf(text).map(
        ({ start, end }): PassageMargins => ({
          start,
          end,
          ...marginsOf(vectorOf(text.slice(start, end), vocabulary)),
        }),
      )
      return {
        ...marginsOf(vector),
        passages: perCategory((label) => Math.max(...parts.map(({ margins }) => margins[label]))),
        parts: parts.length > 1 ? parts : [],
      }
    },
  }
}

/** Learnt from whole papers alone: the examples of rules are too short to tell what matter they are about. */
function subjectPlane(examples: readonly Example[], vectors: readonly Vector[], size: number, learn: Learner): Plane {
  const papers = [...examples.keys()].filter((i) => !examples[i]!.ofRule)
  const ours = papers.map((i) => !examples[i]!.offTopic)
  if (ours.every(Boolean)) return { weights: new Float32Array(size), bias: 0 }
  const weights = papers.map((i) => examples[i]!.weight * SUBJECT_COST)
  return learn(
    papers.map((i) => vectors[i]!),
    ours,
    costsOf(weights, ours),
    size,
  )
}

/** The rarer answer weighs more, so that both sides count alike. */
function costsOf(weights: readonly number[], positive: readonly boolean[]): number[] {
  const sumOf = (side: boolean) => weights.reduce((sum, weight, i) => (positive[i] === side ? sum + weight : sum), 0)
  const [yes, no] = [sumOf(true), sumOf(false)]
  const half = (yes + no) / 2
  return weights.map((weight, i) => weight * (positive[i] ? half / (yes || 1) : half / (no || 1)))
}
