import { expect } from 'chai'
import fc from 'fast-check'
import { readFacts } from '../../../src/core/extract/extract.ts'
import { maskedText } from '../../../src/core/intake/masked.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { shipped } from '../../support/rulebook.ts'

describe('a paper masked for learning', () => {
  const masked = (text: string) => {
    const clean = normalise(text, shipped.targets)
    return maskedText(clean, readFacts(clean).facts)
  }
  /** Digits of any script brought together, whatever stands between them. */
  const digitsOf = (text: string) => text.normalize('NFKC').replace(/[^\p{Nd}a-zA-Z\p{Script=Han}]+/gu, '')

  it('keeps the offer and loses who makes it, who asks, and how to reach and pay them', () => {
    const text =
      '投诉人：王秀兰，身份证11010519491231002X，家住海棠市椰林路88号3栋1204室，电话138 0000 1234。' +
      '听涛候鸟养老服务有限公司收款账号6222 0212 3456 7890 123，加微信tingtao_888，存3万元每年返2400元。'
    const kept = masked(text)
    for (const gone of ['王秀兰', '110105', '椰林路88号', '1204', '138', '听涛候鸟', '6222', 'tingtao'])
      expect(kept, gone).not.to.include(gone)
    expect(kept).to.include('存3万元每年返2400元')
    expect(kept).to.include('投诉人')
  })

  const MARKS = ['', ' ', '-', '·', '.', '*', '_', '\u200b', '－', ' - ']
  const WIDTHS: ((digit: number) => string)[] = [
    (digit) => String(digit),
    (digit) => String.fromCharCode(0xff10 + digit),
    (digit) => '零一二三四五六七八九'[digit]!,
    (digit) => '〇壹贰叁肆伍陆柒捌玖'[digit]!,
    (digit) => String.fromCodePoint(0x1d7ce + digit),
    (digit) => (digit === 0 ? '⓪' : String.fromCodePoint(0x2460 + digit - 1)),
  ]
  const digit = fc.integer({ min: 0, max: 9 })
  const written = (digits: readonly number[]) =>
    fc
      .tuple(fc.constantFrom(...MARKS), fc.array(fc.constantFrom(...WIDTHS), { minLength: 1, maxLength: 3 }))
      .map(([mark, widths]) => digits.map((value, i) => widths[i % widths.length]!(value)).join(mark))
  const numberOf = (least: number, most: number) =>
    fc.array(digit, { minLength: least, maxLength: most }).map((rest) => rest)
  const asIs = (text: string) => digitsOf(text).replace(/[零〇一二三四五六七八九壹贰叁肆伍陆柒捌玖]/g, '0')

  it('holds no mobile number, in any digits and however spaced', () => {
    const mobile = numberOf(9, 9).map((rest) => [1, 3, ...rest])
    fc.assert(
      fc.property(
        mobile.chain(written),
        fc.constantFrom('请拨', '电话：', '联系老李', '微信同号 '),
        fc.constantFrom('。', '（同微信）', '，早九点到晚八点', ' 转2'),
        (number, before, after) => {
          expect(asIs(masked(`海边小院过冬${before}${number}${after}`))).not.to.match(/\d{11}/)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('holds no identity number and no bank card', () => {
    fc.assert(
      fc.property(numberOf(16, 19).chain(written), fc.constantFrom('卡号', '身份证', '户头 ', ''), (number, before) => {
        expect(asIs(masked(`请汇到${before}${number}，备注姓名`))).not.to.match(/\d{11}/)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves prices, rates, days and years as they are', () => {
    const text = '每月2680元，押一付三，2026年5月1日起住满三十天，年化百分之八，满3年返还本金'
    expect(masked(text)).to.equal(normalise(text, shipped.targets).text)
  })
})
