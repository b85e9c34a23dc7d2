import { expect } from 'chai'
import fc from 'fast-check'
import { passesLuhn } from '../../../src/core/extract/account.ts'
import { extract } from '../../../src/core/extract/extract.ts'
import { isCreditCode } from '../../../src/core/extract/licence.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'
import { factsOf, valuesOf } from './support.ts'

describe('contacts', () => {
  it('reads telephones however they are spaced', () => {
    expect(valuesOf('请拨13800138000或138-0013-8000', 'phone')).to.deep.equal(['13800138000', '13800138000'])
    expect(valuesOf('热线400-800-1234，0431-88886666', 'phone')).to.deep.equal(['4008001234', '043188886666'])
    expect(valuesOf('编号2138001380001', 'phone')).to.deep.equal([])
  })

  it('reads a telephone in circled digits', () => {
    expect(valuesOf('电话①③⑧⓪⓪①③⑧⓪⓪⓪', 'phone')).to.deep.equal(['13800138000'])
  })

  it('reads a telephone spelt in characters or spaced out', () => {
    expect(valuesOf('电话：壹叁捌零零壹叁捌零零零', 'phone')).to.deep.equal(['13800138000'])
    expect(valuesOf('手机 1 3 8 0 0 1 3 8 0 0 0', 'phone')).to.deep.equal(['13800138000'])
  })

  it('reads WeChat and QQ', () => {
    expect(valuesOf('微信号：lvju_12345', 'wechat')).to.deep.equal(['lvju_12345'])
    expect(valuesOf('加V：abc12345', 'wechat')).to.deep.equal(['abc12345'])
    expect(valuesOf('QQ群：123456789', 'qq')).to.deep.equal(['123456789'])
  })

  it('reads addresses written, and those behind words of a page', () => {
    expect(valuesOf('详见 https://example.com/a?b=1。', 'link')).to.deep.equal(['https://example.com/a?b=1'])
    const text = '立即预订'
    const facts = extract(normalise(text), [{ href: 'https://example.com/pay', span: { start: 0, end: 4 } }])
    expect(facts.find((fact) => fact.type === 'link')).to.include({
      value: 'https://example.com/pay',
      quote: '立即预订',
      role: 'behind',
    })
  })
})

describe('accounts', () => {
  it('keeps bank cards that pass the Luhn check', () => {
    // 622202000000000000 needs check digit 3 by Luhn's sum.
    const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => `622202000000000000${last}`).find(passesLuhn)!
    expect(factsOf(`汇至${digits}`, 'account')[0]).to.include({ value: digits, role: 'bank_card' })
    const wrong = digits.slice(0, -1) + ((Number(digits.at(-1)) + 1) % 10)
    expect(valuesOf(`汇至${wrong}`, 'account')).to.deep.equal([])
  })

  it('keeps no identity number', () => {
    expect(valuesOf('身份证11010519491231002X', 'account')).to.deep.equal([])
  })

  it('are read where they are named, from eight digits on', () => {
    expect(valuesOf('账号：1234 5678', 'account')).to.deep.equal(['12345678'])
    expect(valuesOf('账号：1234 567', 'account')).to.deep.equal([])
  })
})

describe('licences', () => {
  it('checks the last character of a unified social credit code', () => {
    const body = '91220101MA0EXAMP1'.replace('O', '0')
    const code = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'].map((last) => body + last).find(isCreditCode)!
    expect(isCreditCode(code)).to.equal(true)
    expect(factsOf(`统一社会信用代码：${code}`, 'licence')[0]).to.include({ value: code, role: 'credit_code' })
    const other = [...'0123456789'].map((last) => body + last).find((candidate) => candidate !== code)!
    expect(isCreditCode(other)).to.equal(false)
  })

  it('marks a number that breaks the form of its sort', () => {
    const marks = (text: string) => factsOf(text, 'licence').map((fact) => fact.malformed === true)
    expect(marks('许可证编号：L-JL-CJ00123')).to.deep.equal([false])
    expect(marks('许可证编号：L-QQ-CJ0012')).to.deep.equal([true])
    expect(marks('国食健注G20160123')).to.deep.equal([false])
    expect(marks('国食健注20160')).to.deep.equal([true])
    expect(marks('京医广【2024】第01-02-03号')).to.deep.equal([false])
    expect(marks('京医广【2024】第12号')).to.deep.equal([true])
    // The 18th character of 91350211M000100Y43 is 3 by the weighted sum of GB 32100-2015.
    expect(marks('统一社会信用代码：91350211M000100Y44')).to.deep.equal([true])
  })

  it('reads a travel agency licence', () => {
    expect(factsOf('许可证编号：L-JL-CJ00123', 'licence')[0]).to.include({ role: 'travel_agency' })
  })
})

describe('parties, dates, places', () => {
  it('reads parties with their roles', () => {
    const facts = factsOf('甲方（服务方）：示例康养服务有限公司\n乙方：王某某', 'party')
    expect(facts.map((fact) => [fact.value, fact.role])).to.deep.equal([
      ['示例康养服务有限公司', 'party_a'],
      ['王某某', 'party_b'],
    ])
  })

  it('reads an enterprise in running text', () => {
    expect(valuesOf('我母亲在候鸟示例旅居服务有限公司办卡', 'party')).to.deep.equal(['候鸟示例旅居服务有限公司'])
  })

  it('reads days that exist', () => {
    expect(valuesOf('2024年5月1日签订，2024-02-30，二〇二六年十月十五日', 'date')).to.deep.equal([
      '2024-05-01',
      '2026-10-15',
    ])
  })

  it('reads places by code, once each', () => {
    expect(valuesOf('三亚、威海、三亚，大理石地面', 'place')).to.deep.equal(['460200', '371000'])
  })
})

describe('every fact', () => {
  it('quotes the original at its own place, however disguised', () => {
    const targets = buildTargets(['保本', '返利', '年化', '高收益'])
    const piece = fc.constantFrom(
      '投１０萬',
      '月*返2000元',
      '年化①②%',
      '押\u200b金3万元',
      '床位费每月2000元',
      '。',
      '\n',
      '三年翻一番本金',
      '13800138000',
      '微信：abc_12345',
      '甲方：某某公司',
      '\ufffd',
      '保(bǎo)本',
      '😀',
      '2024年5月1日',
      '三亚',
      '每年领取5000元',
      '推荐一人奖500元',
      '核定床位200张',
      '八折',
      '分3期，每期2万元',
      '荣获十佳养老机构',
      '国医大师张某某推荐',
      '民政部指定',
      '入门费3800元',
      '三年后按原价的130%回购',
      '一次性预付24个月服务费',
      '\ud800',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('')
        for (const fact of extract(normalise(text, targets))) {
          expect(text.slice(fact.start, fact.end)).to.equal(fact.quote)
          for (const part of fact.parts ?? []) expect(part.start).to.be.within(fact.start, part.end)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('records disguises as facts', () => {
    const facts = extract(normalise('我们保*本', buildTargets(['保本']))).filter((fact) => fact.type === 'disguise')
    expect(facts.map((fact) => [fact.value, fact.quote])).to.deep.equal([['inserted_mark', '*']])
  })
})
