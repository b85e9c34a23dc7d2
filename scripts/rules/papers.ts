/** Texts to measure rules on: lines of jsonl and tsv, whole text files, or the papers of the database. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readPaper } from '../../src/actions/imports/read-paper.ts'
import type { Paper } from '../../src/core/pipeline.ts'
import { Problem, problem } from '../../src/core/problem.ts'
import { say } from './tell.ts'

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
  if (papers.length === 0)
    throw problem('form.invalid', { says: `no .jsonl, .tsv or .txt text under / 其下没有可读文本: ${path}` })
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
      .map(({ line, id }) => ({ id, paper: paperIn(line, id) }))
  return content.trim() === '' ? [] : [{ id: file, paper: { text: content } }]
}

/** Texts of others have words of their own for what we call kind or channel: those are left out, and that is said. */
function paperIn(line: string, id: string): Paper {
  const said = jsonIn(line, id)
  try {
    return readPaper({ ...said, id }).paper
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (typeof said.text !== 'string') throw problem('form.invalid', { says: `${id}: ${String(error.detail.says)}` })
    if (!told) say(`${id}: ${String(error.detail.says)}; circumstances like these are left out / 此类研判条件略去不用`)
    told = true
    return { text: said.text }
  }
}

let told = false

/** @throws problem form.invalid, naming file and line */
function jsonIn(line: string, id: string): Record<string, unknown> {
  try {
    return JSON.parse(line) as Record<string, unknown>
  } catch (error) {
    throw problem('form.invalid', { says: `${id}: no JSON / 不是 JSON: ${(error as Error).message}` })
  }
}
