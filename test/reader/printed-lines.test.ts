import { expect } from 'chai'
import { withoutPrintedLines } from '../../src/reader/printed-lines.ts'

describe('lines of a printed page', () => {
  it('joins a paragraph cut at the margin, so that a word broken there is a word again', () => {
    const page =
      '本中心承诺会员卡到期之日全额退还本金,另按年化收\n益百分之十二支付回报\uff0c详情请向服务台咨询\uff0c以上内\n容长期有效。'
    expect(withoutPrintedLines(page)).to.equal(page.replaceAll('\n', ''))
  })

  it('runs on after a full-width comma at the margin', () => {
    const page = '本中心承诺会员卡到期之日全额退还本金并按年化收益支付\uff0c\n详情请向服务台咨询。'
    expect(withoutPrintedLines(page)).to.equal(page.replace('\n', ''))
  })

  it('leaves headings, list items and a line ending in a full stop apart', () => {
    const page =
      '会员须知\n一、会员卡到期之日全额退还本金并且另行支付回报金\n二、会员须在入住之前向服务台交清全部押金及其他费\n第三条 本须知由中心解释并对全体会员长期具有约束力。\n落款'
    expect(withoutPrintedLines(page)).to.equal(page)
  })

  it('leaves rows of a table apart, however long', () => {
    const page =
      '哈尔滨松岚基地 十五天 二千九百八十元 双人标间含三餐\n伊春云杉林场基地 十五天 二千七百八十元 森林氧吧含早\n黑河基地\t十天\t二千一百八十元\t江边一日游含接送晚餐'
    expect(withoutPrintedLines(page)).to.equal(page)
  })

  it('joins a quotation broken in a narrow cell', () => {
    expect(withoutPrintedLines('“每月领补贴,到期退本\n金” 真相是没有')).to.equal('“每月领补贴,到期退本金” 真相是没有')
  })

  it('closes up characters set wide apart', () => {
    expect(withoutPrintedLines('名 额 有 限 先 到 先 得\n甲 方 乙 方')).to.equal('名额有限先到先得\n甲 方 乙 方')
  })

  it('keeps the blank between words of Latin script', () => {
    const page =
      'The centre promises every member a return of twelve per cent,\nguaranteed by the company until the day of maturity.'
    expect(withoutPrintedLines(page)).to.equal(page.replace('\n', ' '))
  })

  it('take any number of lines', () => {
    const page = '保本。\n'.repeat(300_000)
    expect(withoutPrintedLines(page) === page).to.equal(true)
  })
})
