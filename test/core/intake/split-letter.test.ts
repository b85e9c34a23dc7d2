import { expect } from 'chai'
import { splitLetter, wantsOf } from '../../../src/core/intake/split-letter.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { shipped } from '../../support/rulebook.ts'

const rule = shipped.rulebook.rules.find(({ code }) => code === 'PX-01')!
const split = (text: string) => splitLetter(normalise(text, shipped.targets), rule)

describe('a letter that may hold a complaint and a report', () => {
  it('is shown by the sentences of each', () => {
    const letter = '我妈三月办了旅居卡。请求退还会员费三万元。另外他们到处虚假宣传，请依法查处。谢谢。'
    const { complaint, report } = split(letter)
    expect(complaint.map(({ quote }) => quote)).to.deep.equal(['请求退还会员费三万元。'])
    expect(report.map(({ quote }) => quote)).to.deep.equal(['另外他们到处虚假宣传，请依法查处。'])
    expect(complaint[0]!.because).to.equal('退还')
    for (const { start, end, quote } of [...complaint, ...report]) expect(letter.slice(start, end)).to.equal(quote)
    expect(wantsOf(split(letter))).to.equal('both')
  })

  it('may do both in one sentence', () => {
    expect(wantsOf(split('请求退还会员费，同时举报该公司虚假宣传。'))).to.equal('both')
  })

  it('asks for nothing the writer says she does not want', () => {
    expect(wantsOf(split('我不是来举报的，只要求退款。'))).to.equal('complaint')
    expect(wantsOf(split('我不要求赔偿，就是举报他们虚假宣传。'))).to.equal('report')
    expect(wantsOf(split('商家拒绝退款。'))).to.equal('complaint')
  })

  it('keeps its places in the original where words are disguised', () => {
    const letter = '要求退*款三万元。请处　罚该公司。'
    const { complaint } = split(letter)
    expect(complaint[0]!.quote).to.equal('要求退*款三万元。')
  })

  it('says nothing of a letter that wants neither', () => {
    expect(wantsOf(split('想咨询旅居合同怎么签。'))).to.equal(undefined)
  })

  it('finds both in every hit of the rule itself, and never both in its near misses', () => {
    // The rule's own examples, kept beside it, hold complaint and report in one letter.
    for (const text of [
      '请求退还我妈的会员费，同时举报该公司虚假宣传，要求处罚。',
      '本人举报旅居公司无证经营，另要求赔偿我的损失。',
      '要求退款三万元，并依法查处该养老公司。',
    ])
      expect(wantsOf(split(text)), text).to.equal('both')
    for (const text of ['请求退还会员费三万元。', '举报该公司虚假宣传，请查处。', '想咨询旅居合同怎么签。'])
      expect(wantsOf(split(text)), text).to.not.equal('both')
  })
})
