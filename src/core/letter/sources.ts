import type { Said } from '../clock/clock.ts'

/**
 * How a value is held. `day` is `YYYY-MM-DD`, `moment` an instant, `fen` whole fen; `quote` the words of somebody else or of the statute, `name` a name:
 * both are repeated and not said by us; `articles` a list of {@link CitedArticle}; `list` rows of texts.
 */
export const VALUE_TYPES = [
  'text',
  'long',
  'quote',
  'name',
  'day',
  'moment',
  'fen',
  'count',
  'flag',
  'articles',
  'list',
] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** An article as a letter cites it. */
export interface CitedArticle {
  /** `instrument/article`, as confirmations name it. */
  id: string
  /** Instrument and article: 《广告法》第五十五条. */
  said: Said
  confidence: 'V' | 'V*' | 'M'
}

export type Row = Readonly<Record<string, string | number | null>>
export type Value = string | number | boolean | readonly Row[] | readonly CitedArticle[]

/** What is known for a letter, by path. What is absent is not known. */
export type LetterFacts = Readonly<Partial<Record<string, Value>>>

export interface Source extends Said {
  type: ValueType
  /** Whose it is: a letter may name a protected person only to certain readers. */
  person?: ProtectedRole
  /** Columns of a list; the words of others among them are quotes. */
  of?: Readonly<Record<string, Said & { type: ValueType }>>
}

/** Persons of a matter whom the party told of may not learn of. */
export const PROTECTED_ROLES = ['complainant', 'reporter', 'caller', 'payer', 'witness'] as const
export type ProtectedRole = (typeof PROTECTED_ROLES)[number]

