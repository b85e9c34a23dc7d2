import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFile } from '../src/reader/index.ts'
import { rootPath } from '../src/root.ts'

/** Texts to measure on, and what they are. */
export interface Corpus {
  name: string
  texts: string[]
  /** Papers as they come in, and none made up to be dense, plain or long. */
  isRepresentative?: boolean
}

/** The sample inbox as read, two synthetic corpora, one paper of a million characters, and the outside folder when it is there. */
export async function benchCorpora(folder: string): Promise<Corpus[]> {
  const inbox = await sampleInbox()
  const dense = synthetic(inbox)
  const corpora = [
    { name: 'sample inbox', texts: inbox, isRepresentative: true },
    { name: 'synthetic dense', texts: dense },
    { name: 'synthetic ordinary', texts: ordinary() },
    { name: 'a million characters, dense', texts: [million(dense)] },
    { name: 'a million characters, ordinary', texts: [million(ordinary())] },
  ]
  if (existsSync(folder)) return [...corpora, ...outside(folder)]
  process.stderr.write(
    `ABSENT: ${folder}; the figures below are without the outside corpora / 没有此目录，以下数据不含外部语料\n`,
  )
  return corpora
}

/** Papers of the sample inbox that are text or rows. */
export async function sampleInbox(): Promise<string[]> {
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

const WHO = ['街道办', '社区', '市图书馆', '学校', '合唱队', '公园管理处', '居委会', '老年大学', '邮局', '气象台']
const WHEN = ['昨天上午', '本周三', '上个月', '九月初', '傍晚', '节后第一天', '雨停以后', '今年春天']
const DID = [
  '整修了门前的小路',
  '换上新的路灯',
  '开了一堂书法课',
  '清点了旧书',
  '给花坛浇水',
  '贴出放假的安排',
  '请大家去看画展',
  '修好漏水的屋顶',
]
const THEN = [
  '居民觉得方便多了',
  '来的人比往年多',
  '孩子们玩到很晚',
  '报名的人还在排队',
  '天气也渐渐转凉',
  '路过的人都停下来看',
  '老师说下次再来',
  '大家把椅子搬回原处',
]

/** Sixty papers of three thousand characters of everyday news that no rule is about: what most of an archive is like. */
function ordinary(): string[] {
  const pick = (list: readonly string[], at: number) => list[at % list.length]!
  const sentence = (n: number) =>
    `${pick(WHEN, n * 7 + 3)}，${pick(WHO, n * 3)}${pick(DID, n * 5 + 1)}，${pick(THEN, n * 11 + 2)}。`
  return Array.from({ length: 60 }, (_, paper) =>
    Array.from({ length: 110 }, (_, i) => sentence(paper * 113 + i * (1 + (paper % 3)))).join(''),
  )
}

function million(texts: readonly string[]): string {
  const all = texts.join('\n')
  return all.repeat(Math.ceil(1e6 / all.length)).slice(0, 1e6)
}

function outside(folder: string): Corpus[] {
  return readdirSync(folder)
    .sort()
    .flatMap((file): Corpus[] => {
      const lines = () => readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)
      if (file.endsWith('.tsv'))
        return [{ name: file, texts: lines().map((line) => line.split('\t', 1)[0]!), isRepresentative: true }]
      if (file.endsWith('.jsonl'))
        return [{ name: file, texts: lines().map((line) => String(JSON.parse(line).text)), isRepresentative: true }]
      return []
    })
}
