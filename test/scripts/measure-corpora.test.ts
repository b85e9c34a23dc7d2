import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { measureCorpora } from '../../scripts/rules/measure-corpora.ts'
import type { Model } from '../../src/core/pipeline.ts'
import { shipped } from '../support/rulebook.ts'

describe('the corpora check', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpora-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('counts texts that bear a label, per 10,000, and names the rules behind them', () => {
    const unlawful = '购买旅居养老会员卡，缴纳五万元，每月返利600元，保本保息，三年后本金退还。'
    writeFileSync(join(folder, 'titles.tsv'), `${unlawful}\t0\n沪指收跌\t2\n球队三连胜\t7\n新片上映\t9\n`)
    const [measure] = measureCorpora(folder, shipped, '2026-01-10')
    expect(measure).to.include({ texts: 4, flagged: 1, perTenThousand: 2500 })
    expect(Object.keys(measure!.rules)).to.include.members(['IF-01', 'IF-02'])
  })

  it('judges as the desk does where it is given the classifier, and names what only that saw', () => {
    const lowered = '银行代销：本理财不保本，旅居客户定期存款保本保息，受存款保险保障。'
    writeFileSync(join(folder, 'titles.tsv'), `${lowered}\n`)
    const flaggedBy = (model?: Model) =>
      measureCorpora(folder, shipped, '2026-01-10', model).map(({ flagged, model }) => [flagged, model])
    const sees = (probability: number): Model => ({
      hash: 'fixed',
      classify: () => [{ label: 'illegal_fundraising', probability, spans: [] }],
      probabilities: () => ({ illegal_fundraising: probability, deceptive_sales: 0, false_advertising: 0 }),
    })
    expect(flaggedBy()).to.deep.equal([[1, 'none']])
    expect(flaggedBy(sees(0))).to.deep.equal([[0, 'fixed']])
    writeFileSync(join(folder, 'titles.tsv'), '沪指收跌\n')
    expect(measureCorpora(folder, shipped, '2026-01-10', sees(0.9))[0]).to.deep.include({
      flagged: 1,
      rules: { signal: 1 },
    })
  })

  it('reads long texts as they come and as complaints', () => {
    writeFileSync(join(folder, 'facts.jsonl'), `${JSON.stringify({ text: '被告人窃取手机一部。' })}\n`)
    const measures = measureCorpora(folder, shipped, '2026-01-10')
    expect(measures.map(({ kind, flagged }) => [kind, flagged])).to.deep.equal([
      ['unknown', 0],
      ['complaint', 0],
    ])
  })
})
