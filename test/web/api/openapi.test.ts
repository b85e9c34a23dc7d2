import { expect } from 'chai'
import type { Router } from 'express'
import { OPENAPI } from '../../../src/web/api/openapi.ts'
import { apiRouter } from '../../../src/web/api/router.ts'
import type { WebParts } from '../../../src/web/web-parts.ts'
import { UNLAWFUL_COPY } from '../../support/parts.ts'
import { type ApiUnderTest, openApiUnderTest } from './api-under-test.ts'
import { schemaMistakes } from './schema-mistakes.ts'

describe('the description of the API', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  it('is served as OpenAPI 3.1 to anybody', async () => {
    const description = await (await fetch(`${api.origin}/api/openapi.json`)).json()
    expect(description.openapi).to.match(/^3\.1\./)
    expect(description).to.deep.equal(JSON.parse(JSON.stringify(OPENAPI)))
  })

  it('describes every route there is, and no other', () => {
    const described = Object.entries(OPENAPI.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    )
    expect(described.sort()).to.deep.equal(routesOf(apiRouter(api.parts as unknown as WebParts)).sort())
  })

  it('refers to no schema that is missing, and holds none that nothing refers to', () => {
    const referred = [...JSON.stringify(OPENAPI).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!)
    expect([...new Set(referred)].sort()).to.deep.equal(Object.keys(OPENAPI.components.schemas).sort())
  })

  it('holds for what is answered: every key described, none missing', async () => {
    const { alice } = api.cast
    const asked = async (name: string, response: Promise<Response>) => {
      const body = await (await response).json()
      expect(schemaMistakes(name, body), name).to.deep.equal([])
      return body
    }
    const paper = { text: UNLAWFUL_COPY, kind: 'marketing', region: '440300', sender: 'feed', external: '1' }
    await asked('CheckAnswer', api.post('/api/v1/check', alice, { text: UNLAWFUL_COPY }))
    const receipt = await asked('Receipt', api.post('/api/v1/documents', alice, paper))
    const lines = `${JSON.stringify(paper)}\n{}`
    await asked('Batch', api.post('/api/v1/documents', alice, lines, { 'content-type': 'application/x-ndjson' }))
    await asked('Document', api.get(`/api/v1/documents/${receipt.id}`, alice))
    await api.processAll()
    const document = await asked('Document', api.get(`/api/v1/documents/${receipt.id}`, alice))
    await asked('LeadPage', api.get('/api/v1/leads', alice))
    const lead = await asked('LeadDetail', api.get(`/api/v1/leads/${document.lead}`, alice))
    const order = { version: lead.version, reason: '涉嫌违法，立案核查' }
    const caseFile = await asked('Case', api.post(`/api/v1/leads/${lead.id}/open`, alice, order))
    await asked('CaseDetail', api.get(`/api/v1/cases/${caseFile.id}`, alice))
    const board = await asked('ClockBoard', api.get('/api/v1/clocks?clock=T06', alice))
    expect(board.items.map(({ matter }: { matter: string }) => matter)).to.deep.equal([caseFile.id])
    await asked('LeadDetail', api.get(`/api/v1/leads/${lead.id}`, alice))
    await asked('Problem', api.get('/api/v1/leads/none', alice))
    await asked('Health', fetch(`${api.origin}/healthz`))
    await asked('Readiness', fetch(`${api.origin}/readyz`))
  })

  it('would notice an answer that departs from it', () => {
    expect(schemaMistakes('Receipt', { id: 1, outcome: 'lost', more: true })).to.deep.equal([
      'Receipt.href: is missing',
      'Receipt.id: is not string',
      'Receipt.outcome: lost is not in the list',
      'Receipt.more: is not described',
    ])
  })
})

/** `post /api/v1/check` and so on, parameters as the description writes them. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap(({ route }) =>
    route
      ? route.stack.flatMap(({ method }) => (method ? [`${method} ${route.path.replace(/:(\w+)/g, '{$1}')}`] : []))
      : [],
  )
}
