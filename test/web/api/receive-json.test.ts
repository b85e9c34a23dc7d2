import { expect } from 'chai'
import { forEachDatabase } from '../../support/engines.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'

describe('POST /api/v1/documents with one paper', () => {
  forEachDatabase((engine) => {
    let api: ApiUnderTest
    before(async () => {
      api = await openApiUnderTest({}, engine.name)
    })
    after(() => api.close())

    it('takes a text in with 202, keeps its bytes as UTF-8 and rings', async () => {
      const response = await api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY, kind: 'marketing' })
      const receipt = await response.json()
      expect(response.status).to.equal(202)
      expect(receipt.outcome).to.equal('received')
      expect(receipt.href).to.equal(`/api/v1/documents/${receipt.id}`)
      const row = await api.parts.db('documents').where({ id: receipt.id }).first()
      expect(Buffer.from(await api.parts.files.get(row.sha256)).toString('utf8')).to.equal(UNLAWFUL_COPY)
      expect(api.parts.rung).to.include(receipt.id)
    })

    it('answers a paper with its assessment and lead once it is processed, offsets into the text given', async () => {
      const { id } = await (
        await api.post('/api/v1/documents', api.cast.alice, { text: `\r\n${UNLAWFUL_COPY}` })
      ).json()
      const before = await (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).json()
      expect(before).to.include({ stage: 'received', assessment: null, lead: null })
      await api.processAll()
      const after = await (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).json()
      expect(after.stage).to.equal('processed')
      expect(after.lead).to.be.a('string')
      expect(after.text).to.equal(`\r\n${UNLAWFUL_COPY}`)
      expect(after.assessment.findings).to.not.be.empty
      for (const { quote, start, end } of [...after.assessment.findings, ...after.assessment.facts]) {
        expect(after.text.slice(start, end)).to.equal(quote)
      }
    })

    it('gives two papers with the same words two deliveries when nothing says they are one', async () => {
      const post = () => api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY })
      const [first, second] = [await (await post()).json(), await (await post()).json()]
      expect(first.id).to.not.equal(second.id)
    })

    it('answers a number sent before with the first paper, and refuses it for other words', async () => {
      const paper = { text: LAWFUL_COPY, sender: 'hotline-12345', external: 'A-77' }
      const first = await (await api.post('/api/v1/documents', api.cast.alice, paper)).json()
      const again = await (await api.post('/api/v1/documents', api.cast.alice, paper)).json()
      expect(again).to.deep.equal({ ...first, outcome: 'duplicate' })
      const other = await api.post('/api/v1/documents', api.cast.alice, { ...paper, text: UNLAWFUL_COPY })
      expect(other.status).to.equal(409)
      expect((await other.json()).code).to.equal('intake.external_reused')
    })

    it('hands a paper that names no region to the region of the token', async () => {
      const { id } = await (await api.post('/api/v1/documents', api.cast.dave, { text: LAWFUL_COPY })).json()
      expect((await (await api.get(`/api/v1/documents/${id}`, api.cast.dave)).json()).region).to.equal('210100')
    })

    it('seals the person away and shows her nowhere', async () => {
      const paper = { text: LAWFUL_COPY, identity: { role: 'complainant', name: '陈示例', phone: '000-1112223' } }
      const { id } = await (await api.post('/api/v1/documents', api.cast.alice, paper)).json()
      await api.processAll()
      const sealed = await api.parts.db('identities').where({ name: '陈示例' }).first()
      expect(sealed).to.include({ role: 'complainant', phone: '000-1112223' })
      const shown = await (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).text()
      const events = JSON.stringify(await api.parts.db('events'))
      for (const place of [shown, events]) expect(place).to.not.contain('陈示例').and.not.contain('000-1112223')
    })

    it('refuses a field that is wrong or that nobody knows, naming it and what is allowed', async () => {
      const wrong = [
        [{ text: 'x', kind: 'leaflet' }, 'kind'],
        [{ text: 'x', chanel: 'sms' }, 'chanel'],
        [{ text: 'x', region: '440' }, 'region'],
        [{ text: 'x', date: '2026-02-30' }, 'date'],
        [{ text: 'x', date: '9999-12-31' }, 'date'],
        [{ text: 'x', identity: { role: 'friend' } }, 'identity.role'],
        [{ text: 'x', external: 'a\u0000' }, 'external'],
        [{ kind: 'report' }, 'text'],
      ] as const
      for (const [body, field] of wrong) {
        const response = await api.post('/api/v1/documents', api.cast.alice, body)
        const problem = await response.json()
        expect(response.status, field).to.equal(422)
        expect(problem).to.include({ code: 'form.invalid', status: 422 })
        expect(problem.values.field).to.equal(field)
        expect(problem.values.allowed).to.not.be.undefined
      }
    })

    it('refuses an empty text', async () => {
      const response = await api.post('/api/v1/documents', api.cast.alice, { text: '' })
      expect(response.status).to.equal(422)
      expect((await response.json()).code).to.equal('intake.empty')
    })

    it('refuses a text of more than 20 MB', async () => {
      const response = await api.post('/api/v1/documents', api.cast.alice, { text: '养'.repeat(7_000_000) })
      expect(response.status).to.equal(413)
    })

    describe('with an Idempotency-Key', () => {
      it('makes one paper of twenty simultaneous tries and answers them all alike', async () => {
        const before = await countOf(api, 'documents')
        const key = { 'idempotency-key': aKey() }
        const tries = Array.from({ length: 20 }, () =>
          api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY }, key),
        )
        const answers = await Promise.all((await Promise.all(tries)).map((response) => response.json()))
        expect(await countOf(api, 'documents')).to.equal(before + 1)
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).to.equal(1)
        expect(answers[0].outcome).to.equal('received')
      })

      it('gives the stored answer again, and says so', async () => {
        const key = { 'idempotency-key': aKey() }
        const first = await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)
        const again = await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)
        expect(await again.text()).to.equal(await first.text())
        expect([first, again].map((response) => response.headers.get('idempotency-replayed'))).to.deep.equal([
          null,
          'true',
        ])
      })

      it('refuses the key for another request', async () => {
        const key = { 'idempotency-key': aKey() }
        await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)
        const other = await api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY }, key)
        expect(other.status).to.equal(409)
        expect((await other.json()).code).to.equal('request.idempotency_reused')
      })

      it('is free again after a try that failed', async () => {
        const key = { 'idempotency-key': aKey() }
        const number = { sender: 'feed', external: aKey() }
        await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY, ...number })
        const failed = await api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY, ...number }, key)
        expect(failed.status).to.equal(409)
        const mended = await api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY }, key)
        expect(mended.status).to.equal(202)
      })

      it('belongs to one token: the same key of another one is another', async () => {
        const key = { 'idempotency-key': aKey() }
        const hers = await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)
        const his = await api.post('/api/v1/documents', api.cast.bob, { text: UNLAWFUL_COPY }, key)
        expect([hers.status, his.status]).to.deep.equal([202, 202])
      })

      it('makes no second paper when the process died between taking it in and keeping the answer', async () => {
        const key = { 'idempotency-key': aKey() }
        const first = await (await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)).json()
        await api.parts.db('idempotency_keys').where({ status: 202 }).update({ status: 0, body: '', request_hash: '' })
        const meanwhile = await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)
        expect(meanwhile.status).to.equal(409)
        expect(meanwhile.headers.get('retry-after')).to.equal('1')
        expect((await meanwhile.json()).code).to.equal('request.in_progress')
        const before = api.parts.now()
        api.parts.setNow(new Date(before.getTime() + 10 * 60_000).toISOString())
        const later = await (await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY }, key)).json()
        api.parts.setNow(before.toISOString())
        expect(later).to.deep.equal({ ...first, outcome: 'duplicate' })
      })
    })
  })
})
