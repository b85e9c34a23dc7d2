import { covers } from '../access/viewer.ts'
import type { Call } from './call.ts'
import type { Given } from './envelope.ts'
import { withoutPeople } from './without-people.ts'

/** The call as a paper: what the path reads and the file keeps. It names no caller, complainant or payer; those are identities. */
export function callNote(call: Call): string {
  const { seller } = call
  const lines = [
    line('被投诉（举报）人', seller.name),
    line('统一社会信用代码', seller.code),
    line('对方电话', seller.phone),
    line('对方地址', seller.address),
    line('发生日期', call.happenedOn),
    line('付款', payment(call)),
    line('请求', call.asks),
    line('请求金额', call.askedFen === undefined ? undefined : yuan(call.askedFen)),
  ].flatMap((one) => one ?? [])
  return withoutPeople(call, [call.story.trim(), ...lines].filter((one) => one !== '').join('\n'))
}

/**
 * What the note of a call is given. The seller's place decides who handles a complaint (投诉举报处理办法第十三条), the place of the act who may punish
 * (行政处罚法第二十二条): the region that handles it counts as the latter only where the call says that the act took place there.
 */
export function givenOfCall(call: Call, region: string): Given {
  const isSaidHere = call.happenedIn !== undefined && covers(region, call.happenedIn)
  return {
    kind: call.wants === 'report' ? 'report' : 'complaint',
    region,
    ...(!isSaidHere && { regionAssumed: true }),
    ...(call.happenedOn !== undefined && { date: call.happenedOn }),
    ...(call.channel !== undefined && { channel: call.channel }),
  }
}

function line(label: string, words: string | undefined): string | undefined {
  return words === undefined || words.trim() === '' ? undefined : `${label}：${words.trim()}`
}

function payment({ paidFen, paidOn, paidBy }: Call): string | undefined {
  const parts = [
    paidOn,
    paidFen === undefined ? undefined : yuan(paidFen),
    paidBy === undefined ? undefined : HOW[paidBy],
  ]
  const said = parts.filter((part) => part !== undefined)
  return said.length > 0 ? said.join('，') : undefined
}

function yuan(fen: number): string {
  return `${fen % 100 === 0 ? fen / 100 : (fen / 100).toFixed(2)}元`
}

const HOW: Readonly<Record<NonNullable<Call['paidBy']>, string>> = {
  transfer: '银行转账',
  card: '刷卡',
  scan: '扫码支付',
  cash: '现金',
  personal_account: '转入个人账户',
  other: '其他方式',
}
