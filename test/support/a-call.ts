import type { Call } from '../../src/core/intake/call.ts'

/** A daughter who complains for her mother, with everything the law wants told; every part can be changed. */
export function aCall(over: Partial<Call> = {}): Call {
  return {
    wants: 'complaint',
    isAnonymous: false,
    relation: 'child',
    authority: 'seen',
    hasCapacityDoubt: false,
    payer: 'complainant',
    people: {
      caller: { name: '林小雨', phone: '13900000001' },
      complainant: { name: '林老太', address: '沙洲路1号' },
    },
    seller: { name: '听潮旅居服务有限公司', region: '440300' },
    story: '今年三月交了房费，到了基地不给安排入住，要求退还。',
    happenedOn: '2026-03-02',
    knownOn: '2026-04-20',
    paidFen: 1_280_000,
    paidOn: '2026-03-02',
    paidBy: 'transfer',
    paidFor: 'service',
    requests: ['refund'],
    asks: '退还房费',
    isAboutAdvertising: false,
    ...over,
  }
}
