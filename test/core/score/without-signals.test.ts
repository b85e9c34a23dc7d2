import { expect } from 'chai'
import { loadModel } from '../../../src/classifier/load.ts'
import { assess } from '../../../src/core/pipeline.ts'
import { scoreWithoutSignals } from '../../../src/core/score/without-signals.ts'
import { shipped } from '../../support/rulebook.ts'

describe('the score without the classifier', () => {
  const model = loadModel()
  const papers = [
    { text: '购买旅居养老会员卡，缴纳五万元，每月返利600元，保本保息，三年后本金退还。' },
    { text: '警惕：凡称旅居养老保本保息、按月返利的，都可能是非法集资，请及时举报。' },
    { text: '我在某旅居基地交了八万元，到期拒绝返还本金。', kind: 'complaint' as const },
    { text: '听潮小筑月租房每月2600元，押一付一。', kind: 'marketing' as const },
  ]

  it('is what the path says where it is given no model', () => {
    for (const paper of papers) {
      const beside = assess(paper, '2026-05-01', shipped, model)
      const { scores, bands, band, labels, reasons } = assess(paper, '2026-05-01', shipped)
      expect(scoreWithoutSignals(beside, shipped)).to.deep.equal({ scores, bands, band, labels, reasons })
    }
  })
})
