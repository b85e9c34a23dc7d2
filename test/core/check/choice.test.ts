import { expect } from 'chai'
import fc from 'fast-check'
import { footing } from '../../../src/core/check/basis.ts'
import { lighter } from '../../../src/core/check/lighter.ts'
import type { BasisArticle, Penalty, RuleBasis } from '../../../src/core/check/rule.ts'
import type { Circumstances } from '../../../src/core/document.ts'
import { anArticle, aRule } from '../../support/rulebook.ts'

const fine = (floorFen: number | undefined, capFen: number): Penalty => ({
  ...(floorFen !== undefined && { floorFen }),
  capFen,
  department: '市场监督管理部门',
})

/** A duty and its penalty, each in an old and a new version; the new fine has no floor. */
const articles: Record<string, BasisArticle> = {
  'old/8': anArticle({ id: 'old/8', to: '2025-10-14', succeededBy: ['new/9'] }),
  'old/20': anArticle({
    id: 'old/20',
    to: '2025-10-14',
    penalty: fine(20_000_000, 100_000_000),
    punishes: ['old/8'],
    succeededBy: ['new/25'],
  }),
  'new/9': anArticle({ id: 'new/9', from: '2025-10-15', succeeds: ['old/8'] }),
  'new/25': anArticle({
    id: 'new/25',
    from: '2025-10-15',
    penalty: fine(undefined, 100_000_000),
    punishes: ['new/9'],
    succeeds: ['old/20'],
  }),
  'same/1': anArticle({
    id: 'same/1',
    to: '2025-10-14',
    penalty: fine(1, 2),
    punishes: ['old/8'],
    succeededBy: ['same/2'],
  }),
  'same/2': anArticle({
    id: 'same/2',
    from: '2025-10-15',
    penalty: fine(1, 2),
    punishes: ['new/9'],
    succeeds: ['same/1'],
  }),
}

const BASIS: RuleBasis[] = [
  { id: 'new/9', role: 'violates' },
  { id: 'new/25', role: 'penalises' },
]

describe('a rule that names an article', () => {
  it('cites for conduct of older days the article whose place it took', () => {
    expect(ids({ date: '2025-10-14' })).to.deep.equal(['old/8', 'old/20'])
    expect(ids({ date: '2025-10-15' })).to.deep.equal(['new/9', 'new/25'])
  })

  it('cites one article once that stands in the place of two', () => {
    const both = { ...articles, 'new/10': anArticle({ id: 'new/10', from: '2025-10-15', succeeds: ['old/8'] }) }
    const rule = aRule({
      basis: [
        { id: 'new/10', role: 'defines' },
        { id: 'new/9', role: 'violates' },
      ],
    })
    const { basis } = footing(rule, on({ date: '2025-01-01' }), both)!
    expect(basis.map(({ id, role }) => [id, role])).to.deep.equal([['old/8', 'violates']])
  })
})

describe('conduct that lasts', () => {
  it('over a change of law shows both versions, marked, and the lighter', () => {
    const { basis, choice } = cite({ date: '2025-09-01', until: '2025-11-30' })
    expect(basis.map(({ id, version }) => [id, version])).to.deep.equal([
      ['new/9', 'new'],
      ['old/8', 'old'],
      ['new/25', 'new'],
      ['old/20', 'old'],
    ])
    expect(choice).to.include({ because: 'conduct_spans_change', lighter: 'new' })
    expect(choice!.successors).to.deep.equal([])
    expect(choice!.changes).to.deep.include({ old: 'old/20', new: 'new/25', on: '2025-10-15', lighter: 'new' })
    expect(choice!.note.zh).to.include('第三十七条').and.include('从旧兼从轻').and.include('承办人')
  })

  it('pairs each version with its own penalty', () => {
    const { basis } = cite({ date: '2025-09-01', until: '2025-11-30' })
    const pairs = Object.fromEntries(basis.map((one) => [one.id, one.pairs]))
    expect(pairs['old/20']).to.deep.equal(['old/8'])
    expect(pairs['new/25']).to.deep.equal(['new/9'])
  })

  it('within one version, to its very last day or from its first, leaves nothing to choose', () => {
    for (const [date, until] of [
      ['2025-09-01', '2025-10-14'],
      ['2025-10-15', '2025-12-31'],
    ] as const) {
      const { basis, choice } = cite({ date, until })
      expect(basis).to.have.length(2)
      expect(basis.some(({ version }) => version)).to.equal(false)
      expect(choice).to.equal(undefined)
    }
  })

  it('meets a duty that began meanwhile as new', () => {
    const alone = { 'law/1': anArticle({ from: '2025-05-01' }) }
    const { basis, choice } = footing(aRule(), on({ date: '2025-01-01', until: '2025-06-01' }), alone)!
    expect(basis[0]!.version).to.equal('new')
    expect(choice!.changes).to.deep.equal([{ new: 'law/1', on: '2025-05-01' }])
  })
})

