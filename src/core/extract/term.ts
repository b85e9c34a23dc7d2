import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const BEFORE =
  /(?:期限|为期|合同期|协议期|服务期|锁定期?|封闭期?|有效期|租期|周期|投资期|存期|定存|签约|签订|满|存|投|持有|连续|合作期|会员期|每期|存续期|质保期)(?:[限为是共了：:]|均|(?:自|从)[^，。；]{0,10}起(?:算|计)?)*[ ]?$/
const AFTER = /^(?:期|后(?:到期|返|退|还|可|全|连|本|赎|回)|到期|起投|合同|锁定|封闭|内不得|不得(?:提|退|赎))/

/** How long money or a contract is bound, in months: 三年期, 期限12个月, 锁定期1年, 满一年后返. */
export function terms(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  for (const duration of reading.durations) {
    if (duration.ordinal || duration.months <= 0) continue
    const before = text.slice(Math.max(0, duration.start - 16), duration.start)
    const after = text.slice(duration.end, duration.end + 6)
    if (!duration.named && !BEFORE.test(before) && !AFTER.test(after)) continue
    facts.push(factAt(clean, duration.start, duration.end, { type: 'term', value: duration.months, unit: 'month' }))
  }
  return facts
}
