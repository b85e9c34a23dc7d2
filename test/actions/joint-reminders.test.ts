import { expect } from 'chai'
import { addTask } from '../../src/actions/joint/add-task.ts'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { completeTask } from '../../src/actions/joint/complete-task.ts'
import { recordOpinion } from '../../src/actions/joint/record-opinion.ts'
import { remindOfJointWork } from '../../src/actions/joint/remind-of-joint-work.ts'
import { tellOpinionLater } from '../../src/actions/joint/tell-opinion-later.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { opinionById } from '../../src/store/opinions.ts'
import { taskById } from '../../src/store/tasks.ts'
import { jointCounts, jointDue } from '../../src/store/views/joint-due.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'

describe('reminders of opinions and tasks', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    const aMatter = () =>
      openMatter(parts, cast.alice, {
        opening: 'report',
        region: '440300',
        title: '旅居卡',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来信',
      })
    const askedOf = async (matterId: string, department = 'civil_affairs') => {
      const [id] = await askOpinions(parts, cast.alice, {
        matterId,
        version: 1,
        departments: [department],
        question: '是否备案',
      })
      return (await opinionById(engine.db, id!))!
    }
    const taskOf = async (matterId: string, ownerId: string, dueDay: string) =>
      addTask(parts, cast.alice, { matterId, version: 1, title: '现场核查', ownerId, dueDay })
    const stagesOf = async (id: string) =>
      (await engine.db('joint_reminders').where({ subject_id: id }).orderBy('at')).map(({ stage }) => stage)
    const tick = async (...instants: string[]) => {
      for (const instant of instants) {
        parts.setNow(instant)
        await remindOfJointWork(parts)
      }
    }
    const hers = (viewer: Cast['alice'], now = parts.now()) =>
      jointDue(engine.db, viewer, { officerId: viewer.officerId, now, limit: 50 })

    it('come three days before, on the day and after it, once each, and no more once it is answered', async () => {
      const { id: matterId } = await aMatter()
      const opinion = await askedOf(matterId)
      const day = opinion.due!
      await tick(ahead(day, 4), ahead(day, 3), ahead(day, 2), `${day}T01:00:00.000Z`, `${day}T15:00:00.000Z`)
      expect(await stagesOf(opinion.id)).to.deep.equal(['soon', 'today'])
      await tick(ahead(day, -1), ahead(day, -2))
      expect(await stagesOf(opinion.id)).to.deep.equal(['soon', 'today', 'overdue'])
      await recordOpinion(parts, cast.alice, {
        matterId,
        opinionId: opinion.id,
        version: opinion.version,
        answer: 'agrees',
        text: '已备案',
      })
      expect(await remindOfJointWork(parts)).to.equal(0)
      expect((await hers(cast.alice)).map(({ id }) => id)).not.to.include(opinion.id)
    })

    it('come anew for the later day that a department told of', async () => {
      const { id: matterId } = await aMatter()
      const { id, version, due } = await askedOf(matterId)
      await tick(ahead(due!, 1))
      const until = ahead(due!, -10).slice(0, 10)
      await tellOpinionLater(parts, cast.alice, { matterId, opinionId: id, version, until, reason: '函告延期' })
      await tick(ahead(due!, -1))
      expect(await stagesOf(id)).to.deep.equal(['soon'])
      await tick(`${until}T02:00:00.000Z`)
      expect(await stagesOf(id)).to.deep.equal(['soon', 'today'])
    })

    it('of a task end when it is done', async () => {
      const { id: matterId } = await aMatter()
      const id = await taskOf(matterId, cast.bob.officerId, '2026-05-08')
      await tick('2026-05-06T02:00:00.000Z', '2026-05-11T02:00:00.000Z')
      expect(await stagesOf(id)).to.deep.equal(['soon', 'overdue'])
      const { version } = (await taskById(engine.db, id))!
      await completeTask(parts, cast.bob, { taskId: id, version, result: '已核查' })
      expect(await remindOfJointWork(parts)).to.equal(0)
    })

    it('stand on the desk of whoever asked or owns them, and of whoever takes care of the matter; on no stranger’s', async () => {
      const { id: matterId } = await aMatter()
      const opinion = await askedOf(matterId)
      const task = await taskOf(matterId, cast.bob.officerId, '2026-05-08')
      const now = new Date(ahead(opinion.due!, -1))
      expect((await hers(cast.alice, now)).map(({ id }) => id)).to.include(opinion.id)
      const bobs = await hers(cast.bob, now)
      expect(bobs.map(({ id, kind, officerName }) => [id, kind, officerName])).to.deep.include([task, 'task', 'bob'])
      expect(bobs.map(({ id }) => id)).not.to.include(opinion.id)
      expect((await jointCounts(engine.db, cast.bob, { officerId: cast.bob.officerId, now })).overdue).to.equal(1)
      await engine.db('matter_officers').insert({
        matter_id: matterId,
        officer_id: cast.bob.officerId,
        part: 'handler',
      })
      expect((await hers(cast.bob, now)).map(({ id }) => id)).to.include.members([opinion.id, task])
      const everybody = await jointDue(engine.db, cast.dave, { now, limit: 50 })
      expect(everybody.map(({ id }) => id)).not.to.include.members([opinion.id])
      // What is due in more than a week presses nobody.
      expect(await hers(cast.alice, new Date(ahead(opinion.due!, 8)))).to.deep.equal([])
    })

    it('are counted in full, however many are listed', async () => {
      const { id: matterId } = await aMatter()
      const opinion = await askedOf(matterId)
      for (const day of ['2026-05-08', '2026-05-11']) await taskOf(matterId, cast.bob.officerId, day)
      const now = new Date(ahead(opinion.due!, 0))
      const ours = (limit: number) => jointDue(engine.db, cast.alice, { now, limit })
      const all = await ours(50)
      expect(await ours(2)).to.deep.equal(all.slice(0, 2))
      const { overdue, today, week } = await jointCounts(engine.db, cast.alice, { now })
      expect([overdue + today + week, today]).to.deep.equal([
        all.length,
        all.filter(({ due }) => due === opinion.due).length,
      ])
    })

    it('leave the desk of whoever was recused, whatever she had asked or taken on', async () => {
      const { id: matterId } = await aMatter()
      const opinion = await askedOf(matterId)
      const task = await taskOf(matterId, cast.alice.officerId, '2026-05-08')
      const now = new Date(ahead(opinion.due!, -1))
      expect((await hers(cast.alice, now)).map(({ id }) => id)).to.include.members([opinion.id, task])
      await engine
        .db('matter_officers')
        .insert({ matter_id: matterId, officer_id: cast.alice.officerId, part: 'recused' })
      const left = (await hers(cast.alice, now)).filter(({ id }) => id === opinion.id || id === task)
      expect(left).to.deep.equal([])
    })
  })
})

/** Ten in the morning, Shanghai, so many days before a day. */
function ahead(day: string, days: number): string {
  return new Date(Date.parse(`${day}T02:00:00.000Z`) - days * 86_400_000).toISOString()
}
