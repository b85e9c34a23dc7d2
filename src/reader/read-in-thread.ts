import { Worker } from 'node:worker_threads'
import type { ThreadAnswer, ThreadTask } from './reader-thread.ts'
import type { Reading } from './reading.ts'
import { unreadable } from './unreadable.ts'

export interface Reader {
  /** The same answer as `readFile`, from another thread. `bytes` are copied, not taken. */
  read: (bytes: Uint8Array, name: string) => Promise<Reading>
  /** Ends all threads. Readings still under way or waiting are rejected. */
  close: () => Promise<void>
}

export interface ReaderOptions {
  /** Files read at the same time. */
  threads?: number
  /** Longest time for one file, in milliseconds, once its thread has started. */
  timeoutMs?: number
  /** Heap of one thread, in megabytes. */
  memoryMb?: number
}

/**
 * Reads files in threads of their own, so that a file that never ends or never stops growing costs one thread and not the process.
 * A thread past its time is ended and the file is `too_slow`; one out of memory makes a zip package a `zip_bomb` and anything else
 * `too_large`; one in which a parser breaks outside its promise makes the file `corrupt`. A fresh thread takes the next file.
 * Threads start when first needed, stay for the next file, and do not keep the process alive while idle.
 */
export function openReader({ threads = 1, timeoutMs = 30_000, memoryMb = 512 }: ReaderOptions = {}): Reader {
  const waiting: Task[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Task>()
  let closed = false

  function pump(): void {
    while (waiting.length > 0 && busy.size < threads) {
      const task = waiting.shift()!
      const warm = idle.pop()
      const worker = warm ?? start()
      worker.ref()
      busy.set(worker, task)
      startClock(worker, warm ? timeoutMs : START_MS + timeoutMs)
      // Not `slice`: a Buffer's shares its memory, which would be moved away with the copy.
      const bytes = new Uint8Array(task.bytes)
      worker.postMessage({ bytes, name: task.name } satisfies ThreadTask, [bytes.buffer])
    }
  }

  function start(): Worker {
    const worker = startThread(memoryMb)
    let isReady = false
    worker.on('message', (answer: ThreadAnswer) => {
      if (answer === 'ready') {
        isReady = true
        startClock(worker, timeoutMs)
      } else settle(worker, (task) => ('bug' in answer ? task.reject(answer.bug) : task.resolve(answer.reading)), false)
    })
    worker.on('error', (failure: Error & { code?: string }) =>
      settle(
        worker,
        (task) => {
          // A thread that cannot even load is our fault; blaming the files would turn every paper away.
          if (!isReady) task.reject(failure)
          else task.resolve(failure.code === 'ERR_WORKER_OUT_OF_MEMORY' ? outgrown(task.bytes) : broken(failure))
        },
        true,
      ),
    )
    worker.on('exit', () => settle(worker, (task) => task.reject(new Error('reader thread ended unasked')), true))
    return worker
  }

  /** A thread that is still starting has its start's time besides: one that never gets ready must not hold its file for ever. */
  function startClock(worker: Worker, ms: number): void {
    const task = busy.get(worker)
    if (!task) return
    clearTimeout(task.timer)
    task.timer = setTimeout(
      () => settle(worker, ({ resolve }) => resolve(unreadable('too_slow', `over ${ms} ms`)), true),
      ms,
    )
  }

  /** Ends a worker's task, at most once: later news of the same task finds it gone. */
  function settle(worker: Worker, answer: (task: Task) => void, isSpent: boolean): void {
    const task = busy.get(worker)
    busy.delete(worker)
    clearTimeout(task?.timer)
    if (isSpent) {
      drop(worker)
    } else {
      worker.unref()
      idle.push(worker)
    }
    if (task) answer(task)
    pump()
  }

  function drop(worker: Worker): void {
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
    void worker.terminate()
  }

  return {
    read: (bytes, name) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('reader is closed'))
        waiting.push({ bytes, name, resolve, reject })
        pump()
      }),
    async close() {
      closed = true
      const unfinished = [...waiting.splice(0), ...busy.values()]
      const workers = [...idle.splice(0), ...busy.keys()]
      busy.clear()
      for (const task of unfinished) {
        clearTimeout(task.timer)
        task.reject(new Error('reader is closed'))
      }
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

/** Longest time for a thread to start, on a machine that is busy with something else. */
const START_MS = 30_000

interface Task extends ThreadTask {
  resolve: (reading: Reading) => void
  reject: (bug: Error) => void
  timer?: NodeJS.Timeout
}

/**
 * From `dist/` the entry is plain JavaScript. From source it is TypeScript, and a thread does not inherit tsx's hooks on Node 20
 * (`--import tsx/esm` in `execArgv` has no effect there), so a line of JavaScript registers them first.
 */
function startThread(memoryMb: number): Worker {
  const isSource = import.meta.url.endsWith('.ts')
  const entry = new URL(isSource ? './reader-thread.ts' : './reader-thread.js', import.meta.url)
  const options = { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, execArgv: [] }
  if (!isSource) return new Worker(entry, options)
  const hooks = import.meta.resolve('tsx/esm/api')
  const boot = `import(${JSON.stringify(hooks)}).then(({ register }) => { register(); return import(${JSON.stringify(entry.href)}) })`
  return new Worker(boot, { ...options, eval: true })
}

function outgrown(bytes: Uint8Array): Reading {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return unreadable(isZip ? 'zip_bomb' : 'too_large', 'reading took more memory than allowed')
}

function broken(failure: Error): Reading {
  return unreadable('corrupt', `parser broke: ${failure.name}`)
}
