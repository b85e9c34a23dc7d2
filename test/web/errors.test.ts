import { expect } from 'chai'
import pino from 'pino'
import { PROBLEMS } from '../../src/core/problem.ts'
import { WORDS } from '../../src/web/words/words.ts'
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
})
