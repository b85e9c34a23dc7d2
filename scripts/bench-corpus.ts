import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '../src/reader/index.ts'
import { rootPath } from '../src/root.ts'

/** Texts to measure on, and what they are. */
export interface Corpus {
  name: string
  texts: string[]
}

/** The sample inbox as read, a synthetic one made of its lines, and the outside folder when it is there. */
export async function benchCorpora(folder: string): Promise<Corpus[]> {
  const inbox = await sampleInbox()
  const corpora = [
    { name: 'sample inbox', texts: inbox },
    { name: 'synthetic', texts: synthetic(inbox) },
  ]
  if (existsSync(folder)) return [...corpora, ...outside(folder)]
  process.stderr.write(`ABSENT: ${folder}; the figures below are without the outside corpora\n`)
  return corpora
}

async function sampleInbox(): Promise<string[]> {
  const folder = rootPath('db/seeds/inbox')
  const texts: string[] = []
  for (const file of readdirSync(folder).sort()) {
    if (/README|manifest/.test(file)) continue
    const reading = await readFile(readFileSync(join(folder, file)), file)
    if (reading.outcome === 'text') texts.push(reading.paper.text)
    if (reading.outcome === 'sheet') texts.push(...reading.papers.map((paper) => paper.text))
  }
  return texts
}

/** Two hundred papers of a thousand characters or so, each a deal of the inbox's lines: dense with what rules look for. */
function synthetic(inbox: readonly string[]): string[] {
  const lines = inbox.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== '')
  return Array.from({ length: 200 }, (_, paper) =>
    Array.from({ length: 25 }, (_, line) => lines[(paper * 7919 + line * 104_729) % lines.length]!).join('\n'),
  )
}

function outside(folder: string): Corpus[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file): Corpus[] => {
      const lines = () => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)
      if (file.endsWith('.tsv')) return [{ name: file, texts: lines().map((line) => line.split('\t', 1)[0]!) }]
      if (file.endsWith('.jsonl')) return [{ name: file, texts: lines().map((line) => String(JSON.parse(line).text)) }]
      return []
    })
}
