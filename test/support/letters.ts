import { fillLetter } from '../../src/core/letter/fill.ts'
import type { ProtectedPerson } from '../../src/core/letter/protected-person.ts'
import type { LetterFacts } from '../../src/core/letter/sources.ts'
import type { LetterTemplate } from '../../src/core/letter/template.ts'
import { templateOn } from '../../src/core/letter/template-on.ts'
import { loadLetters } from '../../src/rulebook/load-letters.ts'

/** The letters as shipped. */
export const letters = loadLetters()

export const LETTER_DAY = '2026-11-22'

/** Nobody has confirmed anything: only articles read in full are printed. */
export const noConfirmations = new Set<string>()

export function aTemplate(type: string): LetterTemplate {
  return templateOn(letters, type, LETTER_DAY)!
}

/** A letter filled with everything an invented matter knows. */
export function aFilledLetter(type: string, over: LetterFacts = {}) {
  return fillLetter(aTemplate(type), { ...factsFor(type), ...over }, LETTER_DAY, noConfirmations)
}

/** Whom the party told of may not learn of. */
export const persons: ProtectedPerson[] = [
  {
    role: 'reporter',
    name: '欧阳试言',
    phones: ['13900000002'],
    idNumbers: ['440000195001010021'],
    addresses: ['示例省示例市样本区梧桐路88号2栋301'],
    others: ['shiyan_sample'],
  },
  {
    role: 'complainant',
    name: '林试梅',
    phones: ['13900000001'],
    idNumbers: ['440000194801010028'],
    addresses: ['示例省示例市样本区榕树街9号4栋502'],
    others: [],
  },
]

/** What is known of an invented matter, and what an officer would fill in for a letter of this type. */
export function factsFor(type: string): LetterFacts {
  const inputs = Object.fromEntries(Object.entries(INPUTS[type] ?? {}).map(([name, value]) => [`input.${name}`, value]))
  return { ...KNOWN, ...(MOVES[type] ?? {}), ...inputs }
}

const sha = (letter: string) => letter.repeat(64)

