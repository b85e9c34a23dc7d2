import { expect } from 'chai'
import pino from 'pino'
import type { Rulebook } from '../../src/core/check/rule.ts'
import { PROBLEMS } from '../../src/core/problem.ts'
import { insertActivation } from '../../src/store/rulebook-activations.ts'
import { keepRulebook } from '../../src/store/rulebooks.ts'
import { WORDS } from '../../src/web/words/words.ts'
import { shipped } from '../support/rulebook.ts'
import { type WebApp, webApp } from '../support/web-app.ts'

describe('when something goes wrong', () => {
  const lines: Record<string, unknown>[] = []
  let app: WebApp

  before(async () => {
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) })
    app = await webApp({
      log,
      queueCounts: async () => {
        throw new Error('connection refused')
      },
    })
  })
  after(() => app.close())
  beforeEach(() => {
    lines.length = 0
  })

  it('logs a bug once and shows its number and nothing of its insides', async () => {
    const alice = await app.as(app.cast.alice)
    const id = await app.paper('x')
    await app.db('assessments').update({ reasons: '{not json' })
    const answer = await alice.get(`/documents/${id}`)
    expect(answer.status).to.equal(500)
    expect(lines).to.have.lengthOf(1)
    expect(answer.text).to.include('系统出错了').and.include(String(lines[0]!.bugId))
    expect(answer.text).not.to.include('JSON').and.not.include('at ')
  })

  it('lets no NUL through, in an address or in a form', async () => {
    const alice = await app.as(app.cast.alice)
    for (const path of ['/documents/%00', '/documents?q=a%00b'])
      expect((await alice.get(path)).status, path).to.equal(404)
    expect((await alice.post('/leads/none/take', { version: '1', reason: 'a\0b' })).status).to.equal(422)
    expect(lines).to.have.lengthOf(0)
  })

  it('tells whoever sends a garbled upload so, and lets no NUL through in the name of a file', async () => {
    const alice = await app.as(app.cast.alice)
    const address = '/matters/none/exhibits'
    const send = (body: string) =>
      fetch(app.url + address, {
        method: 'POST',
        headers: { cookie: alice.cookie, 'content-type': 'multipart/form-data; boundary=b' },
        body,
      })
    const part = (head: string, said: string) => `--b\r\nContent-Disposition: form-data; ${head}\r\n\r\n${said}\r\n`
    for (const body of [part('name="csrf"', alice.csrf), '--b\r\nno head\r\n', 'nothing', part('name="a\nb"', 'x')])
      expect((await send(body)).status, body).to.equal(400)
    const named = part('name="files"; filename*=UTF-8\'\'a%00b.txt', 'x')
    expect((await send(`${part('name="csrf"', alice.csrf)}${named}--b--\r\n`)).status).to.equal(422)
    expect(lines).to.have.lengthOf(0)
  })

  it('logs nothing for what was to be expected', async () => {
    const alice = await app.as(app.cast.alice)
    expect((await alice.get('/leads/none')).status).to.equal(404)
    expect((await alice.post('/leads/none/take', { csrf: 'x' })).status).to.equal(403)
    expect(lines).to.have.lengthOf(0)
  })

  it('still opens the status page while the queue cannot be reached', async () => {
    const { status, text } = await (await app.as(app.cast.alice)).get('/status')
    expect(status).to.equal(200)
    expect(text).to.include('任务队列暂时无法访问').and.not.include('connection refused')
  })

  it('has words for every expected failure in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(WORDS[language].problems).to.have.all.keys(Object.keys(PROBLEMS))
    }
  })

  it('shows how things stand where the active rules are of a release that this one cannot run', async () => {
    const { scoring: _, ...rest } = shipped.rulebook
    const at = app.parts.now().toISOString()
    await app.db.transaction(async (trx) => {
      await keepRulebook(trx, { ...rest, hash: 'broken' } as Rulebook, at)
      const nobody = { authorId: null, approverId: null, backtestId: null }
      await insertActivation(trx, { ...nobody, seq: 1, hash: 'broken', way: 'shipped', reason: '', at })
    })
    const answer = await (await app.as(app.cast.alice)).get('/status')
    expect(answer.status).to.equal(200)
    expect(answer.text).to.include(shipped.rulebook.hash.slice(0, 12))
  })
})
