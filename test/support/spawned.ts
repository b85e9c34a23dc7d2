import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { dirname } from 'node:path'
import { rootPath } from '../../src/root.ts'
import { nodeArguments } from './run-file.ts'

const ROOT = dirname(rootPath('package.json'))

/** A process of the project, with its output collected. */
export interface Spawned {
  child: ChildProcess
  stdout(): string
  stderr(): string
  /** Resolves with the exit status; null after a signal. */
  ended: Promise<number | null>
  /** Resolves when standard output holds the words; rejects when the process ends before. */
  says(words: string | RegExp): Promise<string>
  /** `kill -9`, and wait until it is gone. */
  killHard(): Promise<void>
  /** Ctrl-C, and wait until it has finished what was in hand. */
  stop(): Promise<number | null>
}

/** Start `file` (from the root of the checkout) with an environment that holds nothing of the project's but what is given. */
export function spawnFile(file: string, args: string[], env: Record<string, string>): Spawned {
  const child = spawn(process.execPath, [...nodeArguments(file), ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let out = ''
  let err = ''
  child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk
  })
  child.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk
  })
  said.push(() => `--- ${file} ${args.join(' ')} (status ${child.exitCode})\n${out}\n${err}`)
  const ended = once(child, 'close').then(([status]) => {
    running.delete(child)
    return status as number | null
  })
  return {
    child,
    stdout: () => out,
    stderr: () => err,
    ended,
    says: (words) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (typeof words === 'string' ? out.includes(words) : words.test(out)) resolve(out)
        }
        child.stdout!.on('data', look)
        ended.then((status) => reject(new Error(`${file} ended with ${status}:\n${out}\n${err}`)))
        look()
      }),
    async killHard() {
      child.kill('SIGKILL')
      await ended
    },
    stop() {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** What every process started since the last call has said, to be shown when a test failed. */
export function takeOutputs(): string {
  return said
    .splice(0)
    .map((of) => of())
    .join('\n')
}

const said: (() => string)[] = []
const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Wait until `look` gives something, asking again every 50 ms; fails after `withinMs` with what was waited for. */
export async function until<T>(what: string, withinMs: number, look: () => Promise<T | undefined | false>): Promise<T> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const found = await look()
    if (found) return found
    if (Date.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
