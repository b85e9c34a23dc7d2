import { expect } from 'chai'
import { irr } from '../../../src/core/extract/irr.ts'
import { factsOf } from './support.ts'

/** Text, percent per year, and the arithmetic. */
const IMPLIED: [string, number, string][] = [
  ['投10万月返2000', 24, '2000 × 12 ÷ 100000'],
  ['存入5万每年领取5000元补贴', 10, '5000 ÷ 50000'],
  ['每投入1万元，每月返150元，36个月到期退还本金', 18, '150 × 12 ÷ 10000, principal apart'],
  ['投资10万元，每月返5000元，共24个月', 10, '(5000 × 24 − 100000) ÷ 100000 ÷ 2, principal inside'],
  ['投资10万元，每月返5000元，共24个月，到期返还本金', 60, '5000 × 12 ÷ 100000, principal apart'],
  ['投资5万元，一年后返还本息6万元', 20, '10000 ÷ 50000'],
  ['投20万，三年后返26万', 10, '60000 ÷ 200000 ÷ 3'],
  ['交3万元，两年后得利息6000元', 10, '6000 ÷ 30000 ÷ 2'],
  ['三年翻一番，让您的本金稳稳增值', 33.3333, '100 ÷ 3'],
  ['投资五年翻两番', 60, '300 ÷ 5'],
  ['投1万元，每天返30元', 109.5, '30 × 365 ÷ 10000'],
  ['认购10万元床位，每季度领取分红2500元', 10, '2500 × 4 ÷ 100000'],
  ['存10万元，每年送价值6000元的免费居住', 6, '6000 ÷ 100000, in kind'],
  ['投了15万，说好一年给一万八的利息', 12, '18000 ÷ 150000'],
  ['投入本金30万，五年累计可得45万', 10, '150000 ÷ 300000 ÷ 5'],
  ['投10万，12个月后连本带利拿回11.5万', 15, '15000 ÷ 100000'],
  ['认购公寓一套28万元，前三年包租，每年返租金2.8万元', 10, '28000 ÷ 280000'],
  ['一次交清五万会费，每年可领取2400元福利卡', 4.8, '2400 ÷ 50000'],
  ['缴纳会员费3万元，按季度发放补贴，每年合计2,400元', 8, '2400 ÷ 30000'],
  ['存入人民币叁万元整，约定每月利息450元', 18, '450 × 12 ÷ 30000'],
  ['充5万，返6万，三年内逐月返还', 6.6667, '10000 ÷ 50000 ÷ 3'],
  ['单笔5万起，每月返600元', 14.4, '600 × 12 ÷ 50000'],
  ['投壹拾万，每年分红一万二', 12, '12000 ÷ 100000'],
]

describe('rates implied by payments', () => {
  for (const [text, value, arithmetic] of IMPLIED) {
    it(`reads ${text} as ${value}% per year (${arithmetic})`, () => {
      const [rate] = factsOf(text, 'annual_rate')
      expect(rate).to.include({ value, basis: 'implied', role: 'return' })
      expect(rate?.working).to.be.a('string')
      expect(rate?.parts?.length).to.be.at.least(2)
    })
  }

  it('sees no return where money is only paid', () => {
    for (const text of [
      '每月床位费2000元，押金5000元',
      '预付3万元，每月扣除房费2000元',
      '客流量三年翻一番',
      '贷款20万元，每月偿还本息5000元',
    ]) {
      expect(factsOf(text, 'annual_rate'), text).to.deep.equal([])
    }
  })

  it('gives the effective rate beside the simple one when the term is known', () => {
    // 10000 out, 24 times 500 back: 1.5131% a month, 19.75% a year.
    const [effective] = factsOf('投资1万元，每月返500元，共24个月', 'annual_irr')
    expect(effective?.value).to.be.closeTo(19.7469, 0.001)
  })
})

describe('irr', () => {
  it('finds 10% for 100 out and 110 back after a year', () => expect(irr([-100, 110], 1)).to.be.closeTo(10, 1e-3))
  it('compounds a month to a year', () => expect(irr([-100, 1, 101], 12)).to.be.closeTo((1.01 ** 12 - 1) * 100, 1e-3))
  it('gives nothing where nothing comes back', () => expect(irr([-100, 0, 0], 1)).to.equal(undefined))
})
