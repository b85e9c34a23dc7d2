import { expect } from 'chai'
import { EIGHTH_CASES } from './cases-eighth.ts'
import { FIFTH_CASES } from './cases-fifth.ts'
import { FOURTH_CASES } from './cases-fourth.ts'
import { SECOND_CASES } from './cases-second.ts'
import { SEVENTH_CASES } from './cases-seventh.ts'
import { SIXTH_CASES } from './cases-sixth.ts'
import { THIRD_CASES } from './cases-third.ts'
import type { FactCase } from './fact-case.ts'
import { valuesOf } from './support.ts'

/** Written cases: the text, the values of one sort of fact in the order of the text (money in fen), and the arithmetic. */
type Case = [text: string, values: number[], arithmetic: string]

const STATED_RATES: Case[] = [
  ['一年给八分利', [8], '8 fen a year is said for 8%: a yearly "eight fen" of 80% is nobody\'s offer'],
  ['一年给一分利', [10], '1 fen of a yearly rate is 10%'],
  ['每年一分二的利息', [12], '10 + 2'],
  ['月息1分', [12], '1 × 12'],
  ['给2分的月息', [24], '2 × 12'],
  ['月利率千分之八', [9.6], '0.8 × 12'],
  ['年利率百分之十八', [18], 'in characters'],
  ['承诺年回报率不低于百分之十点五', [10.5], 'in characters with a decimal'],
  ['年化收益率10.8%', [10.8], 'as written'],
  ['每月按投资额的1.2%发放补贴', [14.4], '1.2 × 12'],
  ['季度返利2.5%', [10], '2.5 × 4'],
  ['每半年分红百分之五', [10], '5 × 2'],
  ['日息千分之一', [36.5], '0.1 × 365'],
  ['每周返还本金的1%', [52], '1 × 52'],
  ['两年总收益24%', [12], '24 × 12 ÷ 24'],
  ['18个月收益共15%', [10], '15 × 12 ÷ 18'],
  ['五年期年化13.6%', [13.6], 'a yearly rate, whatever the term'],
  ['存一年8%，存三年10%，存五年12%，利息每年发', [8, 10, 12], 'tiers of yearly rates'],
  ['☑一年期 年化8%　☑三年期 年化10%', [8, 10], 'ticked tiers'],
  ['■银卡年返利6% ■金卡年返利9%', [6, 9], 'ticked tiers'],
  ['年收益高达18％', [18], 'full width'],
  ['收益：15%/年', [15], 'per year after'],
  ['利息2%每月', [24], '2 × 12'],
  ['给您一年9个点的利息', [9], 'points'],
  ['年化6%—9%的福利补贴', [9], 'upper end'],
  ['月返百分之一点五', [18], '1.5 × 12'],
  ['每月固定收益壹分伍厘', [18], '1.5 × 12'],
  ['借款月利率为1.5分', [18], '1.5 × 12'],
  ['投资回报年12%', [12], 'as written'],
  ['利息按三分算', [36], '3 × 12'],
]

