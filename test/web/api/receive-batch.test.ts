import { once } from 'node:events'
import { request } from 'node:http'
import { expect } from 'chai'
import { forEachDatabase } from '../../support/engines.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }

describe('POST /api/v1/documents with a batch', () => {
  forEachDatabase((engine) => {
    let api: ApiUnderTest
    before(async () => {
      api = await openApiUnderTest({}, engine.name)
    })
    after(() => api.close())

    it('tells of each line by its number, and a bad one stops no other', async () => {
      const lines = [
        JSON.stringify({ text: UNLAWFUL_COPY, sender: 'feed', external: '1' }),
        'not json',
        '',
        JSON.stringify({ text: LAWFUL_COPY, kind: 'leaflet' }),
        JSON.stringify({ text: UNLAWFUL_COPY, sender: 'feed', external: '1' }),
        JSON.stringify({ text: LAWFUL_COPY, sender: 'feed', external: '1' }),
        JSON.stringify({ text: '' }),
        JSON.stringify({ text: 'x'.repeat(5 * 1024 * 1024) }),
        JSON.stringify({ text: LAWFUL_COPY }),
      ]
      const response = await api.post('/api/v1/documents', api.cast.alice, lines.join('\n'), NDJSON)
      const answer = await response.json()
      expect(response.status).to.equal(202)
      expect(
        answer.items.map((item: { line: number; outcome: string; reason?: string }) => [
          item.line,
          item.reason ?? item.outcome,
        ]),
      ).to.deep.equal([
        [1, 'received'],
        [2, 'malformed'],
        [4, 'invalid'],
        [5, 'duplicate'],
        [6, 'external_reused'],
        [7, 'empty'],
        [8, 'too_large'],
        [9, 'received'],
      ])
      expect(answer.counts).to.deep.equal({ received: 2, duplicate: 1, rejected: 5 })
      expect(answer.items[2].values).to.deep.include({ field: 'kind' })
      const items = await api.parts.db('import_items').where({ run_id: answer.run })
      expect(items).to.have.length(8)
    })

    it('adds nothing when the batch is sent again under its key, and repeats its answer', async () => {
      const key = { ...NDJSON, 'idempotency-key': aKey() }
      const batch = [LAWFUL_COPY, UNLAWFUL_COPY].map((text) => JSON.stringify({ text })).join('\n')
      const first = await (await api.post('/api/v1/documents', api.cast.alice, batch, key)).text()
      const count = await countOf(api, 'intakes')
      const again = await (await api.post('/api/v1/documents', api.cast.alice, batch, key)).text()
      expect(again).to.equal(first)
      expect(await countOf(api, 'intakes')).to.equal(count)
      const other = await api.post('/api/v1/documents', api.cast.alice, `${batch}\n{"text":"more"}`, key)
      expect(other.status).to.equal(409)
      expect(await countOf(api, 'intakes')).to.equal(count)
    })

    it('goes on where it broke off when a batch cut short is sent again under its key', async () => {
      const key = aKey()
      const before = await countOf(api, 'intakes')
      const lines = Array.from({ length: 6 }, (_, n) => `${JSON.stringify({ text: `${LAWFUL_COPY}${n}` })}\n`)
      await cutShort(api, key, lines.slice(0, 3).join(''))
      expect(await countOf(api, 'intakes')).to.equal(before + 3)
      expect(await api.parts.db('import_runs').where({ state: 'interrupted' })).to.have.length(1)
      const response = await api.post('/api/v1/documents', api.cast.alice, lines.join(''), {
        ...NDJSON,
        'idempotency-key': key,
      })
      expect((await response.json()).counts).to.deep.equal({ received: 3, duplicate: 3, rejected: 0 })
      expect(await countOf(api, 'intakes')).to.equal(before + 6)
    })

    it('refuses a batch over 200 MB before reading it', async () => {
      const { authorization } = await api.as(api.cast.alice)
      const headers = { authorization, ...NDJSON, 'content-length': String(201 * 1024 * 1024) }
      const sent = request(`${api.origin}/api/v1/documents`, { method: 'POST', headers })
      sent.on('error', () => {})
      sent.flushHeaders()
      const [response] = await once(sent, 'response')
      expect(response.statusCode).to.equal(413)
      sent.destroy()
    })
  })
})

/** Send the beginning of a batch and hang up once its last line was taken in; resolves when the server has noticed. */
async function cutShort(api: ApiUnderTest, key: string, beginning: string): Promise<void> {
  const { authorization } = await api.as(api.cast.alice)
  const headers = { authorization, ...NDJSON, 'idempotency-key': key }
  const sent = request(`${api.origin}/api/v1/documents`, { method: 'POST', headers })
  sent.on('error', () => {})
  const wanted = beginning.split('\n').length - 1
  const taken = afterQueries(api, 'insert into import_items', wanted)
  const ended = afterQueries(api, 'delete from idempotency_keys', 2)
  sent.write(beginning)
  await taken
  sent.destroy()
  await ended
}

/** Resolves when the database has answered so many statements that begin like this. */
function afterQueries(api: ApiUnderTest, beginning: string, wanted: number): Promise<void> {
  return new Promise((resolve) => {
    let seen = 0
    api.parts.db.on('query-response', (_rows: unknown, { sql }: { sql: string }) => {
      if (sql.replace(/[`"]/g, '').startsWith(beginning) && ++seen === wanted) resolve()
    })
  })
}
