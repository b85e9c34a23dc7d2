import { expect } from 'chai'
import type { Rule } from '../../../src/core/check/rule.ts'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { aRule, aRulebook } from '../../support/rulebook.ts'

const DAY = '2026-01-10'

const word = (id: string, ...words: string[]) => ({ id, any: [{ words }] })
const promise = aRule({
  id: 'test/promise',
  code: 'TT-02',
  kind: 'nearby',
  elements: [word('care', '养老'), word('gain', '稳赚')],
})
const sum = aRule({
  id: 'test/sum',
  code: 'TT-03',
  elements: [{ id: 'paid', any: [{ fact: 'money', atLeast: 100_000 }] }],
})
const both: Rule = aRule({
  id: 'test/both',
  code: 'TT-04',
  kind: 'composition',
  elements: [
    { id: 'first', any: [{ finding: 'TT-02' }] },
    { id: 'second', any: [{ finding: 'TT-03' }] },
  ],
})

function codes(compiled: ReturnType<typeof aRulebook>, paper: Paper): string[] {
  return assess(paper, DAY, compiled).findings.map(({ code }) => code)
}

describe('what a text has seen', () => {
  const scheme: Paper = { text: '养老院里稳赚不赔，投入五万元。', kind: 'marketing' }
  const apart: Paper = { text: '养老是大事。有人稳赚。', kind: 'marketing' }
  const fee: Paper = { text: '每月收取三千元。', kind: 'marketing' }

  it('is gone when the next text is read, whatever came before', () => {
    const compiled = aRulebook([promise, sum, both])
    const alone = [scheme, apart, fee].map((paper) => assess(paper, DAY, aRulebook([promise, sum, both])))
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 1, 0],
      [0, 0, 2],
    ]) {
      for (const i of order) expect(assess([scheme, apart, fee][i]!, DAY, compiled)).to.deep.equal(alone[i])
    }
  })

  it('makes a composition as soon as the last finding it needs is made', () => {
    const compiled = aRulebook([both, sum, promise])
    expect(codes(compiled, scheme)).to.have.members(['TT-02', 'TT-03', 'TT-04'])
    expect(codes(compiled, fee)).to.deep.equal(['TT-03'])
  })

  it('calls a rule up by its rarest element, whichever stands first', () => {
    const long = word('rare', '一年翻一番的养老床位')
    for (const elements of [
      [word('common', '元', '养'), long],
      [long, word('common', '元', '养')],
    ]) {
      const compiled = aRulebook([aRule({ kind: 'nearby', within: 'document', elements })])
      expect(codes(compiled, { text: '一年翻一番的养老床位，每张三千元。', kind: 'marketing' })).to.have.length(1)
      expect(codes(compiled, { text: '养老院每月三千元。', kind: 'marketing' })).to.deep.equal([])
    }
  })

  it('is not asked for where no rule reads the voice of the paper', () => {
    const compiled = aRulebook([aRule({ frames: ['complainant'] })])
    expect(codes(compiled, { text: '本卡保本。', kind: 'marketing' })).to.deep.equal([])
    expect(codes(compiled, { text: '本卡保本。', kind: 'complaint' })).to.deep.equal(['TT-01'])
  })
})
