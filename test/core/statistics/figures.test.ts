import { expect } from 'chai'
import {
  type CountedMatter,
  isCounted,
  keptAs,
  oneBelow,
  rowsOf,
  shareOf,
} from '../../../src/core/statistics/figures.ts'
import { PERIOD_PARTS, periodOf } from '../../../src/core/statistics/period.ts'

const NOW = '2026-05-20T02:00:00.000Z'

function aMatter(more: Partial<CountedMatter> = {}): CountedMatter {
  return {
    id: 'm1',
    kind: 'complaint',
    category: null,
    region: '440300',
    state: 'received',
    moves: [],
    recoveredFen: null,
    clocks: [],
    lines: [],
    opinions: [],
    ...more,
  }
}

describe('a period of statistics', () => {
  it('is a year, a quarter or a month, both days included', () => {
    expect(periodOf(2026, 'year')).to.include({ from: '2026-01-01', to: '2026-12-31' })
    expect(periodOf(2026, 'q2')).to.include({ from: '2026-04-01', to: '2026-06-30' })
    expect(periodOf(2024, '02')).to.include({ from: '2024-02-01', to: '2024-02-29' })
    expect(periodOf(2026, 'q4')).to.include({ from: '2026-10-01', to: '2026-12-31' })
  })

  it('of quarters and of months make up the year without gap or overlap', () => {
    for (const parts of [
      PERIOD_PARTS.filter((part) => part.startsWith('q')),
      PERIOD_PARTS.filter((part) => /^\d/.test(part)),
    ]) {
      const days = parts.map((part) => periodOf(2026, part))
      const lengths = days.map(({ from, to }) => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1)
      expect(lengths.reduce((sum, each) => sum + each, 0)).to.equal(365)
      expect(new Set(days.map(({ from }) => from)).size).to.equal(parts.length)
    }
  })
})

describe('a figure', () => {
  it('counts a clock in time up to the end of its last day in Shanghai', () => {
    const kept = (endedAt: string | null, due: string | null = '2026-05-14') =>
      keptAs({ clock: 'T01', due, endedAt }, NOW)
    expect(kept('2026-05-14T15:59:00.000Z')).to.equal('on_time')
    expect(kept('2026-05-14T16:00:00.000Z')).to.equal('late')
    expect(kept(null)).to.equal('overdue')
    expect(kept(null, '2026-05-20')).to.equal('running')
    expect(kept(null, null)).to.equal('running')
    expect(kept('2026-05-14T02:00:00.000Z', '2026-05-14T11:00:00+08:00')).to.equal('on_time')
    expect(kept('2026-05-14T04:00:00.000Z', '2026-05-14T11:00:00+08:00')).to.equal('late')
  })

  it('shares out what is known and tells nothing of nothing', () => {
    expect(shareOf(3, 1, 0)).to.equal(0.75)
    expect(shareOf(0, 0)).to.equal(null)
  })

  it('tells received from taken up, turned down, ended and open', () => {
    const measures = (matter: CountedMatter) =>
      ['received', 'taken_up', 'turned_down', 'ended', 'open'].filter((measure) =>
        isCounted(matter, { by: 'all', value: '', measure }, NOW),
      )
    expect(measures(aMatter())).to.deep.equal(['received', 'open'])
    expect(measures(aMatter({ state: 'settled', moves: ['accept', 'settle'] }))).to.deep.equal([
      'received',
      'taken_up',
      'ended',
    ])
    expect(measures(aMatter({ state: 'not_accepted', moves: ['refuse_acceptance'] }))).to.deep.equal([
      'received',
      'turned_down',
      'ended',
    ])
    expect(measures(aMatter({ kind: 'lead', state: 'concluded', moves: ['file'] }))).to.deep.equal([
      'received',
      'taken_up',
      'open',
    ])
  })

  it('counts mediation of complaints alone', () => {
    const settled = { by: 'mediation', value: 'settled', measure: 'received' } as const
    expect(isCounted(aMatter({ moves: ['settle'] }), settled, NOW)).to.equal(true)
    expect(isCounted(aMatter({ kind: 'report', moves: ['settle'] }), settled, NOW)).to.equal(false)
    const recovered = { ...settled, value: 'recovered' }
    expect(isCounted(aMatter({ recoveredFen: 1 }), recovered, NOW)).to.equal(true)
    expect(isCounted(aMatter({ recoveredFen: 0 }), recovered, NOW)).to.equal(false)
  })

  it('counts what departments answered, and their silence', () => {
    const matter = aMatter({
      lines: [{ department: 'civil_affairs', isAwaited: true }],
      opinions: [{ department: 'health', standing: 'overdue' }],
    })
    const holds = (value: string, measure: string) => isCounted(matter, { by: 'department', value, measure }, NOW)
    expect(holds('civil_affairs', 'lines') && holds('civil_affairs', 'awaited')).to.equal(true)
    expect(holds('health', 'overdue_opinion')).to.equal(true)
    expect(holds('health', 'silent') || holds('health', 'lines')).to.equal(false)
    expect(rowsOf('department', [matter])).to.deep.equal(['civil_affairs', 'health'])
  })

  it('of a measure that nobody knows counts nothing', () => {
    expect(isCounted(aMatter(), { by: 'all', value: '', measure: 'moon' }, NOW)).to.equal(false)
  })

  it('groups regions one level below who looks', () => {
    expect(oneBelow('440305', '000000')).to.equal('440000')
    expect(oneBelow('440305', '440000')).to.equal('440300')
    expect(oneBelow('440305', '440300')).to.equal('440305')
    expect(oneBelow('440305', '440305')).to.equal('440305')
  })
})
