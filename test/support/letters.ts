import { fillLetter } from '../../src/core/letter/fill.ts'
import type { ProtectedPerson } from '../../src/core/letter/protected-person.ts'
import type { LetterFacts } from '../../src/core/letter/sources.ts'
import type { LetterTemplate } from '../../src/core/letter/template.ts'
import { templateOn } from '../../src/core/letter/template-on.ts'
import { loadLetters } from '../../src/rulebook/load-letters.ts'
import { INPUTS } from './letter-inputs.ts'

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
