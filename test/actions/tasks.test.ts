import { expect } from 'chai'
import { addDutyItem } from '../../src/actions/joint/add-duty-item.ts'
import { addTask, type TaskUnder } from '../../src/actions/joint/add-task.ts'
import { closeCampaign } from '../../src/actions/joint/close-campaign.ts'
import { completeTask } from '../../src/actions/joint/complete-task.ts'
import { dropTask } from '../../src/actions/joint/drop-task.ts'
import { finishDutyItem } from '../../src/actions/joint/finish-duty-item.ts'
import { handOnTask } from '../../src/actions/joint/hand-on-task.ts'
import { openCampaign } from '../../src/actions/joint/open-campaign.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Act } from '../../src/core/procedure/matter.ts'
import { campaignById } from '../../src/store/campaigns.ts'
import { dutyItemById } from '../../src/store/duty-items.ts'
import { eventsOf } from '../../src/store/events.ts'
import type { MatterFile } from '../../src/store/matters.ts'
import { taskById, tasksUnder } from '../../src/store/tasks.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('tasks', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let rita: Viewer

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
    })
    afterEach(() => parts.dispose())

    const aLead = (): Promise<MatterFile> =>
      openMatter(parts, cast.alice, {
        opening: 'officer_lead',
        region: '440300',
        title: '旅居卡线索',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '检查发现',
      })
    const aCampaign = () =>
      openCampaign(parts, rita, {
        name: '旅居养老广告专项行动',
        aim: '清查会销',
        region: '440300',
        fromDay: '2026-05-01',
        toDay: '2026-06-30',
        ownerId: rita.officerId,
      })
    const anItem = (title = '预收费联合检查') =>
      addDutyItem(parts, rita, {
        year: 2026,
        region: '440300',
        title,
        matter: 'prepaid_supervision',
        leadDepartment: 'civil_affairs',
        jointDepartments: ['market', 'civil_affairs', 'financial_regulator'],
        duties: '核查存管和公示',
        dueDay: '2026-12-31',
        ownerId: rita.officerId,
      })
    const add = (under: TaskUnder, viewer: Viewer = cast.alice, more: { version?: number; ownerId?: string } = {}) =>
      addTask(parts, viewer, {
        ...under,
        version: 1,
        title: '走访经营场所',
        ownerId: cast.bob.officerId,
        dueDay: '2026-05-20',
        ...more,
      })

    it('have an owner and a last day, under a matter, a campaign or an item of the yearly list', async () => {
      const [file, campaignId, dutyItemId] = [await aLead(), await aCampaign(), await anItem()]
      for (const under of [{ matterId: file.id }, { campaignId }, { dutyItemId }]) {
        const id = await add(under)
        expect((await tasksUnder(engine.db, under)).map((task) => task.id)).to.deep.equal([id])
        expect(await taskById(engine.db, id)).to.include({ ownerId: cast.bob.officerId, dueDay: '2026-05-20' })
      }
      expect((await eventsOf(engine.db, 'campaign', campaignId)).map(({ verb }) => verb)).to.deep.equal([
        'campaign.opened',
        'task.added',
      ])
    })

    it('go to somebody who is there, by a day that is one', async () => {
      const file = await aLead()
      const wrong = (more: Record<string, string>) =>
        problemOf(
          addTask(parts, cast.alice, {
            matterId: file.id,
            version: 1,
            title: '走访',
            ownerId: cast.bob.officerId,
            dueDay: '2026-05-20',
            ...more,
          }),
        )
      expect((await wrong({ ownerId: cast.dave.officerId })).detail.field).to.equal('owner')
      expect((await wrong({ dueDay: '2026-02-30' })).detail.field).to.equal('due_day')
      expect((await wrong({ title: ' ' })).detail.field).to.equal('reason')
    })

    it('are done by their owner, by who added them or by a reviewer, and by nobody else', async () => {
      const file = await aLead()
      const taskId = await add({ matterId: file.id })
      const cora = await anOfficer(engine.db, 'cora', 'officer', '440300')
      const done = (viewer: Viewer, version = 1) =>
        completeTask(parts, viewer, { taskId, version, result: '已走访，未见会销' })
      expect((await problemOf(done(cora))).code).to.equal('auth.forbidden')
      expect((await problemOf(done(cast.dave))).code).to.equal('not_found')
      await done(cast.bob)
      expect(await taskById(engine.db, taskId)).to.include({ doneBy: cast.bob.officerId, result: '已走访，未见会销' })
      expect((await problemOf(done(rita))).code).to.equal('form.stale')
      expect((await problemOf(done(rita, 2))).code).to.equal('joint.not_open')
    })

    it('are handed on or dropped with a reason on record', async () => {
      const file = await aLead()
      const taskId = await add({ matterId: file.id })
      const to = { ownerId: rita.officerId, dueDay: '2026-05-30' }
      await handOnTask(parts, cast.bob, { taskId, version: 1, ...to, reason: '休假' })
      expect(await taskById(engine.db, taskId)).to.include({ ...to, version: 2 })
      await dropTask(parts, rita, { taskId, version: 2, reason: '与另一任务重复' })
      const events = await eventsOf(engine.db, 'matter', file.id)
      expect(events.map(({ verb, reason }) => [verb, reason]).slice(-2)).to.deep.equal([
        ['task.handed_on', '休假'],
        ['task.dropped', '与另一任务重复'],
      ])
    })

    it('tell the slower of two who hand one on', async () => {
      const taskId = await add({ matterId: (await aLead()).id })
      const to = { taskId, version: 1, ownerId: rita.officerId, dueDay: '2026-05-30', reason: '调整' }
      const both = await Promise.allSettled([handOnTask(parts, cast.bob, to), handOnTask(parts, rita, to)])
      expect(both.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
      expect((await taskById(engine.db, taskId))!.version).to.equal(2)
    })

    it('keep a campaign or an item open until they are over', async () => {
      const [campaignId, dutyItemId] = [await aCampaign(), await anItem()]
      const ids = [await add({ campaignId }), await add({ dutyItemId })]
      const close = (version = 1) => closeCampaign(parts, rita, { campaignId, version, summary: '检查 12 家' })
      const finish = () => finishDutyItem(parts, rita, { dutyItemId, version: 1, result: '完成' })
      expect((await problemOf(close())).code).to.equal('joint.tasks_open')
      expect((await problemOf(finish())).code).to.equal('joint.tasks_open')
      for (const taskId of ids) await completeTask(parts, cast.bob, { taskId, version: 1, result: '完成' })
      await close()
      await finish()
      expect(await campaignById(engine.db, campaignId)).to.include({ state: 'closed', summary: '检查 12 家' })
      expect(await dutyItemById(engine.db, dutyItemId)).to.include({ state: 'done', result: '完成' })
      expect((await problemOf(close())).code).to.equal('form.stale')
      expect((await problemOf(close(2))).code).to.equal('joint.not_open')
      expect((await problemOf(add({ campaignId }, rita, { version: 2 }))).code).to.equal('joint.not_open')
    })

    it('of the yearly list get a number each when several are added at one moment', async () => {
      const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => anItem(`事项 ${i}`)))
      const numbers = await Promise.all(ids.map(async (id) => (await dutyItemById(engine.db, id))!.number))
      expect(new Set(numbers).size).to.equal(6)
      expect(Math.max(...numbers) - Math.min(...numbers)).to.equal(5)
    })

    it('of the yearly list stand under a lead department and others that join, numbered', async () => {
      const items = [
        await dutyItemById(engine.db, await anItem()),
        await dutyItemById(engine.db, await anItem('广告联合监测')),
      ]
      expect(items.map((item) => item!.number)).to.have.members([items[0]!.number, items[0]!.number + 1])
      expect(items[0]).to.deep.include({
        leadDepartment: 'civil_affairs',
        jointDepartments: ['market', 'financial_regulator'],
      })
      const wrong = addDutyItem(parts, rita, {
        year: 2026,
        region: '440300',
        title: '试',
        leadDepartment: 'moon',
        jointDepartments: [],
        duties: '试',
        dueDay: '2026-12-31',
        ownerId: rita.officerId,
      })
      expect((await problemOf(wrong)).detail.field).to.equal('lead')
    })

    it('belong to reviewers and heads where campaigns and lists are opened', async () => {
      const order = { name: '试', aim: '', region: '440300', fromDay: '2026-05-01', toDay: '2026-05-02', ownerId: '' }
      const as = (viewer: Viewer) => problemOf(openCampaign(parts, viewer, { ...order, ownerId: cast.bob.officerId }))
      expect((await as(cast.alice)).code).to.equal('auth.forbidden')
      const elsewhere = openCampaign(parts, rita, { ...order, region: '210100', ownerId: rita.officerId })
      expect((await problemOf(elsewhere)).detail.field).to.equal('region')
    })

    it('come about by a determination: deal with the advertisement', async () => {
      const { documentId } = await receiveDocument(parts, aDelivery('旅居卡到期返还本金'))
      let file = await openMatter(parts, cast.alice, {
        opening: 'officer_lead',
        region: '440300',
        title: '集资线索',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '检查发现',
        documentIds: [documentId],
      })
      const act = async (viewer: Viewer, asked: Record<string, unknown>) => {
        const full = {
          version: file.version,
          reason: '依法办理',
          evidence: [`document:${documentId}`],
          input: {},
          ...asked,
        }
        const acted = await actOnMatter(parts, viewer, { matterId: file.id, act: full as unknown as Act })
        file = acted.file
        return acted.event
      }
      await act(rita, {
        op: 'make',
        move: 'assign_handlers',
        input: { handlers: [cast.bob.officerId, cast.alice.officerId] },
      })
      const checked = { hooks: ['advertising'], fundraising: true, gravity: 'ordinary' }
      await act(cast.bob, { op: 'make', move: 'record_check', input: checked })
      const { seq } = await act(cast.bob, {
        op: 'propose',
        move: 'refer_fundraising',
        input: { department: '处非牵头部门' },
      })
      await act(cast.carol, { op: 'approve', proposal: seq })
      await act(cast.bob, { op: 'make', move: 'lead_department_accepts' })
      expect(await tasksUnder(engine.db, { matterId: file.id })).to.deep.equal([])
      await act(cast.bob, { op: 'make', move: 'lead_department_determines' })
      const [task] = await tasksUnder(engine.db, { matterId: file.id })
      expect(task).to.include({ kind: 'advertisement_task', ownerId: cast.bob.officerId, dueDay: '2026-05-12' })
      expect(task!.title).to.include('广告')
    })
  })
})
