import { expect } from 'chai'
import { answerLine } from '../../src/actions/joint/answer-line.ts'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { draftNotice } from '../../src/actions/joint/draft-notice.ts'
import { endLine } from '../../src/actions/joint/end-line.ts'
import { openLines } from '../../src/actions/joint/open-lines.ts'
import { proposeLines } from '../../src/actions/joint/propose-lines.ts'
import { sendLine } from '../../src/actions/joint/send-line.ts'
import { stateNotes } from '../../src/actions/joint/state-notes.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { eventsOf } from '../../src/store/events.ts'
import { letterById } from '../../src/store/letters.ts'
import { lineById, linesOfBundle } from '../../src/store/lines.ts'
import { type MatterFile, matterById, mattersOfBundle } from '../../src/store/matters.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const LETTER =
  '投诉人：我母亲在旅居养老公司交了十万元办会员卡，业务员承诺年化收益百分之十二、保本保息、到期返还本金，现在公司停止兑付，本金拿不回来。要求退款，并举报该公司非法集资，请依法查处。'

describe('joint work', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    const aComplaint = async (text = LETTER): Promise<MatterFile> => {
      const { documentId } = await receiveDocument(
        parts,
        aDelivery(text, { given: { kind: 'complaint', region: '440300', date: '2026-05-01' } }),
      )
      await processDocument(parts, documentId)
      return openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '会员卡退款',
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
        documentIds: [documentId],
      })
    }
    const open = (file: MatterFile, lines: string[], more: { place?: string; version?: number } = {}) =>
      openLines(parts, cast.alice, { matterId: file.id, version: file.version, lines, reason: '一案多线', ...more })
    const lineOf = async (file: MatterFile, id: string) =>
      (await linesOfBundle(engine.db, file.bundleId)).find(({ line }) => line === id)!

    describe('lines', () => {
      it('are proposed from the papers of the letter, each with why', async () => {
        const file = await aComplaint()
        const { lines } = await proposeLines(parts, cast.alice, file.id)
        const ids = lines.map(({ line }) => line.id)
        expect(ids).to.include.members(['complaint_mediation', 'report_check', 'fundraising_lead'])
        const lead = lines.find(({ line }) => line.id === 'fundraising_lead')!
        expect(lead.because.flatMap(({ why }) => why).some((each) => each.by === 'finding')).to.equal(true)
        expect(lines.find(({ line }) => line.id === 'complaint_mediation')!.isOpen).to.equal(true)
      })

      it('open several at once and leave the matter and its clocks as they were', async () => {
        const file = await aComplaint()
        const opened = await open(file, ['report_check', 'fundraising_lead', 'civil_affairs_notice'])
        expect(opened.map(({ opened: matter }) => matter?.kind ?? null)).to.deep.equal(['report', null, null])
        const report = opened[0]!.opened!
        expect(report.bundleId).to.equal(file.bundleId)
        expect(report.matter.clocks.map(({ key, eventAt }) => [key, eventAt])).to.deep.include(['T06', file.receivedAt])
        expect(opened[1]!.line.targetId).to.equal(report.id)
        const after = (await matterById(engine.db, file.id))!
        expect(after.version).to.equal(file.version)
        expect(after.matter.clocks).to.deep.equal(file.matter.clocks)
        const said = (await eventsOf(engine.db, 'matter', file.id)).filter(({ verb }) => verb === 'line.opened')
        expect(said.map(({ actor, reason }) => [actor, reason])).to.deep.equal(
          Array(3).fill([cast.alice.officerId, '一案多线']),
        )
      })

      it('begin with the clock of what was found where the letter reports nothing', async () => {
        const words = '投诉人：我交了十万元办旅居会员卡，业务员承诺年化收益百分之十二、保本保息，现在要求退款。'
        let file = await aComplaint(words)
        const lead = async () => (await open(file, ['fundraising_lead']))[0]!.opened!
        parts.setNow('2026-05-08T02:00:00.000Z')
        const before = await lead()
        expect([before.kind, before.opening]).to.deep.equal(['lead', 'officer_lead'])
        expect(before.matter.clocks.map(({ key, eventAt }) => [key, eventAt])).to.deep.equal([
          ['T06', '2026-05-08T02:00:00.000Z'],
        ])
        file = await aComplaint(words)
        for (const move of ['accept', 'begin_mediation']) {
          const act = { op: 'make', move, version: file.version, input: {}, reason: '办理', evidence: [] } as const
          file = (await actOnMatter(parts, cast.alice, { matterId: file.id, act })).file
        }
        const found = await lead()
        expect([found.kind, found.opening]).to.deep.equal(['lead', 'mediation_lead'])
        expect(found.matter.clocks.map(({ key }) => key)).to.deep.equal(['T05'])
      })

      it('make no second matter where one of the letter carries it already', async () => {
        const file = await aComplaint()
        await open(file, ['report_check'])
        await open(file, ['fundraising_lead'])
        expect(await mattersOfBundle(engine.db, file.bundleId)).to.have.length(2)
      })

      it('tell the slower of two officers so, for a line and for a matter that moved on', async () => {
        const file = await aComplaint()
        await open(file, ['civil_affairs_notice'])
        expect((await problemOf(open(file, ['civil_affairs_notice']))).code).to.equal('form.stale')
        const act = {
          op: 'make',
          move: 'accept',
          version: file.version,
          input: {},
          reason: '受理',
          evidence: [],
        } as const
        await actOnMatter(parts, cast.alice, { matterId: file.id, act })
        expect((await problemOf(open(file, ['tourism_notice']))).code).to.equal('form.stale')
        expect(await linesOfBundle(engine.db, file.bundleId)).to.have.length(1)
      })

      it('go to one of two officers racing, and the other is told', async () => {
        const file = await aComplaint()
        const order = {
          matterId: file.id,
          version: file.version,
          lines: ['health_notice', 'tourism_notice'],
          reason: '抄告',
        }
        const race = await Promise.allSettled([openLines(parts, cast.alice, order), openLines(parts, cast.bob, order)])
        expect(race.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
        const lost = race.find((each) => each.status === 'rejected') as PromiseRejectedResult
        expect(lost.reason.code).to.equal('form.stale')
        expect(await linesOfBundle(engine.db, file.bundleId)).to.have.length(2)
      })

      it('open all or none', async () => {
        const file = await aComplaint()
        await open(file, ['civil_affairs_notice'])
        expect((await problemOf(open(file, ['tourism_notice', 'civil_affairs_notice']))).code).to.equal('form.stale')
        expect((await linesOfBundle(engine.db, file.bundleId)).map(({ line }) => line)).to.deep.equal([
          'civil_affairs_notice',
        ])
      })

      it('wait for the answer from the day they are sent, and come back', async () => {
        const file = await aComplaint()
        await open(file, ['civil_affairs_notice'])
        let line = await lineOf(file, 'civil_affairs_notice')
        expect(line).to.include({ state: 'open', due: null, department: 'civil_affairs' })
        await sendLine(parts, cast.alice, { lineId: line.id, version: line.version, how: '抄告函 1 号，机要' })
        line = (await lineById(engine.db, line.id))!
        expect(line).to.include({ state: 'sent', due: '2026-05-19' }) // ten working days after 6 May, 9 May worked
        await answerLine(parts, cast.alice, {
          lineId: line.id,
          version: line.version,
          outcome: 'returned',
          answer: '缺材料',
        })
        line = (await lineById(engine.db, line.id))!
        expect(line.state).to.equal('returned')
        await sendLine(parts, cast.alice, { lineId: line.id, version: line.version, how: '补正后重发' })
        line = (await lineById(engine.db, line.id))!
        await answerLine(parts, cast.alice, {
          lineId: line.id,
          version: line.version,
          outcome: 'answered',
          answer: '已立项检查',
        })
        line = (await lineById(engine.db, line.id))!
        expect(line).to.include({ state: 'answered', answer: '已立项检查' })
        const late = endLine(parts, cast.alice, { lineId: line.id, version: line.version, reason: '误开' })
        expect((await problemOf(late)).code).to.equal('joint.not_open')
      })

      it('begin their letter with the department, its duty and what was found', async () => {
        const file = await aComplaint(`${LETTER}业务员说房子是农用地上盖的。`)
        await open(file, ['natural_resources_notice'])
        const line = await lineOf(file, 'natural_resources_notice')
        const { letterId } = await draftNotice(parts, cast.alice, { lineId: line.id })
        const letter = (await letterById(engine.db, letterId))!
        expect(letter).to.include({ matterId: file.id, type: 'department-notice', state: 'draft' })
        const { typed } = letter
        expect(typed.department).to.equal('自然资源部门')
        expect(typed.duty).to.include('《土地管理法》')
        expect(typed.facts).to.include('农用地').and.include('尚未认定')
        expect((await problemOf(draftNotice(parts, cast.dave, { lineId: line.id }))).code).to.equal('not_found')
        await sendLine(parts, cast.alice, { lineId: line.id, version: line.version, how: '函' })
        expect((await problemOf(draftNotice(parts, cast.alice, { lineId: line.id }))).code).to.equal('joint.not_open')
      })

      it('for assistance elsewhere are written in a case, not in a complaint', async () => {
        const file = await aComplaint()
        await open(file, ['assistance'], { place: '210100' })
        const line = await lineOf(file, 'assistance')
        expect((await problemOf(draftNotice(parts, cast.alice, { lineId: line.id }))).code).to.equal('joint.not_open')
        const [begun] = await open(file, ['report_check'])
        const report = begun!.opened!
        const act = {
          op: 'make',
          move: 'take_up',
          version: report.version,
          input: {},
          reason: '核查',
          evidence: [],
        } as const
        await actOnMatter(parts, cast.alice, { matterId: report.id, act })
        const { letterId, matterId } = await draftNotice(parts, cast.alice, { lineId: line.id })
        expect(matterId).to.equal(report.id)
        expect(await letterById(engine.db, letterId)).to.deep.include({
          type: 'assistance-letter',
          matterId: report.id,
        })
      })

      it('that our own matters carry go on by the procedure alone', async () => {
        const file = await aComplaint()
        await open(file, ['fundraising_lead'])
        const line = await lineOf(file, 'fundraising_lead')
        const send = sendLine(parts, cast.alice, { lineId: line.id, version: line.version, how: '函' })
        expect((await problemOf(send)).code).to.equal('joint.not_open')
      })

      it('elsewhere need the place, and answer within fifteen working days', async () => {
        const file = await aComplaint()
        expect((await problemOf(open(file, ['assistance']))).detail.field).to.equal('place')
        await open(file, ['assistance'], { place: '210100' })
        const line = await lineOf(file, 'assistance')
        await sendLine(parts, cast.alice, { lineId: line.id, version: line.version, how: '协助调查函' })
        expect((await lineById(engine.db, line.id))!.due).to.equal('2026-05-26')
      })

      it('follow what an officer states besides', async () => {
        const file = await aComplaint('我在养老院住得不好，要求退款。')
        const ids = async () => (await proposeLines(parts, cast.alice, file.id)).lines.map(({ line }) => line.id)
        expect(await ids()).to.not.include('finance_notice')
        const state = (notes: string[]) =>
          stateNotes(parts, cast.alice, { matterId: file.id, version: file.version, notes })
        await state(['subsidy'])
        expect(await ids()).to.include('finance_notice')
        await state([])
        expect(await ids()).to.not.include('finance_notice')
        expect((await problemOf(state(['moon']))).code).to.equal('form.invalid')
      })

      it('are out of reach of other regions and of the hotline', async () => {
        const file = await aComplaint()
        const as = (viewer: Cast['dave']) =>
          problemOf(openLines(parts, viewer, { matterId: file.id, version: 1, lines: ['report_check'], reason: '试' }))
        expect((await as(cast.dave)).code).to.equal('not_found')
        expect((await as(cast.henry)).code).to.equal('auth.forbidden')
        expect((await problemOf(proposeLines(parts, cast.dave, file.id))).code).to.equal('not_found')
      })
    })

    it('leaves no trace of an act that failed', async () => {
      const file = await aComplaint()
      const before = (await eventsOf(engine.db, 'matter', file.id)).length
      await problemOf(open(file, ['civil_affairs_notice'], { version: 99 }))
      await problemOf(
        askOpinions(parts, cast.alice, { matterId: file.id, version: 99, departments: ['health'], question: '?' }),
      )
      expect((await eventsOf(engine.db, 'matter', file.id)).length).to.equal(before)
    })

    it('keeps the papers of the letter with every matter that begins', async () => {
      const file = await aComplaint()
      const [begun] = await open(file, ['report_check'])
      expect(await engine.db('matter_documents').where({ matter_id: begun!.opened!.id })).to.have.length(1)
    })
  })
})
