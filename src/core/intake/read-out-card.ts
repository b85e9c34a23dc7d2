import type { Due, Said } from '../clock/clock.ts'
import { dueOf } from '../clock/due.ts'
import type { Procedure } from '../procedure/move.ts'
import type { MissingElement } from './missing-elements.ts'

/** What is read out to the caller before the line is closed. It tells what will be done and by when, and judges nobody. */
export interface ReadOutCard {
  receipts: { of: 'complaint' | 'report'; number: string }[]
  /** The next steps, each with the last day for it where it can be told. */
  steps: CardStep[]
  /** To be sent in. */
  toSend: Said[]
  /** What she may do besides (消保法 art. 39). */
  remedies: Said[]
  keep: Said[]
  danger: Said[]
}

export interface CardStep {
  of: 'complaint' | 'report'
  said: Said
  due: string | null
  /** How the day was counted. */
  explain: Said[]
}

export interface CardMatter {
  of: 'complaint' | 'report'
  number: string
  /** Receipt by the competent bureau; null while it is not there yet. */
  receivedAt: string | null
}

/**
 * The card of a call. T01 and T06 count from receipt by the competent bureau, not from the call.
 * @param missing what the caller was asked to send
 */
export function readOutCard(
  procedure: Procedure,
  matters: readonly CardMatter[],
  missing: readonly MissingElement[],
): ReadOutCard {
  const secrecy = matters.some(({ of }) => of === 'complaint') ? SECRECY_BUT_FOR_MEDIATION : SECRECY
  return {
    receipts: matters.map(({ of, number }) => ({ of, number })),
    steps: matters.map((matter) =>
      matter.of === 'complaint' ? ofComplaint(procedure, matter) : ofReport(procedure, matter, secrecy),
    ),
    toSend: missing.filter(({ isRequired }) => isRequired).map(({ title }) => title),
    remedies: matters.some(({ of }) => of === 'complaint') ? REMEDIES : [],
    keep: KEEP,
    danger: DANGER,
  }
}

/** Every word of the card, for whoever has to check them. */
export function wordsOf(card: ReadOutCard): Said[] {
  return [
    ...card.steps.flatMap(({ said, explain }) => [said, ...explain]),
    ...card.toSend,
    ...card.remedies,
    ...card.keep,
    ...card.danger,
  ]
}

function ofComplaint(procedure: Procedure, { receivedAt }: CardMatter): CardStep {
  if (receivedAt === null) return { of: 'complaint', said: COMPLAINT_ON_ITS_WAY, due: null, explain: [] }
  const { due, explain } = counted(procedure, 'T01', receivedAt)
  return {
    of: 'complaint',
    due,
    explain,
    said:
      due === null
        ? COMPLAINT_UNCOUNTED
        : {
            zh: `是否受理您的投诉，最迟${spoken(due)}告诉您。受理后由我们组织双方调解。`,
            en: `Whether your complaint is accepted you will be told by ${due}. Then we bring both sides together.`,
          },
  }
}

function ofReport(procedure: Procedure, { receivedAt }: CardMatter, secrecy: Said): CardStep {
  const kept = (said: Said): Said => ({ zh: `${said.zh}${secrecy.zh}`, en: `${said.en} ${secrecy.en}` })
  if (receivedAt === null) return { of: 'report', said: kept(REPORT_ON_ITS_WAY), due: null, explain: [] }
  const { due, explain } = counted(procedure, 'T06', receivedAt)
  return {
    of: 'report',
    due,
    explain,
    said: kept(
      due === null
        ? REPORT_UNCOUNTED
        : {
            zh: `您反映的线索我们会去核查，最迟${spoken(due)}决定是否立案，依法可以延长一次。`,
            en: `What you tell us is checked; by ${due} we decide whether to open a case; the law allows one extension.`,
          },
    ),
  }
}

function counted(procedure: Procedure, clock: 'T01' | 'T06', receivedAt: string): Pick<Due, 'due' | 'explain'> {
  const { due, explain } = dueOf(procedure.clocks[clock]!, receivedAt, [], procedure.calendar)
  // The consequences are for officers; the first lines are the count.
  return { due, explain: explain.slice(0, 2) }
}

/** 10月9日, as it is said on the telephone. */
function spoken(day: string): string {
  const [, month, date] = day.split('-').map(Number)
  return `${month}月${date}日`
}

const COMPLAINT_ON_ITS_WAY: Said = {
  zh: '您的投诉会转到有管辖权的市场监管部门。自该部门收到之日起七个工作日内，决定是否受理并告诉您。',
  en: 'Your complaint goes to the competent bureau. Within seven working days of receiving it the bureau decides on acceptance and tells you.',
}
const COMPLAINT_UNCOUNTED: Said = {
  zh: '自市场监管部门收到之日起七个工作日内，决定是否受理并告诉您。',
  en: 'Within seven working days of receipt the bureau decides on acceptance and tells you.',
}
const REPORT_ON_ITS_WAY: Said = {
  zh: '您反映的线索会转到有管辖权的市场监管部门核查。',
  en: 'What you tell us goes to the competent bureau to be checked.',
}
const REPORT_UNCOUNTED: Said = {
  zh: '自市场监管部门收到之日起十五个工作日内核查并决定是否立案，依法可以延长一次。',
  en: 'Within fifteen working days of receipt the bureau checks and decides whether to open a case; the law allows one extension.',
}

const SECRECY: Said = { zh: '您的姓名和电话不会告诉对方。', en: 'Your name and number stay with us.' }

/** Who complains as well cannot stay unknown to the seller: what mediation needs may be told (令121 art. 37). */
const SECRECY_BUT_FOR_MEDIATION: Said = {
  zh: '举报人的信息依法保密；只有组织调解必需的信息，才会在调解您的投诉时告诉对方。',
  en: 'Who reports is kept secret by law; the seller is told only what mediation of your complaint needs.',
}

/** 消保法 art. 39: five ways, of which the complaint is one. */
const REMEDIES: Said[] = [
  { zh: '您也可以和商家协商和解', en: 'You may also come to terms with the seller' },
  { zh: '可以请消费者协会等组织调解', en: 'You may ask the consumers’ association to mediate' },
  { zh: '合同里有仲裁约定的，可以申请仲裁', en: 'Where the contract provides for it you may go to arbitration' },
  { zh: '可以向人民法院起诉', en: 'You may go to court' },
]

const KEEP: Said[] = [
  {
    zh: '合同、收据、转账记录、聊天记录和宣传单请都留好，原件不要交给对方',
    en: 'Keep contract, receipts, transfer slips, chats and flyers; hand no original to the seller',
  },
  {
    zh: '事情弄清楚之前，先不要再付款，也不要签新的协议',
    en: 'Until things are clear, pay nothing more and sign nothing new',
  },
]

const DANGER: Said[] = [
  {
    zh: '有人正在催您转账、上门收钱、不让您离开或者威胁您，请马上拨打110',
    en: 'If anybody presses you to transfer money now, comes to collect it, keeps you from leaving or threatens you, dial 110 at once',
  },
  {
    zh: '钱刚刚转出去的，也请马上拨打110并联系银行',
    en: 'If money left your account just now, dial 110 and call your bank at once',
  },
  { zh: '有人受伤或者发病，请拨打120', en: 'If somebody is hurt or ill, dial 120' },
]
