import { expect } from 'chai'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, type WebApp, webApp } from '../support/web-app.ts'

describe('the inbox', () => {
  let app: WebApp
  let alice: Client

  before(async () => {
    app = await webApp()
    alice = await app.as(app.cast.alice)
    await app.paper(UNLAWFUL_COPY, { given: { kind: 'marketing', region: '440300', date: '2026-05-01' } })
    await app.paper('我母亲交了九万八，业务员说保本保息，年化收益12%，现在不退。', {
      given: { kind: 'complaint', region: '440305', date: '2026-05-01' },
    })
  })
  after(() => app.close())

  const ids = async (path: string) =>
    [...(await alice.get(path)).text.matchAll(/href="\/leads\/([\w-]+)"/g)].map((match) => match[1]!)

  it('shows each lead with band, number, labels, rules, kind, region and owner', async () => {
    const { text } = await alice.get('/inbox')
    for (const word of [
      'band-red',
      'XS-2026-00001',
      '涉嫌非法集资',
      'IF-0',
      '宣传资料',
      '广东省 深圳市 南山区',
      '未认领',
    ]) {
      expect(text).to.include(word)
    }
  })

  it('names the rules beside their codes, those that find no room in a tooltip', async () => {
    const { text } = await alice.get('/inbox')
    const { code } = await app.db('findings').orderBy('severity', 'desc').orderBy('code').first()
    const { title } = app.parts.compiled.rulebook.rules.find((rule) => rule.code === code)!
    expect(text).to.include(`title="${title.zh}">${code}</code> <span class="name">${title.zh}</span>`)
  })

  it('filters by kind, category, band, day and text', async () => {
    expect(await ids('/inbox')).to.have.lengthOf(2)
    expect(await ids('/inbox?kind=complaint')).to.have.lengthOf(1)
    expect(await ids('/inbox?category=illegal_fundraising')).to.have.lengthOf(2)
    expect(await ids('/inbox?band=blue')).to.have.lengthOf(0)
    expect(await ids('/inbox?from=2026-05-06&to=2026-05-06')).to.have.lengthOf(2)
    expect(await ids('/inbox?to=2026-05-05')).to.have.lengthOf(0)
    expect(await ids('/inbox?q=九万八')).to.have.lengthOf(1)
    expect(await ids('/inbox?q=九万八+候鸟')).to.have.lengthOf(0)
    expect((await alice.get('/inbox?band=blue')).text)
      .to.include('请放宽条件')
      .and.include('清除筛选')
  })

  it('takes a nonsense filter or cursor as none', async () => {
    for (const query of [
      'band=purple',
      'from=yesterday',
      'after=@@@',
      'desk=elsewhere',
      'q=%22%27%5C',
      'band=red&band=blue',
    ]) {
      expect((await alice.get(`/inbox?${query}`)).status, query).to.equal(200)
    }
  })

  it('refuses an address with a NUL, which nobody types', async () => {
    expect((await alice.get('/inbox?q=%00')).status).to.equal(404)
  })

  it('pages through every lead once, keeping the filter', async () => {
    const many = await webApp()
    try {
      for (let n = 0; n < 30; n++) {
        await many.paper(`${UNLAWFUL_COPY}第${n}批`, { given: { kind: 'complaint', region: '440300' } })
      }
      const reader = await many.as(many.cast.alice)
      const first = await reader.get('/inbox?kind=complaint')
      const next = /rel="next" href="([^"]+)"/.exec(first.text)![1]!.replaceAll('&amp;', '&')
      expect(next).to.include('kind=complaint')
      const second = await reader.get(next)
      const seen = [first, second].flatMap(({ text }) =>
        [...text.matchAll(/href="\/leads\/([\w-]+)"/g)].map((m) => m[1]),
      )
      expect(seen).to.have.lengthOf(30)
      expect(new Set(seen).size).to.equal(30)
      expect(second.text).not.to.include('rel="next"')
    } finally {
      await many.close()
    }
  })

  it('asks the database as often for fifty leads as for five', async () => {
    expect(await queriesFor(5, '/inbox')).to.equal(await queriesFor(50, '/inbox'))
  })

  it('asks the database as often for fifty papers as for five', async () => {
    expect(await queriesFor(5, '/documents')).to.equal(await queriesFor(50, '/documents'))
  })
})

describe('the list of imports', () => {
  it('asks the database as often for fifty runs as for five', async () => {
    const app = await webApp()
    try {
      const alice = await app.as(app.cast.alice)
      const asked: number[] = []
      let runs = 0
      let queries = 0
      app.db.on('query', () => queries++)
      for (const wanted of [5, 50]) {
        while (runs < wanted) await addRun(app, `run-${++runs}`)
        queries = 0
        expect((await alice.get('/imports')).text.match(/href="\/imports\/run-/g)).to.have.lengthOf(wanted)
        asked.push(queries)
      }
      expect(asked[0]).to.equal(asked[1])
    } finally {
      await app.close()
    }
  })
})

function addRun({ db, parts }: WebApp, id: string) {
  const run = { id, source: 'folder', label: id, state: 'finished', region: '440300' }
  return db('import_runs').insert({ ...run, started_at: parts.now().toISOString() })
}

async function queriesFor(leads: number, path: string): Promise<number> {
  const app = await webApp()
  try {
    for (let n = 0; n < leads; n++)
      await app.paper(`${UNLAWFUL_COPY}第${n}批`, { given: { kind: 'report', region: '440300' } })
    const alice = await app.as(app.cast.alice)
    let queries = 0
    app.db.on('query', () => queries++)
    const { status } = await alice.get(path)
    expect(status).to.equal(200)
    return queries
  } finally {
    await app.close()
  }
}
