import { expect } from 'chai'
import { type BacktestPaper, startBacktest } from '../../src/core/backtest.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import type { Model } from '../../src/core/pipeline.ts'
import { aRule, aRulebook } from '../support/rulebook.ts'

const words = (...list: string[]) => [{ id: 'word', any: [{ words: list }] }]
const before = aRulebook([
  aRule({ elements: words('保本', '保息') }),
  aRule({ id: 'test/old', code: 'TT-02', elements: words('返利') }),
])
const after = aRulebook([
  aRule({ elements: words('保本'), severity: 4 }),
  aRule({ id: 'test/fresh', code: 'TT-03', elements: words('翻番') }),
])

describe('a backtest', () => {
  const papers = [
    { id: 'a', text: '本卡保本。另有返利。' },
    { id: 'b', text: '本卡保息，三年翻番。' },
    { id: 'c', text: '本卡可退。' },
  ]
  function run(rulings: BacktestPaper['rulings'] = []) {
    const backtest = startBacktest(before, after)
    const told = papers.map(({ id, text }) =>
      backtest.add([
        {
          id,
          paper: { text, kind: 'marketing' },
          receivedOn: '2026-05-01',
          ...(id === 'a' && { rulings }),
        },
      ]),
    )
    return { told: told.flat(), result: backtest.result() }
  }

  it('tells what is new, lost and changed, with the words and the paper', () => {
    const { told } = run()
    const said = told
      .filter(({ code }) => code !== '')
      .map(({ what, paper, code, quote, because }) => [what, paper, code, quote, because?.join() ?? ''])
    expect(said).to.deep.equal([
      ['changed', 'a', 'TT-01', '保本', 'severity'],
      ['lost', 'a', 'TT-02', '返利', ''],
      ['lost', 'b', 'TT-01', '保息', ''],
      ['new', 'b', 'TT-03', '翻番', ''],
    ])
  })

  it('counts by rule and over all', () => {
    const { result } = run()
    expect(result).to.include({ papers: 3, papersChanged: 2, same: 0, new: 1, lost: 2, changed: 1 })
    expect(result.rules.find(({ code }) => code === 'TT-01')).to.include({ rule: 'test/rule', lost: 1, changed: 1 })
  })

  it('tells labels that come and go', () => {
    const { told, result } = run()
    expect(result.labels.illegal_fundraising).to.deep.equal({ gained: 0, lost: 0 })
    const harmless = startBacktest(before, aRulebook([aRule({ elements: words('无') })]))
    const lost = harmless.add([
      {
        id: 'a',
        paper: { text: papers[0]!.text, kind: 'marketing' },
        receivedOn: '2026-05-01',
      },
    ])
    expect(lost.filter(({ what }) => what === 'label_lost').map(({ because }) => because)).to.deep.equal([
      ['illegal_fundraising'],
    ])
    expect(told.some(({ what }) => what.startsWith('label'))).to.equal(false)
  })

  it('sets officers’ rulings against the new version: upheld ones it would lose, dismissed ones that would go', () => {
    const { told, result } = run([
      { code: 'TT-01', start: 2, end: 4, verdict: 'upheld' },
      { code: 'TT-02', start: 7, end: 9, verdict: 'upheld' },
      { code: 'TT-02', start: 7, end: 9, verdict: 'dismissed' },
      { code: 'TT-01', start: 2, end: 4, verdict: 'dismissed' },
    ])
    expect(result.rulings).to.deep.equal({ upheldKept: 1, upheldLost: 1, dismissedGone: 1, dismissedKept: 1 })
    expect(told.find(({ what }) => what === 'upheld_lost')).to.include({ code: 'TT-02', quote: '返利', paper: 'a' })
  })

  describe('beside a classifier', () => {
    const strict = aRulebook([aRule({ elements: words('保本') })])
    const loose = aRulebook([aRule({ elements: words('保本', '保息') })])
    const place = { code: 'TT-01', start: 2, end: 4 }
    // Of a few words a classifier lowers nothing.
    const TAIL = '院内设餐厅、活动室和医务室，欢迎各位长者与家人前来看看房间，喝一杯茶。'
    function over(text: string, from: typeof strict, to: typeof strict, probability: number, ruled = false) {
      const test = startBacktest(from, to, aModel(probability))
      const told = test.add([
        {
          id: 'a',
          paper: { text: `${text}${TAIL}`, kind: 'marketing' },
          receivedOn: '2026-05-01',
          ...(ruled && { rulings: [{ ...place, verdict: 'upheld' }] }),
        },
      ])
      return { told, result: test.result() }
    }

    it('promises no label that it would lower, and tells what the rules alone would have promised', () => {
      const { told, result } = over('本卡保息。', strict, loose, 0.02)
      expect(told.map(({ what }) => what)).to.deep.equal(['new'])
      expect(result.labels.illegal_fundraising).to.deep.equal({ gained: 0, lost: 0 })
      expect(result.rulesAlone!.illegal_fundraising).to.deep.equal({ gained: 1, lost: 0 })
    })

    it('takes no label away that it gives by itself', () => {
      const { told, result } = over('本卡保息。', loose, strict, 0.9)
      expect(told.map(({ what }) => what)).to.deep.equal(['lost'])
      expect(result.labels.illegal_fundraising.lost).to.equal(0)
      expect(result.rulesAlone!.illegal_fundraising.lost).to.equal(1)
    })

    it('tells what it gave the category of a label that comes or goes', () => {
      const { told } = over('本卡保息。', strict, loose, 0.4)
      expect(told.find(({ what }) => what === 'label_gained')).to.deep.include({
        because: ['illegal_fundraising'],
        probability: 0.4,
      })
    })

    it('tells an upheld finding that is made still while its paper loses the label', () => {
      const mild = aRulebook([aRule({ elements: words('保本'), severity: 2 })])
      const { told, result } = over('本卡保本。', strict, mild, 0.33, true)
      expect(result.rulings).to.include({ upheldKept: 1, upheldLost: 0 })
      expect(result.unlabelled).to.deep.equal({ upheld: 1, dismissed: 0 })
      expect(told.find(({ what }) => what === 'upheld_unlabelled')).to.deep.include({
        code: 'TT-01',
        quote: '保本',
        because: ['illegal_fundraising'],
      })
      expect(over('本卡保本。', strict, mild, 0.02, true).result.unlabelled).to.deep.equal({ upheld: 0, dismissed: 0 })
    })

    it('asks it once for both versions, in one group of papers and in the next', () => {
      const asked: string[] = []
      const model = aModel(0.4)
      const test = startBacktest(strict, loose, {
        ...model,
        classify(clean) {
          asked.push(clean.text)
          return model.classify(clean)
        },
      })
      const papers = ['本卡保息。', '本卡保本。', '本卡可退。'].map(
        (text): BacktestPaper => ({ id: text, paper: { text, kind: 'marketing' }, receivedOn: '2026-05-01' }),
      )
      test.add(papers.slice(0, 2))
      test.add(papers.slice(2))
      expect(asked).to.deep.equal(['本卡保息。', '本卡保本。', '本卡可退。'])
    })

    it('of rules alone says nothing of it', () => {
      expect(run().result).to.not.have.property('rulesAlone')
    })
  })

  it('of a version against itself finds nothing', () => {
    const backtest = startBacktest(before, before)
    for (const { id, text } of papers) backtest.add([{ id, paper: { text }, receivedOn: '2026-05-01' }])
    expect(backtest.result()).to.include({ new: 0, lost: 0, changed: 0, same: 3, papersChanged: 0 })
  })
})

/** Gives illegal fundraising the same probability everywhere, and the rest nothing. */
function aModel(probability: number): Model {
  const of = (label: string) => (label === 'illegal_fundraising' ? probability : 0)
  return {
    hash: 'fixed',
    classify: () => CATEGORIES.map((label) => ({ label, probability: of(label), spans: [] })),
    probabilities: () => ({ illegal_fundraising: probability, deceptive_sales: 0, false_advertising: 0 }),
  }
}
