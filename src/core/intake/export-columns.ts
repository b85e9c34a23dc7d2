import { isDay } from '../clock/shanghai.ts'
import { regionOfName } from '../extract/place.ts'
import type { CallFields } from './call-fields.ts'

/** The platforms whose exports and deliveries are known, and `other` for whatever else names itself. */
export const PLATFORMS = ['12315', '12345', 'other'] as const
export type Platform = (typeof PLATFORMS)[number]

/** One complaint as another platform has it. */
export interface ExportedCall {
  /** The platform's own number; empty where the row has none. */
  external: string
  /** As the fields of the form. */
  fields: CallFields
  /** When it was made, and when the competent bureau received it: ISO-8601, or a day. */
  calledAt?: string
  receivedAt?: string
}

/** A row that is no complaint says which column it lacks. */
export type ExportedRow = ExportedCall | { lacks: 'external' | 'story' }

/** Reads rows of an export by the headings of its columns; a column nobody knows is added to the story under its own name. */
export function readExportRow(row: Readonly<Record<string, string>>): ExportedRow {
  const cells = new Map<string, string>()
  const unknown: string[] = []
  for (const [heading, value] of Object.entries(row)) {
    const cell = value.trim()
    if (cell === '') continue
    const meaning = meaningOf(heading)
    if (meaning === undefined) unknown.push(`${heading.trim()}：${cell}`)
    else if (meaning !== 'left_out')
      cells.set(
        meaning,
        cells.has(meaning) && meaning === 'story' ? `${cells.get(meaning)}\n${cell}` : (cells.get(meaning) ?? cell),
      )
  }
  const external = cells.get('external')
  if (!external) return { lacks: 'external' }
  const story = cells.get('story')
  if (!story) return { lacks: 'story' }
  const calledAt = momentOf(cells.get('called_at'))
  const receivedAt = momentOf(cells.get('received_at'))
  return {
    external,
    fields: fieldsOf(cells, [story, ...unknown].join('\n')),
    ...(calledAt !== undefined && { calledAt }),
    ...(receivedAt !== undefined && { receivedAt }),
  }
}

/** Whether the headings are those of an export of complaints at all. */
export function isExport(headings: readonly string[]): boolean {
  const meanings = headings.map(meaningOf)
  return meanings.includes('external') && meanings.includes('story')
}

