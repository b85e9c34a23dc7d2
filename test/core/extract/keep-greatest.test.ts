import { expect } from 'chai'
import { MOST_OF_A_TYPE, readFacts } from '../../../src/core/extract/extract.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'

describe('facts of a huge paper', () => {
  it('keeps the two hundred greatest of a type and counts the others', () => {
    const sums = Array.from({ length: 500 }, (_, i) => `交了${i + 1}元。`)
    const { facts, omitted } = readFacts(normalise(sums.join('')))
    const money = facts.filter(({ type }) => type === 'money')
    expect(money).to.have.length(MOST_OF_A_TYPE)
    expect(Math.min(...money.map(({ value }) => Number(value)))).to.equal(301_00)
    expect(omitted.find(({ type }) => type === 'money')?.count).to.equal(300)
  })

  it('leaves nothing out of an ordinary one', () => {
    expect(readFacts(normalise('交了3万元，电话13800138000')).omitted).to.deep.equal([])
  })
})
