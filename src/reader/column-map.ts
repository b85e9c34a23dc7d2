import { SHEET_FIELDS, type SheetField } from './reading.ts'

/**
 * What a column is: one of our fields; `identity` for what names or locates a person and belongs in neither text nor fields
 * (the stored file keeps it); undefined for a column we do not know, whose words stay with the text under its own heading.
 */
export type ColumnMeaning = SheetField | 'identity' | undefined

/** A heading row's meanings, or undefined when no cell of it means `text`: then it heads no table we can take apart. */
export function mapColumns(headings: string[]): ColumnMeaning[] | undefined {
  const meanings = headings.map(meaningOf)
  if (!meanings.includes('text')) return undefined
  const seen = new Set<SheetField>()
  return meanings.map((meaning) => {
    if (meaning === undefined || meaning === 'identity' || REPEATABLE.has(meaning)) return meaning
    if (seen.has(meaning)) return undefined
    seen.add(meaning)
    return meaning
  })
}

/** Several columns may hold text, names or numbers; of the rest the first counts and a second stays with the text. */
const REPEATABLE: ReadonlySet<SheetField> = new Set(['text', 'name', 'phone'])

/** Headings as people write them, in lower case without spaces and signs. */
const HEADINGS: Record<SheetField | 'identity', string> = {
  text:
    '内容 投诉内容 举报内容 投诉举报内容 反映内容 诉求内容 主要内容 具体内容 详细内容 问题描述 投诉描述 事项描述 情况描述 主要诉求 诉求 投诉事由 举报事由 反映问题 ' +
    '正文 文案 广告文案 广告内容 宣传内容 宣传文案 文案内容 宣传语 文本 合同内容 合同正文 合同文本 工单内容 来电内容 留言 留言内容 text content body message description complaint copy',
  external:
    '编号 工单号 工单编号 投诉编号 举报编号 登记编号 受理编号 流水号 业务编号 案件编号 线索编号 单号 序列号 id no number caseid caseno ticket ticketid externalid external reference',
  kind: '类型 类别 工单类型 工单类别 诉求类型 事项类型 业务类型 文书类型 材料类型 来件类型 文件类型 kind type documenttype',
  date: '日期 时间 投诉日期 投诉时间 举报日期 举报时间 登记日期 登记时间 受理日期 受理时间 来电日期 来电时间 发布日期 发布时间 签订日期 提交时间 创建时间 date time datetime publishedon publishedat receivedat createdat',
  region:
    '地区 区划 行政区划 区划代码 行政区划代码 所属地区 所在地区 属地 辖区 事发地 事发地点 发生地 事发地区 所属区域 区域 region regioncode district area',
  entity: '主体类型 主体类别 企业类型 经营者类型 机构类型 entity entitytype',
  channel: '渠道 来源渠道 发布渠道 宣传渠道 投诉渠道 传播渠道 channel source',
  title: '标题 题目 主题 文章标题 广告标题 工单标题 title subject headline',
  name: '姓名 投诉人 举报人 投诉人姓名 举报人姓名 投诉举报人 反映人 来电人 诉求人 联系人 消费者 消费者姓名 当事人姓名 提供方 name complainant reporter caller consumer contact',
  phone:
    '电话 手机 手机号 手机号码 电话号码 联系电话 联系方式 联系手机 投诉人电话 举报人电话 投诉人手机 投诉人联系方式 投诉人联系电话 举报人联系电话 反映人电话 来电号码 来电电话 主叫号码 phone mobile tel telephone phonenumber contactnumber',
  identity:
    '身份证 身份证号 身份证号码 证件号 证件号码 证件类型 投诉人证件号 投诉人身份证号 住址 家庭住址 联系地址 投诉人地址 投诉人住址 通讯地址 通信地址 邮箱 电子邮箱 电子邮件 微信 微信号 qq 性别 年龄 出生日期 银行卡号 ' +
    'idcard idnumber address email wechat gender sex age birthday',
}

const MEANINGS: ReadonlyMap<string, SheetField | 'identity'> = new Map(
  [...SHEET_FIELDS, 'identity' as const].flatMap((field) =>
    HEADINGS[field].split(' ').map((heading) => [heading, field] as const),
  ),
)

/** A heading longer than this is a sentence. */
const LONGEST_HEADING = 20

function meaningOf(heading: string): ColumnMeaning {
  const bare = heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/g, '')
    .replace(/[\s*:_.\-/\u200b\ufeff]/g, '')
  return bare.length > LONGEST_HEADING ? undefined : MEANINGS.get(bare)
}
