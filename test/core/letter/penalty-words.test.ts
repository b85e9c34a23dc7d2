import { expect } from 'chai'
import { gravestSaid, saysMoney } from '../../../src/core/letter/penalty-words.ts'

describe('the words of a penalty besides the fine', () => {
  for (const words of [
    '处罚款900000元',
    '罚款 900000',
    '处罚款９０００００元',
    '处罚款九十万元',
    '并处罚款人民币玖拾万圆整',
    '没收违法所得人民币壹佰万元',
    '没收违法所得 20.5 万元',
  ])
    it(`hold a sum that has a field of its own: ${words}`, () => {
      expect(saysMoney(words)).to.equal(true)
    })

  for (const words of [
    '警告；责令停止发布广告，在相应范围内消除影响',
    '逾期不缴纳罚款的，每日按罚款数额的3%加处罚款',
    '罚款不予减免，一并通报',
    '没收宣传册300册',
    '退还多收价款2000元',
  ])
    it(`hold none: ${words}`, () => {
      expect(saysMoney(words)).to.equal(false)
    })

  it('hold the kinds that give a right to a hearing, as they are said', () => {
    const said = (words: string) => gravestSaid(words).map(({ kind, quote }) => `${kind} ${quote}`)
    expect(said('吊销营业执照')).to.deep.equal(['licence 吊销'])
    expect(said('降低资质等级，责令停产停业三个月')).to.deep.equal(['licence 降低资质等级', 'closure 停产停业'])
    expect(said('责令关闭')).to.deep.equal(['closure 责令关闭'])
    expect(said('三年内限制从业')).to.deep.equal(['closure 限制从业'])
    expect(said('关闭网店中的广告页面')).to.deep.equal([])
  })
})
