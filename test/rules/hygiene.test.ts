import { expect } from 'chai'
import { compile } from '../../src/core/check/compile.ts'
import type { Rule } from '../../src/core/check/rule.ts'
import { lacksSelectiveAnchor, measureCost } from '../../src/rulebook/cost.ts'
import { inspect, type Observed, wilson } from '../../src/rulebook/hygiene.ts'
import type { RuleNotes } from '../../src/rulebook/read-notes.ts'
import { anArticle, aRule, aRulebook } from '../support/rulebook.ts'

const TODAY = '2026-11-22'

function told(
  rules: Rule[],
  options: { articles?: ReturnType<typeof anArticle>[]; notes?: RuleNotes; observed?: Observed },
) {
  const { rulebook } = aRulebook(rules, options.articles)
  const notes = new Map(rules.map(({ id }) => [id, options.notes ?? { owner: 'desk' }]))
  const authors = {
    rulebook,
    notes,
    examples: new Map(),
    sources: new Map(),
    lexiconSources: new Map(),
    exceptionSources: new Map(),
    standardSources: [],
  }
  return inspect(authors, TODAY, options.observed)
}
const seen = (over: Partial<Observed> = {}): Observed => ({ papers: 100, found: new Map(), ruled: new Map(), ...over })
const of = (what: string, list: ReturnType<typeof told>) => list.filter((complaint) => complaint.what === what)

describe('the hygiene of a rulebook', () => {
  it('tells a basis that has ended or ends within sixty days, and not one with an article left', () => {
    const ending = (to: string | null) => of('repealed', told([aRule()], { articles: [anArticle({ to })] }))
    expect(ending('2026-11-21')).to.deep.include.members([
      { what: 'repealed', rule: 'test/rule', code: 'TT-01', owner: 'desk', endsOn: '2026-11-21', isOver: true },
    ])
    expect(ending('2027-01-20')).to.have.length(1)
    expect(ending('2027-01-21')).to.deep.equal([])
    expect(ending(null)).to.deep.equal([])
    const both = aRule({
      basis: [
        { id: 'law/1', role: 'violates' },
        { id: 'law/2', role: 'penalises' },
      ],
    })
    const articles = [anArticle({ to: '2020-01-01' }), anArticle({ id: 'law/2' })]
    expect(of('repealed', told([both], { articles }))).to.have.length(1)
  })

  it('tells the only rule that covers an article in force', () => {
    const second = aRule({ id: 'test/second', code: 'TT-02' })
    expect(of('sole_cover', told([aRule()], {}))).to.deep.equal([
      { what: 'sole_cover', rule: 'test/rule', code: 'TT-01', owner: 'desk', article: 'law/1' },
    ])
    expect(of('sole_cover', told([aRule(), second], {}))).to.deep.equal([])
    expect(of('sole_cover', told([aRule(), { ...second, status: 'retired' }], {}))).to.have.length(1)
  })

  it('tells a trial longer than ninety days, and one that nobody dated', () => {
    const trial = (notes: RuleNotes) => of('long_trial', told([aRule({ status: 'trial' })], { notes }))
    expect(trial({ since: '2026-08-23' })).to.have.length(1)
    expect(trial({ since: '2026-08-24' })).to.deep.equal([])
    expect(trial({})[0]).to.include({ days: null })
    expect(of('long_trial', told([aRule()], { notes: { since: '2020-01-01' } }))).to.deep.equal([])
  })

  it('tells rules nobody answers for', () => {
    expect(of('unowned', told([aRule()], { notes: {} }))).to.have.length(1)
    expect(of('unowned', told([aRule()], {}))).to.deep.equal([])
  })

  it('tells silent rules only where papers were looked at, and leaves procedure out', () => {
    expect(of('silent', told([aRule()], { observed: seen() }))).to.have.length(1)
    expect(of('silent', told([aRule()], { observed: seen({ papers: 0 }) }))).to.deep.equal([])
    expect(of('silent', told([aRule()], { observed: seen({ found: new Map([['TT-01', 1]]) }) }))).to.deep.equal([])
    expect(of('silent', told([aRule({ category: null })], { observed: seen() }))).to.deep.equal([])
  })

  it('tells a noisy rule when few rulings cannot explain it, by Wilson’s range', () => {
    const noisy = (dismissed: number, upheld: number) =>
      of('noisy', told([aRule()], { observed: seen({ ruled: new Map([['TT-01', { dismissed, upheld }]]) }) }))
    expect(noisy(1, 0)).to.deep.equal([])
    expect(noisy(12, 8)[0]).to.include({ ruled: 20, dismissed: 12, low: 0.387, high: 0.781 })
    expect(noisy(5, 15)).to.deep.equal([])
    // By hand for 12 of 20: (0.6 + 0.09604 ± 1.96 √(0.012 + 0.0024010)) ÷ 1.19208
    expect(wilson(12, 20)).to.deep.equal({ low: 0.387, high: 0.781 })
    expect(wilson(0, 0)).to.deep.equal({ low: 0, high: 1 })
  })
})

describe('the cost of a rulebook', () => {
  const pattern = (anchors: string[]) =>
    compile(
      aRulebook([
        aRule({ elements: [{ id: 'word', any: [{ pattern: '保(?:证)?收益', anchors }] }] }),
        aRule({ id: 'test/second', code: 'TT-02' }),
      ]).rulebook,
    )
  const papers = [{ text: '收费标准：每月收房费，收水费，收电费，收取押金。'.repeat(20) }, { text: '本产品保证收益。' }]

  it('tells on how many texts each rule is looked at and finds something', () => {
    const { rules, texts } = measureCost(pattern(['收益']), papers, TODAY)
    expect(texts).to.equal(2)
    expect(rules.map(({ code, lookedAt, found }) => [code, lookedAt, found])).to.deep.equal([['TT-01', 1, 1]])
    expect(rules[0]!.share).to.equal(1)
  })

  it('tells a pattern whose anchors send it over all text for nothing', () => {
    const of = (anchors: string[]) => {
      const cost = measureCost(pattern(anchors), papers.slice(0, 1), TODAY)
      return { ...cost.patterns[0]!, lacks: lacksSelectiveAnchor(cost.patterns[0]!, cost.characters) }
    }
    expect(of(['收'])).to.deep.include({
      lacks: true,
      worst: { anchor: '收', share: 1 },
      path: ['elements', 0, 'any', 0, 'pattern'],
    })
    expect(of(['收']).reads).to.be.greaterThan(0.9)
    expect(of(['收益'])).to.include({ lacks: false, reads: 0 })
  })
})
