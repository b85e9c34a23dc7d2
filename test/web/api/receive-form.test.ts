import { expect } from 'chai'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, aKey, countOf, openApiUnderTest } from './api-under-test.ts'

describe('POST /api/v1/documents with a form', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  it('takes one file as one paper, under its Chinese name and with the fields said of it', async () => {
    const form = aForm({ kind: 'contract', 'identity.role': 'reporter', 'identity.name': '李示例' }, [
      '合同 样本.txt',
      LAWFUL_COPY,
    ])
    const response = await api.post('/api/v1/documents', api.cast.alice, form)
    const { id } = await response.json()
    expect(response.status).to.equal(202)
    const shown = await (await api.get(`/api/v1/documents/${id}`, api.cast.alice)).json()
    expect(shown).to.include({ file_name: '合同 样本.txt', kind: 'contract', source: 'api' })
    expect(await api.parts.db('identities').where({ name: '李示例' }).first()).to.include({ role: 'reporter' })
  })

  it('takes several files as a stored run with what became of each', async () => {
    const form = aForm({ sender: 'street-office' }, ['a.txt', LAWFUL_COPY], ['b.txt', ''], ['c.txt', UNLAWFUL_COPY])
    const answer = await (await api.post('/api/v1/documents', api.cast.alice, form)).json()
    expect(answer.counts).to.deep.equal({ received: 2, duplicate: 0, rejected: 1 })
    expect(answer.items.map((item: { name: string; outcome: string }) => [item.name, item.outcome])).to.deep.equal([
      ['a.txt', 'received'],
      ['b.txt', 'rejected'],
      ['c.txt', 'received'],
    ])
    const run = await api.parts.db('import_runs').where({ id: answer.run }).first()
    expect(run).to.include({ state: 'finished', source: 'api', region: '440300' })
  })

  it('gives the stored answer to the same form sent again, although its boundary differs', async () => {
    const key = { 'idempotency-key': aKey() }
    const before = await countOf(api, 'documents')
    const send = () =>
      api.post('/api/v1/documents', api.cast.alice, aForm({}, ['a.txt', 'eins'], ['b.txt', 'zwei']), key)
    const [first, again] = [await send(), await send()]
    expect(await again.text()).to.equal(await first.text())
    expect(await countOf(api, 'documents')).to.equal(before + 2)
    const other = await api.post('/api/v1/documents', api.cast.alice, aForm({}, ['a.txt', 'drei']), key)
    expect((await other.json()).code).to.equal('request.idempotency_reused')
  })

  it('takes a text field without files as one paper', async () => {
    const response = await api.post('/api/v1/documents', api.cast.alice, aForm({ text: LAWFUL_COPY }))
    expect(response.status).to.equal(202)
  })

  it('refuses a file over 20 MB and keeps nothing of the form', async () => {
    const before = await countOf(api, 'intakes')
    const form = aForm({}, ['small.txt', LAWFUL_COPY], ['huge.txt', 'x'.repeat(21 * 1024 * 1024)])
    const response = await api.post('/api/v1/documents', api.cast.alice, form)
    expect(response.status).to.equal(413)
    expect(await countOf(api, 'intakes')).to.equal(before)
  })

  it('answers a form that breaks off, or has no boundary, as malformed', async () => {
    for (const [type, body] of [
      ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\nhalf'],
      ['multipart/form-data', 'x'],
    ] as const) {
      const response = await api.post('/api/v1/documents', api.cast.alice, body, { 'content-type': type })
      expect(response.status).to.equal(400)
      expect((await response.json()).code).to.equal('request.malformed')
    }
  })
})

function aForm(fields: Record<string, string>, ...files: [name: string, text: string][]): FormData {
  const form = new FormData()
  for (const [name, text] of files) form.append('file', new Blob([text]), name)
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
