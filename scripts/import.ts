/**
 * Takes papers in from folders and files, as one stored run that can be begun again at any time.
 * Beside a running server it only writes them down and the server's worker picks them up; without one it processes them itself.
 */
import { parseArgs } from 'node:util'
import { type Imported, importFolder } from '../src/actions/imports/import-folder.ts'
import { givenOf } from '../src/actions/imports/paper-fields.ts'
import { processWaiting } from '../src/actions/papers/process-waiting.ts'
import { releaseAllClaims, sweep } from '../src/actions/papers/sweep.ts'
import type { Parts } from '../src/actions/parts.ts'
import { openParts } from '../src/app.ts'
import { type Config, readConfig } from '../src/config.ts'
import type { Given } from '../src/core/intake/envelope.ts'
import { Problem } from '../src/core/problem.ts'
import { isDataDirHeld } from '../src/queue/lock.ts'
import { stagesOfRun } from '../src/store/views/run-papers.ts'
import { stageCounts } from '../src/store/views/status.ts'
import { badFile } from './bad-file.ts'
import { progressTo } from './import-progress.ts'
import { writeRejects } from './import-rejects.ts'
import { refusal } from './refusal.ts'
import { UsageError } from './rules/tell.ts'
import { tellUsage } from './usage.ts'
import { wrongCall } from './wrong-call.ts'

const USAGE = `Usage / 用法: npm run import -- PATH… [options]
Takes papers in: folders, files, rows of csv and xlsx, lines of jsonl / 收入材料：文件夹、文件，以及 csv、xlsx、jsonl 的各行
  --sender NAME     who sends / 来源名称                       default: folder
  --kind KIND       marketing contract complaint report unknown
  --region CODE     six digits of GB/T 2260 / 行政区划代码
  --channel C       web app live print outdoor sms phone group_chat seminar door_to_door unknown
  --entity E        care_institution travel_agency health_company hotel club individual government unknown
  --date D          YYYY-MM-DD, day of publication or conduct / 发布或行为日期
  --wait            beside a running server: wait until every paper is processed / 等待处理完毕
What a row or line says of itself goes before the options. Called again, it takes in what is new / 行内自带的字段优先于选项；再次运行只收新材料
Ends with 1 when the call or a path is refused, 130 when interrupted / 参数或路径有误时退出码为 1，中断为 130
`
const CONCURRENCY = 4
const POLL_EVERY_MS = 1_000
const INTERRUPTED = 130

interface Arguments {
  paths: string[]
  sender: string | undefined
  given: Given
  wait: boolean
}

process.exitCode = await main(process.argv.slice(2))

async function main(args: string[]): Promise<number> {
  if (tellUsage(args, USAGE)) return 0
  const stop = new AbortController()
  try {
    const asked = readArguments(args)
    const config = readConfig(process.env)
    onSignals(stop)
    return await run(asked, config, stop.signal)
  } catch (error) {
    return complain(error)
  }
}