/** Every place a fact of a letter may come from: the matter, its operator and people, its moves, clocks and exhibits, and the bureau itself. */
export const SOURCES: Readonly<Record<string, Source>> = {
  'bureau.name': source('name', '本机关名称', 'name of the bureau'),
  'bureau.word': text('机关代字', "the bureau's word in document numbers"),
  'bureau.address': text('本机关地址', 'address of the bureau'),
  'bureau.contact': text('本机关联系人', 'contact at the bureau'),
  'bureau.phone': text('本机关联系电话', 'telephone of the bureau'),
  'bureau.review_organ': text('行政复议机关', 'organ for administrative reconsideration'),
  'bureau.court': text('行政诉讼管辖法院', 'court for administrative lawsuits'),
  'bureau.payee': text('罚款缴纳银行和账户', 'bank and account for fines'),

  'letter.number': text('文号', 'number of the letter'),
  'letter.day': day('成文日期', 'day of the letter'),
  'letter.corrects': text('更正的文书', 'letter it takes the place of'),

  'matter.number': text('编号', 'number of the matter'),
  'matter.title': text('案由', 'what the matter is about'),
  'matter.origin': text('案件来源', 'how the matter came in'),
  'matter.received_at': moment('收到时间', 'when it was received'),
  'matter.filed_at': moment('立案时间', 'when the case was filed'),
  'matter.handlers': text('办案人员', 'handlers'),

  'operator.name': source('name', '当事人名称', 'name of the operator'),
  'operator.code': text('统一社会信用代码', 'unified social credit code'),
  'operator.person': text('法定代表人（负责人）', 'legal representative'),
  'operator.address': text('当事人住所', 'address of the operator'),
  'operator.phone': text('当事人联系电话', 'telephone of the operator'),
  'operator.registered_place': text('登记地', 'place of registration'),

  'complainant.name': { ...text('投诉人姓名', 'name of the complainant'), person: 'complainant' },
  'complainant.phone': { ...text('投诉人电话', 'telephone of the complainant'), person: 'complainant' },
  'complainant.address': { ...text('投诉人地址', 'address of the complainant'), person: 'complainant' },
  'reporter.name': { ...text('举报人姓名', 'name of the reporter'), person: 'reporter' },
  'complaint.request': source('quote', '投诉请求', 'what the complainant asks for'),
  'complaint.facts': source('quote', '投诉事实', 'what the complainant tells'),
  'complaint.amount': source('fen', '涉及金额', 'amount at stake'),

  'move.at': moment('作出时间', 'when it was decided'),
  'move.ground': source('quote', '理由（情形）', 'ground'),
  'move.reason': long('理由说明', 'reason'),
  'move.department': source('name', '主送部门', 'department addressed'),
  'move.crime': text('涉嫌罪名', 'suspected crime'),
  'move.hooks': text('本部门适用的法律', 'law of our own it rests on'),
  'move.proposed_by': text('提请人', 'proposed by'),
  'move.proposed_at': moment('提请时间', 'when it was proposed'),
  'move.approved_by': text('批准人', 'approved by'),
  'move.approved_at': moment('批准时间', 'when it was approved'),
  'move.opinion': long('批准意见', 'words of the approver'),

  'breach.articles': source('articles', '涉嫌违反的条款', 'articles suspected to be breached'),
  'penalty.articles': source('articles', '处罚依据条款', 'articles the penalty rests on'),
  'worksheet.fine': source('fen', '裁量表拟罚款金额', 'fine proposed on the worksheet'),
  'penalty.hearing': source('flag', '是否达到听证标准', 'whether a hearing must be offered'),

  'served.title': text('送达文书名称', 'title of the letter served'),
  'served.number': text('送达文书文号', 'number of the letter served'),
  'noticed.number': text('行政处罚告知书文号', 'number of the notice of penalty'),
  'noticed.served_at': moment('行政处罚告知书送达时间', 'when the notice of penalty was served'),
  'decided.number': text('行政处罚决定书文号', 'number of the decision'),
  'decided.at': moment('决定时间', 'when it was decided'),

  'exhibit.count': source('count', '证据数量', 'number of exhibits'),
  'exhibit.list': {
    ...source('list', '证据清单', 'list of exhibits'),
    of: {
      number: text('证据编号', 'exhibit'),
      title: text('证据名称', 'title'),
      kind: text('证据种类', 'kind'),
      origin: text('来源', 'origin'),
      taken_on: day('取得日期', 'taken on'),
      pages: source('count', '页数', 'pages'),
      sha256: text('校验值', 'SHA-256'),
    },
  },
  'element.list': {
    ...source('list', '三要件对照', 'the three elements'),
    of: {
      element: source('quote', '要件', 'element'),
      quote: source('quote', '证据原文', 'words of the exhibit'),
      exhibit: text('证据出处', 'exhibit and page'),
    },
  },
  'person.list': {
    ...source('list', '涉及人员', 'persons'),
    of: {
      name: text('姓名', 'name'),
      part: text('身份或者作用', 'part'),
      amount: source('fen', '涉及金额', 'amount'),
      exhibit: text('证据出处', 'exhibit and page'),
    },
  },
  'account.list': {
    ...source('list', '收款账户', 'accounts of payees'),
    of: {
      holder: text('户名', 'holder'),
      bank: text('开户行或者支付渠道', 'bank or channel'),
      number: text('账号', 'account'),
      exhibit: text('证据出处', 'exhibit and page'),
    },
  },
  'measure.list': {
    ...source('list', '本机关已采取的措施', 'what we did ourselves'),
    of: { at: moment('时间', 'when'), what: text('措施', 'what') },
  },
}

/** A path with what it is called and how it is held: one of {@link SOURCES}, the last day of a clock, or what the officer fills in. */
export function sourceOf(path: string, inputs: Readonly<Record<string, Source>>): Source | null {
  const clock = /^clock\.(T\d{2}h?)\.due$/.exec(path)?.[1]
  if (clock) return day(`期限届满日（${clock}）`, `last day of ${clock}`)
  const input = /^input\.([a-z][a-z0-9_]*)$/.exec(path)?.[1]
  if (input) return inputs[input] ?? null
  return Object.hasOwn(SOURCES, path) ? SOURCES[path]! : null
}

function source(type: ValueType, zh: string, en: string): Source {
  return { type, zh, en }
}

function text(zh: string, en: string): Source {
  return source('text', zh, en)
}

function long(zh: string, en: string): Source {
  return source('long', zh, en)
}

function day(zh: string, en: string): Source {
  return source('day', zh, en)
}

function moment(zh: string, en: string): Source {
  return source('moment', zh, en)
}
