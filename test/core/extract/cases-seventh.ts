import type { FactCase } from './fact-case.ts'

/** Written after the sixth round was right, before a first try; every value worked by hand. */
export const SEVENTH_CASES: FactCase[] = [
  // Rates written down.
  ['宣传册第3页印有“安享卡年收益率9.6%”字样', 'annual_rate', [9.6], 'as written'],
  ['客户经理承诺每万元每月可得利息一百元', 'annual_rate', [12], '100 × 12 ÷ 10000'],
  ['到期后按年息10%补偿给老人', 'annual_rate', [10], 'as written'],
  ['以月息2%至3%的高利吸引老年人投资', 'annual_rate', [36], 'upper end, 3 × 12'],
  ['康养份额按持有年限给予回报：第一年7%，第二年8%，第三年9%', 'annual_rate', [7, 8, 9], 'each for its own year'],
  ['所谓“消费养老”，消费额的5%每月返还', 'annual_rate', [60], '5 × 12'],
  ['一分利，月月结清，童叟无欺', 'annual_rate', [12], '1 × 12'],
  ['甲方保证乙方年净收益为购房款的百分之八', 'annual_rate', [8], 'in characters'],
  ['投资回报每季3%，比存定期强多了', 'annual_rate', [12], '3 × 4'],
  ['利息每日千分之零点八', 'annual_rate', [29.2], '0.08 × 365'],
  ['年化收益率区间为6.8%~8.8%，以实际到账为准', 'annual_rate', [8.8], 'upper end'],
  ['两年期产品到期共返24%的收益', 'annual_rate', [12], '24 ÷ 2'],

  // Rates the payments give.
  ['父亲瞒着我们给了该公司三十万，对方每个月返他三千', 'annual_rate', [12], '3000 × 12 ÷ 300000'],
  ['缴纳10.8万元床位预定金，每年可获赠价值5400元的旅居券', 'annual_rate', [5], '5400 ÷ 108000, in kind'],
  ['原告向被告出借资金45万元，被告按月支付利息6750元', 'annual_rate', [18], '6750 × 12 ÷ 450000'],
  ['投资款15万元，约定两年后一次性返还本利18.6万元', 'annual_rate', [12], '36000 ÷ 150000 ÷ 2'],
  ['购床位一张花费9万元，委托公司出租，每年租金收入7200元', 'annual_rate', [8], '7200 ÷ 90000'],
  ['存1万块，一季度给150块', 'annual_rate', [6], '150 × 4 ÷ 10000'],
  ['会费6万元，每半年发放福利卡3000元', 'annual_rate', [10], '3000 × 2 ÷ 60000'],
  ['认筹金20万元，三年后公司加价三成以26万元回购', 'annual_rate', [10], '60000 ÷ 200000 ÷ 3'],
  ['我交的五万块，说是每天返15块钱', 'annual_rate', [10.95], '15 × 365 ÷ 50000'],
  ['充值3.6万元，分12个月返还，每月返3300元', 'annual_rate', [10], '(3300 × 12 − 36000) ÷ 36000 ÷ 1'],
  ['奶奶投了2万，对方说五年后给她3万', 'annual_rate', [10], '10000 ÷ 20000 ÷ 5'],
  ['每存入5万元，每年补贴伙食费4000元', 'annual_rate', [8], '4000 ÷ 50000'],
  ['乙方付给甲方保证金12万元，合同期内甲方按季给付乙方养老津贴2400元', 'annual_rate', [8], '2400 × 4 ÷ 120000'],

  // What is no rate.
  ['老人膳食费每天35元，家属探访餐每份20元', 'annual_rate', [], 'meals'],
  ['本次活动共发放红包2000个，中奖率八成', 'annual_rate', [], 'a prize'],
  ['康复率达到85%，出院满意度99分', 'annual_rate', [], 'health and a score'],
  ['存栏量3万头，年产值增长20%', 'annual_rate', [], 'a farm'],
  ['代缴社保每月1200元，一次缴清三年', 'annual_rate', [], 'insurance'],
  ['儿子给母亲交了10万元押金，母亲每月退休金5000元', 'annual_rate', [], 'a pension'],
  [
    '分厘不差，利落干净，三分利七分情是句老话吗？',
    'annual_rate',
    [36],
    'the saying names three fen of interest; what frame it stands in is for others',
  ],
  ['逾期不退押金的，每日加付押金的千分之一作为违约金', 'annual_rate', [], 'a penalty'],

  // Months paid ahead.
  ['业务员说一次性缴足四年的养老服务费可以打六折', 'prepaid_months', [48], '4 × 12'],
  ['月度服务费2700元，签约时缴纳预付款81000元', 'prepaid_months', [30], '81000 ÷ 2700'],
  ['服务费采用先付费后服务方式，每三个月一交', 'prepaid_months', [3], 'by three months'],
  ['入住当天交了一年零六个月的费用', 'prepaid_months', [18], '12 + 6'],
  ['预收周期最长不超过12个月', 'prepaid_months', [], 'a cap'],
  ['连续住满6个月，第7个月免费用', 'prepaid_months', [], 'a gift'],
  ['护理费每月1600元、床位费每月1400元，一次性预存54000元', 'prepaid_months', [18], '54000 ÷ (1600 + 1400)'],

  // Deposits.
  ['押金收取标准：月床位费的6倍', 'deposit_multiple', [6], 'as written'],
  ['交了3万元的押金，床位费是每月1000元', 'deposit_multiple', [30], '30000 ÷ 1000'],
  ['床位费2200元（月），入住保证金26400元', 'deposit_multiple', [12], '26400 ÷ 2200'],

  // Sums.
  ['光这一年就扔进去小二十万', 'money', [20_000_000], 'nearly 200,000: the round figure'],
  ['合同总价款¥168000.00（大写：壹拾陆万捌仟元整）', 'money', [16_800_000, 16_800_000], '168000 in figures and words'],
  ['一顿饭人均四五十块', 'money', [5_000], 'upper end'],
  ['月费从两千八涨到三千二', 'money', [280_000, 320_000], '2800; 3200'],
  ['微信转账1.5万，刷卡3.5万', 'money', [1_500_000, 3_500_000], 'two bare ones'],
  ['2023年共有12万人次到访，人均停留15天', 'money', [], 'visits'],

  // Kinds of their own.
  ['每成功邀请一人入会，返佣10%', 'head_reward', [10], 'a head'],
  ['发展满20人升为总监，可拿团队业绩3%的提成', 'head_reward', [20, 3], 'a promotion, and a level'],
  ['县级代理加盟金8万元', 'entry_fee', [8_000_000], 'as written'],
  ['设置床位260张，已入住230张床位', 'beds', [260, 230], 'held and occupied'],
  ['床位费打八八折，餐费半价', 'discount', [88, 50], 'of the price'],
  ['首期款付清后，余款分6个月支付', 'instalments', [6], 'by the month'],
  ['投资周期18个月，封闭期三个月', 'term', [18, 3], 'as written'],
  ['落款：二〇二四年九月三十日', 'date', ['2024-09-30'], 'in characters'],
  ['经办人手机一三九一二三四五六七八', 'phone', ['13912345678'], 'spelt in characters'],
  ['食健备G202337001234，国食健注G20200001', 'licence', ['食健备G202337001234', '国食健注G20200001'], 'two forms'],
  ['连续三年被评为省级诚信单位', 'honour', ['省级诚信单位'], 'the name of the title'],
]
