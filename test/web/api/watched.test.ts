import { expect } from 'chai'
import { migrationSource } from '../../../db/migrations/index.ts'
import { UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, openApiUnderTest } from './api-under-test.ts'

describe('what watches over the process', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  it('is told at /healthz that it is alive', async () => {
    expect(await (await fetch(`${api.origin}/healthz`)).json()).to.deep.equal({ status: 'ok' })
  })

  it('is told at /readyz that it can serve', async () => {
    const response = await fetch(`${api.origin}/readyz`)
    expect([response.status, await response.json()]).to.deep.equal([200, { status: 'ready', reasons: [] }])
  })

  it('is told at /readyz what is missing, without an address', async () => {
    const unready = await openApiUnderTest({
      queueCounts: () => Promise.reject(new Error('connect ECONNREFUSED redis://10.0.0.1')),
    })
    await unready.parts.db('knex_migrations').delete()
    const response = await fetch(`${unready.origin}/readyz`)
    expect(response.status).to.equal(503)
    const names = (await migrationSource.getMigrations([])).map(migrationSource.getMigrationName)
    expect((await response.json()).reasons).to.deep.equal([
      `migrations to do: ${names.join(', ')}`,
      'queue cannot be reached',
    ])
    await unready.close()
  })

  it('reads papers by stage, queue depth, requests by route, memory and lag at /metrics', async () => {
    const { id } = await (await api.post('/api/v1/documents', api.cast.alice, { text: UNLAWFUL_COPY })).json()
    await api.get(`/api/v1/documents/${id}`, api.cast.alice)
    await api.get('/api/v1/documents/none', api.cast.alice)
    await fetch(`${api.origin}/elsewhere/7`)
    const response = await fetch(`${api.origin}/metrics`)
    const lines = (await response.text()).split('\n')
    expect(response.headers.get('content-type')).to.match(/^text\/plain; version=0\.0\.4/)
    expect(lines).to.include.members([
      'sojourn_documents{stage="received"} 1',
      'sojourn_queue_up 1',
      'sojourn_queue_jobs{queue="documents",state="waiting"} 3',
      'sojourn_http_requests_total{method="POST",route="/api/v1/documents",status="202"} 1',
      'sojourn_http_requests_total{method="GET",route="/api/v1/documents/:id",status="200"} 1',
      'sojourn_http_requests_total{method="GET",route="/api/v1/documents/:id",status="404"} 1',
      'sojourn_http_requests_total{method="GET",route="/elsewhere/:id",status="200"} 1',
    ])
    for (const line of lines.filter(Boolean)) {
      expect(line).to.match(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*\})? -?[\d.e+-]+)$/)
    }
    expect(lines.find((line) => line.startsWith('sojourn_event_loop_lag_seconds{quantile="0.99"}'))).to.not.be.undefined
    expect(lines.join('')).to.not.contain(id)
  })

  it('counts a queue that does not answer as down and tells the rest', async () => {
    const down = await openApiUnderTest({ queueCounts: () => Promise.reject(new Error('gone')) })
    const text = await (await fetch(`${down.origin}/metrics`)).text()
    expect(text).to.contain('sojourn_queue_up 0').and.contain('sojourn_documents{stage="processed"} 0')
    await down.close()
  })
})
