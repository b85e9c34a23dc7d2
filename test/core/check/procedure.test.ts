import { expect } from 'chai'
import { checkAnswer } from '../../../src/actions/papers/check-answer.ts'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { aRule, aRulebook, shipped } from '../../support/rulebook.ts'

const DAY = '2026-11-22'
const LETTER: Paper = { text: '请求退还我妈的会员费，同时举报该养老公司虚假宣传，要求处罚。', kind: 'complaint' }

describe('a rule of procedure', () => {
  it('gives a hint, no finding, and moves no score', () => {
    const hint = aRule({ category: null, elements: [{ id: 'word', any: [{ words: ['举报'] }] }] })
    const { findings, procedure, labels, scores } = assess(LETTER, DAY, aRulebook([hint]))
    expect(procedure.map(({ quote }) => quote)).to.deep.equal(['举报'])
    expect(findings).to.deep.equal([])
    expect(labels).to.deep.equal([])
    expect(Object.values(scores)).to.deep.equal([0, 0, 0])
  })

  it('cites the measures of its day', () => {
    const cited = (date: string) =>
      assess({ ...LETTER, date }, DAY, shipped)
        .procedure.filter(({ code }) => code === 'PX-01')
        .flatMap(({ basis }) => basis.map(({ id }) => id))
    expect(cited('2026-04-14')).to.deep.equal(['complaint-measures-2020/7'])
    expect(cited('2026-04-15')).to.deep.equal(['complaint-measures-2026/9'])
  })

  it('stands apart from the findings in the answer of scan, whose categories stay the three', () => {
    const answer = checkAnswer('x', assess(LETTER, DAY, shipped))
    expect(answer.procedure?.map(({ code }) => code)).to.include('PX-01')
    expect(answer.findings.every(({ code }) => !code.startsWith('PX'))).to.equal(true)
  })

  it('is left out of the answer when there is nothing to say', () => {
    expect(checkAnswer('x', assess({ text: '饭菜可口。' }, DAY, shipped))).to.not.have.property('procedure')
  })
})

describe('a checklist', () => {
  const rule = aRule({
    kind: 'absence',
    within: 'document',
    elements: [{ id: 'contract', any: [{ words: ['入住合同'] }] }],
    message: { zh: '缺少：{missing}', en: 'lacks: {missing}' },
    checklist: {
      standard: 'test',
      missing: 2,
      items: [
        { id: 'fee', title: { zh: '收费', en: 'fees' }, any: [{ words: ['月费'] }], article: 'law/1' },
        { id: 'refund', title: { zh: '退费', en: 'refund' }, any: [{ words: ['退款'] }], article: 'law/1' },
        { id: 'suit', title: { zh: '争议', en: 'disputes' }, any: [{ words: ['法院'] }], article: 'law/1' },
      ],
    },
  })
  const messages = (text: string) =>
    assess({ text, kind: 'contract' }, DAY, aRulebook([rule])).findings.map(({ message, quote }) => [message.zh, quote])

  it('names what is missing and quotes nothing', () => {
    expect(messages('入住合同\n月费两千元。')).to.deep.equal([['缺少：退费、争议', '']])
  })

  it('is silent below the number that must be missing', () => {
    expect(messages('入住合同\n月费两千元，可以退款。')).to.deep.equal([])
  })

  it('is not asked of another paper', () => expect(messages('月饼券合同')).to.deep.equal([]))
})

describe('a rule of one region', () => {
  const rule = aRule({
    region: { group: 'beijing', members: ['11'], condition: { zh: '若在北京市', en: 'if in Beijing' } },
  })
  const found = (paper: Paper) => assess(paper, DAY, aRulebook([rule])).findings.length

  it('speaks there', () => expect(found({ text: '保本', region: '110105' })).to.equal(1))
  it('is silent elsewhere', () => expect(found({ text: '北京的保本', region: '210200' })).to.equal(0))
  it('is silent where the region is not known', () => expect(found({ text: '保本' })).to.equal(0))
  it('speaks where the region is not known and the text names it', () =>
    expect(found({ text: '北京保本' })).to.equal(1))
})
