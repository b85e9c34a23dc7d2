import { newId } from '../../src/store/id.ts'

/** The form of a call as typed: a daughter for her mother, complaint and report in one; every field can be changed. */
export function aCallForm(over: Record<string, string> = {}): Record<string, string> {
  return {
    caller_name: '林小雨',
    caller_phone: '139 0000-0001',
    relation: 'child',
    authority: 'seen',
    complainant_name: '林桂香',
    complainant_address: '沙洲路1号',
    payer: 'complainant',
    seller_name: '听潮旅居服务有限公司',
    story: '我妈林桂香今年三月交了房费，到了基地不给安排入住。请求退还房费。另外他们虚假宣传，请依法查处。',
    happened_on: '2026-03-02',
    known_on: '2026-04-20',
    paid: '1.28万',
    paid_by: 'transfer',
    paid_for: 'service',
    requests: 'refund',
    asks: '退还房费',
    ...over,
  }
}

export function aCallId(): string {
  return newId()
}