const KNOWN: LetterFacts = {
  'bureau.name': '示例市样本区市场监督管理局',
  'bureau.word': '示样市监',
  'bureau.address': '示例市样本区政务路1号',
  'bureau.contact': '周示范、吴样本',
  'bureau.phone': '0000-12345678',
  'bureau.review_organ': '示例市样本区人民政府',
  'bureau.court': '示例市样本区人民法院',
  'bureau.payee': '示例银行样本支行（账户名：示例市样本区财政局，账号：0000 0000 0000 0000）',
  'matter.number': 'AJ-2026-00012',
  'matter.title': '示例康养服务有限公司涉嫌发布虚假广告',
  'matter.origin': '12345政务服务便民热线转办举报',
  'matter.received_at': '2026-09-14T01:30:00.000Z',
  'matter.filed_at': '2026-09-25T02:00:00.000Z',
  'matter.handlers': '周示范、吴样本',
  'operator.name': '示例康养服务有限公司',
  'operator.code': '91000000MA0000000X',
  'operator.person': '郑虚构',
  'operator.address': '示例市样本区候鸟大道100号',
  'operator.phone': '0000-87654321',
  'operator.registered_place': '示例省示例市样本区',
  'complainant.name': '林试梅',
  'complainant.phone': '13900000001',
  'complaint.request': '退还会员费',
  'complaint.facts': '交了三万元会员费，对方拒绝退款',
  'complaint.amount': 3_000_000,
  'clock.T03.due': '2026-11-20',
  'clock.T06.due': '2026-10-12',
  'clock.T15.due': '2026-10-13',
  'breach.articles': [
    {
      id: 'advertising-law/28',
      said: { zh: '《中华人民共和国广告法》第二十八条', en: 'Advertising Law art. 28' },
      confidence: 'V',
    },
  ],
  'penalty.articles': [
    {
      id: 'advertising-law/55',
      said: { zh: '《中华人民共和国广告法》第五十五条第一款', en: 'Advertising Law art. 55(1)' },
      confidence: 'V',
    },
  ],
  'penalty.hearing': true,
  'served.title': '行政处罚告知书',
  'served.number': '示样市监罚告〔2026〕5号',
  'noticed.number': '示样市监罚告〔2026〕5号',
  'noticed.served_at': '2026-10-28T02:00:00.000Z',
  'decided.number': '示样市监处罚〔2026〕7号',
  'decided.at': '2026-11-10T02:00:00.000Z',
  'exhibit.count': 4,
  'exhibit.list': [
    {
      number: '证1',
      title: '“候鸟旅居卡”宣传单',
      kind: '书证',
      origin: '举报人提供',
      taken_on: '2026-09-14',
      pages: 2,
      sha256: sha('1a').slice(0, 64),
    },
    {
      number: '证2',
      title: '旅居会员合同',
      kind: '书证',
      origin: '现场检查提取',
      taken_on: '2026-09-26',
      pages: 12,
      sha256: sha('2b').slice(0, 64),
    },
    {
      number: '证3',
      title: '微信群聊天截图',
      kind: '电子数据',
      origin: '现场检查提取',
      taken_on: '2026-09-26',
      pages: 5,
      sha256: sha('3c').slice(0, 64),
    },
    {
      number: '证4',
      title: '收款账户流水',
      kind: '书证',
      origin: '当事人提供',
      taken_on: '2026-09-30',
      pages: 8,
      sha256: sha('4d').slice(0, 64),
    },
  ],
  'element.list': [
    {
      element: '未经依法许可或者违反规定吸收资金',
      quote: '加盟费三万元起，公司统一收取，签订旅居会员协议',
      exhibit: '证2第3页',
    },
    {
      element: '承诺还本付息或者给予其他回报',
      quote: '存满一年返还本金，另送12%旅居补贴，写进合同',
      exhibit: '证1第1页',
    },
    { element: '面向不特定对象', quote: '欢迎叔叔阿姨转发朋友圈，推荐一位奖励500元', exhibit: '证3第2页' },
  ],
  'person.list': [
    { name: '郑虚构', part: '法定代表人', amount: null, exhibit: '证2第12页' },
    { name: '钱假名', part: '招募人员，收取会员费', amount: 48_000_000, exhibit: '证4第1页' },
  ],
  'account.list': [
    { holder: '钱假名', bank: '示例银行样本支行', number: '6200 0000 0000 0000', exhibit: '证4第1页' },
    { holder: '示例康养服务有限公司', bank: '示例支付', number: '2000000000000000', exhibit: '证4第6页' },
  ],
  'measure.list': [
    { at: '2026-09-25T02:00:00.000Z', what: '对涉嫌发布虚假广告立案调查' },
    { at: '2026-09-26T01:00:00.000Z', what: '现场检查，先行登记保存合同和账册' },
  ],
}

const APPROVED = {
  'move.proposed_by': '周示范',
  'move.proposed_at': '2026-09-24T08:00:00.000Z',
  'move.approved_by': '王负责',
  'move.approved_at': '2026-09-25T02:00:00.000Z',
  'move.at': '2026-09-25T02:00:00.000Z',
} satisfies LetterFacts

const MOVES: Record<string, LetterFacts> = {
  'acceptance-notice': { 'move.at': '2026-09-21T02:00:00.000Z' },
  'refusal-notice': {
    'move.at': '2026-09-21T02:00:00.000Z',
    'move.ground': '不是为生活消费需要购买、使用商品或者接受服务',
    'move.reason': '您与对方约定交付款项后按月领取补贴、到期返还全部款项，主要目的是取得收益。',
  },
  'termination-notice': { 'move.at': '2026-11-20T02:00:00.000Z', 'move.ground': '调解期限届满未达成调解协议' },
  'filing-form': { ...APPROVED, 'move.reason': '宣传单所称入住条件与合同不一致。', 'move.opinion': '同意立案。' },
  'non-filing-form': {
    ...APPROVED,
    'move.ground': '违法行为轻微并及时改正，没有造成危害后果',
    'move.reason': '宣传单印制后未发放，当日全部收回。',
    'move.opinion': '同意不予立案。',
  },
  'lead-check-record': { 'move.hooks': '广告法；反不正当竞争法' },
  'evidence-registration': { 'move.at': '2026-09-26T01:00:00.000Z' },
  'penalty-decision': APPROVED,
  'closing-form': { ...APPROVED, 'move.reason': '罚款已缴清，没有其他待处理事项。', 'move.opinion': '同意结案。' },
  'police-referral': { ...APPROVED, 'move.crime': '非法吸收公众存款罪' },
  'fundraising-referral': { ...APPROVED, 'move.department': '示例市样本区处置非法集资牵头部门' },
}

