import { expect } from 'chai'
import { normalise } from '../../../src/core/normalise/normalise.ts'

describe('figures in words', () => {
  const READ: [string, string][] = [
    ['免费游,①分钱不用掏', '免费游,一分钱不用掏'],
    ['到期①分不会少', '到期一分不会少'],
    ['①次性交清，①律不退', '一次性交清，一律不退'],
    ['全省惟①', '全省惟一'],
    ['①文不少送回', '一文不少送回'],
    ['〇风险，⓪风险', '零风险，零风险'],
  ]
  for (const [written, read] of READ)
    it(`${written} reads ${read}`, () => {
      const clean = normalise(written)
      expect(clean.text).to.equal(read)
      expect(new Set(clean.disguises.map(({ kind }) => kind))).to.deep.equal(new Set(['styled_digit']))
    })

  for (const written of [
    '①分户计量',
    '①分不清真假',
    '①分没有',
    '二〇〇风险点',
    '①分期付款',
    '①文件齐全',
    '二〇二六年',
    '①律师函',
    '①次日退房',
    '①唯一',
  ]) {
    it(`${written} stays`, () => {
      expect(normalise(written).text).to.equal(written)
    })
  }
})
