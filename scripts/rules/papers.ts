/** Texts to measure rules on: lines of jsonl and tsv, whole text files, or the papers of the database. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readPaper } from '../../src/actions/read-paper.ts'
import type { Paper } from '../../src/core/pipeline.ts'
import { problem } from '../../src/core/problem.ts'

export interface NamedPaper {
  id: string
  paper: Paper
}

/**
 * Every text under a path: `.jsonl` (a paper a line, `text` with any circumstances), `.tsv` (a title a line, up to the first tab),
 * `.txt` and `.md` (one text). Other files of a folder are passed over.
 * @throws problem form.invalid when there is none, and what reading throws
 */
export function papersUnder(path: string): NamedPaper[] {
  const files = statSync(path).isDirectory() ? filesOf(path) : [path]
  const papers = files.flatMap(papersOf)
  if (papers.length === 0) throw problem('form.invalid', { says: `no .jsonl, .tsv or .txt text under ${path}` })
  return papers
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:jsonl|tsv|txt|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function papersOf(file: string): NamedPaper[] {
  const content = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  const lines = () => content.split(/\r?\n/).map((line, i) => ({ line, id: `${file}:${i + 1}` }))
  if (file.endsWith('.tsv'))
    return lines()
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, id }) => ({ id, paper: { text: line.split('\t', 1)[0]! } }))
  if (file.endsWith('.jsonl'))
    return lines()
      .filter(({ line }) => line.trim() !== '')
      .map(({ line, id }) => ({ id, paper: readPaper(JSON.parse(line)).paper }))
  return content.trim() === '' ? [] : [{ id: file, paper: { text: content } }]
}
