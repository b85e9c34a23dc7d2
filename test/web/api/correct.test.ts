import { expect } from 'chai'
import type { Viewer } from '../../../src/core/access/viewer.ts'
import { forEachDatabase } from '../../support/engines.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'
import { schemaMistakes } from './schema-mistakes.ts'

describe('correcting a paper over the API', () => {
  forEachDatabase((engine) => {
    let api: ApiUnderTest
    before(async () => {
      api = await openApiUnderTest({}, engine.name)
    })
    after(() => api.close())

    async function aPaper() {
      const text = `海屿康养馆：全国第一品牌，国家级养老基地。${aKey()}`
      const paper = { text, kind: 'marketing', region: '440300', date: '2025-10-14' }
      const { id } = await (await api.post('/api/v1/documents', api.cast.alice, paper)).json()
      await api.processAll()
      return read(id)
    }
    const read = async (id: string) => (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).json()
    const correct = (id: string, body: unknown, viewer: Viewer = api.cast.alice, more: Record<string, string> = {}) =>
      api.post(`/api/v1/documents/${id}/correct`, viewer, body, more)

    it('tells each circumstance with its source, and answers a correction with the paper assessed again', async () => {
      const paper = await aPaper()
      const sources = paper.circumstances.map((one: Record<string, unknown>) => [one.field, one.value, one.source])
      expect(sources).to.deep.equal([
        ['kind', 'marketing', 'given'],
        ['date', '2025-10-14', 'given'],
        ['until', null, 'none'],
        ['region', '440300', 'given'],
        ['entity', null, 'none'],
        ['channel', null, 'none'],
      ])
      const order = { version: paper.version, changes: { until: '2025-10-20', channel: 'web' }, reason: '持续发布' }
      const response = await correct(paper.id, order)
      expect(response.status).to.equal(200)
      const after = await response.json()
      expect(schemaMistakes('Document', after)).to.deep.equal([])
      expect(after).to.deep.equal(await read(paper.id))
      expect(after.stage).to.equal('processed')
      expect(after.circumstances[2]).to.deep.equal({
        field: 'until',
        value: '2025-10-20',
        source: 'corrected',
        correction: after.corrections[0].seq,
      })
      expect(after.corrections.map((one: Record<string, unknown>) => [one.field, one.value, one.reason])).to.deep.equal(
        [
          ['until', '2025-10-20', '持续发布'],
          ['channel', 'web', '持续发布'],
        ],
      )
      const [earlier] = after.superseded
      expect(earlier).to.include({ because: 'corrected', kind: 'marketing' })
      expect(earlier.findings).to.deep.equal(paper.assessment.findings)
      expect(earlier.corrections).to.deep.equal(after.corrections.map(({ seq }: { seq: number }) => seq))
      expect(after.law_versions[0]).to.include({
        matter: 'unfair-competition-law-2019>unfair-competition-law-2025',
        on: '2025-10-15',
      })
    })

    it('is done once under its key, however often it is sent', async () => {
      const paper = await aPaper()
      const before = await countOf(api, 'corrections')
      const order = { version: paper.version, changes: { channel: 'print' }, reason: '折页' }
      const key = { 'idempotency-key': aKey() }
      const answers = await Promise.all([1, 2, 3].map(() => correct(paper.id, order, api.cast.alice, key)))
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200])
      const bodies = await Promise.all(answers.map((answer) => answer.text()))
      expect(new Set(bodies).size).to.equal(1)
      expect(await countOf(api, 'corrections')).to.equal(before + 1)
      const other = { ...order, reason: '别的理由' }
      expect((await (await correct(paper.id, other, api.cast.alice, key)).json()).code).to.equal(
        'request.idempotency_reused',
      )
      expect((await (await correct(paper.id, order)).json()).code).to.equal('form.stale')
    })

    it('is refused without sight, without the right, and where the order is none', async () => {
      const { id, version } = await aPaper()
      const order = { version, changes: { channel: 'web' }, reason: '核实' }
      const codeOf = async (response: Promise<Response>) => (await (await response).json()).code
      expect(await codeOf(correct(id, order, api.cast.dave))).to.equal('not_found')
      expect(await codeOf(correct(id, order, api.cast.henry))).to.equal('auth.forbidden')
      for (const wrong of [
        { ...order, changes: {} },
        { ...order, changes: undefined },
        { ...order, changes: { chanel: 'web' } },
        { ...order, changes: { channel: 1 } },
        { ...order, changes: { channel: 'unknown' } },
        { ...order, reason: '' },
        { ...order, version: '1' },
        { ...order, extra: 1 },
      ]) {
        expect(await codeOf(correct(id, wrong)), JSON.stringify(wrong)).to.equal('form.invalid')
      }
      expect((await read(id)).corrections).to.deep.equal([])
    })
  })
})
