import { expect } from 'chai'
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
})