function readArguments(args: string[]): Arguments {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      sender: text,
      kind: text,
      region: text,
      channel: text,
      entity: text,
      date: text,
      wait: { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new UsageError('no PATH given / 未给出路径')
  const { sender, wait, ...circumstances } = values
  return { paths: positionals, sender, given: givenOf(circumstances), wait: wait ?? false }
}

async function run(asked: Arguments, config: Config, signal: AbortSignal): Promise<number> {
  const server = config.queueUrl ? 'queue' : await isDataDirHeld(config.dataDir)
  const { parts, close } = await openParts(config)
  const progress = progressTo(process.stderr)
  try {
    const imported = await importFolder(parts, {
      paths: asked.paths,
      sender: asked.sender,
      given: asked.given,
      dataDir: config.dataDir,
      signal,
      onProgress: progress.receiving,
    })
    progress.end()
    const isWhole = server
      ? await besideServer(parts, imported, asked.wait, signal, progress)
      : await processHere(parts, config, signal, progress)
    await summarise(parts, config, imported, isWhole && !signal.aborted)
    return signal.aborted ? INTERRUPTED : 0
  } finally {
    progress.end()
    await close()
  }
}

type Progress = ReturnType<typeof progressTo>

/** Nobody else works here: what a killed process had in hand is waiting again, and everything waiting is done. */
async function processHere(parts: Parts, config: Config, signal: AbortSignal, progress: Progress): Promise<boolean> {
  if (signal.aborted) return false
  // On PostgreSQL another machine may have a worker: only claims past their time are taken back there.
  if (config.databaseUrl) await sweep(parts, false)
  else await releaseAllClaims(parts)
  const countWaiting = async () => (await stageCounts(parts.db)).received
  const tell = progress.processing(await countWaiting(), countWaiting)
  const isWhole = await processWaiting(parts, { concurrency: CONCURRENCY, signal, onProcessed: tell })
  progress.end()
  return isWhole
}

async function besideServer(
  parts: Parts,
  imported: Imported,
  wait: boolean,
  signal: AbortSignal,
  progress: Progress,
): Promise<boolean> {
  if (!wait) {
    progress.say('A worker is running: it picks the papers up within seconds / 服务正在运行，材料将由其自动处理')
    return false
  }
  while (!signal.aborted) {
    const stages = await stagesOfRun(parts.db, imported.run.id)
    const left = (stages.received ?? 0) + (stages.processing ?? 0)
    if (left === 0) return true
    progress.waiting(left)
    await new Promise<void>((resolve) => {
      const timer = setTimeout(done, POLL_EVERY_MS)
      function done() {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
    })
  }
  return false
}

async function summarise(parts: Parts, config: Config, imported: Imported, isWhole: boolean): Promise<void> {
  const { run, files, state } = imported
  const stages = await stagesOfRun(parts.db, run.id)
  const rejects = await writeRejects(parts.db, config.dataDir, imported)
  const summary = { run: run.id, state, files, ...run.counts, reasons: run.reasons, stages, isProcessed: isWhole }
  process.stdout.write(`${JSON.stringify({ ...summary, ...(rejects ? { rejects } : {}) })}\n`)
  const lines = [
    `Run / 批次 ${run.id}: ${state === 'finished' ? 'finished / 完成' : 'interrupted / 已中断'}`,
    `  files / 文件 ${files}   received / 接收 ${run.counts.received}   duplicate / 重复 ${run.counts.duplicate}   rejected / 退回 ${run.counts.rejected}`,
    `  papers by stage / 按阶段 ${
      Object.entries(stages)
        .map(([stage, n]) => `${stage} ${n}`)
        .join('   ') || '-'
    }`,
    ...(rejects ? [`  rejects / 退回清单 ${rejects}`] : []),
  ]
  process.stderr.write(`${lines.join('\n')}\n`)
}

/** The first signal lets the paper in hand be finished, the second ends at once. */
function onSignals(stop: AbortController): void {
  const onSignal = () => {
    if (stop.signal.aborted) process.exit(INTERRUPTED)
    process.stderr.write('\nFinishing the paper in hand; once more to stop at once / 正在收尾，再按一次立即退出\n')
    stop.abort()
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}

function complain(error: unknown): number {
  const wrong = wrongCall(error)
  if (wrong !== undefined) {
    process.stderr.write(`${wrong}\n${USAGE}`)
    return 1
  }
  if (error instanceof Problem) {
    process.stderr.write(`${refusal(error)}\n${error.code === 'form.invalid' ? USAGE : ''}`)
    return 1
  }
  const says = /^(?:ENOENT|EACCES)$/.test((error as NodeJS.ErrnoException).code ?? '') ? badFile(error) : undefined
  if (says === undefined) throw error
  process.stderr.write(`${(error as NodeJS.ErrnoException).path}: ${says}\n`)
  return 1
}
