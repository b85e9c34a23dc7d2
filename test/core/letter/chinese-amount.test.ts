import { expect } from 'chai'
import fc from 'fast-check'
import { amountInFigures, chineseAmount } from '../../../src/core/letter/chinese-amount.ts'

describe('an amount in capitals', () => {
  for (const [fen, words] of [
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角整'],
    [105, '人民币壹元零伍分'],
    [150, '人民币壹元伍角整'],
    [1_000, '人民币壹拾元整'],
    [10_100, '人民币壹佰零壹元整'],
    [100_100, '人民币壹仟零壹元整'],
    [3_000_000, '人民币叁万元整'],
    [3_005_000, '人民币叁万零伍拾元整'],
    [100_000_000, '人民币壹佰万元整'],
    [1_000_001_000, '人民币壹仟万零壹拾元整'],
    [10_000_000_000, '人民币壹亿元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [10_050_000_000, '人民币壹亿零伍拾万元整'],
    [108_000_056, '人民币壹佰零捌万元伍角陆分'],
  ] as const)
    it(`writes ${fen} fen as ${words}`, () => expect(chineseAmount(fen)).to.equal(words))

  it('can be read back, whatever the amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        expect(readCapitals(chineseAmount(fen))).to.equal(fen)
      }),
    )
  })

  it('never says zero twice in a row and ends in 整 or 分', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (fen) => {
        const words = chineseAmount(fen)
        expect(words).not.to.include('零零')
        expect(words).to.match(/[整分]$/)
      }),
    )
  })

  it('refuses what is no amount', () => {
    for (const fen of [-1, 0.5, Number.NaN, 1e14]) expect(() => chineseAmount(fen)).to.throw(RangeError)
  })

  it('writes figures with thousands and cents', () => expect(amountInFigures(108_000_056)).to.equal('1,080,000.56元'))
})

/** Another way round: each figure times its place, each group times its own. */
function readCapitals(words: string): number {
  const [, yuan = '', rest = ''] = /^人民币(?:(.*)元)?(.*?)整?$/.exec(words)!
  const digit = (character: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(character)
  const group = (four: string) => {
    let sum = 0
    for (const [, figure, place] of four.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟]?)/g))
      sum += digit(figure!) * { '': 1, 拾: 10, 佰: 100, 仟: 1000 }[place as '' | '拾' | '佰' | '仟']
    return sum
  }
  const [, hundredMillions = '', tenThousands = '', ones = ''] = /^(?:(.*)亿)?(?:(.*)万)?(.*)$/.exec(yuan)!
  const whole = group(hundredMillions) * 1e8 + group(tenThousands) * 1e4 + group(ones)
  const part = (unit: string) => digit(new RegExp(`([壹贰叁肆伍陆柒捌玖])${unit}`).exec(rest)?.[1] ?? '零')
  return whole * 100 + part('角') * 10 + part('分')
}
