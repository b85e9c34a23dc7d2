import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CATEGORIES, type Category, KINDS, type Kind } from '../../core/document.ts'

/** One written paper with what a regulator would say of it. */
export interface LabelledPaper {
  id: string
  /** Author batch: the file it stands in. Folds are made of whole batches. */
  batch: string
  kind: Kind
  /** Empty: lawful. */
  labels: Category[]
  style: string
  disguised: boolean
  /** About another matter altogether: it teaches what is not ours, and counts in no figure of quality. */
  offTopic: boolean
  /** An example of a rule of this category: it says yes or no of that one alone, and counts in no figure of quality. */
  ofRule?: Category
  /** The same paper without its disguise, where its author wrote both. */
  clean?: string
  text: string
}

/** The corpus, with the SHA-256 of its files in order of name. */
export interface Corpus {
  papers: LabelledPaper[]
  hash: string
}

/** Batches of headlines and papers of other matters. */
const OFF_TOPIC = /^d\d/

/**
 * Reads every `*.jsonl` of a folder.
 * @throws Error naming file and line when a line is no paper.
 */
export function readCorpus(folder: string): Corpus {
  const hash = createHash('sha256')
  const papers: LabelledPaper[] = []
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.jsonl')) continue
    const content = readFileSync(join(folder, name), 'utf8')
    hash.update(`${name}\n${content}`)
    for (const [index, line] of content.split('\n').entries())
      if (line.trim() !== '') papers.push(readLine(line, name.slice(0, -'.jsonl'.length), `${name}:${index + 1}`))
  }
  return { papers, hash: hash.digest('hex') }
}

function readLine(line: string, batch: string, place: string): LabelledPaper {
  let row: Record<string, unknown>
  try {
    row = JSON.parse(line)
  } catch {
    throw new Error(`${place}: not JSON`)
  }
  const { id, kind, labels, style, disguised, clean, text } = row
  if (typeof id !== 'string' || typeof text !== 'string') throw new Error(`${place}: needs an id and a text`)
  if (!KINDS.includes(kind as Kind)) throw new Error(`${place}: kind is one of ${KINDS.join(', ')}`)
  if (!Array.isArray(labels) || labels.some((label) => !CATEGORIES.includes(label)))
    throw new Error(`${place}: labels are of ${CATEGORIES.join(', ')}`)
  return {
    id,
    batch,
    kind: kind as Kind,
    labels: labels as Category[],
    style: typeof style === 'string' ? style : 'other',
    disguised: disguised === true,
    offTopic: OFF_TOPIC.test(batch),
    ...(typeof clean === 'string' && { clean }),
    text,
  }
}
