import { expect } from 'chai'
import type { Viewer } from '../../../src/core/access/viewer.ts'
import { forEachDatabase } from '../../support/engines.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'

describe('leads and cases over the API', () => {
  forEachDatabase((engine) => {
    let api: ApiUnderTest
    before(async () => {
      api = await openApiUnderTest({}, engine.name)
    })
    after(() => api.close())

    async function aLead(text = `${UNLAWFUL_COPY}${aKey()}`, viewer: Viewer = api.cast.alice) {
      const { id } = await (await api.post('/api/v1/documents', viewer, { text, kind: 'complaint' })).json()
      await api.processAll()
      const { lead } = await (await api.get(`/api/v1/documents/${id}`, viewer)).json()
      return (await api.get(`/api/v1/leads/${lead}`, viewer)).json()
    }
    const leads = async (query: string, viewer = api.cast.alice) =>
      (await api.get(`/api/v1/leads?${query}`, viewer)).json()

    it('pages through every lead once, in the same order as one page holds them', async () => {
      for (let n = 0; n < 5; n++) await aLead()
      const whole = await leads('limit=200')
      const paged: string[] = []
      for (let after: string | null = ''; after !== null; ) {
        const page: { items: { id: string }[]; next: string | null } = await leads(
          `limit=2${after ? `&after=${after}` : ''}`,
        )
        expect(page.items.length).to.be.at.most(2)
        paged.push(...page.items.map(({ id }) => id))
        after = page.next
      }
      expect(whole.next).to.equal(null)
      expect(paged).to.deep.equal(whole.items.map(({ id }: { id: string }) => id))
      expect(paged.length).to.be.at.least(5)
    })

    it('narrows by what is asked', async () => {
      const lead = await aLead(`${UNLAWFUL_COPY}附言茉莉花开`)
      const ids = async (query: string) => (await leads(query)).items.map(({ id }: { id: string }) => id)
      expect(await ids(`q=${encodeURIComponent('茉莉花')}`)).to.deep.equal([lead.id])
      expect(await ids(`band=${lead.band}&kind=complaint&category=${lead.labels[0].category}`)).to.include(lead.id)
      expect(await ids('kind=contract')).to.deep.equal([])
      expect(await ids('from=2026-05-06&to=2026-05-06')).to.include(lead.id)
      expect(await ids('to=2026-05-05')).to.deep.equal([])
      expect(await ids('desk=mine')).to.deep.equal([])
    })

    it('refuses a cursor nobody gave out rather than beginning the list again', async () => {
      const made = [
        '[{},{},{}]',
        '[0,1,2]',
        '["0","",""]',
        '[1e400,"",""]',
        '[1.5,"",""]',
        '[99999999999,"",""]',
        '[0,""]',
        '{}',
      ]
      for (const places of [...made, '[0,"","\\u0000"]', 'null', '']) {
        const after = Buffer.from(places).toString('base64url') || '%20'
        const response = await api.get(`/api/v1/leads?after=${after}`, api.cast.alice)
        expect(response.status, places).to.equal(422)
        const { code, values } = await response.json()
        expect([code, values.field], places).to.deep.equal(['form.invalid', 'after'])
      }
    })

    it('refuses a filter that is none rather than answering with everything', async () => {
      for (const [query, field] of [
        ['band=purple', 'band'],
        ['bnad=red', 'bnad'],
        ['limit=0', 'limit'],
        ['limit=201', 'limit'],
        ['from=2026-13-01', 'from'],
        ['after=nonsense', 'after'],
        [`after=${Buffer.from('[0,"\\u0000",""]').toString('base64url')}`, 'after'],
        ['band=red&band=blue', 'band'],
      ]) {
        const response = await api.get(`/api/v1/leads?${query}`, api.cast.alice)
        expect(response.status, query).to.equal(422)
        expect((await response.json()).values.field).to.equal(field)
      }
    })

    it('shows a stranger neither the lead nor its paper nor its case, and a hotline clerk no leads at all', async () => {
      const lead = await aLead()
      const order = { version: lead.version, reason: '核查' }
      const caseFile = await (await api.post(`/api/v1/leads/${lead.id}/open`, api.cast.alice, order)).json()
      const paths = [
        `/api/v1/leads/${lead.id}`,
        `/api/v1/documents/${lead.papers[0].id}`,
        `/api/v1/cases/${caseFile.id}`,
      ]
      for (const path of paths) {
        const response = await api.get(path, api.cast.dave)
        expect(response.status, path).to.equal(404)
        expect((await api.get(path, api.cast.bob)).status, path).to.equal(200)
      }
      expect((await leads('', api.cast.dave)).items).to.deep.equal([])
      expect((await api.get('/api/v1/leads', api.cast.henry)).status).to.equal(403)
    })

    it('opens a case once, however often the request is sent', async () => {
      const lead = await aLead()
      const before = await countOf(api, 'matters')
      const send = () =>
        api.post(
          `/api/v1/leads/${lead.id}/open`,
          api.cast.alice,
          { version: lead.version, reason: '核查' },
          { 'idempotency-key': key },
        )
      const key = aKey()
      const answers = await Promise.all([send(), send(), send()])
      const bodies = await Promise.all(answers.map((answer) => answer.json()))
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201])
      expect(new Set(bodies.map(({ id }) => id)).size).to.equal(1)
      expect(await countOf(api, 'matters')).to.equal(before + 1)
      const shown = await (await api.get(`/api/v1/cases/${bodies[0].id}`, api.cast.alice)).json()
      expect(shown).to.include({ lead: lead.id, owner: api.cast.alice.officerId, reason: '核查' })
    })

    it('refuses a version the officer did not see, a missing reason and a reviewer', async () => {
      const lead = await aLead()
      const path = `/api/v1/leads/${lead.id}/open`
      const codeOf = async (response: Promise<Response>) => (await (await response).json()).code
      expect(await codeOf(api.post(path, api.cast.alice, { version: 99, reason: '核查' }))).to.equal('form.stale')
      expect(await codeOf(api.post(path, api.cast.alice, { version: lead.version, reason: ' ' }))).to.equal(
        'form.invalid',
      )
      expect(await codeOf(api.post(path, api.cast.alice, { version: '1', reason: '核查' }))).to.equal('form.invalid')
      expect(await codeOf(api.post(path, api.cast.dave, { version: lead.version, reason: '核查' }))).to.equal(
        'not_found',
      )
      expect(await codeOf(api.post(path, api.cast.henry, { version: lead.version, reason: '核查' }))).to.equal(
        'auth.forbidden',
      )
    })

    it('answers an id that cannot be one like one that is not there', async () => {
      for (const id of ['%00', '..%2F..', 'x'.repeat(100), '%E5%8F%B7']) {
        const response = await api.get(`/api/v1/leads/${id}`, api.cast.alice)
        expect(response.status, id).to.equal(404)
      }
    })

    it('makes no lead of a lawful paper', async () => {
      const { id } = await (await api.post('/api/v1/documents', api.cast.alice, { text: LAWFUL_COPY })).json()
      await api.processAll()
      expect((await (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).json()).lead).to.equal(null)
    })
  })
})
