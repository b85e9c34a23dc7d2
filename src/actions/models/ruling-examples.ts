import { createHash } from 'node:crypto'
import type { Knex } from 'knex'
import type { Example } from '../../classifier/training/example.ts'
import type { CompiledRulebook } from '../../core/check/compile.ts'
import { readFacts } from '../../core/extract/extract.ts'
import { maskedText } from '../../core/intake/masked.ts'
import { taughtBy } from '../../core/learn/teaching.ts'
import { normalise } from '../../core/normalise/normalise.ts'
import { textOf } from '../../store/documents.ts'
import { teachingPapers } from '../../store/teachings.ts'

/**
 * How much a paper an officer judged counts beside one written for the corpus. Measured on half the corpus with 10, 20 and 40 rulings on a
 * new wording: at 1 they find 11, 12 and 14 of 15 paraphrases and flag 1, 2 and 3 of 15 lawful papers with the same words; at 3 they find 12,
 * 12 and 14 and flag 1, 3 and 4; at 6 no more is gained, and macro F1 over the corpus falls with each step.
 */
export const RULING_WEIGHT = 1

/**
 * Rulings are dealt into so many batches by their text, as authors are on the corpus: a paper is judged by a model that saw other rulings,
 * or calibration would take every new wording for an error of the model.
 */
const BATCHES = 8

/** What officers taught, as training takes it, with the hash of all of it (`none` for nothing). */
export interface RulingExamples {
  examples: Example[]
  hash: string
}

/** Papers ruled on or marked as missed, masked, labelled in the categories that were judged alone. */
export async function rulingExamples(db: Knex, { targets }: CompiledRulebook): Promise<RulingExamples> {
  const examples: Example[] = []
  const hash = createHash('sha256')
  for (const { documentId, fingerprint, decisions } of await teachingPapers(db)) {
    const { labels, known } = taughtBy(decisions)
    const read = known.length > 0 ? await textOf(db, documentId) : undefined
    if (!read) continue
    const clean = normalise(read.text, targets)
    const text = maskedText(clean, readFacts(clean, read.links).facts)
    hash.update(`${fingerprint} ${known.join()} ${labels.join()}\n`)
    const batch = `ruling-${Number.parseInt(fingerprint.replaceAll('-', '').slice(-6), 16) % BATCHES}`
    examples.push({ id: `ruling-${documentId}`, batch, text, labels, known, weight: RULING_WEIGHT })
  }
  return { examples, hash: examples.length > 0 ? hash.digest('hex') : 'none' }
}
