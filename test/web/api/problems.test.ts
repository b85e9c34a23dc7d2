import { expect } from 'chai'
import { disableOfficer } from '../../../src/actions/officers/change-officer.ts'
import { revokeToken } from '../../../src/actions/officers/create-api-token.ts'
import { listApiTokens } from '../../../src/store/api-tokens.ts'
import { type ApiUnderTest, openApiUnderTest } from './api-under-test.ts'

describe('failures of the API', () => {
  let api: ApiUnderTest
  before(async () => {
    api = await openApiUnderTest()
  })
  after(() => api.close())

  const raw = async (path: string, init: RequestInit & { headers?: Record<string, string> } = {}) =>
    fetch(`${api.origin}${path}`, { ...init, headers: { ...(await api.as(api.cast.alice)), ...init.headers } })

  it('are problem+json with a Chinese title, what to do in both languages, a code and the path', async () => {
    const response = await raw('/api/v1/leads/none?q=secret')
    expect(response.headers.get('content-type')).to.match(/^application\/problem\+json/)
    const problem = await response.json()
    expect(problem).to.include({ status: 404, code: 'not_found', instance: '/api/v1/leads/none' })
    expect(problem.type).to.equal('urn:sojourn-watch:problem:not_found')
    expect(problem.title).to.match(/\p{Script=Han}/u)
    expect(problem.detail).to.match(/[a-z]{3}.* \/ .*\p{Script=Han}/u)
  })

  const cases: [
    claim: string,
    path: string,
    init: RequestInit & { headers?: Record<string, string> },
    status: number,
    code: string,
  ][] = [
    ['an unknown path', '/api/v1/nothing', {}, 404, 'not_found'],
    ['an unknown path outside the version', '/api/nothing', { method: 'POST' }, 404, 'not_found'],
    ['another method', '/api/v1/leads', { method: 'DELETE' }, 405, 'request.method_not_allowed'],
    [
      'malformed JSON',
      '/api/v1/check',
      { method: 'POST', body: '{"text":', headers: JSON_TYPE() },
      400,
      'request.malformed',
    ],
    [
      'JSON that is no object',
      '/api/v1/check',
      { method: 'POST', body: '["x"]', headers: JSON_TYPE() },
      400,
      'request.malformed',
    ],
    ['a path with a broken escape', '/api/v1/leads/%E0%A4', {}, 400, 'request.malformed'],
    [
      'another media type',
      '/api/v1/check',
      { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } },
      415,
      'request.unsupported_media',
    ],
    [
      'papers of another media type',
      '/api/v1/documents',
      { method: 'POST', body: 'x', headers: { 'content-type': 'application/pdf' } },
      415,
      'request.unsupported_media',
    ],
    [
      'an unknown character set',
      '/api/v1/check',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json; charset=big5' } },
      415,
      'request.unsupported_media',
    ],
    [
      'a body over the limit',
      '/api/v1/check',
      { method: 'POST', body: `{"text":"${'x'.repeat(41 * 1024 * 1024)}"}`, headers: JSON_TYPE() },
      413,
      'request.too_large',
    ],
    [
      'a key that is none',
      '/api/v1/documents',
      { method: 'POST', body: '{"text":"x"}', headers: { ...JSON_TYPE(), 'idempotency-key': 'a b' } },
      422,
      'form.invalid',
    ],
  ]
  for (const [claim, path, init, status, code] of cases) {
    it(`answer ${claim} with ${status} ${code}`, async () => {
      const response = await raw(path, init)
      expect([response.status, (await response.json()).code]).to.deep.equal([status, code])
    })
  }

  it('name the methods a path takes', async () => {
    expect((await raw('/api/v1/leads', { method: 'DELETE' })).headers.get('allow')).to.equal('GET')
  })

  it('ask for a token where none, a wrong one, a revoked one or one of a disabled officer is brought', async () => {
    const revoked = await api.as(api.cast.carol)
    const [tokenOfCarol] = (await listApiTokens(api.parts.db)).filter(
      ({ officerId }) => officerId === api.cast.carol.officerId,
    )
    await revokeToken(api.parts, 'system', tokenOfCarol!.id)
    const disabled = await api.as(api.cast.bob)
    const { login } = await api.parts.db('officers').where({ id: api.cast.bob.officerId }).first()
    await disableOfficer(api.parts, 'system', login)
    for (const authorization of ['', 'Bearer wrong', 'Basic eDp5', revoked.authorization, disabled.authorization]) {
      const response = await fetch(`${api.origin}/api/v1/leads`, { headers: { authorization } })
      expect(response.status, authorization.slice(0, 8)).to.equal(401)
      expect(response.headers.get('www-authenticate')).to.match(/^Bearer/)
      expect((await response.json()).code).to.equal('auth.required')
    }
  })

  it('tell of a bug no more than that there was one', async () => {
    const broken = await openApiUnderTest({
      files: { put: () => Promise.reject(new Error('secret path /var/x')), get: () => Promise.reject(new Error()) },
    })
    const response = await broken.post('/api/v1/documents', broken.cast.alice, { text: 'x' })
    const body = await response.text()
    expect(response.status).to.equal(500)
    expect(body).to.not.contain('secret')
    expect(JSON.parse(body).code).to.equal('bug')
    await broken.close()
  })

  it('leave paths outside the API to the screens', async () => {
    expect(await (await fetch(`${api.origin}/elsewhere/1`)).text()).to.equal('a screen')
  })
})

function JSON_TYPE() {
  return { 'content-type': 'application/json' }
}
