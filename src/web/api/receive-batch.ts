import { createHash } from 'node:crypto'
import type { Request, Response } from 'express'
import { byteLines } from '../../actions/imports/byte-lines.ts'
import { type Item, type Run, startRun } from '../../actions/imports/import-run.ts'
import { LONGEST_LINE, readPaperLine } from '../../actions/imports/read-paper-line.ts'
import { Problem, problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed, idempotencyKey } from './answer-keyed.ts'
import { type BatchItem, batchItem } from './batch-item.ts'
import { delivery, partsFor } from './delivered.ts'
import type { TokenHolder } from './token-holder.ts'

/** In bytes. The batch is read line by line and never held whole. */
export const LARGEST_BATCH = 200 * 1024 * 1024

/** Many papers, one JSON object a line, as a stored run. A bad line is told with its number and stops no other. */
export async function receiveBatch(
  web: WebParts,
  holder: TokenHolder,
  request: Request,
  response: Response,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BATCH) throw problem('request.too_large')
  const key = idempotencyKey(request)
  const stream = counted(request)
  await answerKeyed(web, holder, request, response, {
    hash: stream.hash,
    longestMinutes: 120,
    async work() {
      const run = await startRun(partsFor(web, holder), {
        source: 'api',
        label: 'ndjson',
        region: holder.viewer.region,
        actor: { officerId: holder.viewer.officerId },
      })
      return { status: 202, body: await takeLines(run, stream.chunks(), holder, key) }
    },
  })
}

async function takeLines(
  run: Run,
  chunks: AsyncIterable<Uint8Array>,
  holder: TokenHolder,
  key: string | undefined,
): Promise<{ run: string; counts: Run['counts']; items: (BatchItem & { line: number })[] }> {
  const items: (BatchItem & { line: number })[] = []
  let state: 'finished' | 'interrupted' = 'interrupted'
  try {
    for await (const { number, bytes } of byteLines(chunks, LONGEST_LINE)) {
      items.push({ line: number, ...batchItem(await takeLine(run, number, bytes, holder, key)) })
    }
    state = 'finished'
  } catch (error) {
    const isTooLarge = error instanceof Problem && error.code === 'request.too_large'
    throw isTooLarge ? problem('request.too_large', { run: run.id, taken: items.length }) : error
  } finally {
    await run.end(state)
  }
  return { run: run.id, counts: run.counts, items }
}

async function takeLine(
  run: Run,
  number: number,
  bytes: Uint8Array | undefined,
  holder: TokenHolder,
  key: string | undefined,
): Promise<Item> {
  const read = readPaperLine(bytes)
  const name = `#${number}`
  if ('reason' in read) return run.reject(name, read.reason, read.cause)
  let order: ReturnType<typeof delivery>
  try {
    order = delivery(holder, key, number, read.paper, { bytes: Buffer.from(read.paper.text) })
  } catch (error) {
    if (error instanceof Problem) return run.reject(name, 'invalid', error)
    throw error
  }
  return run.receive(name, order)
}

/** The body as it comes, counted and hashed on its way. `hash` reads what is left of it. */
function counted(request: Request) {
  const hash = createHash('sha256').update('batch')
  let size = 0
  let digest: string | undefined
  async function* chunks(): AsyncGenerator<Uint8Array> {
    try {
      // Kept open when we stop reading: a client that sent too much is still to be told so.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > LARGEST_BATCH) throw problem('request.too_large')
        hash.update(chunk)
        yield chunk
      }
    } catch (error) {
      // The client went away in the middle: nobody is there to be told, and the run stands as interrupted.
      throw request.readableAborted ? problem('request.malformed', {}, error) : error
    }
  }
  return {
    chunks,
    async hash(): Promise<string> {
      if (digest === undefined) {
        if (!request.readableEnded) for await (const _ of chunks());
        digest = hash.digest('hex')
      }
      return digest
    },
  }
}
