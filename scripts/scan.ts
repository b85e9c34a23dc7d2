/**
 * Checks papers offline, without database or server: one JSON line per paper on stdout, everything else on stderr.
 * Exit status 0, or 2 when a line, a file or an argument was bad.
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { PAPER_FIELDS } from '../src/actions/imports/paper-fields.ts'
import { readCircumstances, readPaper } from '../src/actions/imports/read-paper.ts'
import { loadModel } from '../src/classifier/load.ts'
import { compile } from '../src/core/check/compile.ts'
import { CHANNELS, ENTITIES, KINDS } from '../src/core/document.ts'
import { isFileOfLines } from '../src/core/intake/file-of-lines.ts'
import { givenFrom } from '../src/core/intake/said.ts'
import type { Paper } from '../src/core/pipeline.ts'
import { Problem } from '../src/core/problem.ts'
import type { UnreadableReason } from '../src/reader/reading.ts'
import { loadRulebook } from '../src/rulebook/load.ts'
import { WORDS } from '../src/web/words/words.ts'
import { badFile } from './bad-file.ts'
import { tellBadLine } from './bad-line.ts'
import { refusal, refusalOnOneLine } from './refusal.ts'
import { type Answers, type Engines, startAnswers } from './scan-answers.ts'
import { tellsUnknownKeys } from './unknown-keys.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

type Given = Omit<Paper, 'text' | 'links'>

const USAGE = `Usage / 用法: npm run -s scan -- [options] PATH…|-
Checks files, folders or standard input offline: a JSON line each / 离线检查文件、目录或标准输入，每份材料一行 JSON
  --kind KIND       ${KINDS.join(' ')}
  --date D          YYYY-MM-DD, day of publication or conduct / 发布或行为日期
  --until D         YYYY-MM-DD, its last day where it lasted / 持续行为的截止日期
  --region CODE     six digits of GB/T 2260 / 行政区划代码
  --entity E        ${ENTITIES.join(' ')}
  --channel C       ${CHANNELS.join(' ')}
  --jsonl           each line is {"id","text"} with any of the above / 每行一份材料
                    other keys are told once and left alone / 其他字段提示一次，不予采用
Ends with 2 when a line, a file or an option was bad / 有行、文件或选项有误时退出码为 2
`

process.exitCode = await scan(process.argv.slice(2))

async function scan(args: string[]): Promise<number> {
  // A reader that has seen enough (head) closes the pipe: that is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  if (tellUsage(args, USAGE)) return 0
  const asked = readArguments(args)
  if (!asked) return 2
  const engines = readEngines()
  if (!engines) return 2
  const answers = startAnswers(engines)
  let good = true
  for (const path of asked.paths) {
    const done =
      asked.jsonl || isFileOfLines(path)
        ? await scanLines(path, asked.given, answers)
        : await scanPath(path, asked.given, answers)
    good = done && good
  }
  return answers.finish() && good ? 0 : 2
}

function readArguments(args: string[]): { given: Given; jsonl: boolean; paths: string[] } | undefined {
  try {
    const text = { type: 'string' } as const
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        kind: text,
        date: text,
        until: text,
        region: text,
        entity: text,
        channel: text,
        jsonl: { type: 'boolean' },
      },
    })
    if (positionals.length === 0) {
      process.stderr.write(USAGE)
      return undefined
    }
    return { given: readCircumstances(values), jsonl: values.jsonl ?? false, paths: positionals }
  } catch (error) {
    const says = error instanceof Problem ? refusalOnOneLine(error) : wrongCall(error)
    if (says === undefined) throw error
    process.stderr.write(`scan: ${says}\n${USAGE}`)
    return undefined
  }
}

function readEngines(): Engines | undefined {
  try {
    return { compiled: compile(loadRulebook()), model: loadModel() }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${refusal(error)}\n`)
    return undefined
  }
}

/** One paper a line. A bad line is told with its number and skipped; a key nobody knows is told, and its line is not bad. */
async function scanLines(path: string, given: Given, answers: Answers): Promise<boolean> {
  const input = path === '-' ? process.stdin : createReadStream(path)
  const tellUnknownKeys = tellsUnknownKeys(path, PAPER_FIELDS, { zh: '材料', en: 'paper' })
  let number = 0
  let good = true
  try {
    // Opened before it is read, so that a file that is not there is told as such.
    if (path !== '-') await once(input, 'open')
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })
    for await (const line of lines) {
      number++
      if (line.trim() === '') continue
      try {
        const said: unknown = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line)
        const { id, paper } = readPaper(said)
        tellUnknownKeys(number, said as object)
        await answers.take(id, { ...besides(given, paper), ...paper })
      } catch (error) {
        tellBadLine(path, number, error)
        good = false
      }
    }
  } catch (error) {
    tellBadFile(path, error)
    good = false
  }
  return good
}

/** A file, every file of a folder, or the whole of stdin as one text. */
async function scanPath(path: string, given: Given, answers: Answers): Promise<boolean> {
  try {
    if (path === '-') {
      const chunks: Buffer[] = []
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
      return await scanBytes('-', Buffer.concat(chunks), given, answers)
    }
    if ((await stat(path)).isDirectory()) {
      let good = true
      for (const name of (await readdir(path)).sort()) {
        if (!name.startsWith('.')) good = (await scanPath(join(path, name), given, answers)) && good
      }
      return good
    }
    if (isFileOfLines(path)) return await scanLines(path, given, answers)
    return await scanBytes(path, await readFile(path), given, answers)
  } catch (error) {
    tellBadFile(path, error)
    return false
  }
}

async function scanBytes(path: string, bytes: Buffer, given: Given, answers: Answers): Promise<boolean> {
  const plain = path === '-' || path.endsWith('.txt') ? asUtf8(bytes) : undefined
  if (plain !== undefined) {
    await answers.take(path, { ...given, text: plain })
    return true
  }
  // The readers of office formats take time to load: only when one is needed.
  const reader = await import('../src/reader/index.ts')
  const reading = await reader.readFile(bytes, path)
  if (reading.outcome === 'unreadable') {
    process.stderr.write(`${path}: ${unreadable(reading)}\n`)
    return false
  }
  if (reading.outcome === 'text') {
    await answers.take(path, { ...given, text: reading.paper.text, links: reading.paper.links })
    return true
  }
  for (const { locator, text, fields } of reading.papers) {
    const { title: _, ...said } = givenFrom(fields)
    await answers.take(`${path}#${locator}`, { ...besides(given, said), ...said, text: fields.text ?? text })
  }
  return true
}

/** What the command line says of a paper that says something itself: a day of its own comes with its own last day, or none. */
function besides(given: Given, said: Partial<Given>): Given {
  const { until: _, ...rest } = given
  return said.date === undefined ? given : rest
}

function asUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined // another encoding: the reader tells which
  }
}

/** @throws whatever is no trouble with the file */
function tellBadFile(path: string, error: unknown) {
  const says = badFile(error)
  if (says === undefined) throw error
  process.stderr.write(`${path}: ${says}\n`)
}

function unreadable({ reason, hint }: { reason: UnreadableReason; hint?: string }): string {
  const words = (language: 'zh' | 'en') => WORDS[language].terms.unreadableShort[reason]
  return `cannot be read / 无法读取 (${reason}): ${words('en')} / ${words('zh')}${hint ? `; ${hint}` : ''}`
}