const IMPLIED_RATES: Case[] = [
  ['存10万元，每月领1000元养老补贴', [12], '1000 × 12 ÷ 100000'],
  ['交5万，每年给您五千', [10], '5000 ÷ 50000, no unit'],
  ['投一万，一年给您一千', [10], '1000 ÷ 10000, no unit'],
  ['您放三万块钱，一个月给您三百', [12], '300 × 12 ÷ 30000, no unit'],
  ['投资20万元，每季度返5000元', [10], '5000 × 4 ÷ 200000'],
  ['认购金8万元，半年分红4000元', [10], '4000 × 2 ÷ 80000'],
  ['投10万元，一年后还11.2万元', [12], '12000 ÷ 100000'],
  ['出借50万元，两年后连本带利归还62万元', [12], '120000 ÷ 500000 ÷ 2'],
  ['存入6万元，三年到期领取7.8万元', [10], '18000 ÷ 60000 ÷ 3'],
  ['投3万元，每天返30元，365天', [36.5], '30 × 365 ÷ 30000: 10950 < 30000, the principal apart'],
  ['投资1万元，分20个月每月返还600元', [12], '(600 × 20 − 10000) ÷ 10000 ÷ (20 ÷ 12)'],
  ['投12万，每月返1万，共15个月', [20], '(10000 × 15 − 120000) ÷ 120000 ÷ 1.25'],
  ['本金5万五年翻一番', [20], '100 ÷ 5'],
  ['存款三年翻两番', [100], '300 ÷ 3'],
  ['投资八年翻一番', [12.5], '100 ÷ 8'],
  ['本金四年翻1倍', [25], '100 ÷ 4'],
  ['交会员费2万元，每年赠送价值1600元的免费旅居', [8], '1600 ÷ 20000, in kind'],
  ['办卡3万元，每年送价值2400元米面粮油', [8], '2400 ÷ 30000, in kind'],
  ['预存5万元，每月返价值500元的消费券', [12], '500 × 12 ÷ 50000, in kind'],
  ['购买床位15万元，不入住每年返房费1.5万元', [10], '15000 ÷ 150000'],
  ['缴纳权益金10万元，住满一年返房费8000元', [8], '8000 ÷ 100000'],
  ['入股5万元，每年保底分红6000元', [12], '6000 ÷ 50000'],
  ['我妈交了8万，他们答应每月给800块', [12], '800 × 12 ÷ 80000'],
  ['投了二十万，一年利息两万四', [12], '24000 ÷ 200000'],
  ['借给公司30万元，约定一年后归还34.5万元', [15], '45000 ÷ 300000'],
  ['认购25万元，五年后公司以40万元回购', [12], '150000 ÷ 250000 ÷ 5'],
  ['委托管理公寓40万元，每月租金返还4000元', [12], '4000 × 12 ÷ 400000'],
  ['投1万元每月返100元，满12个月退本', [12], '100 × 12 ÷ 10000'],
  ['存2万，两年后取2.6万', [15], '6000 ÷ 20000 ÷ 2'],
  ['交纳人民币拾万元，每年返还壹万贰仟元', [12], '12000 ÷ 100000'],
  ['每存1万元每年补贴600元', [6], '600 ÷ 10000'],
  ['10万元一年利息1.2万元', [12], '12000 ÷ 100000'],
  ['投5w每月返600', [14.4], '600 × 12 ÷ 50000'],
  ['充1万得1.2万，一年后可提现', [20], '2000 ÷ 10000'],
  ['认购价20万元，每年返租金1.6万元', [8], '16000 ÷ 200000'],
  ['交10万元，三年后退还13万元', [10], '30000 ÷ 100000 ÷ 3'],
  ['入会费5万，每年可领5000元消费卡', [10], '5000 ÷ 50000, in kind'],
  ['本金10万，第一年利滚利后变成11.5万', [15], '15000 ÷ 100000'],
]

const PREPAID: Case[] = [
  ['预缴24个月，优惠价65,000元', [24], 'a tier'],
  ['一次性交三年费用，打八折', [36], '3 × 12'],
  ['须提前支付两年的床位费', [24], '2 × 12'],
  ['预付十八个月的养老服务费', [18], 'in characters'],
  ['一次性预交6个月护理费', [6], 'as written'],
  ['首次须缴纳半年服务费', [6], 'half a year'],
  ['签约即预收36个月服务费', [36], 'as written'],
  ['每月收费4000元，入住时一次性交清9.6万元', [24], '96000 ÷ 4000'],
  ['月费2500元，预存6万元', [24], '60000 ÷ 2500'],
  ['床位费1500元/月，护理费1500元/月，一次性预付5.4万元', [18], '54000 ÷ 3000'],
  ['☑预缴12个月，38,000元；☐预缴36个月，98,000元', [12, 36], 'tiers in boxes'],
  ['乙方应于签约日预付一年半的费用', [18], '12 + 6'],
  ['月综合费3500元，签约交8.4万元预付款', [24], '84000 ÷ 3500'],
  ['每季度预付一次服务费', [3], 'by the quarter'],
  ['床位费按年预交', [12], 'by the year'],
  ['服务费按半年预付', [6], 'by the half year'],
  ['一次交足五年住养费可享七折', [60], '5 × 12'],
  ['预付费用不得超过12个月', [], 'a cap'],
  ['退还剩余8个月的服务费', [], 'a refund'],
  ['需提前3个月预订', [], 'notice, no payment'],
  ['提前30天书面通知可解除合同', [], 'notice, no payment'],
  ['押金相当于6个月床位费', [], 'a deposit'],
]

