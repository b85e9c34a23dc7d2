import { expect } from 'chai'
import type { Rule } from '../../src/core/check/rule.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import type { Model } from '../../src/core/pipeline.ts'
import { watchOutranking } from '../../src/rulebook/outranking.ts'
import type { Examples } from '../../src/rulebook/read-examples.ts'
import { aRule, aRulebook } from '../support/rulebook.ts'

const TODAY = '2026-11-22'

describe('a rule that outranks the classifier', () => {
  const outranking = aRule({ outranks: true })

  it('need not any longer when none of its hits would lose the label', () => {
    const { complaints } = watch([outranking], knowing(['保本']))
    expect(complaints()).to.deep.equal([
      { what: 'outranks', rule: 'test/rule', code: 'TT-01', owner: 'desk', examples: 2, papers: 0, lowest: 0.9 },
    ])
  })

  it('does still while one of its hits would', () => {
    const { complaints } = watch([outranking], knowing(['年年保本']))
    expect(complaints()).to.deep.equal([])
  })

  it('does still while another paper would, however well the model has learnt its hits', () => {
    const looking = watch([outranking], knowing(['本卡保本', '年年保本']))
    expect(looking.complaints()).to.have.length(1)
    looking.look({ text: '存进来，保本。', kind: 'marketing' }, TODAY)
    expect(looking.complaints()).to.deep.equal([])
  })

  it('is told with the papers it was met on, and the least it was given there', () => {
    const looking = watch([outranking], knowing(['保本']))
    looking.look({ text: '存进来，保本。', kind: 'marketing' }, TODAY)
    looking.look({ text: '存进来，可退。', kind: 'marketing' }, TODAY)
    expect(looking.complaints()[0]).to.include({ examples: 2, papers: 1, lowest: 0.9 })
  })

  it('does not seem needless because another one stands beside it', () => {
    const other = aRule({ id: 'test/other', code: 'TT-02', outranks: true })
    expect(watch([outranking, other], knowing([])).complaints()).to.deep.equal([])
  })

  it('is not looked for where no rule does, or nobody judges', () => {
    expect(watch([aRule()], knowing(['保本'])).isNeeded).to.equal(false)
    const { isNeeded, complaints } = watch([outranking], undefined)
    expect([isNeeded, complaints()]).to.deep.equal([false, []])
  })
})

function watch(rules: Rule[], model: Model | undefined) {
  const hits = ['本卡保本。', '年年保本，月月可取。'].map((text) => ({
    text,
    quote: '保本',
    kind: 'marketing' as const,
  }))
  const { rulebook } = aRulebook(rules)
  // The hits are a few words each; how long a paper must be to be doubted is not asked here.
  const { scoring } = rulebook
  const authors = {
    rulebook: { ...rulebook, scoring: { ...scoring, doubt: { ...scoring.doubt, fewest: 0 } } },
    notes: new Map(rules.map(({ id }) => [id, { owner: 'desk' }])),
    examples: new Map<string, Examples>(rules.map(({ id }) => [id, { hits, misses: [] }])),
    sources: new Map(),
    lexiconSources: new Map(),
    exceptionSources: new Map(),
    standardSources: [],
  }
  return watchOutranking(authors, model, TODAY)
}

/** A classifier that is sure of fundraising where it meets one of these, and sees nothing elsewhere. */
function knowing(known: string[]): Model {
  const of = (text: string, label: string) =>
    label === 'illegal_fundraising' && known.some((words) => text.includes(words)) ? 0.9 : 0
  return {
    hash: 'knowing',
    classify: ({ text }) => CATEGORIES.map((label) => ({ label, probability: of(text, label), spans: [] })),
    probabilities: ({ text }) => ({
      illegal_fundraising: of(text, 'illegal_fundraising'),
      deceptive_sales: 0,
      false_advertising: 0,
    }),
  }
}
