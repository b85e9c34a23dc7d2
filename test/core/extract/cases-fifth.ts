import type { FactCase } from './fact-case.ts'

/** Written after the fourth round was right, before a first try; every value worked by hand. */
export const FIFTH_CASES: FactCase[] = [
  // Rates written down.
  ['本公司对认购客户承诺年固定收益10.5%，每季度结算一次', 'annual_rate', [10.5], 'as written; settled by the quarter'],
  ['当时推销员讲得很清楚，月息是八厘，一分钱都不会少', 'annual_rate', [9.6], '0.8 × 12; "not a cent less" is no rate'],
  ['银卡（3万元）年享6%补贴，金卡（8万元）年享8%补贴', 'annual_rate', [6, 8], 'two tiers'],
  ['出借人可获得月化1.1%的收益', 'annual_rate', [13.2], '1.1 × 12'],
  ['约定借款利息为月利率2%，借期一年', 'annual_rate', [24], '2 × 12'],
  ['合作期内乙方按实际投入资金每年享有百分之十四的利润分配', 'annual_rate', [14], 'in characters'],
  ['存满三年，总利息27%，到期一并支付', 'annual_rate', [9], '27 ÷ 3'],
  ['给的利息高，一年期的有8厘呢', 'annual_rate', [8], '8 li a year is said for 8%'],
  ['每个月按本金千分之九返利', 'annual_rate', [10.8], '0.9 × 12'],
  ['宣传单：预期年化7.5%-11.5%，按月派息', 'annual_rate', [11.5], 'upper end'],
  ['据民警介绍，该团伙以年化收益率18%至24%为诱饵', 'annual_rate', [24], 'upper end'],
  ['日息万六，借一天算一天', 'annual_rate', [21.9], '0.06 × 365'],
  ['未使用的旅居额度可按每年9%增值结转', 'annual_rate', [9], 'as written'],

  // Rates the payments give.
  ['李阿姨把卖房的钱70万存进去，合同写明每月付她补助金7000元', 'annual_rate', [12], '7000 × 12 ÷ 700000'],
  ['购卡人一次性缴纳6.8万元，五年内每年可领取价值6800元的健康产品', 'annual_rate', [10], '6800 ÷ 68000, in kind'],
  [
    '乙方投资款为人民币伍拾万元整，投资期一年，到期甲方向乙方支付本息合计伍拾陆万元整',
    'annual_rate',
    [12],
    '60000 ÷ 500000',
  ],
  ['我去年三月投的8万，到现在每个月返我960', 'annual_rate', [14.4], '960 × 12 ÷ 80000'],
  ['养老床位认购金额：12万元/张；收益：每月1100元', 'annual_rate', [11], '1100 × 12 ÷ 120000'],
  ['投25万元，三年期满拿回32.5万元', 'annual_rate', [10], '75000 ÷ 250000 ÷ 3'],
  ['预付2万元，不去住的话每年退2400元', 'annual_rate', [12], '2400 ÷ 20000'],
  ['入股1万元每天分红8元', 'annual_rate', [29.2], '8 × 365 ÷ 10000'],
  ['押金10万元，每年奉送免费旅居一次（价值5000元）', 'annual_rate', [5], '5000 ÷ 100000, in kind'],
  [
    '缴款18万元，自次月起连续60个月每月领取3600元',
    'annual_rate',
    [4],
    '(3600 × 60 − 180000) ÷ 180000 ÷ 5 = 36000 ÷ 900000',
  ],
  ['妈妈拿出45万积蓄交给他们打理，一个季度能拿1万3千5的收益', 'annual_rate', [12], '13500 × 4 ÷ 450000'],
  ['签约金额3.6万元，满12个月退还3.96万元', 'annual_rate', [10], '3600 ÷ 36000'],
  ['保证五年本金翻一番', 'annual_rate', [20], '100 ÷ 5'],

  // What is no rate.
  ['冬季取暖费每月300元，空调费另计，会员减免50%', 'annual_rate', [], 'charges'],
  ['签约率提升35%，复购率达到六成', 'annual_rate', [], 'sales'],
  ['膳食中蛋白质占15%—20%，盐每日不超过5克', 'annual_rate', [], 'food'],
  ['我每个月养老金3800元，交护理费2600元，剩下1200元', 'annual_rate', [], 'a pension and a fee'],
  ['出发前30天取消退90%，15天退50%', 'annual_rate', [], 'cancellation'],
  ['全年晴天300天，空气优良率99%，海拔1800米', 'annual_rate', [], 'a climate'],
  ['十分感谢，小区三分之一的老人都去了', 'annual_rate', [], 'a share of people'],
  [
    '违约方应按合同总额的20%支付违约金，并按日万分之五支付逾期利息',
    'annual_rate',
    [18.25],
    'interest for paying late, 0.05 × 365; the penalty is none',
  ],

  // Months paid ahead.
  ['销售主管要求一次付足24个月的综合服务费才给打折', 'prepaid_months', [24], 'as written'],
  ['每月3500元的标准，我父亲预交了126000元', 'prepaid_months', [36], '126000 ÷ 3500'],
  ['服务费于每年1月10日前一次性付清', 'prepaid_months', [12], 'by the year'],
  ['老人入住后，家属按季度交纳费用', 'prepaid_months', [3], 'by the quarter'],
  ['套餐A：预付12个月送1个月；套餐B：预付24个月送3个月', 'prepaid_months', [12, 24], 'the other months are gifts'],
  ['服务费3200元/月。合同签订时支付一年半费用', 'prepaid_months', [18], '12 + 6'],
  ['院方同意退还六个月的床位费', 'prepaid_months', [], 'a refund'],
  ['请提前两个月预约床位', 'prepaid_months', [], 'notice'],

  // Deposits.
  ['保证金3万6，床位费每个月1200元', 'deposit_multiple', [30], '36000 ÷ 1200'],
  ['押金按照床位费的8倍收取', 'deposit_multiple', [8], 'as written'],
  ['双人间床位费1800元/月·床，入住需缴押金27000元', 'deposit_multiple', [15], '27000 ÷ 1800'],
  ['收取的押金不得高于12个月床位费', 'deposit_multiple', [], 'a cap'],

  // Sums.
  ['借条：今借到王某人民币陆万捌仟元整', 'money', [6_800_000], '68000'],
  ['团费999元，自费项目200至300元', 'money', [99_900, 30_000], 'upper end'],
  ['卡里还剩一万三千六百块', 'money', [1_360_000], '13600'],
  ['前后被骗走30多万元，其中5万是借的', 'money', [30_000_000, 5_000_000], 'the round figure; a bare one'],
  ['距市中心3.5公里，3号楼2单元，共12层', 'money', [], 'a distance and a building'],
  ['标价5万8，谈到五万二', 'money', [5_800_000, 5_200_000], '58000; 52000'],

  // Kinds of their own.
  ['拉来一个客户给提成2000元，拉满八个人升为区域经理', 'head_reward', [200_000, 8], 'a head, and a promotion'],
  ['入门费3800元起', 'entry_fee', [380_000], 'as written'],
  ['该院备案床位150张，却与460人签订了床位合同，共售出床位460张', 'beds', [150, 460], 'approved and sold'],
  ['首批会员享5.8折特惠', 'discount', [58], 'of the price'],
  ['剩余8万元分四次付清，每次2万元', 'instalments', [4], 'as written'],
  ['服务期限自签约起两年，锁定期为6个月', 'term', [24, 6], '2 × 12; as written'],
  ['加薇信 kangyang-2024 领名额，或拨打400-123-4567', 'phone', ['4001234567'], 'a service number'],
  ['著名演员李某某倾情代言，民政部重点扶持项目', 'state_organ', ['民政部'], 'an organ named as backing'],
]
