import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { measureCorpora } from '../../scripts/rules/measure-corpora.ts'
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

  it('reads long texts as they come and as complaints', () => {
    writeFileSync(join(folder, 'facts.jsonl'), `${JSON.stringify({ text: '被告人窃取手机一部。' })}\n`)
    const measures = measureCorpora(folder, shipped, '2026-01-10')
    expect(measures.map(({ kind, flagged }) => [kind, flagged])).to.deep.equal([
      ['unknown', 0],
      ['complaint', 0],
    ])
  })
})
