import { expect } from 'chai'
import { fillLetter } from '../../../src/core/letter/fill.ts'
import { linesOf, textOf } from '../../../src/core/letter/laid-letter.ts'
import type { LetterFacts } from '../../../src/core/letter/sources.ts'
import { aFilledLetter, aTemplate, factsFor, LETTER_DAY, noConfirmations } from '../../support/letters.ts'

describe('what the law wants in a letter', () => {
  const textFor = (type: string, over: LetterFacts = {}) =>
    linesOf(aFilledLetter(type, over).letter).map(textOf).join('\n')
  const lacking = (type: string, ...absent: string[]) => {
    const facts = Object.fromEntries(Object.entries(factsFor(type)).filter(([path]) => !absent.includes(path)))
    return fillLetter(aTemplate(type), facts, LETTER_DAY, noConfirmations).lacks.map(({ path }) => path)
  }

  it('a form for filing states all four conditions of article 19', () => {
    const text = textFor('filing-form')
    for (const words of ['有证据初步证明', '应当给予行政处罚', '属于本机关管辖', '法定期限'])
      expect(text).to.include(words)
  })

  it('who is asked for the first time hears of statement, defence and recusal (程序规定 art. 21)', () => {
    for (const type of ['interview-record', 'site-record'])
      expect(textFor(type), type)
        .to.match(/陈述.{0,3}申辩/)
        .and.to.include('回避')
  })

  it('a referral to the police brings the papers of article 6, tells when it was reported and approved, and calls nothing a crime', () => {
    const text = textFor('police-referral')
    expect(text).to.match(/第三条、第五条、第六条/)
    expect(text).to.include('涉嫌犯罪案件情况的调查报告').and.include('涉案物品及证据材料清单')
    expect(text).to.include('2026年9月24日').and.include('2026年9月25日').and.include('正职负责人')
    expect(text).not.to.include('检验报告')
    expect(textFor('police-referral', { 'input.tests': '示检〔2026〕3号检验报告' })).to.include(
      '示检〔2026〕3号检验报告',
    )
    expect(text.replaceAll('涉嫌犯罪案件', '')).not.to.match(/犯罪/)
    expect(lacking('police-referral', 'move.approved_at')).to.include('move.approved_at')
  })

  it('a lead goes to the lead department by its competence and by the duty to transfer what is another’s', () => {
    const text = textFor('fundraising-referral')
    expect(text).to.match(/《防范和处置非法集资条例》第五条、第十九条.*《市场监督管理行政处罚程序规定》第十七条第一款/)
  })

  it('evidence preserved in urgency gets its notice on the spot, which says that approval follows (程序规定 art. 33 and 34)', () => {
    expect(aTemplate('evidence-registration').moves).to.include('register_urgently')
    const approved = textFor('evidence-registration', { 'move.approved_by': '王负责' })
    expect(approved).to.include('经本机关负责人批准').and.not.include('补办')
    const urgent = textFor('evidence-registration')
    expect(urgent)
      .to.match(/情况紧急.*二十四小时内.*补办批准手续/)
      .and.not.include('经本机关负责人批准')
    expect(urgent).to.include('不迟于2026年10月13日')
  })

  it('a decision does not say that it will be published where a mere warning is not', () => {
    expect(textFor('penalty-decision')).to.include('依法应当公示的').and.not.include('本机关将依法公示')
  })

  it('a penalty notice promises that neither statement nor hearing makes it worse (程序规定 art. 58)', () => {
    expect(textFor('penalty-notice')).to.match(/不因.*陈述、申辩或者要求听证.*更重/)
  })

  it('a case that ended without a decision has its form for closing too, and a lead found in mediation its record', () => {
    expect(lacking('closing-form', 'decided.number', 'decided.at')).to.deep.equal([])
    expect(lacking('lead-check-record', 'clock.T06.due')).to.deep.equal([])
    expect(textFor('lead-check-record', { 'clock.T06.due': '', 'clock.T05.due': '2026-10-13' })).to.include(
      '2026年10月13日',
    )
  })

  it('the last day to mend what is wrong is itself within the time', () => {
    expect(textFor('rectification-order')).to.include('2026年12月6日前（含当日）')
  })
})
