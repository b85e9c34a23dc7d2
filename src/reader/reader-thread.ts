import { parentPort } from 'node:worker_threads'
import { readFile } from './index.ts'
import type { Reading } from './reading.ts'

/** What a thread is asked, and what it answers once it has loaded (`ready`) and for each task: a reading, or a bug of ours (never a bad file). */
export interface ThreadTask {
  bytes: Uint8Array
  name: string
}
export type ThreadAnswer = 'ready' | { reading: Reading } | { bug: Error }

parentPort?.on('message', async ({ bytes, name }: ThreadTask) => {
  const answer: ThreadAnswer = await readFile(bytes, name).then(
    (reading) => ({ reading }),
    (bug: unknown) => ({ bug: bug instanceof Error ? bug : new Error(String(bug)) }),
  )
  parentPort?.postMessage(answer)
})
parentPort?.postMessage('ready' satisfies ThreadAnswer)
