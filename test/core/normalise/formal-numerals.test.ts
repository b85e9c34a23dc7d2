import { expect } from 'chai'
import fc from 'fast-check'
import { normalise } from '../../../src/core/normalise/normalise.ts'

const plain = (text: string) => normalise(text).text

describe('formal figures', () => {
  const READ: [string, string][] = [
    ['拾萬', '十万'],
    ['月月给捌佰', '月月给八百'],
    ['伍萬柒仟圆整', '五万七千圆整'],
    ['壹拾贰万叁仟肆佰伍拾陆元', '一十二万三千四百五十六元'],
    ['①仟捌', '1千八'],
    ['一次给③佰', '一次给3百'],
    ['给⑤拾元', '给5十元'],
    ['壹Ｗ陆仟捌', '一W六千八'],
    ['第壹', '第一'],
    ['百分之贰', '百分之二'],
    ['月息一分伍', '月息一分五'],
    ['佰分之壹', '百分之一'],
    ['叁年期满壹次还给', '三年期满一次还给'],
    ['年息壹成', '年息一成'],
    ['陆个月', '六个月'],
    ['百分之贰拾', '百分之二十'],
    ['百分之拾捌', '百分之十八'],
    ['第拾伍条', '第十五条'],
    ['每月补贴陆陆陆', '每月补贴六六六'],
  ]
  for (const [written, read] of READ)
    it(`${written} reads ${read}`, () => {
      expect(plain(written)).to.equal(read)
    })

  const STAYS = [
    '大陆三省',
    '退伍十年',
    '收拾一下',
    '俯拾百物',
    '陆先生',
    '伍阿姨',
    '壹号院',
    '壹基金',
    '陆年',
    '拾金不昧',
    '内陆一万里',
    '被告人陆1某',
    '重拾两样',
    '捌佰里旅居有限公司',
    '亿佰仟置业',
    '玖玖归一养老院',
    '陆捌捌健康',
    '陆一鸣说',
    '伍千里路',
    '放肆十年',
    '拾万里山河',
  ]
  for (const written of STAYS)
    it(`${written} stays`, () => {
      expect(plain(written)).to.equal(written)
    })

  it('are no disguise, and keep their places', () => {
    const clean = normalise('交伍万元，到期退伍万元')
    expect(clean.text).to.equal('交五万元，到期退五万元')
    expect(clean.disguises).to.deep.equal([])
    const at = clean.text.lastIndexOf('五')
    expect([clean.starts[at], clean.ends[at]]).to.deep.equal([8, 9])
  })

  it('read as the plain ones of the same amount, wherever an amount stands', () => {
    const amount = fc.integer({ min: 10, max: 99_999_999 })
    const place = fc.constantFrom(
      '交%元',
      '人民币（大写）%元整',
      '每月返%块，住不住都返',
      '百分之%',
      '共%人',
      '借%，年底还',
    )
    fc.assert(
      fc.property(amount, place, (value, sentence) => {
        expect(plain(sentence.replace('%', written(value, FORMAL)))).to.equal(
          sentence.replace('%', written(value, PLAIN)),
        )
      }),
    )
  })
})

const [PLAIN, FORMAL] = ['一二三四五六七八九十百千', '壹贰叁肆伍陆柒捌玖拾佰仟']

/** 20,305 as 二万零三百零五, each digit with its scale, in the characters given. */
function written(value: number, characters: string): string {
  const [high, low] = [Math.floor(value / 10_000), value % 10_000]
  const four = (part: number) => {
    let text = ''
    let isGap = false
    for (let scale = 3; scale >= 0; scale--) {
      const digit = Math.floor(part / 10 ** scale) % 10
      if (digit === 0) isGap ||= text !== ''
      else {
        if (isGap) text += '零'
        isGap = false
        text += characters[digit - 1]! + (scale === 0 ? '' : characters[8 + scale]!)
      }
    }
    return text
  }
  if (high === 0) return four(low)
  const gap = low > 0 && low < 1000 ? '零' : ''
  return `${four(high)}万${gap}${four(low)}`
}
