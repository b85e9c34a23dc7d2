import { expect } from 'chai'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { wordsOf } from '../../src/core/intake/read-out-card.ts'
import { callById } from '../../src/store/calls.ts'
import { aCallForm, aCallId } from '../support/a-call-form.ts'
import { anOfficer } from '../support/cast.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { type Client, hidden, shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the desk for calls', () => {
  let app: WebApp
  let henry: Client
  let alice: Client
  before(async () => {
    app = await webApp()
    henry = await app.as(app.cast.henry)
    alice = await app.as(app.cast.alice)
  })
  after(() => app.close())

  const taken = async (over: Record<string, string> = {}, files: Parameters<Client['upload']>[2] = []) => {
    const callId = aCallId()
    const answer = await henry.upload(`/calls/${callId}`, { version: '0', ...aCallForm(over) }, files)
    expect(answer.location).to.equal(`/calls/${callId}`)
    return callId
  }

  it('gives every call an address of its own', async () => {
    const first = await henry.get('/calls/new')
    expect(first.status).to.equal(303)
    expect(first.location).to.match(/^\/calls\/[0-9a-f-]{36}$/)
    expect((await henry.get('/calls/new')).location).to.not.equal(first.location)
    expect(hidden(await henry.get(first.location), 'version')).to.equal('0')
  })

  it('shows the form again as it was left, to whoever left it', async () => {
    const callId = aCallId()
    const answer = await henry.post(`/calls/${callId}/draft`, { version: '0', ...aCallForm() })
    expect(answer.location).to.equal('/calls')
    expect((await henry.get('/calls')).text).to.include(`/calls/${callId}`)
    const page = await henry.get(`/calls/${callId}`)
    expect(page.text).to.include('value="林小雨"').and.include('我妈林桂香今年三月')
    expect(hidden(page, 'version')).to.equal('1')
    expect((await alice.get(`/calls/${callId}`)).text).to.not.include('林小雨')
    expect((await henry.post(`/calls/${callId}/draft`, { version: '0', ...aCallForm() })).status).to.equal(409)
    expect((await henry.post(`/calls/${callId}/drop`, { version: '1' })).location).to.equal('/calls')
    expect((await henry.get(`/calls/${callId}`)).text).to.not.include('林小雨')
  })

  it('answers the script with the version to keep on with', async () => {
    const callId = aCallId()
    const body = new URLSearchParams({ csrf: henry.csrf, version: '0', ...aCallForm() })
    const headers = { cookie: henry.cookie, accept: 'application/json' }
    const answer = await fetch(`${app.url}/calls/${callId}/draft`, { method: 'POST', body, headers })
    expect(await answer.json()).to.deep.equal({ version: 1, said: '已存 10:00' })
  })

  it('takes a story of an hour, and keeps it', async () => {
    const callId = aCallId()
    const story = '我交了钱不给住。'.repeat(2000)
    await henry.post(`/calls/${callId}/draft`, { version: '0', ...aCallForm({ story }) })
    expect((await henry.get(`/calls/${callId}`)).text).to.include(story)
  })

  it('reads along: what is missing, that the letter holds both, what it may concern', async () => {
    const fields = { version: '0', part: 'panel', ...aCallForm({ authority: 'pending' }) }
    const panel = await henry.post(`/calls/${aCallId()}/check`, fields)
    const text = shown(panel.text)
    expect(panel.text).to.not.include('<html')
    expect(text).to.include('授权委托书').and.include('同时含投诉和举报').and.include('先请补正')
    const again = await henry.post(`/calls/${aCallId()}/check`, { ...fields, story: '我上次举报过，现在补充新证据。' })
    expect(shown(again.text)).to.include('可能是重复举报')
    const { part: _, ...whole } = fields
    expect((await henry.post(`/calls/${aCallId()}/check`, whole)).text).to.include('<html')
  })

  it('says that a seller is known, how often and by whom it is handled, and nothing of any case', async () => {
    const callId = await taken()
    const { bundleId } = (await callById(app.db, callId))!
    await app.db('matter_officers').insert({ matter_id: bundleId, officer_id: app.cast.bob.officerId, part: 'handler' })
    const options = await henry.get('/calls/sellers?q=听潮')
    expect(shown(options.text)).to.match(/听潮旅居服务有限公司.*已知：投诉 \d+ 件.*在办：bob/)
    expect(options.text).to.not.match(/房费|入住|林/)
    expect(shown((await henry.get('/calls/sellers?q=没有这家')).text)).to.include('新商家')
    await app.db('matter_officers').where({ matter_id: bundleId }).delete()
  })

  it('shows a seller as it was named, whatever it was named', async () => {
    const name = '<img src=x onerror=alert(1)>公司'
    await taken({ seller_name: name })
    const options = await henry.get(`/calls/sellers?q=${encodeURIComponent('onerror')}`)
    expect(options.text).to.not.include('<img')
    expect(shown(options.text)).to.include(name)
  })

  it('takes the call with its attachments, and shows the card that judges nobody', async () => {
    const callId = await taken({ wants: 'both' }, [{ name: '宣传单.txt', bytes: UNLAWFUL_COPY }])
    const page = shown((await henry.get(`/calls/${callId}`)).text)
    const { card } = (await callById(app.db, callId))!
    for (const { zh } of wordsOf(card!)) expect(page).to.include(zh)
    const readOut = /<article class="read-out">(.*)<\/article>/s.exec((await henry.get(`/calls/${callId}`)).text)![1]!
    expect(shown(readOut)).to.not.match(/骗|诈|犯罪|非法|违法|认定|构成|集资/)
    const [attached] = await app
      .db('matter_documents')
      .join('documents', 'documents.id', 'matter_documents.document_id')
      .join('calls', 'calls.bundle_id', 'matter_documents.matter_id')
      .where({ 'calls.id': callId, title: '宣传单.txt' })
    await processDocument(app.parts, attached.document_id)
    const lead = await app.db('lead_documents').where({ document_id: attached.document_id }).first()
    expect((await alice.get(`/leads/${lead.lead_id}`)).status).to.equal(200)
  })

  it('prints a receipt that names nobody', async () => {
    const callId = await taken()
    const receipt = shown((await henry.get(`/calls/${callId}/receipt`)).text)
    expect(receipt).to.match(/TS-\d{4}-\d{5}/)
    expect(receipt).to.not.match(/林小雨|林桂香|听潮/)
  })

  it('says above the form which field cannot be used, and keeps what was typed', async () => {
    const answer = await henry.upload(`/calls/${aCallId()}`, { version: '0', ...aCallForm({ paid: '很多' }) }, [])
    expect(answer.status).to.equal(422)
    expect(answer.text).to.include('付了多少').and.include('value="很多"').and.include('value="林小雨"')
  })

  it('asks where the conduct took place apart from where the seller is, and fills neither from the other', async () => {
    const callId = aCallId()
    await henry.post(`/calls/${callId}/draft`, { version: '0', ...aCallForm({ region: '440305' }) })
    const inputs = async () => {
      const { text } = await henry.get(`/calls/${callId}`)
      return [...text.matchAll(/<input[^>]* name="(region|happened_in)"[^>]*>/g)].map(([tag, name]) => {
        const list = /list="([^"]+)"/.exec(tag)![1]
        expect(text, name)
          .to.match(new RegExp(`<label for="${name}">`))
          .and.include(`<datalist id="${list}">`)
        return [name, list, /value="([^"]*)"/.exec(tag)?.[1] ?? '']
      })
    }
    expect(await inputs()).to.deep.equal([
      ['region', 'region-list', '440305'],
      ['happened_in', 'happened_in-list', ''],
    ])
    await henry.post(`/calls/${callId}/draft`, { version: '1', ...aCallForm({ happened_in: '220100' }) })
    expect((await inputs()).map(([, , value]) => value)).to.deep.equal(['', '220100'])
    const wrong = await henry.upload(`/calls/${callId}`, { version: '2', ...aCallForm({ happened_in: '440005' }) }, [])
    expect(wrong.status).to.equal(422)
    expect(shown(wrong.text)).to.include('行为发生地区划')
  })

  it('shows the officer both places as they were told, and none that nobody told', async () => {
    const facts = async (over: Record<string, string>) => {
      const { bundleId } = (await callById(app.db, await taken(over)))!
      const { text } = await alice.get(`/matters/${bundleId}`)
      return shown(/<aside>.*?<dl class="facts">(.*?)<\/dl>/s.exec(text)![1]!)
    }
    expect(await facts({ region: '440305', happened_in: '220100' }))
      .to.match(/经营者所在地\s*广东省 深圳市 南山区\s*登记时所说/)
      .and.match(/行为发生地\s*吉林省 长春市\s*登记时所说/)
    expect(await facts({ region: '440305' })).to.not.include('行为发生地')
  })

  it('shows a call to the clerk who took it and to officers, not to another clerk', async () => {
    const callId = await taken()
    const other = await app.as(await anOfficer(app.db, 'hanna', 'hotline', '440300'))
    expect((await other.get(`/calls/${callId}`)).status).to.equal(404)
    expect((await alice.get(`/calls/${callId}`)).status).to.equal(200)
    const dave = await app.as(app.cast.dave)
    expect((await dave.get(`/calls/${callId}`)).status).to.equal(404)
  })

  it('finds a matter by its number and logs what is told, without showing what it says', async () => {
    const callId = await taken()
    const { bundleId, card } = (await callById(app.db, callId))!
    const number = card!.receipts[0]!.number
    const found = await henry.get(`/calls?number=${number}`)
    expect(shown(found.text)).to.include('已接收').and.include('2026-05-14')
    const logged = await henry.post('/calls/follow-up', {
      matter: bundleId,
      way: 'called_us',
      note: '愿意和解',
      new_facts: 'yes',
    })
    expect(logged.location).to.equal(`/calls?number=${number}`)
    expect(shown((await henry.get(logged.location)).text)).to.include('愿意和解')
    expect(shown((await alice.get(`/matters/${bundleId}`)).text)).to.include('愿意和解')
    expect(shown((await henry.get('/calls?number=TS-1999-00001')).text)).to.include('没有这个编号')
  })

  it('proposes acceptance on the page of the complaint, with the ground and its article', async () => {
    const refusable = await taken({ paid_for: 'investment', wants: 'complaint' })
    const page = shown((await alice.get(`/matters/${(await callById(app.db, refusable))!.bundleId}`)).text)
    expect(page).to.include('建议不予受理').and.include('第十六条第（三）项').and.include('内容仍作为线索办理')
    // Somebody who never called before: many calls from one telephone are a sign that a person has to look at.
    const complete = await taken({ wants: 'complaint', caller_phone: '13900000077' })
    const { bundleId } = (await callById(app.db, complete))!
    expect(shown((await alice.get(`/matters/${bundleId}`)).text)).to.include('建议受理')
    expect(shown((await henry.get(`/matters/${bundleId}`)).text)).to.not.include('建议受理')
  })

  it('imports an export, row by row', async () => {
    const csv =
      '登记编号,信息件类型,提供方姓名,涉及主体,投诉内容\n77,投诉,陈大海,海屿康养馆,交了押金不退\n,投诉,陈大海,海屿康养馆,没有编号\n79,投诉,陈大海,海屿康养馆,\n'
    const answer = await alice.upload('/calls/import', { platform: '12315' }, [{ name: '导出.csv', bytes: csv }])
    expect(shown(answer.text))
      .to.include('新登记 1 行')
      .and.include('未收 2 行')
      .and.include('没有平台编号')
      .and.include('没有投诉举报内容')
    const none = await alice.upload('/calls/import', { platform: '12315' }, [
      { name: 'a.csv', bytes: '产品,价格\n床,1\n' },
    ])
    expect(none.status).to.equal(422)
    expect((await henry.get('/calls/import')).status).to.equal(403)
  })

  it('is closed to analysts, and without the token of the form', async () => {
    await app.db('officers').where({ id: app.cast.dave.officerId }).update({ role: 'analyst' })
    const analyst = await app.as({ ...app.cast.dave, role: 'analyst' })
    for (const path of ['/calls', '/calls/new', '/calls/sellers?q=听潮'])
      expect((await analyst.get(path)).status, path).to.equal(403)
    const forged = await henry.post(`/calls/${aCallId()}/draft`, { csrf: 'x', version: '0', ...aCallForm() })
    expect(forged.status).to.equal(403)
  })

  it('stands in both languages', async () => {
    const callId = await taken()
    const reader = app.guest(`${alice.cookie}; sojourn_lang=en`)
    for (const path of [
      '/calls',
      `/calls/${callId}`,
      `/calls/${aCallId()}`,
      '/calls/import',
      `/calls/${callId}/receipt`,
    ]) {
      const text = shown((await reader.get(path)).text)
      expect(text, path).to.not.match(/\b(?:undefined|null|NaN|\[object|function)\b/)
      expect(text, path).to.not.match(/\bcalls\.[a-z_]+\b/)
    }
  })
})
