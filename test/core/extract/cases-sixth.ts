import type { FactCase } from './fact-case.ts'

/** Written after the fifth round was right, before a first try; every value worked by hand. */
export const SIXTH_CASES: FactCase[] = [
  // Rates written down.
  ['推介会上主讲人称，持卡满一年即可享受11%的年度分红', 'annual_rate', [11], 'a year'],
  ['甲方按月利率1.3%向乙方支付资金使用费', 'annual_rate', [15.6], '1.3 × 12'],
  ['老家亲戚说利息两分，年底一起算', 'annual_rate', [24], '2 × 12'],
  ['旅居权益卡年化收益不低于百分之九', 'annual_rate', [9], 'in characters'],
  ['签三年合同，给到年化13个点', 'annual_rate', [13], 'points a year'],
  ['每季度发放投资额2.5%的养老津贴', 'annual_rate', [10], '2.5 × 4'],
  ['本金安全有保障，日收益千分之一点二', 'annual_rate', [43.8], '0.12 × 365'],
  ['半年息4%', 'annual_rate', [8], '4 × 2'],
  [
    '收益说明：3个月3%、6个月7%、12个月15%',
    'annual_rate',
    [12, 14, 15],
    '3 × 4; 7 × 2; 15: what each term gives in all',
  ],
  ['借款月息1分8厘', 'annual_rate', [21.6], '1.8 × 12'],
  ['受害人供述，嫌疑人许诺每月3%的高额回报', 'annual_rate', [36], '3 × 12'],
  ['年底按入股金额的18%分红', 'annual_rate', [18], 'a year'],

  // Rates the payments give.
  ['我交了16万，合同上写每年返给我1.6万元养老金', 'annual_rate', [10], '16000 ÷ 160000'],
  ['被害人陈某投资28万元，约定每月返利2800元', 'annual_rate', [12], '2800 × 12 ÷ 280000'],
  ['预定金10万元，每满一年奖励8000元现金', 'annual_rate', [8], '8000 ÷ 100000'],
  [
    '购买一份养生床垫2.68万元，公司分36个月每月返现1000元',
    'annual_rate',
    [11.4428],
    '(1000 × 36 − 26800) ÷ 26800 ÷ 3 = 9200 ÷ 80400',
  ],
  ['每份权益5万元，持有人每季度获得1250元', 'annual_rate', [10], '1250 × 4 ÷ 50000'],
  ['张某将20万元借给该中心，一年后收回23万元', 'annual_rate', [15], '30000 ÷ 200000'],
  ['他让我妈先存六万，每个月十号领六百', 'annual_rate', [12], '600 × 12 ÷ 60000'],
  ['养老公寓总价60万元，前五年公司每年以房款返租4.8万元', 'annual_rate', [8], '48000 ÷ 600000'],
  ['乙方交纳履约保证金7万元，甲方每月补贴乙方生活费700元', 'annual_rate', [12], '700 × 12 ÷ 70000'],
  ['投一千，一百天后拿一千三', 'annual_rate', [109.5], '(300 ÷ 1000) × 365 ÷ 100; 100 ÷ 30 months is near it'],
  ['会员费39800元，每年返还价值3980元的旅游消费券', 'annual_rate', [10], '3980 ÷ 39800, in kind'],
  ['认缴50万元股金的，每年可分6万元', 'annual_rate', [12], '60000 ÷ 500000'],
  ['本金六年翻一番', 'annual_rate', [16.6667], '100 ÷ 6'],

  // What is no rate.
  ['餐费每月900元，自理老人可减10%', 'annual_rate', [], 'a discount'],
  ['住院起付线800元，超出部分报销85%', 'annual_rate', [], 'insurance'],
  ['报名人数翻了一番，满座率九成', 'annual_rate', [], 'growth and seats'],
  ['手工费占成本的30%，毛利率45%', 'annual_rate', [], 'costs'],
  ['儿子每月寄2000元，女儿给1000元，老人每月交3000元', 'annual_rate', [], 'a family'],
  ['这道菜放盐三分、糖一分，火候八成', 'annual_rate', [], 'cookery'],
  ['电梯楼，得房率78%，首付20%起', 'annual_rate', [], 'a flat'],
  ['我租房每月1200元，押金2400元，退房时房东只退了1000元', 'annual_rate', [], 'a rent'],

  // Months paid ahead.
  ['要求先把24个月的钱交了才给安排房间，服务费每月2600元', 'prepaid_months', [24], 'as written'],
  ['收费标准为每月4200元，乙方已于签约日一次性交清50400元', 'prepaid_months', [12], '50400 ÷ 4200'],
  ['首付六个月服务费，之后按月支付', 'prepaid_months', [6], 'as written'],
  ['床位费、护理费均须预缴三十个月', 'prepaid_months', [30], 'as written'],
  ['每年1月一次性收取全年服务费', 'prepaid_months', [12], 'by the year'],
  ['预收费用最长不得超过3个月', 'prepaid_months', [], 'a cap'],
  ['如连续3个月不缴费，甲方有权解除合同', 'prepaid_months', [], 'a default'],
  ['赠送两个月服务费', 'prepaid_months', [], 'a gift'],

  // Deposits.
  ['一次性押金8万元（床位费2000元/月）', 'deposit_multiple', [40], '80000 ÷ 2000'],
  ['押金相当于9个月的床位费', 'deposit_multiple', [9], 'as written'],
  ['每床收押金3000元，床位费每月1500元', 'deposit_multiple', [2], '3000 ÷ 1500'],
  ['保证金上限为12个月床位费', 'deposit_multiple', [], 'a cap'],

  // Sums.
  ['花了九千九百八十元买床垫', 'money', [998_000], '9980'],
  ['余额￥36,500.50元', 'money', [3_650_050], '36500.5'],
  ['大约十七八万的积蓄全没了', 'money', [18_000_000], 'upper end'],
  ['每斤2.5元，买了100斤', 'money', [250], 'a price; a weight'],
  ['定金贰万圆整', 'money', [2_000_000], '20000'],
  ['我们小区去了40多人，最大的86岁', 'money', [], 'people and an age'],

  // Kinds of their own.
  ['介绍朋友购卡，每张卡提成800元', 'head_reward', [80_000], 'a head'],
  ['升市级代理需发展30名会员并缴纳代理费5万元', 'entry_fee', [5_000_000], 'as written'],
  ['我院核定养老床位300张，现有入住老人210人', 'beds', [300], 'approved; the others are people'],
  ['七十岁以上老人门票五折，家属八五折', 'discount', [50, 85], 'of the price'],
  ['房款可分24期支付', 'instalments', [24], 'as written'],
  ['协议有效期三年，自2022年6月1日起', 'term', [36], '3 × 12'],
  ['2021年7月7日发布，2021-08-01起施行', 'date', ['2021-07-07', '2021-08-01'], 'two forms'],
  ['客服座机(0771)2345678，QQ：2345678', 'phone', ['07712345678'], 'a land line in brackets'],
  ['卫食健字(2003)第0123号', 'licence', ['卫食健字(2003)第0123号'], 'health food of before 2003'],
]
