import { expect } from 'chai'
import { factsOf, valuesOf } from './support.ts'

describe('prepaid months', () => {
  const CASES: [string, number, string][] = [
    ['乙方一次性预付24个月服务费', 24, 'as written'],
    ['签约时须一次性缴纳三年的养老服务费', 36, '3 × 12'],
    ['预交18个月床位费', 18, 'as written'],
    ['预缴24个月，优惠价65,000元', 24, 'a tier'],
    ['服务费按年预付', 12, 'by the year'],
    ['护理费按半年支付', 6, 'by the half year'],
    ['月服务费3000元，签约时一次性支付7.2万元', 24, '72000 ÷ 3000'],
    ['每月床位费2000元，护理费1000元/月，一次性交纳7.2万元', 24, '72000 ÷ (2000 + 1000)'],
  ]
  for (const [text, months, arithmetic] of CASES) {
    it(`reads ${text} as ${months} months (${arithmetic})`, () =>
      expect(valuesOf(text, 'prepaid_months')).to.deep.equal([months]))
  }

  it('sees none in a cap, a refund or a deposit', () => {
    for (const text of ['预收服务费不得超过12个月的服务费用', '退还剩余12个月服务费', '缴纳相当于3个月床位费的押金']) {
      expect(valuesOf(text, 'prepaid_months'), text).to.deep.equal([])
    }
  })
})

describe('deposit multiples', () => {
  it('divides the deposit by the monthly bed fee', () => {
    // 30000 ÷ 2000 = 15
    const [multiple] = factsOf('押金3万元，床位费每月2000元，护理费每月1500元', 'deposit_multiple')
    expect(multiple).to.include({ value: 15, role: 'bed', basis: 'implied' })
  })

  it('names the base when no bed fee is given', () => {
    // 36000 ÷ 3000 = 12
    expect(factsOf('押金3.6万元，护理费3000元/月', 'deposit_multiple')[0]).to.include({ value: 12, role: 'care' })
  })

  it('reads a stated multiple', () => {
    expect(factsOf('押金为月床位费的15倍', 'deposit_multiple')[0]).to.include({
      value: 15,
      role: 'bed',
      basis: 'stated',
    })
  })

  it('does not read a cap as what is taken', () => {
    expect(valuesOf('押金不得超过月床位费的12倍', 'deposit_multiple')).to.deep.equal([])
  })
})

describe('money', () => {
  it('counts whole fen', () => {
    expect(valuesOf('1.13万元', 'money')).to.deep.equal([1_130_000])
    expect(valuesOf('19.99元', 'money')).to.deep.equal([1999])
    expect(valuesOf('￥1,299.50', 'money')).to.deep.equal([129_950])
    expect(valuesOf('壹拾万元整', 'money')).to.deep.equal([10_000_000])
  })

  it('gives the upper end of a range once', () => {
    expect(valuesOf('10-20万元', 'money')).to.deep.equal([20_000_000])
    expect(valuesOf('三到五万元', 'money')).to.deep.equal([5_000_000])
  })

  it('does not take people, area or years for money', () => {
    for (const text of ['服务10万名老人', '占地3万平方米', '2万余张床位', '2024年发布', '交通便利1小时']) {
      expect(valuesOf(text, 'money'), text).to.deep.equal([])
    }
  })

  it('says what a sum is paid as', () => {
    const roles = factsOf('押金2万元，投资10万元，每年分红8000元，违约金5000元', 'money').map((fact) => fact.role)
    expect(roles).to.deep.equal(['deposit', 'principal', 'return', 'penalty'])
  })
})

describe('terms', () => {
  it('counts months', () => {
    expect(valuesOf('合同期限12个月', 'term')).to.deep.equal([12])
    expect(valuesOf('三年期', 'term')).to.deep.equal([36])
    expect(valuesOf('锁定期一年半', 'term')).to.deep.equal([18])
    expect(valuesOf('满半年后可退', 'term')).to.deep.equal([6])
    expect(valuesOf('年满六十周岁', 'term')).to.deep.equal([])
  })
})

describe('sums of a size alone', () => {
  it('are none in names that begin with one', () => {
    for (const text of ['被投诉人：万山旅居服务部', '在万达广场店交费后到万宁入住', '交了钱去千岛湖'])
      expect(valuesOf(text, 'money'), text).to.deep.equal([])
  })

  it('are read before a unit, and behind a word of about how many', () => {
    expect(valuesOf('每万元日返5元', 'money')).to.deep.equal([10_000_00, 5_00])
    expect(valuesOf('前后交了好几万', 'money')).to.deep.equal([10_000_00])
    expect(valuesOf('投了上万', 'money')).to.deep.equal([10_000_00])
  })
})
