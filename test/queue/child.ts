import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** Another process, running a file of this folder: what it prints line by line, and a way to end it. */
export function startChild(file: string, ...args: string[]) {
  const entry = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx/esm', entry, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    pid: child.pid,
    async line(): Promise<string> {
      const { value, done } = await lines.next()
      return done ? 'ended without a word' : value
    },
    async kill(signal: NodeJS.Signals): Promise<void> {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    },
  }
}
