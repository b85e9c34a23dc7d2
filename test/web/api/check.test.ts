import { expect } from 'chai'
import { checkAnswer } from '../../../src/actions/papers/check-answer.ts'
import { assess } from '../../../src/core/pipeline.ts'
import { LAWFUL_COPY, UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, countOf, openApiUnderTest } from './api-under-test.ts'

describe('POST /api/v1/check', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  it('answers what scan would, and keeps nothing', async () => {
    const given = {
      kind: 'marketing',
      date: '2021-04-01',
      until: '2026-05-01',
      region: '440300',
      entity: 'care_institution',
      channel: 'seminar',
    } as const
    const response = await api.post('/api/v1/check', api.cast.alice, { id: 'A1', text: UNLAWFUL_COPY, ...given })
    const expected = checkAnswer('A1', assess({ text: UNLAWFUL_COPY, ...given }, '2026-05-06', api.parts.compiled))
    expect(response.status).to.equal(200)
    const answer = await response.json()
    expect(answer).to.deep.equal(JSON.parse(JSON.stringify(expected)))
    expect(answer.labels).to.include('illegal_fundraising')
    expect(JSON.stringify(answer.findings)).to.include('conduct_spans_change')
    expect(await countOf(api, 'intakes')).to.equal(0)
  })

  it('takes the day in Shanghai for a paper without a date', async () => {
    api.parts.setNow('2026-05-06T16:30:00.000Z')
    const answer = await (await api.post('/api/v1/check', api.cast.henry, { text: LAWFUL_COPY })).json()
    const tomorrow = checkAnswer('', assess({ text: LAWFUL_COPY }, '2026-05-07', api.parts.compiled))
    expect(answer).to.deep.equal(JSON.parse(JSON.stringify(tomorrow)))
  })

  it('refuses a text too long to keep everybody else waiting for', async () => {
    const response = await api.post('/api/v1/check', api.cast.alice, { text: 'x'.repeat(500_001) })
    expect(response.status).to.equal(413)
  })

  it('refuses a text in which nothing can be seen, and says so in both languages', async () => {
    for (const text of ['', ' \n\t', '\u3000', '\ufeff', '\u200b\u200d \u2060']) {
      const response = await api.post('/api/v1/check', api.cast.alice, { text, kind: 'marketing' })
      expect(response.status, JSON.stringify(text)).to.equal(422)
      const problem = await response.json()
      expect(problem.code).to.equal('intake.empty')
      expect(JSON.stringify(problem)).to.include('请提交非空的文字或文件').and.include('Send a text')
    }
    expect((await api.post('/api/v1/check', api.cast.alice, { text: '\u200b养' })).status).to.equal(200)
  })

  it('refuses fields that belong to a paper taken in', async () => {
    const response = await api.post('/api/v1/check', api.cast.alice, { text: 'x', identity: { role: 'caller' } })
    expect((await response.json()).values.field).to.equal('identity')
  })
})
