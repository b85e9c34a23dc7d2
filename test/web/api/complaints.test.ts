import { expect } from 'chai'
import { UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, openApiUnderTest } from './api-under-test.ts'
import { schemaMistakes } from './schema-mistakes.ts'

const COMPLAINT = {
  platform: '12345',
  external: 'GD-1',
  called_at: '2026-05-05T10:00:00+08:00',
  received_at: '2026-05-06T09:00:00+08:00',
  people: { caller: { name: '林小雨', phone: '13900000001' }, complainant: { name: '林桂香' } },
  relation: 'child',
  authority: 'pending',
  seller: { name: '听潮旅居服务有限公司', region: '440300' },
  story: '交了房费不给安排入住。请求退还房费，并举报他们虚假宣传。',
  paid: 12800,
  requests: ['refund'],
  asks: '退还房费',
}

describe('POST /api/v1/complaints', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  const post = (body: unknown, headers: Record<string, string> = {}) =>
    api.post('/api/v1/complaints', api.cast.alice, body, headers)

  it('makes complaint and report of one letter, and answers as described', async () => {
    const answer = await post(COMPLAINT)
    expect(answer.status).to.equal(201)
    const body = await answer.json()
    expect(schemaMistakes('ReceivedComplaint', body)).to.deep.equal([])
    expect(schemaMistakes('Complaint', COMPLAINT)).to.deep.equal([])
    expect(body.outcome).to.equal('created')
    expect(body.matters.map(({ kind }: { kind: string }) => kind)).to.deep.equal(['complaint', 'report'])
    expect(body.matters[0]).to.include({ received_at: '2026-05-06T01:00:00.000Z', region: '440300' })
    const matter = await api.parts.db('matters').where({ id: body.matters[0].id }).first()
    expect(Number(matter.paid_fen)).to.equal(1_280_000)
  })

  it('brings it up to date when it is told again', async () => {
    const again = await post(COMPLAINT)
    expect([again.status, (await again.json()).outcome]).to.deep.equal([200, 'unchanged'])
    const changed = await post({ ...COMPLAINT, paid: 20_000 })
    expect([changed.status, (await changed.json()).outcome]).to.deep.equal([200, 'updated'])
  })

  it('answers a retry under its Idempotency-Key with the first answer', async () => {
    const order = { ...COMPLAINT, external: 'GD-2' }
    const headers = { 'Idempotency-Key': 'k-1' }
    const first = await post(order, headers)
    const again = await post(order, headers)
    expect(again.headers.get('Idempotency-Replayed')).to.equal('true')
    expect([again.status, await again.json()]).to.deep.equal([201, await first.json()])
    expect((await post({ ...order, paid: 1 }, headers)).status).to.equal(409)
  })

  it('puts papers handed in before on the file of both matters', async () => {
    const paper = await api.post('/api/v1/documents', api.cast.alice, {
      text: UNLAWFUL_COPY,
      sender: 'feed',
      external: '9',
    })
    const { id } = await paper.json()
    const order = { ...COMPLAINT, external: 'GD-5' }
    await post(order)
    const { outcome, matters } = await (await post({ ...order, documents: [id] })).json()
    expect(outcome).to.equal('updated')
    for (const matter of matters)
      expect(await api.parts.db('matter_documents').where({ matter_id: matter.id, document_id: id })).to.have.length(1)
    expect((await (await post({ ...order, documents: [id] })).json()).outcome).to.equal('unchanged')
    const strange = await post({ ...order, external: 'GD-6', documents: ['nobody-knows'] })
    expect((await strange.json()).values.field).to.equal('documents')
  })

  it('names the member that cannot be used, and never what it holds', async () => {
    for (const [wrong, field] of [
      [{ platform: '' }, 'platform'],
      [{ external: undefined }, 'external'],
      [{ story: '' }, 'story'],
      [{ relation: '女儿' }, 'relation'],
      [{ paid: '很多' }, 'paid'],
      [{ requests: ['money'] }, 'requests'],
      [{ people: { caller: { nmae: '林小雨' } } }, 'people.caller.nmae'],
      [{ seller: { region: '44' } }, 'region'],
      [{ chanel: 'web' }, 'chanel'],
      [{ received_at: '2027-01-01' }, 'received_at'],
    ] as const) {
      const answer = await post({ ...COMPLAINT, external: 'GD-3', ...wrong })
      const body = await answer.text()
      expect(answer.status, field).to.equal(422)
      expect(JSON.parse(body).values.field).to.equal(field)
      expect(body).to.not.include('林小雨')
    }
  })

  it('is closed to those who open no matters', async () => {
    const analyst = { ...COMPLAINT, external: 'GD-4' }
    const { dave } = api.cast
    await api.parts.db('officers').where({ id: dave.officerId }).update({ role: 'analyst' })
    expect((await api.post('/api/v1/complaints', dave, analyst)).status).to.equal(403)
    expect((await fetch(`${api.origin}/api/v1/complaints`, { method: 'POST' })).status).to.equal(401)
  })
})
