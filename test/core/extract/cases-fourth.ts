import type { FactCase } from './fact-case.ts'

/** Written after the third round was right, before a first try; every value worked by hand. */
export const FOURTH_CASES: FactCase[] = [
  // Rates written down.
  ['上个月去听课，讲课的小伙子说存五万给一分二的月利息，随时能取', 'annual_rate', [14.4], '1.2 × 12'],
  [
    '第三条 收益分配：甲方按乙方实缴资金的年化9.5%计付收益，按季支付',
    'annual_rate',
    [9.5],
    'as written; the quarter is when it is paid',
  ],
  ['养老储备金计划：锁定6个月年化7%，锁定12个月年化9%，锁定24个月年化11%', 'annual_rate', [7, 9, 11], 'yearly each'],
  ['公司按月向乙方支付投资总额百分之一的福利金', 'annual_rate', [12], '1 × 12'],
  ['给他们钱的时候说好两分五的利', 'annual_rate', [30], '2.5 × 12'],
  ['日返万分之八，一年就是小三成', 'annual_rate', [29.2], '0.08 × 365; "nearly three tenths" names no noun'],
  ['白金会员：年返现12%；黑金会员：年返现15%', 'annual_rate', [12, 15], 'two tiers'],
  ['本期产品预期收益：9.2%/年（365天）', 'annual_rate', [9.2], 'as written'],
  ['利率按季度3.3%计算', 'annual_rate', [13.2], '3.3 × 4'],
  ['每年可享受床位款十个点的租金收益', 'annual_rate', [10], 'points a year'],
  ['五年累计回报率达到60%', 'annual_rate', [12], '60 ÷ 5'],
  ['他们打的广告写着“月月领息1%，本金随时退”', 'annual_rate', [12], '1 × 12'],
  ['年回报百分之十五起步，多投多得', 'annual_rate', [15], 'in characters'],

  // Rates the payments give.
  ['张大爷先后投入13万元，每个月有1300元进账，一直到去年底', 'annual_rate', [12], '1300 × 12 ÷ 130000'],
  ['认购一个车位权益包15.8万元，运营方每年支付收益1.58万元', 'annual_rate', [10], '15800 ÷ 158000'],
  ['缴存养老金20万元的老人，每季可领取福利费4000元，期满三年返还本金', 'annual_rate', [8], '4000 × 4 ÷ 200000'],
  ['我把十五万块钱借给院长，他答应一年给一万五的利钱', 'annual_rate', [10], '15000 ÷ 150000'],
  ['投2万，每周返400，返一年', 'annual_rate', [4], '(400 × 52 − 20000) ÷ 20000 ÷ 1 = 800 ÷ 20000'],
  ['购买价36.8万元，自交房次月起公司每月支付租金2760元', 'annual_rate', [9], '2760 × 12 ÷ 368000'],
  ['入股金6万元整，两年期满连本带息返还7.44万元', 'annual_rate', [12], '14400 ÷ 60000 ÷ 2'],
  ['存款8万元，半年利息4800元', 'annual_rate', [12], '4800 × 2 ÷ 80000'],
  [
    '充值一万，第二天起每天返五十，返满三百天',
    'annual_rate',
    [60.8333],
    '(50 × 300 − 10000) ÷ 10000 ÷ (300 ÷ 365) = 0.5 × 365 ÷ 300',
  ],
  ['合伙金4万元，承诺一年保底分红六千元', 'annual_rate', [15], '6000 ÷ 40000'],
  ['甲方承诺乙方所交10万元满一年后按11万元回购', 'annual_rate', [10], '10000 ÷ 100000'],
  ['交一万元成为会员，每年免费领取价值一千二百元的大米', 'annual_rate', [12], '1200 ÷ 10000, in kind'],
  ['四年本金翻倍', 'annual_rate', [25], '100 ÷ 4'],

  // What is no rate.
  ['积分比例1:1，购物满1000元送100积分，积分不可提现', 'annual_rate', [], 'points of a shop'],
  ['床位使用率稳定在93%左右，较上年提高4个百分点', 'annual_rate', [], 'occupancy'],
  ['护理员持证率100%，每月培训两次', 'annual_rate', [], 'certificates'],
  ['逾期付款的，每逾期一日按未付金额的0.5‰加收滞纳金', 'annual_rate', [], 'a penalty'],
  ['孩子每月给我2000元生活费，我交给养老院1800元', 'annual_rate', [], 'a child and a fee'],
  ['负氧离子每立方厘米3万个，年均气温23℃，湿度65%', 'annual_rate', [], 'a climate'],
  ['订金5000元，余款15000元到店支付，退订扣30%', 'annual_rate', [], 'a price and a charge'],
  ['护理费由每月2000元涨到2400元，涨了20%', 'annual_rate', [], 'a price rise'],
  ['全程利好不断，三分天注定七分靠打拼，一分钱一分货', 'annual_rate', [], 'set phrases'],
  ['总价12800元，分8次每月还1600元', 'annual_rate', [], 'a price paid off'],

  // Months paid ahead.
  ['补充协议约定乙方提前缴纳3年服务费，一旦缴纳概不退还', 'prepaid_months', [36], '3 × 12'],
  ['每月收费2980元，我们家一次性缴了107280元', 'prepaid_months', [36], '107280 ÷ 2980'],
  ['入住人应当在签约时支付十八个月费用', 'prepaid_months', [18], 'as written'],
  [
    '床位费1500元每月、护理费1200元每月、餐费800元每月，预交42000元',
    'prepaid_months',
    [12],
    '42000 ÷ (1500 + 1200 + 800)',
  ],
  ['费用每半年缴纳一次', 'prepaid_months', [6], 'by the half year'],
  ['机构不得收取超过12个月的费用', 'prepaid_months', [], 'a cap'],
  ['试住满3个月后可签长期合同', 'prepaid_months', [], 'no payment'],

  // Deposits.
  ['入住押金60000元；床位费：每人每月2500元', 'deposit_multiple', [24], '60000 ÷ 2500'],
  ['押金数额为乙方月床位费的二十倍', 'deposit_multiple', [20], 'as written'],
  ['押金5000元，床位费2500元/月，护理费另计', 'deposit_multiple', [2], '5000 ÷ 2500'],

  // Sums.
  ['合计人民币叁拾贰万零伍佰元整（￥320500.00）', 'money', [32_050_000, 32_050_000], '320500 in words and figures'],
  ['首期交2.5w，后面再补一万八', 'money', [2_500_000, 1_800_000], '25000; 18000'],
  ['一人一天也就百十来块钱，一年三四万', 'money', [11_000, 4_000_000], 'the round figure; upper end'],
  ['原价￥3,980，现价仅需¥1,280', 'money', [398_000, 128_000], 'two prices'],
  ['占地200亩，总投资3.5亿元，可容纳5000名老人', 'money', [35_000_000_000], '350 million; an area and people'],

  // Kinds of their own.
  ['成功推荐1名新会员奖励1000元，团队满20人再奖2万元', 'head_reward', [100_000, 2_000_000], 'a head, and a tier'],
  ['想当社区代理要交代理费1.98万元', 'entry_fee', [1_980_000], 'as written'],
  ['民政部门核定床位80张，对外宣称800张床位', 'beds', [80, 800], 'approved and claimed'],
  ['中老年客户一律六五折', 'discount', [65], 'of the price'],
  ['会费5万元分五期支付，每期一万元', 'instalments', [5], 'as written'],
  ['合同约定期限为24个月', 'term', [24], 'as written'],
  ['王老师微信号wangls_668，公司座机0871-65551234', 'phone', ['087165551234'], 'a land line'],
  [
    '许可证编号L-YN00123，备案号：滇养备〔2022〕0031号',
    'licence',
    ['L-YN00123', '滇养备〔2022〕0031号'],
    'an agency and a care filing',
  ],
  [
    '2023年10月8日签约，同年12月1日付清，2024年1月5日入住',
    'date',
    ['2023-10-08', '2024-01-05'],
    'the second names no year',
  ],
]
