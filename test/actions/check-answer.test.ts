import { expect } from 'chai'
import { checkAnswer } from '../../src/actions/papers/check-answer.ts'
import { assess } from '../../src/core/pipeline.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { shipped } from '../support/rulebook.ts'

describe('the answer given outside', () => {
  it('counts the findings of a rule beyond the fifty told, and says nothing of it otherwise', () => {
    const one = assess({ text: UNLAWFUL_COPY, kind: 'marketing' }, '2026-05-06', shipped)
    expect(checkAnswer('a', one)).not.to.have.property('omitted')
    const many = assess({ text: `${UNLAWFUL_COPY}\n`.repeat(80), kind: 'marketing' }, '2026-05-06', shipped)
    const { findings, omitted } = checkAnswer('b', many)
    const guaranteed = omitted!.find(({ code }) => code === 'IF-02')!
    expect(findings.filter(({ code }) => code === 'IF-02').length).to.equal(50)
    expect(guaranteed.count).to.be.at.least(30)
  })

  it('tells money in yuan', () => {
    const { facts } = checkAnswer('a', assess({ text: '押金1.5万元。' }, '2026-05-06', shipped))
    expect(facts.find(({ type }) => type === 'money')).to.include({ value: 15_000, unit: 'CNY', quote: '1.5万元' })
  })
})
