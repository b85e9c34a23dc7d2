import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { lendApproval, takeBackApproval } from '../../src/actions/matters/lend-approval.ts'
import { type MatterOrder, openMatter } from '../../src/actions/matters/open-matter.ts'
import { seePeople } from '../../src/actions/matters/see-people.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { countClocks } from '../../src/core/procedure/counted-clock.ts'
import { replay } from '../../src/core/procedure/evolve.ts'
import type { Act, Input } from '../../src/core/procedure/matter.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import { linkDocument, type MatterFile, matterById, matterEvents } from '../../src/store/matters.ts'
import { clockBoard } from '../../src/store/views/clock-board.ts'
import { matterPage } from '../../src/store/views/matter-page.ts'
import { matterDeskCounts, mattersList } from '../../src/store/views/matters-list.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('a matter on its way', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    const order = (changes: Partial<MatterOrder> = {}): MatterOrder => ({
      opening: 'complaint',
      region: '440300',
      title: '旅居床位退费',
      source: 'hotline',
      receivedAt: '2026-05-06T01:00:00.000Z',
      reason: '来电',
      ...changes,
    })
    const open = (changes: Partial<MatterOrder> = {}) => openMatter(parts, cast.alice, order(changes))
    const act = (viewer: Viewer, file: MatterFile, asked: Record<string, unknown>) =>
      actOnMatter(parts, viewer, {
        matterId: file.id,
        act: { version: file.version, reason: '依法办理', evidence: [], ...asked } as unknown as Act,
      })
    const make = async (viewer: Viewer, file: MatterFile, move: string, input: Input = {}, more = {}) =>
      (await act(viewer, file, { op: 'make', move, input, ...more })).file
    const propose = async (viewer: Viewer, file: MatterFile, move: string, input: Input = {}, more = {}) =>
      (await act(viewer, file, { op: 'propose', move, input, ...more })).file
    const again = async (file: MatterFile) => (await matterById(engine.db, file.id))!
    const whyOf = async (deed: Promise<unknown>) => {
      const { code, detail } = await problemOf(deed)
      return `${code}: ${((detail.why ?? []) as { zh: string }[]).map(({ zh }) => zh).join('；')}`
    }
    /** A lead under check with two handlers, its paper on file. */
    const aCase = async () => {
      const paper = await receiveDocument(parts, aDelivery('听潮小筑长住优惠。'))
      let file = await open({ opening: 'officer_lead', source: 'desk' })
      await engine.db.transaction((trx) =>
        linkDocument(trx, {
          matterId: file.id,
          documentId: paper.documentId,
          at: parts.now().toISOString(),
          by: 'system',
        }),
      )
      const rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
      file = await make(rita, file, 'assign_handlers', { handlers: [cast.alice.officerId, cast.bob.officerId] })
      return { file, rita, evidence: [`document:${paper.documentId}`] }
    }

    it('begins with its clocks, counted from the receipt by the bureau and not from the call', async () => {
      const file = await open({ calledAt: '2026-04-30T09:00:00.000Z', facts: { advertising: true } })
      expect(file.number).to.match(/^TS-2026-\d{5}$/)
      expect(file.state).to.equal('received')
      // 6 May 2026 is day 0; 9 May is a make-up Saturday and worked: 7, 8, 9, 11, 12, 13, 14 May.
      const board = (await clockBoard(engine.db, cast.alice, { limit: 50 })).filter((row) => row.matterId === file.id)
      expect(board.map(({ clock, due }) => [clock, due])).to.deep.equal([
        ['T01', '2026-05-14'],
        ['T02', '2026-05-14'],
      ])
    })

    it('goes on by one move at a time, and its events tell where it stands', async () => {
      let file = await make(cast.alice, await open(), 'accept')
      file = await make(cast.alice, file, 'tell_acceptance', { to: '投诉人', channel: '电话', proof: '通话记录' })
      file = await make(cast.alice, file, 'begin_mediation')
      file = await make(cast.alice, file, 'settle', { agreement: '调解书', recovered_fen: 1_200_000 })
      expect(file.state).to.equal('settled')
      expect(file.recoveredFen).to.equal(1_200_000)
      const events = await matterEvents(engine.db, file.id)
      expect(events.map(({ move }) => move)).to.deep.equal([
        'complaint',
        'accept',
        'tell_acceptance',
        'begin_mediation',
        'settle',
      ])
      expect(replay(events)).to.deep.equal(file.matter)
      const kept = await engine.db('matter_clocks').where({ matter_id: file.id }).orderBy('key')
      expect(kept.map(({ key, due, ended_at }) => ({ key, due, endedAt: ended_at }))).to.deep.equal(
        countClocks(parts.procedure, file.matter).map(({ key, due, endedAt }) => ({ key, due, endedAt })),
      )
    })

    it('stands on the desk of whoever took its last step while nobody is named, and of its handlers then', async () => {
      const file = await make(cast.bob, await open(), 'accept')
      const mine = async (viewer: Viewer) =>
        (await mattersList(engine.db, viewer, { desk: 'mine', limit: 200 })).rows
          .filter(({ id }) => id === file.id)
          .map(({ handlerNames }) => handlerNames)
      expect(await mine(cast.bob)).to.deep.equal([['bob']])
      const hers = await clockBoard(engine.db, cast.bob, { officerId: cast.bob.officerId, limit: 50 })
      expect(hers.map(({ matterId }) => matterId)).to.include(file.id)
      const { file: assigned } = await aCase()
      expect(await mine(cast.alice)).to.deep.equal([['bob']]) // she took it in
      const rows = (await mattersList(engine.db, cast.bob, { desk: 'mine', limit: 200 })).rows
      expect(rows.find(({ id }) => id === assigned.id)?.handlerNames).to.deep.equal(['alice', 'bob'])
    })

    it('is won by one of two officers at the same version; the other is told, and nothing of hers is kept', async () => {
      const file = await open()
      const both = await Promise.allSettled([
        make(cast.alice, file, 'accept'),
        make(cast.bob, file, 'refuse_acceptance', { ground: 'not_consumption', fundraising: true }),
      ])
      const lost = both.filter((each) => each.status === 'rejected')
      expect(lost).to.have.length(1)
      expect(lost[0]!.reason.code).to.equal('form.stale')
      const after = await again(file)
      expect(after.version).to.equal(2)
      expect(await matterEvents(engine.db, file.id)).to.have.length(2)
      const children = await engine.db('matters').where({ parent_id: file.id })
      expect(children).to.have.length(after.state === 'not_accepted' ? 1 : 0)
    })

    it('keeps every one of twenty moves made at once by many officers, or tells their maker', async () => {
      let file = await open({ opening: 'report' })
      file = await make(cast.alice, file, 'take_up')
      const results = await Promise.allSettled(
        Array.from({ length: 20 }, (_, at) => make(at % 2 ? cast.alice : cast.bob, file, 'note_same_report')),
      )
      const won = results.filter(({ status }) => status === 'fulfilled')
      expect(won).to.have.length(1)
      expect((await again(file)).version).to.equal(file.version + 1)
    })

    it('turned away as a complaint lives on as a fundraising lead of the same letter, with a clock of its own', async () => {
      const paper = await receiveDocument(parts, aDelivery('投十万年返一万二。'))
      const file = await open({ documentIds: [paper.documentId] })
      const { opened } = await act(cast.alice, file, {
        op: 'make',
        move: 'refuse_acceptance',
        input: { ground: 'not_consumption', fundraising: true },
      })
      expect(opened).to.include({ kind: 'lead', state: 'checking', bundleId: file.bundleId, parentId: file.id })
      const page = await matterPage(engine.db, cast.alice, opened!.id)
      expect(page.documents.map(({ id }) => id)).to.deep.equal([paper.documentId])
      expect(page.bundle.map(({ id }) => id)).to.deep.equal([file.id])
      expect(countClocks(parts.procedure, opened!.matter).map(({ clock }) => clock)).to.deep.equal(['T06'])
    })

    it('is filed by a head who sees the changes, never by the one who proposed it', async () => {
      const { file: assigned, evidence } = await aCase()
      let file = await make(
        cast.alice,
        assigned,
        'record_check',
        { hooks: ['advertising'], fundraising: false, gravity: 'ordinary', conduct_ended_on: '2026-05-01' },
        { evidence },
      )
      file = await propose(cast.alice, file, 'file', {}, { evidence })
      expect(file.state).to.equal('checking')
      const proposal = file.matter.pending[0]!.id
      expect(await whyOf(act(cast.alice, file, { op: 'approve', proposal }))).to.include('须由负责人批准')
      expect((await matterDeskCounts(engine.db, cast.carol)).waiting).to.equal(1)
      file = (await act(cast.carol, file, { op: 'approve', proposal })).file
      expect(file.state).to.equal('investigation')
      expect((await matterDeskCounts(engine.db, cast.carol)).waiting).to.equal(0)
      // 6 May + 90 days
      const due = countClocks(parts.procedure, file.matter).find(({ clock }) => clock === 'T22')!.due
      expect(due).to.equal('2026-08-04')
    })

    it('cannot be filed on a fundraising finding alone; it is referred instead', async () => {
      const { file: assigned, evidence } = await aCase()
      const file = await make(
        cast.alice,
        assigned,
        'record_check',
        { hooks: [], fundraising: true, gravity: 'ordinary' },
        { evidence },
      )
      expect(await whyOf(propose(cast.alice, file, 'file', {}, { evidence }))).to.include('没有本部门的处罚依据')
      expect(await whyOf(propose(cast.alice, file, 'not_file', { ground: 'no_own_hook' }))).to.include(
        '尚未移送牵头部门',
      )
    })

    it('is decided by a deputy in the head’s name, for the days lent and until it is taken back', async () => {
      const { file: assigned, rita, evidence } = await aCase()
      const input = { hooks: ['consumer'], fundraising: false, gravity: 'ordinary' }
      let file = await make(cast.alice, assigned, 'record_check', input, { evidence })
      file = await propose(cast.alice, file, 'file', {}, { evidence })
      const proposal = file.matter.pending[0]!.id
      const lent = await problemOf(
        lendApproval(parts, cast.carol, {
          to: rita.officerId,
          from: '2026-05-01',
          until: '2026-05-10',
          inCharge: true,
          reason: '出差',
        }),
      )
      expect([lent.code, lent.detail.field]).to.deep.equal(['form.invalid', 'to'])
      const paul = await anOfficer(engine.db, 'paul', 'reviewer', '440000')
      const delegation = await lendApproval(parts, cast.carol, {
        to: paul.officerId,
        from: '2026-05-01',
        until: '2026-05-10',
        inCharge: false,
        reason: '出差',
      })
      const { event } = await act(paul, file, { op: 'refuse', proposal })
      expect(event).to.include({ type: 'refused', by: paul.officerId, onBehalfOf: cast.carol.officerId })
      expect((await problemOf(takeBackApproval(parts, cast.bob, delegation))).code).to.equal('delegation.not_yours')
      await takeBackApproval(parts, cast.carol, delegation)
      expect((await problemOf(takeBackApproval(parts, cast.carol, delegation))).code).to.equal('form.stale')
      file = await propose(cast.alice, await again(file), 'file', {}, { evidence })
      expect(await whyOf(act(paul, file, { op: 'approve', proposal: file.matter.pending[0]!.id }))).to.include(
        '须由负责人批准',
      )
    })

    it('takes no evidence that is not on its file, and no handler from elsewhere', async () => {
      const { file, rita } = await aCase()
      const input = { hooks: ['consumer'], fundraising: false, gravity: 'ordinary' }
      expect(await whyOf(make(cast.alice, file, 'record_check', input, { evidence: ['document:nowhere'] }))).to.include(
        '不在本案卷内',
      )
      const strangers = { handlers: [cast.alice.officerId, cast.dave.officerId] }
      expect(await whyOf(make(rita, file, 'assign_handlers', strangers))).to.include('不在本辖区')
    })

    it('is out of sight for other regions, and for clerks who did not take it in', async () => {
      const file = await open()
      expect((await problemOf(make(cast.dave, file, 'accept'))).code).to.equal('not_found')
      expect((await problemOf(matterPage(engine.db, cast.henry, file.id))).code).to.equal('not_found')
      const hers = await openMatter(parts, cast.henry, order())
      expect((await matterPage(engine.db, cast.henry, hers.id)).file.id).to.equal(hers.id)
      expect(await whyOf(make(cast.henry, hers, 'accept'))).to.include('不属于您的职责')
      const seen = await mattersList(engine.db, cast.dave, { desk: 'all', limit: 200 })
      expect(seen.rows.filter(({ id }) => id === file.id || id === hers.id)).to.deep.equal([])
    })

    it('tells who complained for a stated reason, who reported only after a head approved, and keeps every look', async () => {
      const sealed = { relation: null, authority: null, capacityDoubt: false, name: '某某', phone: '13900000000' }
      const add = (matterId: string, role: 'complainant' | 'reporter') =>
        engine.db.transaction((trx) => addMatterPerson(trx, { ...sealed, matterId, role }, parts.now().toISOString()))
      const complaint = await open()
      await add(complaint.id, 'complainant')
      const see = (viewer: Viewer, file: MatterFile, reason = '联系调解') =>
        seePeople(parts, viewer, { matterId: file.id, reason })
      expect((await problemOf(see(cast.alice, complaint, ' '))).code).to.equal('form.invalid')
      expect((await problemOf(see(cast.dave, complaint))).code).to.equal('not_found')
      expect((await see(cast.alice, complaint)).map(({ name, phone }) => [name, phone])).to.deep.equal([
        ['某某', '13900000000'],
      ])
      let report = await open({ opening: 'report' })
      await add(report.id, 'reporter')
      expect((await problemOf(see(cast.alice, report))).code).to.equal('matter.sealed')
      report = await propose(cast.alice, report, 'unmask_reporter', { purpose: '核实', scope: '姓名电话' })
      await act(cast.carol, report, { op: 'approve', proposal: report.matter.pending[0]!.id })
      expect((await see(cast.alice, report)).map(({ name }) => name)).to.deep.equal(['某某'])
      expect((await problemOf(see(cast.bob, report))).code).to.equal('matter.sealed')
      const { notes } = await matterPage(engine.db, cast.carol, report.id)
      expect(notes.map(({ verb, actor, reason }) => [verb, actor, reason])).to.deep.equal([
        ['matter.people_seen', cast.alice.officerId, '联系调解'],
      ])
      expect(JSON.stringify(notes)).not.to.include('某某')
    })

    it('refuses a receipt in the future, or on no day there is, and a region of somebody else', async () => {
      for (const receivedAt of ['0001-01-01T00:00:00.000Z', '-000001-01-01T00:00:00.000Z', '2026-05-06'])
        expect((await problemOf(open({ receivedAt }))).detail.field).to.equal('received_at')
      expect((await problemOf(open({ receivedAt: '2026-05-07T00:00:00.000Z' }))).detail.field).to.equal('received_at')
      expect((await problemOf(open({ region: '210100' }))).detail.field).to.equal('region')
    })

    it('knows its seller by credit code, or by the whole name in the province, and never by a telephone alone', async () => {
      const describe = async (file: MatterFile, told: Record<string, string>) =>
        describeMatter(parts, cast.alice, {
          matterId: file.id,
          version: (await again(file)).described,
          title: '',
          seller: '',
          creditCode: '',
          phone: '',
          ...told,
        })
      const files = [await open(), await open(), await open(), await open()]
      const [a, b, c, d] = files as [MatterFile, MatterFile, MatterFile, MatterFile]
      await describe(a, { seller: '海屿康养（深圳）有限公司', creditCode: '91440300MA5HYKY008', phone: '13800000000' })
      await describe(b, { seller: '海屿 康养(深圳)有限公司' })
      await describe(c, { seller: '另一名称', creditCode: '91440300ma5hyky008' })
      await describe(d, { phone: '13800000000' })
      const [first, second, third, fourth] = await Promise.all(
        files.map(async (file) => (await again(file)).operatorId),
      )
      expect(first).to.be.a('string')
      expect([second, third]).to.deep.equal([first, first])
      expect(fourth).to.equal(null)
      expect((await matterPage(engine.db, cast.alice, a.id)).sameSeller).to.equal(2)
    })

    it('takes no credit code that breaks its own check digit: it would tie strangers together', async () => {
      const file = await open()
      const told = { title: '', seller: '海屿康养（深圳）有限公司', phone: '' }
      for (const creditCode of ['1', '91440300MA5HYKY009', '海屿']) {
        const order = { ...told, matterId: file.id, version: file.described, creditCode }
        expect((await problemOf(describeMatter(parts, cast.alice, order))).detail).to.deep.equal({
          field: 'credit_code',
        })
      }
      expect((await again(file)).operatorId).to.equal(null)
    })

    it('is described by one of two officers at once; the other is told', async () => {
      const file = await open()
      const told = { matterId: file.id, version: file.described, seller: '', creditCode: '', phone: '' }
      const both = await Promise.allSettled([
        describeMatter(parts, cast.alice, { ...told, title: '甲' }),
        describeMatter(parts, cast.bob, { ...told, title: '乙' }),
      ])
      expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
    })
  })
})