const LONG_TALK = [
  '问：你在公司负责什么工作？',
  '答：我负责会员接待，介绍“候鸟旅居卡”的项目。',
  '问：宣传单上写的“存满一年返还本金”是谁定的？',
  '答：是市场部统一印的，我们照着讲。合同里也有这一条。',
  '问：会员费交到哪个账户？',
  '答：有的交公司账户，有的直接转给钱经理个人，再由他交到财务。',
  '问：到现在有多少人交费？',
  '答：我接待的大概有三十几位，都是退休的老人，具体人数要看台账。',
  '问：会员到旅居基地住过没有？',
  '答：组织过两批，一共二十多人，每批住了五天。',
  '问：有会员要求退款的吗？',
  '答：有，公司说合同没到期不退。',
  '问：你以上所说是否属实？还有没有补充？',
  '答：属实，没有补充。',
].join('\n')

const INPUTS: Record<string, Record<string, LetterFacts[string]>> = {
  'filing-form': {
    cause: '涉嫌发布虚假广告案',
    check:
      '2026年9月21日，执法人员到当事人经营场所核查，取得宣传单2页、合同12页。宣传单载明“基地配备三甲医院”，经向卫生健康部门核实，该基地周边没有三级医院。',
  },
  'non-filing-form': {
    cause: '涉嫌发布虚假广告',
    check: '经核查，该宣传单共印制50份，全部存放于仓库，未对外发放；当事人已于当日主动销毁并更换内容。',
  },
  'lead-check-record': {
    checked_at: '2026年9月21日上午',
    checked_place: '示例市样本区候鸟大道100号（现场核查）',
    findings:
      '一、当事人在经营场所摆放“候鸟旅居卡”宣传单，载明“存满一年返还本金，另送12%旅居补贴”。\n二、经查登记信息，当事人经营范围不含金融业务。\n三、当事人提供合同样本一份。',
    advice: '建议以涉嫌发布虚假广告立案；涉嫌非法集资的线索移送处置非法集资牵头部门。',
  },
  'interview-record': {
    begun_at: '2026-09-26T01:30:00.000Z',
    ended_at: '2026-09-26T03:05:00.000Z',
    nth: 1,
    asked_place: '示例市样本区市场监督管理局询问室',
    certificates: '示A00001、示A00002',
    recorder: '吴样本',
    asked: '冯虚拟',
    asked_id: '440000199001010011',
    asked_post: '示例康养服务有限公司会员顾问',
    asked_phone: '13900000009',
    asked_address: '示例市样本区青年路6号',
    told: '清楚了，不申请回避。',
    words: LONG_TALK,
  },
  'site-record': {
    begun_at: '2026-09-26T01:00:00.000Z',
    ended_at: '2026-09-26T02:40:00.000Z',
    site: '示例市样本区候鸟大道100号一楼大厅',
    certificates: '示A00001、示A00002',
    present: '冯虚拟',
    present_post: '会员顾问',
    witness: '陈见证',
    told: '清楚了，不申请回避。',
    seen: '一、经营场所为一楼门面，约120平方米，悬挂“示例康养候鸟旅居体验中心”招牌。\n二、大厅前台摆放“候鸟旅居卡”宣传单约200份，载明“存满一年返还本金，另送12%旅居补贴”。\n三、会议室内有老年人约25人正在听讲，投影内容为旅居基地介绍。',
    took: '提取宣传单2份、空白合同1份，拍摄照片12张；对合同台账1册先行登记保存。',
  },
  'rectification-order': {
    facts: '在经营场所发放的宣传单中使用“基地配备三甲医院”等内容，经核实与实际情况不一致。',
    deadline: '2026-12-06',
    demand: '一、停止发放含有上述内容的宣传材料；\n二、对已发放的对象作出更正说明。',
  },
  'evidence-registration': {
    cause: '发布虚假广告',
    keeping: '当事人经营场所二楼档案室，封存',
    keeper: '冯虚拟',
    items: [
      { name: '旅居会员合同', kind: '纸质，已签署', quantity: '36份', note: '' },
      { name: '会员台账', kind: '纸质，A4', quantity: '1册', note: '2025年至2026年' },
    ],
  },
  'assistance-letter': {
    department: '样例市滨海区市场监督管理局',
    cause: '发布虚假广告',
    demand:
      '一、查明“示例康养滨海旅居基地”的经营主体、登记住所和实际床位数量；\n二、该基地是否在民政部门办理养老机构备案；\n三、提取基地现场照片。',
  },
  'penalty-notice': {
    cause: '发布虚假广告案',
    facts:
      '你（单位）自2026年3月起，在经营场所发放“候鸟旅居卡”宣传单，称“基地配备三甲医院”。经核实，基地周边十公里内没有三级医院。以上有宣传单、现场笔录、询问笔录、卫生健康部门复函等证据。',
    discretion: '鉴于你（单位）主动收回宣传单，积极配合调查，符合从轻情形。',
    fine: 20_000_000,
  },
  'penalty-decision': {
    facts:
      '当事人自2026年3月起，在经营场所发放“候鸟旅居卡”宣传单3200份，称“基地配备三甲医院”。经向卫生健康部门核实，基地周边十公里内没有三级医院，该内容与实际情况不符，对购买行为有实质性影响。',
    evidence:
      '一、宣传单2份，证明广告内容；\n二、现场笔录、询问笔录各1份，证明发放的事实；\n三、卫生健康部门复函1份，证明广告内容与实际情况不符。',
    statement: '当事人在法定期限内未提出陈述、申辩，也未要求听证。',
    discretion: '鉴于当事人主动收回宣传单、积极配合调查，依法从轻处罚。',
    penalty: '一、责令停止发布广告，在相应范围内消除影响；',
    fine: 20_000_000,
  },
  'service-receipt': {
    served_to: '示例康养服务有限公司',
    served_place: '示例市样本区候鸟大道100号',
    method: '直接送达',
  },
  'closing-form': {
    performed: '当事人于2026年11月18日缴清罚款200,000.00元，已停止发布广告并张贴更正声明。',
    leftovers: '先行登记保存的合同、台账已于2026年10月9日退还。',
  },
  'department-notice': {
    department: '示例市样本区民政局',
    duty: '养老机构备案、预收费监管。',
    facts: '该公司以“候鸟旅居卡”名义向老年人收取会员费，最长预收36个月，未见养老机构备案信息。',
    wish: '请核实该公司是否办理养老机构备案、预收费用是否存管，并将结果函告我局。',
  },
  'police-referral': {
    police: '示例市公安局样本分局',
    facts:
      '当事人自2026年3月起以“候鸟旅居卡”名义向老年人收取会员费，书面承诺到期返还本金并按月发放补贴，已知36人签订合同，合计108万元，其中48万元转入个人账户。',
    copied_to: '示例市样本区人民检察院',
  },
  'elder-warning': {
    offer: '候鸟旅居卡',
    signs:
      '一、宣传单写有“存满一年返还本金，另送12%旅居补贴”，承诺到期返钱的项目风险很高；\n二、要求把钱转到个人账户；\n三、暂未查到养老机构备案信息。',
  },
  'fundraising-referral': {
    scheme:
      '当事人以“候鸟旅居卡”名义，组织免费旅居体验和讲座，现场推介会员合同，三万元起交，约定一年期满返还本金，按月发放旅居补贴，并对介绍亲友入会的会员给予奖励。',
    people: 36,
    amount: 108_000_000,
  },
}
