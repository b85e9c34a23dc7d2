import { type Sieved, sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

/** 微信号, 加V, vx, wx and the ways around the word; the identifier may be a telephone number. */
const WECHAT = sieved(
  /(?:微信|薇信|威信|徽信|维信|卫星号|加[vV薇威]|(?<![A-Za-z])(?:wechat|weixin|vx|wx|VX|WX|WeChat|Vx|Wx|V信|v信))(?:号|同号|客服)?[:： ]{0,3}([a-zA-Z][-_a-zA-Z0-9]{5,19}|1[3-9]\d{9})(?![-_a-zA-Z0-9])/g,
)
const QQ = sieved(/(?<![A-Za-z])(?:[qQ]{2}|扣扣|企鹅号)(?:群|号|群号)?[:： ]{0,3}([1-9]\d{4,10})(?!\d)/g)

/** Without these it has nothing to read. */
export const WECHAT_SIGNS = [WECHAT]
export const QQ_SIGNS = [QQ]

/** WeChat identifiers named as such. */
export function wechats(reading: Reading): Fact[] {
  return named(reading, 'wechat', WECHAT)
}

/** QQ numbers and groups. */
export function qqs(reading: Reading): Fact[] {
  return named(reading, 'qq', QQ)
}

function named(reading: Reading, type: 'wechat' | 'qq', pattern: Sieved): Fact[] {
  return [...reading.sieve.all(pattern)].map((match) => {
    const end = match.index + match[0].length
    return factAt(reading.clean, end - match[1]!.length, end, { type, value: match[1]!, unit: '' })
  })
}
