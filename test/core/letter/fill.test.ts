import { expect } from 'chai'
import { fillLetter } from '../../../src/core/letter/fill.ts'
import { linesOf, textOf } from '../../../src/core/letter/laid-letter.ts'
import { objectionsTo } from '../../../src/core/letter/may-issue.ts'
import { sourceOf } from '../../../src/core/letter/sources.ts'
import { templateOn } from '../../../src/core/letter/template-on.ts'
import {
  aFilledLetter,
  aTemplate,
  factsFor,
  LETTER_DAY,
  letters,
  noConfirmations,
  persons,
} from '../../support/letters.ts'

const TITLES =
  '投诉受理告知书 投诉不予受理告知书 终止调解告知书 线索核查记录 立案审批表 不予立案审批表 询问笔录 现场笔录 责令改正通知书 先行登记保存证据通知书 协助调查函 行政处罚告知书 行政处罚决定书 送达回证 结案审批表 涉嫌非法集资线索移送函 部门抄告函 涉嫌犯罪案件移送书 老年人消费和投资风险提示书'

describe('filling a letter', () => {
  it('knows the nineteen letters of the desk, in the order of a matter', () => {
    expect(letters.map(({ title }) => title.zh).join(' ')).to.equal(TITLES)
  })

  for (const { type, title } of letters) {
    it(`${title.zh}: may be issued when everything is known`, () => {
      const objections = objectionsTo(aTemplate(type), aFilledLetter(type), persons)
      expect(objections).to.deep.equal([])
    })

    it(`${title.zh}: takes every fact from the matter, an exhibit or the officer`, () => {
      const { letter } = aFilledLetter(type)
      for (const { source } of linesOf(letter).flat()) {
        if (source === null || source.startsWith('cite:')) continue
        const list = /^(.+\.(?:list|items))\./.exec(source)?.[1]
        expect(sourceOf(list ?? source, aTemplate(type).input), source).not.to.equal(null)
      }
    })

    it(`${title.zh}: lacks what is missing, by name, in both languages`, () => {
      const template = aTemplate(type)
      const empty = fillLetter(template, {}, LETTER_DAY, noConfirmations)
      expect(empty.lacks).not.to.deep.equal([])
      for (const { path } of empty.lacks.filter(({ why }) => why === 'missing')) {
        // What one of several may say is asked for where none does; see below.
        if (template.body.some(({ unless }) => unless.includes(path))) continue
        const { [path]: _, ...others } = factsFor(type)
        const { lacks, letter } = fillLetter(template, others, LETTER_DAY, noConfirmations)
        const lack = lacks.find((each) => each.path === path)
        expect(lack, path).to.include({ why: 'missing' })
        expect(lack!.said.zh).to.match(/\p{Script=Han}/u)
        expect(lack!.said.en).to.match(/[a-z]/)
        expect(
          objectionsTo(template, { lacks, letter }, []).map(({ why }) => why),
          path,
        ).to.include('missing')
      }
    })
  }

  it('marks in the letter what is missing', () => {
    const { letter } = aFilledLetter('rectification-order', { 'input.deadline': '' })
    expect(textOf(linesOf(letter).flat())).to.include('【缺：改正期限】')
  })

  it('names the row of a list that lacks something', () => {
    const { lacks } = aFilledLetter('fundraising-referral', {
      'element.list': [
        { element: '要件一', quote: '原文', exhibit: '证1第1页' },
        { element: '要件二', quote: '原文', exhibit: null },
      ],
    })
    expect(lacks.map(({ said }) => said.zh)).to.deep.equal(['三要件对照第2行：证据出处'])
  })

  it('cites the law of the day of the letter', () => {
    const on = (day: string) => {
      const template = templateOn(letters, 'acceptance-notice', day)!
      return textOf(linesOf(fillLetter(template, factsFor('acceptance-notice'), day, noConfirmations).letter).flat())
    }
    expect(on('2026-04-14')).to.include('《市场监督管理投诉举报处理暂行办法》第十四条')
    expect(on('2026-04-15')).to.include('《市场监督管理投诉举报处理办法》第十五条')
    expect(on('2026-04-15')).not.to.include('暂行办法')
  })

  it('has no letter for a day before its law', () => {
    expect(templateOn(letters, 'fundraising-referral', '2021-04-30')).to.equal(null)
    expect(templateOn(letters, 'fundraising-referral', '2021-05-01')).not.to.equal(null)
  })

  it('prints no article whose text nobody confirmed', () => {
    const article = {
      id: 'some-law/3',
      said: { zh: '《某办法》第三条', en: 'Some Law art. 3' },
      confidence: 'M' as const,
    }
    const facts = { ...factsFor('rectification-order'), 'breach.articles': [article] }
    const template = aTemplate('rectification-order')
    const lacks = (confirmed: string[]) => fillLetter(template, facts, LETTER_DAY, new Set(confirmed)).lacks
    expect(lacks([])).to.deep.include({
      why: 'unconfirmed',
      path: 'article:some-law/3',
      said: { zh: '《某办法》第三条的条文尚未核对确认', en: 'the text of Some Law art. 3 has not been confirmed' },
    })
    expect(lacks(['some-law/3']).map(({ path }) => path)).not.to.include('article:some-law/3')
  })

  it('tells the rights of a penalty notice: five working days, and a hearing where one is due', () => {
    const text = (hearing: boolean) =>
      textOf(linesOf(aFilledLetter('penalty-notice', { 'penalty.hearing': hearing }).letter).flat())
    expect(text(true))
      .to.match(/五个工作日内.*陈述|陈述.*五个工作日内/)
      .and.to.include('听证')
    expect(text(false)).to.include('陈述、申辩').and.not.to.include('要求举行听证')
    expect(text(true)).to.include('拟罚款').and.not.to.include('违反了')
  })

  it('tells the remedies of a decision: sixty days, six months, fifteen days, three in the hundred', () => {
    const text = textOf(linesOf(aFilledLetter('penalty-decision').letter).flat())
    for (const words of [
      '六十日内',
      '六个月内',
      '十五日内',
      '百分之三',
      '不超出罚款的数额',
      '《中华人民共和国行政复议法》第二十条',
      '《中华人民共和国行政诉讼法》第四十六条',
      '人民币贰拾万元整（200,000.00元）',
    ])
      expect(text).to.include(words)
  })

  it('imposes something: a penalty without fine, confiscation or measure lacks it', () => {
    for (const type of ['penalty-notice', 'penalty-decision']) {
      const { 'input.fine': _, 'input.penalty': __, ...facts } = factsFor(type)
      const { lacks } = fillLetter(aTemplate(type), facts, LETTER_DAY, noConfirmations)
      expect(lacks.map(({ path }) => path)).to.include('input.penalty')
    }
  })

  it('says before it is signed which letter it takes the place of', () => {
    const { letter } = aFilledLetter('rectification-order', {
      'letter.corrects': '示样市监责改〔2026〕5号《责令改正通知书》',
    })
    const signed = letter.blocks.findIndex(({ kind }) => kind === 'signature')
    const before = letter.blocks[signed - 1]!
    expect(before.kind === 'paragraph' && textOf(before.runs)).to.include('更正并替代示样市监责改〔2026〕5号')
  })

  it('leaves the number open until issue', () => {
    const { letter } = aFilledLetter('penalty-notice')
    expect(textOf(letter.number!)).to.equal('示样市监罚告〔2026〕　号')
  })
})
