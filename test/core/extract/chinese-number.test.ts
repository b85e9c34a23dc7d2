import { expect } from 'chai'
import fc from 'fast-check'
import { numerals, readNumber } from '../../../src/core/extract/chinese-number.ts'

const CASES: [string, number][] = [
  ['12.5', 12.5],
  ['100,000', 100_000],
  ['1.5万', 15_000],
  ['1.13万', 11_300],
  ['1w', 10_000],
  ['5k', 5_000],
  ['3万5', 35_000],
  ['1万2000', 12_000],
  ['3万5千', 35_000],
  ['十', 10],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['一百五', 150],
  ['三千五', 3_500],
  ['一万五', 15_000],
  ['一万零五', 10_005],
  ['两万三千', 23_000],
  ['壹拾万', 100_000],
  ['贰拾叁万伍仟', 235_000],
  ['十来万', 100_000],
  ['三四万', 30_000],
  ['一亿二千万', 120_000_000],
  ['三亿', 300_000_000],
  ['二〇二四', 2024],
  ['一点五', 1.5],
  ['廿五', 25],
  ['5000万', 50_000_000],
]

describe('numbers', () => {
  for (const [written, value] of CASES) {
    it(`reads ${written} as ${value}`, () => expect(readNumber(written)).to.equal(value))
  }

  it('finds each number in running text', () => {
    expect(numerals('投10万月返2000，三年后返壹拾伍万').map((numeral) => numeral.value)).to.deep.equal([
      100_000, 2000, 3, 150_000,
    ])
  })

  it('marks round figures as approximate', () => {
    expect(numerals('十来万、5万多、三四万').map((numeral) => numeral.approximate)).to.deep.equal([true, true, true])
  })

  it('reads digits with a point or a unit alike by themselves and in running text', () => {
    const digits = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength })
    const written = fc
      .tuple(digits(15), fc.option(digits(8), { nil: undefined }), fc.constantFrom('', ...'十百千万亿'))
      .map(([whole, decimals, unit]) => `${whole}${decimals === undefined ? '' : `.${decimals}`}${unit}`)
    fc.assert(
      fc.property(written, (number) => {
        const [found, ...others] = numerals(`共${number}元`)
        expect(others).to.deep.equal([])
        expect(found).to.deep.equal({
          start: 1,
          end: 1 + number.length,
          value: readNumber(number),
          approximate: false,
          large: /[万亿]/.test(number),
        })
      }),
    )
  })
})
