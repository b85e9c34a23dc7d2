/**
 * Counts statutory periods offline, without database or server.
 * `clocks --jsonl PATH|-` answers a case a line, JSON lines on stdout alone; a bad line is told with its number and skipped.
 * `clocks --calendars`, `clocks --calendar 2026` print the days off and the working days; `clocks --list` the clocks with their articles.
 * Exit status 0, or 2 when a line or an argument was bad.
 */
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { dueOf } from '../src/core/clock/due.ts'
import { Problem } from '../src/core/problem.ts'
import { type ClockBook, loadClocks } from '../src/rulebook/load-clocks.ts'
import { badFile } from './bad-file.ts'
import { tellBadLine } from './bad-line.ts'
import { answerLine } from './clocks/answer-line.ts'
import { calendarTable } from './clocks/calendar-table.ts'
import { listClocks } from './clocks/list-clocks.ts'
import { CASE_KEYS, readCase, STEP_KEYS } from './clocks/read-case.ts'
import { refusal } from './refusal.ts'
import { tellsUnknownKeys } from './unknown-keys.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run -s clocks -- OPTION
Counts statutory periods offline / 离线计算法定期限
  --jsonl PATH|-    one case a line / 每行一例: {"id","clock","event_at","variant"?,"steps"?}
                    other keys are told once and left alone / 其他字段提示一次，不予采用
  --calendars       the days off and working days of every year loaded / 各年节假日与调休工作日
  --calendar YEAR   of one year / 某一年
  --list            the clocks with their articles / 全部期限及条文
Ends with 2 when a line or an option was bad / 有行或选项有误时退出码为 2
`

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
process.exitCode = await clocks(process.argv.slice(2))

async function clocks(args: string[]): Promise<number> {
  if (tellUsage(args, USAGE)) return 0
  const asked = readArguments(args)
  if (!asked) return 2
  const book = load()
  if (!book) return 2
  if (asked.path !== undefined) return (await answerLines(asked.path, book)) ? 0 : 2
  if (asked.list) process.stdout.write(listClocks(book.clocks))
  const years = book.calendar.years.filter(({ year }) => asked.years === 'all' || asked.years.includes(String(year)))
  for (const { year } of years) process.stdout.write(calendarTable(book.calendar, year))
  if (asked.years === 'all' || years.length === asked.years.length) return 0
  process.stderr.write(`clocks: years loaded / 已加载年份: ${book.calendar.years.map(({ year }) => year).join(', ')}\n`)
  return 2
}

function readArguments(args: string[]): { path?: string; list: boolean; years: 'all' | string[] } | undefined {
  const bad = (says: string) => {
    process.stderr.write(`${says && `clocks: ${says}\n`}${USAGE}`)
    return undefined
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        calendar: { type: 'string', multiple: true },
        calendars: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    })
    const years = values.calendars ? 'all' : (values.calendar ?? [])
    if (values.jsonl) {
      if (positionals.length !== 1) return bad('--jsonl takes one path, or - / --jsonl 须给一个路径，或 -')
      return { path: positionals[0]!, list: false, years: [] }
    }
    if (positionals.length > 0 || (!values.list && years.length === 0)) return bad('')
    return { list: values.list ?? false, years }
  } catch (error) {
    const says = wrongCall(error)
    if (says === undefined) throw error
    return bad(says)
  }
}

function load(): ClockBook | undefined {
  try {
    return loadClocks()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    process.stderr.write(`${refusal(error)}\n`)
    return undefined
  }
}

/** A bad line is told with its number and skipped; a key nobody knows is told, and its line is not bad. */
async function answerLines(path: string, { clocks, calendar }: ClockBook): Promise<boolean> {
  const input = path === '-' ? process.stdin : createReadStream(path)
  const tellKeysOfCase = tellsUnknownKeys(path, CASE_KEYS, { zh: '案例', en: 'case' })
  const tellKeysOfStep = tellsUnknownKeys(path, STEP_KEYS, { zh: '步骤', en: 'step' })
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
        const given: unknown = JSON.parse(number === 1 ? line.replace(/^\uFEFF/, '') : line)
        const { id, clock, eventAt, steps, variant } = readCase(given, clocks)
        tellKeysOfCase(number, given as object)
        for (const step of (given as { steps?: object[] | null }).steps ?? []) tellKeysOfStep(number, step)
        const answer = answerLine(id, dueOf(clock, eventAt, steps, calendar, variant))
        if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain')
      } catch (error) {
        tellBadLine(path, number, error)
        good = false
      }
    }
  } catch (error) {
    const says = badFile(error)
    if (says === undefined) throw error
    process.stderr.write(`clocks: ${path}: ${says}\n`)
    good = false
  }
  return good
}
