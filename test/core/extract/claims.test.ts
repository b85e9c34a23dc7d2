import { expect } from 'chai'
import { factsOf, valuesOf } from './support.ts'

describe('what the seller leans on', () => {
  it('reads who vouches for the offer', () => {
    expect(valuesOf('著名演员李某某倾情代言', 'endorser')).to.deep.equal(['著名演员李某某'])
    expect(valuesOf('形象大使：王某某', 'endorser')).to.deep.equal(['王某某'])
    expect(valuesOf('专家提醒老人谨防受骗', 'endorser')).to.deep.equal([])
  })

  it('reads honours claimed', () => {
    expect(valuesOf('公司荣获“中国养老十大品牌”', 'honour')).to.deep.equal(['中国养老十大品牌'])
    expect(valuesOf('获得多项荣誉', 'honour')).to.deep.equal([])
  })

  it('tells an organ said to back the offer from one named', () => {
    const roles = (text: string) => factsOf(text, 'state_organ').map(({ value, role }) => [value, role])
    expect(roles('民政部重点扶持项目')).to.deep.equal([['民政部', 'claimed']])
    expect(roles('已向市场监管局投诉')).to.deep.equal([['市场监管局', 'named']])
  })
})

describe('pay by the head and what it costs to enter', () => {
  it('says what a reward is for', () => {
    const facts = factsOf('直推拿10%，推荐一人奖500元，发展三人升主任', 'head_reward')
    expect(facts.map(({ value, unit, role }) => [value, unit, role])).to.deep.equal([
      [10, '%', 'level'],
      [50_000, 'fen', 'head'],
      [3, 'person', 'promotion'],
    ])
  })

  it('takes no lawyer for a way in', () => expect(valuesOf('律师代理费3000元', 'entry_fee')).to.deep.equal([]))

  it('tells a rebate given once from a rate', () => {
    expect(valuesOf('充值返20%现金', 'rebate')).to.deep.equal([20])
    expect(valuesOf('充值返20%现金', 'annual_rate')).to.deep.equal([])
  })

  it('works out what instalments come to', () => {
    // 3 × 20000
    expect(factsOf('分3期，每期2万元', 'instalments')[0]).to.include({ value: 3, working: '3 × 20000 = 60000' })
  })
})
