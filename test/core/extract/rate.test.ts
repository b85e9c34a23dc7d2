import { expect } from 'chai'
import { factsOf, valuesOf } from './support.ts'

/** Text, percent per year, and the arithmetic. */
const STATED: [string, number, string][] = [
  ['年化收益12%', 12, 'as written'],
  ['年化 8.5% 起', 8.5, 'as written'],
  ['预期年化收益率百分之十二', 12, 'in characters'],
  ['年收益8%-12%', 12, 'upper end of a range'],
  ['每年返8～10%的收益', 10, 'upper end'],
  ['月息1.5%', 18, '1.5 × 12'],
  ['月息一分五', 18, '1.5 × 12'],
  ['月息1.5分至2分', 24, 'upper end, 2 × 12'],
  ['月息2分', 24, '2 × 12'],
  ['月息八厘', 9.6, '0.8 × 12'],
  ['三分利', 36, '3 × 12'],
  ['年息一分', 10, 'one fen of a yearly rate is a tenth'],
  ['年息一分二', 12, '10 + 2'],
  ['日息万分之五', 18.25, '0.05 × 365'],
  ['每日收益0.1%', 36.5, '0.1 × 365'],
  ['每月返还本金的2%', 24, '2 × 12'],
  ['每季度分红3%', 12, '3 × 4'],
  ['半年收益6%', 12, '6 × 12 ÷ 6'],
  ['3个月收益3%', 12, '3 × 12 ÷ 3'],
  ['三年总收益36%', 12, '36 × 12 ÷ 36'],
  ['三年期年化10%', 10, 'a yearly rate, whatever the term'],
  ['收益率高达15%', 15, 'no period: per year'],
  ['给您8个点的回报', 8, 'points'],
  ['年化１２％收益', 12, 'full width'],
  ['日日分红千分之三', 109.5, '0.3 × 365'],
  ['预计三年收益300%', 100, '300 ÷ 3'],
  ['年利息高达1分5', 15, '10 + 5'],
  ['月利率20‰', 24, '2 × 12'],
  ['12%/年的补贴', 12, 'per year after'],
]

describe('rates written down', () => {
  for (const [text, value, arithmetic] of STATED) {
    it(`reads ${text} as ${value}% per year (${arithmetic})`, () => {
      const [rate] = factsOf(text, 'annual_rate')
      expect(rate).to.include({ value, unit: '%/year', basis: 'stated', role: 'return' })
    })
  }

  it('reads each rate of a list by terms', () => {
    expect(valuesOf('一年期8%，两年期10%，三年期12%，利息按年支付', 'annual_rate')).to.deep.equal([8, 10, 12])
  })

  for (const text of [
    '会员享受30%折扣',
    '入住率95%',
    '老年人口增长率12%',
    '首付30%，余款入住前付清',
    '违约金为总价的20%',
    '退卡扣除30%手续费',
    '市场占比15%',
    '有效率98%',
    '护理费优惠10%',
    '开具6%的增值税发票',
    '在原利率基础上上浮50%',
    '利润的30%用于公益',
    '负氧离子浓度提升80%',
    '积分可抵扣20%房费',
    '享团队总业绩2%',
    '罚息按利率的150%计收',
  ]) {
    it(`sees no return in ${text}`, () => expect(factsOf(text, 'annual_rate')).to.deep.equal([]))
  }

  it('tells interest owed on refunds from a return', () => {
    for (const text of ['逾期退款的，按年利率3.65%计付利息', '甲方迟延退还押金的，按一年期LPR 3.45%支付利息']) {
      expect(factsOf(text, 'annual_rate')[0]?.role, text).to.equal('refund_interest')
    }
  })

  it('carries the noun of a sentence to the steps that follow it', () => {
    expect(valuesOf('年收益12%起，最高可达18%', 'annual_rate')).to.deep.equal([12, 18])
    expect(valuesOf('5万元档年化9.6%，20万元以上14.4%', 'annual_rate')).to.deep.equal([9.6, 14.4])
  })

  it('tells what a bank lends at from what is promised', () => {
    const roles = factsOf('贷款年利率4.5%，承诺年收益10%', 'annual_rate').map((rate) => [rate.value, rate.role])
    expect(roles).to.deep.equal([
      [4.5, 'loan'],
      [10, 'return'],
    ])
  })

  it('tells the bank rate that is compared with from the one offered', () => {
    const roles = factsOf('银行定期利率1.5%，我们年化8%', 'annual_rate').map((rate) => [rate.value, rate.role])
    expect(roles).to.deep.equal([
      [1.5, 'benchmark'],
      [8, 'return'],
    ])
  })
})