describe('old conduct that comes in after a change', () => {
  it('rests on the old law, and is shown the lighter new one apart', () => {
    const { basis, choice } = cite({ date: '2025-09-01', receivedOn: '2025-11-01' })
    expect(basis.map(({ id, version }) => [id, version])).to.deep.equal([
      ['old/8', undefined],
      ['old/20', undefined],
    ])
    expect(choice).to.include({ because: 'decided_after_change', lighter: 'new' })
    expect(choice!.successors.map(({ id, version }) => [id, version])).to.deep.equal([
      ['new/9', 'new'],
      ['new/25', 'new'],
    ])
    expect(choice!.note.zh).to.include('新规定较轻')
  })

  it('has nothing to choose on the day before the change', () => {
    expect(cite({ date: '2025-09-01', receivedOn: '2025-10-14' }).choice).to.equal(undefined)
    expect(cite({ date: '2025-09-01', receivedOn: '2025-10-15' }).choice).to.not.equal(undefined)
  })

  it('has nothing to choose where the new penalty is the same', () => {
    const rule = aRule({
      basis: [
        { id: 'new/9', role: 'violates' },
        { id: 'same/2', role: 'penalises' },
      ],
    })
    const { choice } = footing(rule, on({ date: '2025-09-01', receivedOn: '2025-11-01' }), articles)!
    expect(choice).to.equal(undefined)
  })

  it('tells the intake desk that letters are handled by the measures of the day they come in', () => {
    const rule = aRule({ category: null, basis: [{ id: 'new/9', role: 'defines' }] })
    const { choice } = footing(rule, on({ date: '2025-09-01', receivedOn: '2025-11-01' }), articles)!
    expect(choice!.note.zh).to.include('程序')
    expect(choice!.successors.map(({ id }) => id)).to.deep.equal(['new/9'])
  })
})

describe('the lighter of two penalties', () => {
  it('is the one without a floor, or with the lower cap', () => {
    expect(lighter(fine(5, 10), fine(undefined, 10))).to.equal('new')
    expect(lighter(fine(5, 10), fine(5, 8))).to.equal('new')
    expect(lighter(fine(5, 10), fine(5, 20))).to.equal('old')
    expect(lighter(fine(5, 10), fine(5, 10))).to.equal('same')
  })

  it('is not told where one bound fell and the other rose, or where they multiply different things', () => {
    expect(lighter(fine(5, 10), fine(1, 20))).to.equal(undefined)
    expect(lighter({ ...fine(5, 10), timesOf: '违法所得' }, { ...fine(5, 10), timesOf: '集资金额' })).to.equal(
      undefined,
    )
    expect(lighter(fine(5, 10), { floorFen: 5, department: '' })).to.equal(undefined)
  })

  it('is the same whichever is asked about first', () => {
    const penalty = fc.record({
      floor: fc.option(fc.nat(9), { nil: undefined }),
      cap: fc.integer({ min: 10, max: 20 }),
    })
    const turned = { old: 'new', new: 'old', same: 'same' } as const
    fc.assert(
      fc.property(penalty, penalty, (a, b) => {
        const [there, back] = [
          lighter(fine(a.floor, a.cap), fine(b.floor, b.cap)),
          lighter(fine(b.floor, b.cap), fine(a.floor, a.cap)),
        ]
        expect(back).to.equal(there && turned[there])
      }),
    )
  })
})

function on(over: Partial<Circumstances>): Circumstances {
  return {
    kind: 'marketing',
    date: '2025-10-15',
    dateAssumed: false,
    region: '000000',
    entity: 'unknown',
    channel: 'unknown',
    ...over,
  }
}

function cite(over: Partial<Circumstances>) {
  return footing(aRule({ basis: BASIS }), on(over), articles)!
}

function ids(over: Partial<Circumstances>): string[] {
  return cite(over).basis.map(({ id }) => id)
}
