import type { FactCase } from './fact-case.ts'

/** Written after the second round was right, from other papers, before a first try; every value worked by hand. */
export const THIRD_CASES: FactCase[] = [
  // Rates written down.
  ['经理说放一年给九厘的月息，比存银行划算多了', 'annual_rate', [10.8], '0.9 × 12'],
  ['协议写的是“年回报率为出资额的百分之十一点五”', 'annual_rate', [11.5], 'in characters with a decimal'],
  ['每月可得投资额1.5%的旅居补贴', 'annual_rate', [18], '1.5 × 12'],
  ['基础收益6%/年，另加2%/年的忠诚奖励', 'annual_rate', [6, 2], 'two rates by the year'],
  ['半年期5%，一年期12%，收益到期一次结清', 'annual_rate', [5, 12], 'by custom a rate named by its term is yearly'],
  ['三个月一付，每次付本金的3%作为利息', 'annual_rate', [12], '3 × 4'],
  ['静态收益日化0.3%', 'annual_rate', [109.5], '0.3 × 365'],
  ['说是月利一分二，到期还能续', 'annual_rate', [14.4], '1.2 × 12'],
  ['借款期内按年利率14.8%计息，由丙方担保', 'annual_rate', [14.8], 'as written'],
  ['起投5万，年化8.8%；20万以上年化上浮1.2个点', 'annual_rate', [8.8], 'the 1.2 points are a difference'],
  ['每季度按出借金额的2%给老人发红利', 'annual_rate', [8], '2 × 4'],
  ['利率：百分之壹点贰（月）', 'annual_rate', [14.4], '1.2 × 12'],
  ['年息两分，利滚利', 'annual_rate', [20], '2 fen of a yearly rate is 20%'],
  ['保守估计年收益率15%—18%之间', 'annual_rate', [18], 'upper end'],
  ['承诺固定回报，一年到手12个点', 'annual_rate', [12], 'points a year'],

  // Rates the payments give.
  ['邻居刘姨放了18万进去，每个月能领1800', 'annual_rate', [12], '1800 × 12 ÷ 180000'],
  ['乙方一次性支付权益金8.8万元，甲方于每个自然季度末返还乙方2200元', 'annual_rate', [10], '2200 × 4 ÷ 88000'],
  ['交三万块办张金卡，一年白送您三千块的旅游券', 'annual_rate', [10], '3000 ÷ 30000, in kind'],
  ['我爸2023年分两次共转给他们25万元，约定每年利息3万元', 'annual_rate', [12], '30000 ÷ 250000'],
  ['投入20万元满一年可取回22.4万元', 'annual_rate', [12], '24000 ÷ 200000'],
  ['以每张床位6万元的价格认购，公司承诺每床每月付租金500元', 'annual_rate', [10], '500 × 12 ÷ 60000'],
  ['预存消费金1万元，365天后变1.18万元', 'annual_rate', [18], '1800 ÷ 10000'],
  [
    '会员缴纳5万元，逐月返还，每月1500元，共返40个月',
    'annual_rate',
    [6],
    '(1500 × 40 − 50000) ÷ 50000 ÷ (40 ÷ 12) = 10000 ÷ 166666.67',
  ],
  ['入伙4.5万，年底分了5400元红利', 'annual_rate', [12], '5400 ÷ 45000; the year end is a year'],
  ['存满10万，每天就有28块8的收入进账', 'annual_rate', [10.512], '28.8 × 365 ÷ 100000'],
  ['一位老人投资7万元，公司每半年支付分红3500元', 'annual_rate', [10], '3500 × 2 ÷ 70000'],
  ['租赁权转让价15万元，受让人每年可获得1.35万元租金回报', 'annual_rate', [9], '13500 ÷ 150000'],
  ['出资30万元，五年内本金连同收益一共拿回48万元', 'annual_rate', [12], '180000 ÷ 300000 ÷ 5'],

  // What is no rate.
  ['本市60岁以上人口占比24.5%，老龄化率年均增加1.1个百分点', 'annual_rate', [], 'a population'],
  ['团费首付30%，出发前7天付清余款', 'annual_rate', [], 'a part of the price'],
  ['一次交清全年费用可享九折，另送价值200元体检券', 'annual_rate', [], 'a discount and a gift once'],
  ['膝盖疼痛缓解率高达92%，三个疗程见效', 'annual_rate', [], 'health'],
  ['每月退休金4500元，交了养老院3800元', 'annual_rate', [], 'a pension and a fee'],
  ['提前退住的，按月扣除总额5%的手续费', 'annual_rate', [], 'a charge'],
  ['押金2万元，入住后每月交费3000元，退住时全额退还押金', 'annual_rate', [], 'a fee, and the deposit back'],
  ['中奖率100%，一等奖奖励5000元', 'annual_rate', [], 'a prize'],
  ['电费每度五毛六分，水费每吨三块二', 'annual_rate', [], 'prices'],

  // Months paid ahead.
  ['入住须先交满一年的房费及餐费', 'prepaid_months', [12], 'as written'],
  ['院里让家属把两年半的护理费一把交了', 'prepaid_months', [30], '24 + 6'],
  ['费用标准4500元/月，合同签订当日缴纳16.2万元作为预付服务费', 'prepaid_months', [36], '162000 ÷ 4500'],
  ['综合服务费按半年预收', 'prepaid_months', [6], 'by the half year'],
  ['免费试住7天，满意后再按月交费', 'prepaid_months', [1], 'by the month'],
  ['月租1980元，押一付三', 'prepaid_months', [3], 'three months paid, one as a deposit'],
  ['合同解除后退还未使用的6个月费用', 'prepaid_months', [], 'a refund'],

  // Deposits.
  ['护理押金两万四，每月床位费一千二', 'deposit_multiple', [20], '24000 ÷ 1200'],
  ['按六个月床位费的标准收取保证金', 'deposit_multiple', [6], 'as written'],
  ['床位费2400元／月，须缴纳风险保证金7.2万元', 'deposit_multiple', [30], '72000 ÷ 2400'],

  // Sums.
  ['投资门槛只要三千八，封顶十五六万', 'money', [380_000, 16_000_000], '3800; the upper end of 150,000 to 160,000'],
  ['总价RMB 268,000，首付8w', 'money', [26_800_000, 8_000_000], 'two sums'],
  ['一共被骗了七万八千六百五十块', 'money', [7_865_000], '78650'],
  ['房价2 万元起，月费 1.2 千元', 'money', [2_000_000, 120_000], 'spaces inside'],
  ['会员数突破12万，年服务3万人次', 'money', [], 'people'],

  // Kinds of their own.
  [
    '每介绍一位老人办卡，奖励现金300元，介绍满五人升级为金牌合伙人',
    'head_reward',
    [30_000, 5],
    'a head, and a promotion',
  ],
  ['缴纳入会费6800元即可成为会员', 'entry_fee', [680_000], 'as written'],
  ['备案床位120张，实际入住60人，却卖出了900个床位', 'beds', [120, 900], 'approved and sold'],
  ['老客户打七五折，新客户八八折起', 'discount', [75, 88], 'of the price'],
  ['尾款可分12期偿还', 'instalments', [12], 'as written'],
  ['荣获“全国十佳养老品牌”称号，由国医大师张某某倾力推荐', 'honour', ['全国十佳养老品牌'], 'the name of the prize'],
  [
    '咨询热线：0898-6655 1234 转 802，王经理 186 0000 1234',
    'phone',
    ['089866551234', '18600001234'],
    'a land line and a mobile',
  ],
  ['合同期限：自2024年3月1日至2027年2月28日止', 'date', ['2024-03-01', '2027-02-28'], 'as written'],
  [
    '统一社会信用代码91350211M000100Y43',
    'licence',
    ['91350211M000100Y43'],
    'the check digit of the example in GB 32100-2015',
  ],
]