function fieldsOf(cells: ReadonlyMap<string, string>, story: string): CallFields {
  const cell = (meaning: Meaning) => cells.get(meaning) ?? ''
  const kind = cell('kind')
  const happenedIn = regionOf(cell('happened_in'))
  // Where it happened is not where the seller is: who handles a complaint goes by the seller's place alone (投诉举报处理办法第十三条).
  const region = regionOf(cell('region')) ?? regionOf(cell('seller_address'))
  const complainant = cell('complainant_name')
  const fields = {
    wants: wordIn(WANTS_WORDS, kind) ?? '',
    anonymous: /匿名/.test(cell('caller_name')) || /^(?:是|匿名|1|true)$/i.test(cell('anonymous')) ? 'yes' : '',
    caller_name: cell('caller_name'),
    caller_phone: cell('caller_phone'),
    caller_id_number: cell('caller_id_number'),
    caller_address: cell('caller_address'),
    complainant_name: complainant,
    relation:
      complainant !== '' && complainant !== cell('caller_name')
        ? (wordIn(RELATION_WORDS, cell('relation')) ?? 'other')
        : 'self',
    authority: wordIn(AUTHORITY_WORDS, cell('authority')) ?? '',
    seller_name: cell('seller_name'),
    seller_phone: cell('seller_phone'),
    seller_code: cell('seller_code'),
    seller_address: cell('seller_address'),
    region: region ?? '',
    story,
    happened_on: dayOf(cell('happened_on')),
    happened_in: happenedIn ?? '',
    known_on: dayOf(cell('known_on')),
    paid: cell('paid'),
    paid_on: dayOf(cell('paid_on')),
    paid_by: wordIn(PAYMENT_WORDS, cell('paid_by')) ?? '',
    asks: cell('asks'),
    asked: cell('asked'),
    advertising: /广告/.test(kind) || /广告/.test(cell('problem')) ? 'yes' : '',
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** Headings as the exports write them and as offices rename them, without spaces and signs. */
const HEADINGS = {
  external:
    '登记编号 投诉编号 投诉单号 投诉单编号 举报编号 举报单号 举报单编号 信息件编号 工单编号 工单号 工单流水号 诉求编号 受理编号 流水号 编号 序列号',
  kind: '信息件类型 业务类型 登记类型 工单类型 诉求类型 诉求类别 事项类型 类型 类别',
  problem: '问题类别 投诉问题类别 举报问题类别 违法行为类别 问题类型 诉求分类 问题分类 事项分类',
  called_at: '登记时间 投诉时间 举报时间 来电时间 诉求时间 提交时间 创建时间 登记日期 投诉日期 来电日期',
  received_at: '接收时间 收到时间 转办时间 转办日期 派单时间 分派时间 分流时间 签收时间 转派时间 承办接收时间',
  caller_name:
    '提供方姓名 提供方名称 提供方 投诉人 投诉人姓名 举报人 举报人姓名 来电人 来电人姓名 反映人 诉求人 诉求人姓名 联系人 姓名',
  complainant_name: '消费者 消费者姓名 被代理人 被代理人姓名 委托人 委托人姓名 老人姓名 实际消费者',
  caller_phone:
    '提供方电话 提供方联系电话 联系电话 联系方式 来电号码 来电电话 主叫号码 投诉人电话 投诉人联系电话 举报人电话 诉求人电话 手机号 手机号码 电话',
  caller_id_number: '提供方证件号码 证件号码 证件号 身份证号 身份证号码 投诉人证件号码',
  caller_address: '提供方地址 联系地址 通讯地址 通信地址 投诉人地址 诉求人地址 家庭住址 住址',
  anonymous: '是否匿名 匿名',
  relation: '与消费者关系 与老人关系 与委托人关系 关系',
  authority: '委托书 授权委托书 委托情况',
  seller_name:
    '涉及主体 涉及主体名称 被投诉人 被投诉人名称 被投诉方 被投诉单位 被投诉主体 被举报人 被举报人名称 被举报单位 被举报主体 被反映单位 被反映对象 企业名称 商家名称 经营者 经营者名称 主体名称',
  seller_code: '统一社会信用代码 社会信用代码 主体统一社会信用代码 信用代码 注册号',
  seller_phone: '涉及主体电话 涉及主体联系电话 被投诉人电话 被投诉方电话 被举报人电话 企业电话 商家电话 企业联系电话',
  seller_address:
    '涉及主体地址 被投诉人地址 被投诉方地址 被举报人地址 企业地址 商家地址 经营地址 实际经营地址 经营场所 注册地址',
  region: '所属区域 所属区划 所属地区 行政区划 区划 辖区 属地',
  story:
    '投诉内容 举报内容 投诉举报内容 问题描述 诉求内容 诉求描述 工单内容 来电内容 反映内容 主要内容 内容 事项描述 登记内容 描述',
  asks: '投诉请求 具体请求 具体诉求 诉求 主要诉求 调解诉求 消费者诉求 期望结果',
  paid: '涉及金额 涉案金额 消费金额 付款金额 支付金额 交易金额 争议金额 金额',
  paid_on: '付款时间 付款日期 支付时间 缴费时间 购买时间 购买日期 消费时间 消费日期',
  paid_by: '付款方式 支付方式 缴费方式',
  asked: '诉求金额 请求金额 索赔金额 要求退款金额',
  happened_on: '发生时间 发生日期 事发时间 事发日期',
  happened_in: '事发地 事发地区 事发地区划',
  known_on: '知悉时间 知悉日期 发现时间 发现日期',
  left_out:
    '序号 性别 年龄 证件类型 办理状态 工单状态 状态 承办单位 承办人 处理单位 登记人 登记单位 话务员 办理时限 是否回访 满意度 银行卡号 微信 微信号 qq 邮箱 电子邮箱 出生日期',
} as const
type Meaning = keyof typeof HEADINGS

const MEANINGS: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(HEADINGS).flatMap(([meaning, headings]) =>
    headings.split(' ').map((heading): [string, Meaning] => [heading, meaning as Meaning]),
  ),
)

function meaningOf(heading: string): Meaning | undefined {
  const bare = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[\s*:_.\-/\u200b\ufeff]/g, '')
  return MEANINGS.get(bare)
}

const WANTS_WORDS: Words = [
  [/投诉(?:并|和|及|、)?举报/, 'both'],
  [/举报/, 'report'],
  [/投诉|申诉/, 'complaint'],
]
const RELATION_WORDS: Words = [
  [/本人|自己/, 'self'],
  [/子女|儿|女儿|父|母/, 'child'],
  [/亲属|配偶|夫|妻|孙|兄|弟|姐|妹|侄|甥|媳|婿/, 'relative'],
]
const AUTHORITY_WORDS: Words = [
  [/^(?:无|没有|未提供|否)/, 'none'],
  [/待|稍后|补/, 'pending'],
  [/有|已|是|提供/, 'seen'],
]
const PAYMENT_WORDS: Words = [
  [/个人|私人/, 'personal_account'],
  [/现金/, 'cash'],
  [/微信|支付宝|扫码|二维码/, 'scan'],
  [/刷卡|pos/i, 'card'],
  [/转账|汇款|银行/, 'transfer'],
]

type Words = [RegExp, string][]

function wordIn(words: Words, said: string): string | undefined {
  return words.find(([pattern]) => pattern.test(said))?.[1]
}

function regionOf(said: string): string | undefined {
  if (said === '') return undefined
  return /^\d{6}$/.test(said) ? said : regionOfName(said)
}

function dayOf(said: string): string {
  return momentOf(said)?.slice(0, 10) ?? ''
}

/** `2026/5/6 9:30`, `2026年5月6日`, `2026-05-06T09:30:00` in Shanghai time; undefined for what is no moment. */
function momentOf(said: string | undefined): string | undefined {
  const [, year, month, date, hour, minute, second = '00'] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{2})(?:[:：分](\d{2}))?)?/.exec(
      said?.normalize('NFKC').trim() ?? '',
    ) ?? []
  if (year === undefined) return undefined
  const day = `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  if (!isDay(day)) return undefined
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return day
  return `${day}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`
}
