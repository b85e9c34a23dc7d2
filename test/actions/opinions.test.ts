import { expect } from 'chai'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { recordOpinion } from '../../src/actions/joint/record-opinion.ts'
import { tellOpinionLater } from '../../src/actions/joint/tell-opinion-later.ts'
import { withdrawOpinion } from '../../src/actions/joint/withdraw-opinion.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { standingOf } from '../../src/core/routing/standing.ts'
import { eventsOf } from '../../src/store/events.ts'
import { type MatterFile, matterById } from '../../src/store/matters.ts'
import { opinionsOfMatter } from '../../src/store/opinions.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('opinions of other departments', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    const aComplaint = (): Promise<MatterFile> =>
      openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '会员卡退款',
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
    const ask = (file: MatterFile, departments: string[], more: { place?: string } = {}) =>
      askOpinions(parts, cast.alice, {
        matterId: file.id,
        version: file.version,
        departments,
        question: '请就收费性质提出意见',
        ...more,
      })

    it('are asked in parallel, each with its own period; another market regulator has fifteen working days', async () => {
      const file = await aComplaint()
      await ask(file, ['civil_affairs', 'financial_regulator'])
      await ask(file, ['market'], { place: '210100' })
      const asked = await opinionsOfMatter(engine.db, file.id)
      expect(asked.map(({ department, restsOn, due }) => [department, restsOn, due])).to.deep.equal([
        ['civil_affairs', 'house', '2026-05-19'],
        ['financial_regulator', 'house', '2026-05-19'],
        ['market', 'T14', '2026-05-26'],
      ])
      expect((await matterById(engine.db, file.id))!.version).to.equal(file.version)
    })

    it('are not asked twice while one is awaited', async () => {
      const file = await aComplaint()
      const [id] = await ask(file, ['civil_affairs'])
      expect((await problemOf(ask(file, ['civil_affairs', 'health']))).detail.field).to.equal('departments')
      await withdrawOpinion(parts, cast.alice, { opinionId: id!, version: 1, reason: '问题改写' })
      expect(await ask(file, ['civil_affairs'])).to.have.length(1)
    })

    it('show silence, and stay silent past the day unless a later one was told in time', async () => {
      const file = await aComplaint()
      const [told, silent] = await ask(file, ['civil_affairs', 'health'])
      parts.setNow('2026-05-19T02:00:00.000Z')
      const later = { opinionId: told!, version: 1, until: '2026-05-29', reason: '需核对账目' }
      await tellOpinionLater(parts, cast.alice, later)
      parts.setNow('2026-05-20T02:00:00.000Z')
      const standings = (await opinionsOfMatter(engine.db, file.id)).map((each) => standingOf(each, '2026-05-20'))
      expect(standings).to.deep.equal(['silent', 'overdue'])
      const tooLate = tellOpinionLater(parts, cast.alice, { ...later, opinionId: silent! })
      expect((await problemOf(tooLate)).detail.field).to.equal('until')
    })

    it('are recorded by one of two racing, and the other is told', async () => {
      const file = await aComplaint()
      const [opinionId] = (await ask(file, ['civil_affairs'])) as [string]
      const record = (viewer: Cast['alice'], text: string) =>
        recordOpinion(parts, viewer, { opinionId, version: 1, answer: 'agrees', text })
      const race = await Promise.allSettled([record(cast.alice, '甲'), record(cast.bob, '乙')])
      const lost = race.find((each) => each.status === 'rejected') as PromiseRejectedResult
      expect(lost.reason.code).to.equal('form.stale')
      const said = (await eventsOf(engine.db, 'matter', file.id)).filter(({ verb }) => verb === 'opinion.recorded')
      const [opinion] = await opinionsOfMatter(engine.db, file.id)
      expect(said.map(({ reason }) => reason)).to.deep.equal([opinion!.answerText])
    })

    it('are recorded once, with the day they came', async () => {
      const file = await aComplaint()
      const [id] = await ask(file, ['civil_affairs'])
      parts.setNow('2026-05-21T02:00:00.000Z')
      const record = (answeredAt: string, version = 1) =>
        recordOpinion(parts, cast.alice, {
          opinionId: id!,
          version,
          answer: 'agrees',
          text: '属于会员费',
          answeredAt,
        })
      expect((await problemOf(record('2026-05-01T02:00:00.000Z'))).detail.field).to.equal('answered_at')
      expect((await problemOf(record('never'))).detail.field).to.equal('answered_at')
      await record('2026-05-20T02:00:00.000Z')
      expect((await problemOf(record('2026-05-20T02:00:00.000Z'))).code).to.equal('form.stale')
      expect((await problemOf(record('2026-05-20T02:00:00.000Z', 2))).code).to.equal('joint.not_open')
      const [opinion] = await opinionsOfMatter(engine.db, file.id)
      expect(opinion).to.include({ answer: 'agrees', recordedBy: cast.alice.officerId })
      expect(standingOf(opinion!, '2026-05-21')).to.equal('answered')
    })
  })
})
