import { expect } from 'chai'
import { BANDS, type Category, perCategory } from '../../src/core/document.ts'
import { assess, type Model } from '../../src/core/pipeline.ts'
import { shipped } from '../support/rulebook.ts'

const DAY = '2026-11-22'

/** A classifier that is sure of one category, whatever it reads. */
function sureOf(label: Category): Model {
  return {
    hash: 'sure',
    classify: () => [{ label, probability: 0.99, spans: [] }],
    probabilities: () => ({ ...perCategory(() => 0), [label]: 0.99 }),
  }
}

describe('the bounds of a second hearing', () => {
  it('take nothing back that the classifier alone may say, where only a slight thing was found', () => {
    const text =
      '十万火急！5号楼只剩西户两套！电视台刚来采访，明天全线涨价！昨晚凌晨两点还有人来交钱，全家四代都搬来了！错过这里，错过下半生！\n记者从某局获悉，本报讯。'
    const once = { ...shipped, rulebook: { ...shipped.rulebook, scoring: { ...shipped.rulebook.scoring } } }
    delete once.rulebook.scoring.secondHearing
    const paper = { text, kind: 'marketing' } as const
    const first = assess(paper, DAY, once, sureOf('false_advertising'))
    const again = assess(paper, DAY, shipped, sureOf('false_advertising'))
    expect(again.findings.map(({ severity }) => severity)).to.include(1)
    expect(again.findings.every(({ despite }) => despite)).to.equal(true)
    expect(first.band).to.equal('yellow')
    expect(BANDS.indexOf(again.band)).to.be.at.most(BANDS.indexOf(first.band))
  })

  it('leave to others what a lesson quotes, or says that somebody said or sent', () => {
    for (const lesson of [
      '社区防骗课堂。\n“交8万，每月领800，满三年8万原数退您。”\n“介绍一位老姐妹，再给您两个点。”\n这样的话，一句也别接。',
      '防骗课堂练习：李大爷收到传单：旅居床位五万元，每月返五百，三年期满五万原样退回。他该先问谁？',
      '反诈宣传：有人跟您讲，投10万元旅居项目，每季度分红3000元，满两年本金返还，您就挂电话。',
    ])
      expect(
        assess({ text: lesson, kind: 'marketing' }, DAY, shipped, sureOf('illegal_fundraising')).findings,
        lesson,
      ).to.deep.equal([])
  })
})
