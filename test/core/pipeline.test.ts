import { expect } from 'chai'
import fc from 'fast-check'
import { checkAnswer } from '../../src/actions/papers/check-answer.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../src/core/document.ts'
import { assess, assessAll, GROUP, type Model } from '../../src/core/pipeline.ts'
import { shipped } from '../support/rulebook.ts'

const DAY = '2026-11-22'

/** Offers, disguises of them, and noise: what a text may be made of. */
const PIECES = [
  '候鸟养老卡保本保息',
  '缴纳五万元，每月返利600元',
  '年化收益率12%',
  '全国第一的旅居品牌',
  '高血压不用吃药也能降下来',
  '押金60000元，床位费每月2000元',
  '一次性预付24个月床位费',
  '会员费一经缴纳概不退还',
  '摔伤、走失概不负责',
  '养老公司人去楼空，我妈交了5万会员费',
  '保*本*付*息',
  '返.利',
  '養老牀位認購，可自由轉讓',
  '保（bǎo）本',
  '民政(mín zhèng)部指定',
  '&#20445;&#26412;&nbsp;',
  '&lt;保本&gt;',
  '⑤萬元',
  '１２％',
  '\u200b保\u200b本\u202e',
  '锟斤拷',
  '\ud800',
  '\udc00',
  '😀',
  '。',
  '\n\n',
  '，',
  '谨防',
  '本院认为',
  '甲方：',
]

const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''))

describe('the path from text to score', () => {
  it('quotes the original letter for letter, keeps scores within 0 and 1, and never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom(...KINDS),
        fc.constantFrom(...ENTITIES),
        fc.constantFrom(...CHANNELS),
        (paper, kind, entity, channel) => {
          const answer = checkAnswer('x', assess({ text: paper, kind, entity, channel }, DAY, shipped))
          for (const { quote, start, end } of [...answer.findings, ...answer.facts]) {
            expect(paper.slice(start, end)).to.equal(quote)
          }
          for (const value of Object.values(answer.scores)) expect(value).to.be.within(0, 1)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('gives the same answer twice', () => {
    const paper = { text: '候鸟养老卡保本保息，缴纳五万元，每月返利600元。' }
    expect(assess(paper, DAY, shipped)).to.deep.equal(assess(paper, DAY, shipped))
  })

  it('says of papers in groups what it says of each by itself, whatever stands beside it', () => {
    const given = fc.record({
      text,
      kind: fc.constantFrom(...KINDS),
      entity: fc.constantFrom(...ENTITIES),
      channel: fc.constantFrom(...CHANNELS),
    })
    fc.assert(
      fc.property(fc.array(given, { maxLength: 12 }), (papers) => {
        const received = papers.map((paper, i) => ({ paper, receivedOn: `2026-11-${10 + i}` }))
        expect([...assessAll(received, shipped, LISTENING)]).to.deep.equal(
          received.map(({ paper, receivedOn }) => assess(paper, receivedOn, shipped, LISTENING)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('loses no paper between two groups, nor one that is longer than a group', () => {
    const short = (count: number) => Array.from({ length: count }, (_, i) => `${i}号楼押金${i + 1}000元。`)
    const long = `候鸟养老卡保本保息。${'院内设餐厅。'.repeat(GROUP.characters / 6)}`
    for (const texts of [short(2 * GROUP.papers + 1), [long, ...short(3), long, long, ...short(2)], []]) {
      const told = [
        ...assessAll(
          texts.map((words) => ({ paper: { text: words }, receivedOn: DAY })),
          shipped,
        ),
      ]
      expect(told.map((one) => one.fingerprint)).to.deep.equal(
        texts.map((words) => assess({ text: words }, DAY, shipped).fingerprint),
      )
    }
  })

  it('marks a date that nobody gave as assumed', () => {
    expect(assess({ text: '保本' }, DAY, shipped).circumstances).to.include({ date: DAY, dateAssumed: true })
    expect(assess({ text: '保本', date: '2024-01-01' }, DAY, shipped).circumstances).to.include({
      date: '2024-01-01',
      dateAssumed: false,
    })
  })

  it('says money in yuan outside', () => {
    const { facts } = checkAnswer('x', assess({ text: '押金60000元' }, DAY, shipped))
    expect(facts.find(({ type }) => type === 'money')).to.include({ value: 60000, unit: 'CNY' })
  })

  it('labels nothing in a policy notice that itself speaks of cracking down', () => {
    const notice = `關於加強旅居養老市場(shì chǎng)監管的通知\n各市、縣人民政府：\n為貫徹落實四省旅居養老協作要求，依法打擊以旅居養老名義實施的非法(fēi fǎ)集資、欺詐消費、虛假宣傳等違法行為，嚴禁承諾保本高息。锟斤拷\n某省民政廳\n2026年1月5日`
    expect(assess({ text: notice }, DAY, shipped).labels).to.deep.equal([])
  })
})

/** Gives a category the more the longer the paper. */
const LISTENING: Model = {
  hash: 'listening',
  classify: ({ text }) => [{ label: 'deceptive_sales', probability: Math.min(0.9, text.length / 100), spans: [] }],
  probabilities: () => ({ illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 }),
}
