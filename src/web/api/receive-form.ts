import type { Request, Response } from 'express'
import { startRun } from '../../actions/imports/import-run.ts'
import { PAPER_FIELDS, type PaperFields, readPaperFields } from '../../actions/imports/paper-fields.ts'
import { receiveDocument } from '../../actions/papers/receive-document.ts'
import { problem } from '../../core/problem.ts'
import type { WebParts } from '../web-parts.ts'
import { answerKeyed, idempotencyKey } from './answer-keyed.ts'
import { batchItem } from './batch-item.ts'
import { delivery, numberOf, paperBytes, partsFor, receiptOf } from './delivered.ts'
import { type FormFile, readForm } from './read-form.ts'
import type { TokenHolder } from './token-holder.ts'

/** Files with fields said of all of them. One file answers as one paper, several as a stored run with what became of each. */
export async function receiveForm(
  web: WebParts,
  holder: TokenHolder,
  request: Request,
  response: Response,
): Promise<void> {
  const { fields: said, files, hash } = await readForm(request)
  const { text, ...fields } = readPaperFields(withIdentity(said), PAPER_FIELDS)
  if (files.length > 0 && text) throw problem('form.invalid', { field: 'text', allowed: 'either text or files' })
  const papers: FormFile[] = files.length > 0 ? files : [{ bytes: paperBytes(text) }]
  const key = idempotencyKey(request)
  await answerKeyed(web, holder, request, response, {
    hash: async () => hash,
    longestMinutes: 2,
    work: async () => ({
      status: 202,
      body:
        papers.length === 1
          ? await receiveOne(web, holder, key, fields, papers[0]!)
          : await receiveSeveral(web, holder, key, fields, papers),
    }),
  })
}

async function receiveOne(
  web: WebParts,
  holder: TokenHolder,
  key: string | undefined,
  fields: PaperFields,
  file: FormFile,
) {
  if (file.bytes.length === 0) throw problem('intake.empty')
  const order = delivery(holder, key, undefined, fields, file)
  const actor = { officerId: holder.viewer.officerId }
  return receiptOf(await receiveDocument(partsFor(web, holder), { ...order, actor }))
}

async function receiveSeveral(
  web: WebParts,
  holder: TokenHolder,
  key: string | undefined,
  fields: PaperFields,
  files: FormFile[],
) {
  const number = numberOf(fields)
  // Made before the run begins: what is wrong with the fields is wrong with all of the form.
  const orders = files.map((file, index) => {
    const nth = index + 1
    const numbered = number ? { ...fields, external: `${number}#${nth}` } : fields
    return { name: file.fileName ?? `#${nth}`, ...delivery(holder, key, nth, numbered, file) }
  })
  const run = await startRun(partsFor(web, holder), {
    source: 'api',
    label: fields.sender ?? 'multipart',
    region: holder.viewer.region,
    actor: { officerId: holder.viewer.officerId },
  })
  const items: ReturnType<typeof batchItem>[] = []
  let state: 'finished' | 'interrupted' = 'interrupted'
  try {
    for (const { name, ...order } of orders) {
      const item = order.bytes.length === 0 ? await run.reject(name, 'empty') : await run.receive(name, order)
      items.push({ name, ...batchItem(item) })
    }
    state = 'finished'
  } finally {
    await run.end(state)
  }
  return { run: run.id, counts: run.counts, items }
}

/** A form has no objects: the person's parts come as `identity.role`, `identity.name`, `identity.phone`. */
function withIdentity(said: Record<string, string>): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const identity: Record<string, string> = {}
  for (const [name, value] of Object.entries(said)) {
    if (name.startsWith('identity.')) identity[name.slice('identity.'.length)] = value
    else fields[name] = value
  }
  return Object.keys(identity).length > 0 ? { ...fields, identity } : fields
}
