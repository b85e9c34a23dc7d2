import { expect } from 'chai'
import { dismissLead } from '../../src/actions/leads/dismiss-lead.ts'
import { dispatchLead } from '../../src/actions/leads/dispatch-lead.ts'
import { openCase } from '../../src/actions/leads/open-case.ts'
import { releaseLead } from '../../src/actions/leads/release-lead.ts'
import { reopenLead } from '../../src/actions/leads/reopen-lead.ts'
import { returnLead } from '../../src/actions/leads/return-lead.ts'
import { takeLead } from '../../src/actions/leads/take-lead.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { type Lead, leadById, leadOfDocument } from '../../src/store/leads.ts'
import { documentPage } from '../../src/store/views/document-page.ts'
import { deskCounts, inboxPage } from '../../src/store/views/inbox.ts'
import { leadPage } from '../../src/store/views/lead-page.ts'
import { matterPage } from '../../src/store/views/matter-page.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('handling a lead', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let lead: Lead
    let documentId: string
    let serial = 0
    const read = async () => (await leadById(engine.db, lead.id))!
    const at = (current: Lead) => ({ leadId: current.id, version: current.version })
    const seen = async (viewer: Viewer) =>
      (await inboxPage(engine.db, viewer, { desk: 'all', limit: 200 })).rows.some((row) => row.id === lead.id)

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      documentId = (await receiveDocument(parts, aDelivery(`${UNLAWFUL_COPY} 第${++serial}期`))).documentId
      await processDocument(parts, documentId)
      lead = (await leadOfDocument(engine.db, documentId))!
    })
    afterEach(() => parts.dispose())

    it('tells which matters hold its paper already', async () => {
      const onFile = async () => (await leadPage(engine.db, cast.alice, lead.id)).mattersOnFile
      expect(await onFile()).to.deep.equal([])
      const { id, number } = await openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '旅居床位退费',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
        documentIds: [documentId],
      })
      expect(await onFile()).to.deep.equal([{ id, number }])
    })

    it('shows it to the region and those above, and to nobody else', async () => {
      expect(await seen(cast.alice)).to.equal(true)
      expect(await seen(cast.carol)).to.equal(true)
      expect(await seen(cast.dave)).to.equal(false)
      expect((await problemOf(leadPage(engine.db, cast.dave, lead.id))).code).to.equal('not_found')
      expect((await problemOf(documentPage(engine.db, cast.dave, documentId))).code).to.equal('not_found')
      expect((await problemOf(takeLead(parts, cast.dave, at(lead)))).code).to.equal('not_found')
      expect((await problemOf(inboxPage(engine.db, cast.henry, { desk: 'all', limit: 10 }))).code).to.equal(
        'auth.forbidden',
      )
      expect((await problemOf(documentPage(engine.db, cast.henry, documentId))).code).to.equal('not_found')
    })

    it('lets one of two racing officers take it and tells the other', async () => {
      const race = await Promise.allSettled([
        takeLead(parts, cast.alice, at(lead)),
        takeLead(parts, cast.bob, at(lead)),
      ])
      expect(race.map((result) => result.status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      const lost = race.find((result) => result.status === 'rejected') as PromiseRejectedResult
      expect(lost.reason.code).to.equal('form.stale')
      expect([cast.alice.officerId, cast.bob.officerId]).to.include((await read()).ownerId)
    })

    it('moves between the desks unassigned, mine and back', async () => {
      const before = await deskCounts(engine.db, cast.alice)
      await takeLead(parts, cast.alice, at(lead))
      const taken = await deskCounts(engine.db, cast.alice)
      expect(taken.mine).to.equal(before.mine + 1)
      expect(taken.unassigned).to.equal(before.unassigned - 1)
      expect((await problemOf(releaseLead(parts, cast.bob, at(await read())))).code).to.equal('auth.forbidden')
      await releaseLead(parts, cast.alice, at(await read()))
      expect((await deskCounts(engine.db, cast.alice)).unassigned).to.equal(before.unassigned)
    })

    it('changes region by dispatch and return only, with its papers', async () => {
      const order = { ...at(lead), region: '210100', reason: '经营地在沈阳' }
      expect((await problemOf(dispatchLead(parts, cast.alice, order))).code).to.equal('auth.forbidden')
      await dispatchLead(parts, cast.carol, order)
      expect(await seen(cast.alice)).to.equal(false)
      expect(await seen(cast.dave)).to.equal(true)
      expect((await documentPage(engine.db, cast.dave, documentId)).document.region).to.equal('210100')
      await returnLead(parts, cast.dave, { ...at(await read()), reason: '查无此经营者' })
      expect(await read()).to.include({ region: '440300', state: 'returned', ownerId: null })
      expect((await problemOf(returnLead(parts, cast.alice, { ...at(await read()), reason: 'x' }))).code).to.equal(
        'lead.not_dispatched',
      )
    })

    it('becomes one case of the officer who opens it', async () => {
      await takeLead(parts, cast.alice, at(lead))
      const order = { ...at(await read()), reason: '广告含保本承诺' }
      const race = await Promise.allSettled([openCase(parts, cast.alice, order), openCase(parts, cast.bob, order)])
      expect(race.map((result) => result.status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      expect(await engine.db('matters').where({ lead_id: lead.id })).to.have.length(1)
      const { id } = await engine.db('matters').where({ lead_id: lead.id }).first()
      expect((await matterPage(engine.db, cast.alice, id)).file.number).to.match(/^AJ-2026-\d{5}$/)
      expect((await problemOf(matterPage(engine.db, cast.dave, id))).code).to.equal('not_found')
      expect((await problemOf(openCase(parts, cast.alice, { ...at(await read()), reason: '再来' }))).code).to.equal(
        'lead.closed',
      )
    })

    it('is set aside for a typed reason and stays on record', async () => {
      await dismissLead(parts, cast.alice, { ...at(lead), reason: 'not_ours', note: '' })
      expect(await read()).to.include({ state: 'dismissed', dismissReason: 'not_ours' })
      const { history } = await leadPage(engine.db, cast.alice, lead.id)
      expect(history.map((event) => event.verb)).to.deep.equal(['lead.proposed', 'lead.dismissed'])
      expect(history.at(-1)).to.deep.include({ actor: cast.alice.officerId, before: { state: 'proposed' } })
    })

    it('is taken up again by a reviewer or head, with a reason', async () => {
      const order = { reason: '收到新的投诉' }
      await dismissLead(parts, cast.alice, { ...at(lead), reason: 'not_ours', note: '' })
      const dismissed = await read()
      const refused = async (viewer: Viewer, change: Partial<{ version: number; reason: string }> = {}) =>
        (await problemOf(reopenLead(parts, viewer, { ...at(dismissed), ...order, ...change }))).code
      for (const role of ['hotline', 'officer', 'analyst'] as const) {
        expect(await refused({ ...cast.alice, role }), role).to.equal('auth.forbidden')
      }
      expect(await refused({ ...cast.dave, role: 'head' })).to.equal('not_found')
      expect(await refused(cast.carol, { version: lead.version })).to.equal('form.stale')
      expect(await refused(cast.carol, { reason: ' ' })).to.equal('form.invalid')
      expect(await read()).to.deep.equal(dismissed)

      await reopenLead(parts, { ...cast.bob, role: 'reviewer' }, { ...at(dismissed), ...order })
      expect(await read()).to.include({ state: 'proposed', dismissReason: null, ownerId: cast.alice.officerId })
      expect(await seen(cast.alice)).to.equal(true)
      expect((await leadPage(engine.db, cast.alice, lead.id)).history.at(-1)).to.deep.include({
        verb: 'lead.reopened',
        actor: cast.bob.officerId,
        reason: '收到新的投诉',
        before: { state: 'dismissed', reason: 'not_ours' },
        after: { state: 'proposed' },
      })
      expect((await problemOf(reopenLead(parts, cast.carol, { ...at(await read()), ...order }))).code).to.equal(
        'form.stale',
      )
      await openCase(parts, cast.alice, { ...at(await read()), ...order })
      expect((await problemOf(reopenLead(parts, cast.carol, { ...at(await read()), ...order }))).code).to.equal(
        'lead.closed',
      )
    })

    it('finds its papers by words, whichever way they were written', async () => {
      for (const typed of ['保本', '候鸟 认购', '候鳥', '會員卡', '会员卡']) {
        const { rows } = await inboxPage(engine.db, cast.alice, { desk: 'all', typed, limit: 200 })
        expect(
          rows.some((row) => row.id === lead.id),
          typed,
        ).to.equal(true)
      }
      const { rows } = await inboxPage(engine.db, cast.alice, { desk: 'all', typed: '天然气管道', limit: 10 })
      expect(rows).to.deep.equal([])
    })

    it('pages through without losing or repeating any', async () => {
      const all = (await inboxPage(engine.db, cast.alice, { desk: 'all', limit: 200 })).rows.map((row) => row.id)
      const paged: string[] = []
      let after: string | undefined
      do {
        const page = await inboxPage(engine.db, cast.alice, { desk: 'all', limit: 2, ...(after ? { after } : {}) })
        paged.push(...page.rows.map((row) => row.id))
        after = page.next
      } while (after)
      expect(paged).to.deep.equal(all)
    })
  })
})
