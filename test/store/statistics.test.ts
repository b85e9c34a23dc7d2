import { expect } from 'chai'
import { askOpinions } from '../../src/actions/joint/ask-opinions.ts'
import { openLines } from '../../src/actions/joint/open-lines.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { periodOf } from '../../src/core/statistics/period.ts'
import { awaitedAnswers } from '../../src/store/views/awaited.ts'
import { countedMatters, mattersOfFigure } from '../../src/store/views/statistics.ts'
import { tasksList } from '../../src/store/views/tasks-list.ts'
import { theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver } from '../support/parts.ts'

describe('what is counted', () => {
  forEachDatabase((engine) => {
    it('holds moves, clocks, lines and opinions of each matter, and of no other region', async () => {
      const parts = await partsOver(engine.db)
      const cast = await theCast(engine.db)
      const file = await openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440305',
        title: '退费',
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
      const order = { matterId: file.id, version: file.version }
      await openLines(parts, cast.alice, { ...order, lines: ['civil_affairs_notice'], reason: '抄告' })
      await askOpinions(parts, cast.alice, { ...order, departments: ['health'], question: '请提出意见' })
      const act = {
        op: 'make',
        move: 'accept',
        version: file.version,
        input: {},
        reason: '受理',
        evidence: [],
      } as const
      await actOnMatter(parts, cast.alice, { matterId: file.id, act })
      const now = '2026-06-20T00:00:00.000Z'
      const [counted, ...others] = await countedMatters(engine.db, cast.carol, periodOf(2026, 'q2'), now)
      expect(others).to.deep.equal([])
      expect(counted).to.deep.include({ id: file.id, region: '440300', moves: ['accept'], recoveredFen: null })
      expect(counted!.clocks.map(({ clock, due }) => [clock, due])).to.deep.include.members([
        ['T01', '2026-05-14'],
        ['T03', '2026-07-05'],
      ])
      expect(counted!.lines).to.deep.equal([{ department: 'civil_affairs', isAwaited: false }])
      expect(counted!.opinions).to.deep.equal([{ department: 'health', standing: 'overdue' }])
      expect((await mattersOfFigure(engine.db, [file.id])).map(({ title }) => title)).to.deep.equal(['退费'])
      expect((await awaitedAnswers(engine.db, cast.alice, 10)).map(({ department }) => department)).to.deep.equal([
        'health',
      ])
      expect(await countedMatters(engine.db, cast.dave, periodOf(2026, 'q2'), now)).to.deep.equal([])
      expect(await countedMatters(engine.db, cast.carol, periodOf(2026, 'q1'), now)).to.deep.equal([])
      expect(await awaitedAnswers(engine.db, cast.dave, 10)).to.deep.equal([])
      expect(await tasksList(engine.db, cast.dave, { isDone: false, limit: 10 })).to.deep.equal([])
      await parts.dispose()
    })
  })
})
