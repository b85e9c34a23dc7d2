import { expect } from 'chai'
import type { Viewer } from '../../../src/core/access/viewer.ts'
import { forEachDatabase } from '../../support/engines.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'

const NDJSON = { 'content-type': 'application/x-ndjson' }

describe('whose number and whose region a paper handed in bears', () => {
  forEachDatabase((engine) => {
    let api: ApiUnderTest
    before(async () => {
      api = await openApiUnderTest({}, engine.name)
    })
    after(() => api.close())

    const hand = async (viewer: Viewer, paper: object) => {
      const response = await api.post('/api/v1/documents', viewer, paper)
      return { status: response.status, ...(await response.json()) }
    }
    const batch = async (papers: object[], headers: Record<string, string> = {}) => {
      const lines = papers.map((paper) => JSON.stringify(paper)).join('\n')
      const response = await api.post('/api/v1/documents', api.cast.alice, lines, { ...NDJSON, ...headers })
      return response.json()
    }
    const outcomes = ({ items }: { items: { outcome: string; reason?: string }[] }) =>
      items.map((item) => item.reason ?? item.outcome)

    for (const sender of [undefined, 'hotline-12345']) {
      it(`takes the same number from two officers as two papers, ${sender ? 'the same sender named' : 'no sender named'}`, async () => {
        const number = { external: aKey(), ...(sender ? { sender } : {}) }
        const hers = await hand(api.cast.alice, { text: LAWFUL_COPY, ...number })
        const his = await hand(api.cast.dave, { text: LAWFUL_COPY, ...number })
        const others = await hand(api.cast.bob, { text: UNLAWFUL_COPY, ...number })
        expect([hers, his, others].map(({ outcome }) => outcome)).to.deep.equal(['received', 'received', 'received'])
        expect(new Set([hers.id, his.id, others.id]).size).to.equal(3)
        const shown = await (await api.get(`/api/v1/documents/${his.id}`, api.cast.dave)).json()
        expect(shown).to.include({ sender: sender ?? 'api', external: number.external })
        expect(await hand(api.cast.dave, { text: LAWFUL_COPY, ...number })).to.include({
          id: his.id,
          outcome: 'duplicate',
        })
      })
    }

    it('takes `id` for a number only where the sender is named: another batch may count from one again', async () => {
      const first = await batch([{ id: 1, text: LAWFUL_COPY }])
      const second = await batch([{ id: 1, text: UNLAWFUL_COPY }])
      expect([...outcomes(first), ...outcomes(second)]).to.deep.equal(['received', 'received'])
      const sender = `feed-${aKey()}`
      const named = [{ id: 1, sender, text: LAWFUL_COPY }]
      expect([...outcomes(await batch(named)), ...outcomes(await batch(named))]).to.deep.equal([
        'received',
        'duplicate',
      ])
    })

    it('knows a line with only an `id` by the Idempotency-Key and its place', async () => {
      const key = aKey()
      const { items } = await batch([{ id: 'a', text: LAWFUL_COPY }], { 'idempotency-key': key })
      const shown = await (await api.get(`/api/v1/documents/${items[0].id}`, api.cast.alice)).json()
      expect(shown.external).to.match(new RegExp(`^${key}@.+#1$`))
    })

    it('gives several files under one `id` a number each', async () => {
      const form = new FormData()
      for (const [name, text] of [
        ['a.txt', LAWFUL_COPY],
        ['b.txt', UNLAWFUL_COPY],
      ] as const) {
        form.append('file', new Blob([text]), name)
      }
      form.append('sender', `feed-${aKey()}`)
      form.append('id', '7')
      const answer = await (await api.post('/api/v1/documents', api.cast.alice, form)).json()
      expect(outcomes(answer)).to.deep.equal(['received', 'received'])
    })

    it('refuses a region out of the sight of the officer behind the token, and keeps nothing', async () => {
      const before = await countOf(api, 'intakes')
      const runs = await countOf(api, 'import_runs')
      const form = new FormData()
      for (const name of ['a.txt', 'b.txt']) form.append('file', new Blob([LAWFUL_COPY]), name)
      form.append('region', '440000')
      for (const body of [{ text: LAWFUL_COPY, region: '210100' }, form]) {
        const response = await api.post('/api/v1/documents', api.cast.alice, body)
        const problem = await response.json()
        expect(response.status).to.equal(422)
        expect(problem.code).to.equal('form.invalid')
        expect(problem.values.field).to.equal('region')
      }
      expect(await countOf(api, 'intakes')).to.equal(before)
      expect(await countOf(api, 'import_runs')).to.equal(runs)
      const below = await hand(api.cast.alice, { text: LAWFUL_COPY, region: '440305' })
      expect((await api.get(below.href, api.cast.alice)).status).to.equal(200)
    })

    it('tells of the one line of a batch whose region is out of sight, and takes the others', async () => {
      const answer = await batch([{ text: LAWFUL_COPY, region: '210100' }, { text: LAWFUL_COPY }])
      expect(outcomes(answer)).to.deep.equal(['invalid', 'received'])
      expect(answer.items[0].values.field).to.equal('region')
    })
  })
})
