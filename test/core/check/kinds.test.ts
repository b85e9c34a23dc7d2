import { expect } from 'chai'
import { accumulate } from '../../../src/core/check/kinds/accumulation.ts'
import type { Rule } from '../../../src/core/check/rule.ts'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { aRule, aRulebook } from '../../support/rulebook.ts'

const DAY = '2026-01-10'

function findings(rule: Rule, text: string, kind: Paper['kind'] = 'marketing') {
  return assess({ text, kind: kind! }, DAY, aRulebook([rule])).findings
}

function quotes(rule: Rule, text: string, kind?: Paper['kind']): string[] {
  return findings(rule, text, kind).map(({ quote }) => quote)
}

describe('ratio', () => {
  const rule = aRule({
    kind: 'ratio',
    within: 'document',
    elements: [
      { id: 'payers', any: [{ pattern: '收取\\d{1,5}人', anchors: ['收取'] }] },
      { id: 'beds', any: [{ pattern: '床位[\\d一二三百十]{1,6}张', anchors: ['床位'] }] },
    ],
    steps: [
      { atLeast: 1.01, severity: 3 },
      { atLeast: 3, severity: 4 },
    ],
  })

  it('divides the number at the first element by the number at the second', () => {
    const severities = (text: string) => findings(rule, text).map(({ severity }) => severity)
    expect(severities('床位100张。收取150人。')).to.deep.equal([3])
    expect(severities('床位一百张。收取350人。')).to.deep.equal([4])
    expect(severities('床位100张。收取100人。')).to.deep.equal([])
  })

  it('finds nothing where nothing can be divided by', () => {
    expect(quotes(rule, '收取150人。')).to.deep.equal([])
    expect(quotes(rule, '床位0张收取150人')).to.deep.equal([])
  })
})

describe('contradiction', () => {
  const rule = aRule({
    kind: 'contradiction',
    elements: [
      { id: 'says', any: [{ words: ['随时可退'] }] },
      { id: 'unsays', any: [{ words: ['概不退款'] }] },
    ],
  })

  it('quotes what takes back a promise made in another sentence', () => {
    expect(quotes(rule, '随时可退！详询热线。本卡概不退款。')).to.deep.equal(['概不退款'])
    expect(quotes(rule, '本卡概不退款。随时可退！')).to.deep.equal(['概不退款'])
  })

  it('is silent within one sentence, and without the promise', () => {
    expect(quotes(rule, '随时可退与概不退款各有不同。')).to.deep.equal([])
    expect(quotes(rule, '本卡概不退款。')).to.deep.equal([])
  })
})

describe('accumulation', () => {
  const rule = aRule({
    kind: 'accumulation',
    elements: [{ id: 'paid', any: [{ fact: 'money' }] }],
    steps: [{ atLeast: 100_000_000, severity: 4 }],
  })

  it('adds up what no single sum reaches', () => {
    expect(findings(rule, '张某投资40万元。李某投资35万元。王某投资30万元。', 'complaint')).to.have.length(1)
    expect(findings(rule, '张某投资40万元。李某投资35万元。', 'complaint')).to.deep.equal([])
  })

  it('takes the same sum told twice in a paper for one payment', () => {
    expect(findings(rule, '张某投资60万元。以上合计张某投资60万元。', 'complaint')).to.deep.equal([])
  })

  it('adds over papers, where two equal sums are two payments', () => {
    expect(accumulate(rule, [[60_000_000], [60_000_000]])).to.equal(4)
    expect(accumulate(rule, [[60_000_000]])).to.equal(undefined)
  })
})

describe('a denial', () => {
  const rule = aRule({ deniable: true, elements: [{ id: 'gain', any: [{ words: ['返还本金', '保本'] }] }] })

  it('silences what the seller denies, before or after the words', () => {
    expect(quotes(rule, '本卡不承诺保本。')).to.deep.equal([])
    expect(quotes(rule, '所谓保本均不属实。')).to.deep.equal([])
  })

  it('does not hear one in 不仅 or in a condition', () => {
    expect(quotes(rule, '这张卡不仅保本，年年有惊喜。')).to.deep.equal(['保本'])
    expect(quotes(rule, '如不返还本金，按日赔偿。', 'contract')).to.deep.equal(['返还本金'])
  })

  it('does not hear one in a complaint that the seller will not pay', () => {
    expect(quotes(rule, '到期后公司拒绝返还本金。', 'complaint')).to.deep.equal(['返还本金'])
  })
})