const DEPOSITS: Case[] = [
  ['押金五万元，月床位费1800元', [27.78], '50000 ÷ 1800'],
  ['押金2.4万元，床位费每月2000元', [12], '24000 ÷ 2000'],
  ['入住保证金30000元，每月床位费1500元，护理费1000元', [20], '30000 ÷ 1500'],
  ['床位费：2500元/月；押金：10000元', [4], '10000 ÷ 2500'],
  ['交押金6万，月床位费才2000', [30], '60000 ÷ 2000, no unit'],
  ['押金为月床位费的18倍', [18], 'as written'],
  ['押金按15个月床位费收取', [15], 'as written'],
  ['收取相当于24个月床位费的保证金', [24], 'as written'],
  ['保证金捌万元，床位费每人每月壹仟陆佰元', [50], '80000 ÷ 1600'],
  ['押金不得超过月床位费的12倍', [], 'a cap'],
  ['押金一万元', [], 'no fee to divide by'],
  ['护理费2000元每月，押金8000元', [4], '8000 ÷ 2000'],
]

const MONEY: Case[] = [
  ['壹拾贰万叁仟肆佰元整', [12_340_000], '123400 yuan'],
  ['人民币伍万捌仟元', [5_800_000], '58000 yuan'],
  ['十来万元', [10_000_000], 'the round figure'],
  ['3万多块钱', [3_000_000], 'the round figure'],
  ['一万五千元', [1_500_000], '15000 yuan'],
  ['一万五的会费', [1_500_000], '15000 yuan, the last digit in tenths'],
  ['给了他两万三', [2_300_000], '23000 yuan, no unit'],
  ['两万零五百元', [2_050_000], '20500 yuan'],
  ['5k元', [500_000], '5000 yuan'],
  ['1.5w元', [1_500_000], '15000 yuan'],
  ['￥12,800', [1_280_000], '12800 yuan'],
  ['12，800元', [1_280_000], 'a wide comma'],
  ['3-5万元', [5_000_000], 'upper end'],
  ['一百二十万元', [120_000_000], '1.2 million'],
  ['九块九', [990], '9.9 yuan'],
  ['99元五天四晚', [9_900], 'a price beside a length'],
  ['三十八块八毛', [3_880], '38.8 yuan'],
  ['二十几万元', [20_000_000], 'the round figure'],
  ['2亿元', [20_000_000_000], '200 million'],
  ['100元-300元', [30_000], 'upper end'],
  ['服务10万名老人', [], 'people'],
  ['占地三万平方米', [], 'area'],
  ['2026年开业', [], 'a year'],
]

const TERMS: Case[] = [
  ['合同期三年', [36], '3 × 12'],
  ['锁定期18个月', [18], 'as written'],
  ['期限为一年半', [18], '12 + 6'],
  ['封闭期90天', [3], '90 ÷ 30'],
  ['持有满两个季度', [6], '2 × 3'],
]

const GROUPS: [string, Parameters<typeof valuesOf>[1], Case[]][] = [
  ['rates written down', 'annual_rate', STATED_RATES],
  ['rates the payments give', 'annual_rate', IMPLIED_RATES],
  ['months paid ahead', 'prepaid_months', PREPAID],
  ['deposits as multiples', 'deposit_multiple', DEPOSITS],
  ['sums', 'money', MONEY],
  ['terms', 'term', TERMS],
]

/** Each round was written before it was first tried, and then kept whole. */
const ROUNDS: [string, FactCase[]][] = [
  ['second round', SECOND_CASES],
  ['third round', THIRD_CASES],
  ['fourth round', FOURTH_CASES],
  ['fifth round', FIFTH_CASES],
  ['sixth round', SIXTH_CASES],
  ['seventh round', SEVENTH_CASES],
  ['eighth round', EIGHTH_CASES],
]

describe('written cases', () => {
  it('are a hundred and twenty at least', () => {
    expect(GROUPS.reduce((sum, [, , cases]) => sum + cases.length, 0)).to.be.at.least(120)
  })

  for (const [name, type, cases] of GROUPS) {
    describe(name, () => {
      for (const [text, values, arithmetic] of cases) {
        it(`${text}: ${values.join(', ') || 'none'} (${arithmetic})`, () =>
          expect(valuesOf(text, type)).to.deep.equal(values))
      }
    })
  }

  for (const [name, cases] of ROUNDS) {
    describe(name, () => {
      for (const [text, type, values, arithmetic] of cases) {
        it(`${type} of ${text}: ${values.join(', ') || 'none'} (${arithmetic})`, () =>
          expect(valuesOf(text, type)).to.deep.equal(values))
      }
    })
  }
})
