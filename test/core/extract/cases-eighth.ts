import type { FactCase } from './fact-case.ts'

/** Written after the seventh round was right, before a first try; every value worked by hand. */
export const EIGHTH_CASES: FactCase[] = [
  // Rates written down.
  ['存款说明：年利率11%，到期还本付息', 'annual_rate', [11], 'as written'],
  ['这家公司对外宣称投资养老基地，月收益率1.5%', 'annual_rate', [18], '1.5 × 12'],
  ['每季度可领取本金3%的康养补贴，直到合同结束', 'annual_rate', [12], '3 × 4'],
  ['合同第五条约定固定收益为年化百分之十点二', 'annual_rate', [10.2], 'in characters with a decimal'],
  ['他劝我说两分利已经不低了', 'annual_rate', [24], '2 × 12'],
  ['一年期：8.5%；三年期：10.5%（年化收益）', 'annual_rate', [8.5, 10.5], 'two terms, yearly each'],
  ['月返本金2%，连返五年', 'annual_rate', [24], '2 × 12'],
  ['按日计息，日息0.04%', 'annual_rate', [14.6], '0.04 × 365'],
  ['五年总收益高达80%', 'annual_rate', [16], '80 ÷ 5'],
  ['每年给8个点，老人自己选要钱还是要房', 'annual_rate', [8], 'points a year'],
  ['月息七厘五', 'annual_rate', [9], '0.75 × 12'],

  // Rates the payments give.
  ['母亲向该公司支付12万元，公司承诺每月返还1200元', 'annual_rate', [12], '1200 × 12 ÷ 120000'],
  ['购买“候鸟卡”4.8万元，每年可领4800元旅游补贴', 'annual_rate', [10], '4800 ÷ 48000'],
  ['我存了5万，业务员说半年给2500利息', 'annual_rate', [10], '2500 × 2 ÷ 50000'],
  ['借款人民币贰拾万元，期限一年，到期还款贰拾叁万陆仟元', 'annual_rate', [18], '36000 ÷ 200000'],
  ['乙方投资30万元，甲方每季度支付投资收益9000元', 'annual_rate', [12], '9000 × 4 ÷ 300000'],
  ['十二万买了个床位，每年返我一万二', 'annual_rate', [10], '12000 ÷ 120000'],
  ['交费3万元，连续三年每年赠送价值3000元的体检', 'annual_rate', [10], '3000 ÷ 30000, in kind'],
  ['认购一份10000元，每日返利15元', 'annual_rate', [54.75], '15 × 365 ÷ 10000'],
  ['出资20万，两年后拿到手25万', 'annual_rate', [12.5], '50000 ÷ 200000 ÷ 2'],
  ['储值2万元，每月返300元购物卡，本金两年后退', 'annual_rate', [18], '300 × 12 ÷ 20000, in kind'],
  ['本金8万元，每月给付利息1000元', 'annual_rate', [15], '1000 × 12 ÷ 80000'],

  // What is no rate.
  ['早餐8元，午餐15元，晚餐12元，月结9折', 'annual_rate', [], 'meals and a discount'],
  ['报名即减500元，两人同行再减5%', 'annual_rate', [], 'discounts'],
  ['全市养老床位增长12%，护理型床位占比65%', 'annual_rate', [], 'growth and a share'],
  ['父亲三分之二的工资都交了房租', 'annual_rate', [], 'a share'],
  ['住宿费已付6000元，退款时扣了10%', 'annual_rate', [], 'a charge'],
  ['每月花2000元请护工，家里每年花5万元', 'annual_rate', [], 'costs'],

  // Months paid ahead.
  ['一次性收取五年养老服务费15万元', 'prepaid_months', [60], '5 × 12'],
  ['月费2400元，预缴57600元', 'prepaid_months', [24], '57600 ÷ 2400'],
  ['服务费按季度支付', 'prepaid_months', [3], 'by the quarter'],
  ['乙方同意预付两年服务费用', 'prepaid_months', [24], '2 × 12'],
  ['每月5000元，签约即交六万', 'prepaid_months', [12], '60000 ÷ 5000'],
  ['提前三个月通知对方', 'prepaid_months', [], 'notice'],

  // Deposits.
  ['押金36000元，月床位费3000元', 'deposit_multiple', [12], '36000 ÷ 3000'],
  ['按床位费的十五倍收取押金', 'deposit_multiple', [15], 'as written'],
  ['押金不超过月床位费12倍', 'deposit_multiple', [], 'a cap'],

  // Sums.
  ['被骗五万六千七', 'money', [5_670_000], '56700'],
  ['票价120元/人，儿童60元', 'money', [12_000, 6_000], 'two prices'],
  ['总共损失一百二十来万', 'money', [120_000_000], 'the round figure'],
  ['服务费2000～3500元', 'money', [350_000], 'upper end'],
  ['全长12公里，海拔2000米，年接待5万人', 'money', [], 'distances and people'],

  // Kinds of their own.
  ['带来一位新客户奖200元现金', 'head_reward', [20_000], 'a head'],
  ['加盟费19.8万元，含设备', 'entry_fee', [19_800_000], 'as written'],
  ['批准床位60张，实际收住130人', 'beds', [60], 'approved; the others are people'],
  ['本周下单立享七折', 'discount', [70], 'of the price'],
  ['欠款分五期归还，每期1万元', 'instalments', [5], 'as written'],
  ['服务期限三年', 'term', [36], '3 × 12'],
  ['2024年11月11日签订', 'date', ['2024-11-11'], 'as written'],
  ['联系人138-0000-1111', 'phone', ['13800001111'], 'a mobile'],
]
