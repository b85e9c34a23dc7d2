import type { WriteStream } from 'node:tty'
import type { ImportProgress } from '../src/actions/imports/import-folder.ts'
import type { Processed } from '../src/actions/papers/process-document.ts'

const SPEAK_EVERY_MS = 5_000
const REDRAW_EVERY_MS = 200

/** How far an import is, for who sits before it: one line redrawn on a terminal, a line every few seconds elsewhere. */
export function progressTo(stream: WriteStream | NodeJS.WriteStream) {
  let startedAt = Date.now()
  let spokenAt = 0
  let phase = ''
  let standing = false

  function show(name: string, done: number, total: number, more: string): void {
    const now = Date.now()
    if (phase !== name) {
      phase = name
      startedAt = now
      spokenAt = stream.isTTY ? 0 : now
    }
    if (now - spokenAt < (stream.isTTY ? REDRAW_EVERY_MS : SPEAK_EVERY_MS)) return
    spokenAt = now
    const seconds = Math.max((now - startedAt) / 1000, 0.001)
    const rate = done / seconds
    const left = rate > 0 ? `${Math.ceil((total - done) / rate)} s` : '-'
    const line = `${name} ${done}/${total}   ${rate.toFixed(1)}/s   ETA ${left}   ${more}`
    stream.write(stream.isTTY ? `\r\x1b[K${line}` : `${line}\n`)
    standing = Boolean(stream.isTTY)
  }

  return {
    receiving({ filesDone, filesTotal, run }: ImportProgress): void {
      const reasons = Object.entries(run.reasons).map(([reason, n]) => `${reason} ${n}`)
      const { received, duplicate, rejected } = run.counts
      const counts = `received ${received} duplicate ${duplicate} rejected ${rejected}`
      show('receiving / 接收', filesDone, filesTotal, reasons.length > 0 ? `${counts} (${reasons.join(', ')})` : counts)
    },
    /** @returns what to call after each paper. Rows of a sheet come up when it is split, so what is waiting is asked again then. */
    processing(waiting: number, countWaiting: () => Promise<number>): (outcome: Processed) => void {
      const counts: Partial<Record<Processed, number>> = {}
      let done = 0
      let total = waiting
      return (outcome) => {
        counts[outcome] = (counts[outcome] ?? 0) + 1
        done++
        const recount = () => countWaiting().then((left) => Math.max(total, done + left))
        if (outcome === 'split')
          void recount().then(
            (found) => (total = found),
            () => {},
          )
        const words = Object.entries(counts).map(([name, n]) => `${name} ${n}`)
        show('processing / 处理', done, Math.max(total, done), words.join(' '))
      }
    },
    waiting(left: number): void {
      const now = Date.now()
      if (now - spokenAt < SPEAK_EVERY_MS) return
      spokenAt = now
      this.say(`waiting / 等待处理 ${left}`)
    },
    say(words: string): void {
      this.end()
      stream.write(`${words}\n`)
    },
    /** End the line that is being redrawn. */
    end(): void {
      if (standing) stream.write('\n')
      standing = false
    },
  }
}
