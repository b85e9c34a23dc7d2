import { expect } from 'chai'
import type { Fact } from '../../src/core/extract/fact.ts'
import { distinctFacts } from '../../src/web/documents/distinct-facts.ts'

describe('the facts listed beside a paper', () => {
  const text = '会员费10万元，押金5000元，另付5000元'
  const sum = (type: Fact['type'], yuan: number, quote: string, from = 0): Fact => {
    const start = text.indexOf(quote, from)
    return { type, value: yuan * 100, unit: 'fen', quote, start, end: start + quote.length }
  }
  const kinds = (facts: Fact[]) => distinctFacts(facts).map(({ type, start }) => `${type} ${start}`)

  it('name one sum at one place once, by its more exact type', () => {
    const facts = [
      sum('money', 100_000, '10万元'),
      sum('principal', 100_000, '会员费10万元'),
      sum('money', 5000, '5000元'),
      sum('deposit', 5000, '押金5000元'),
    ]
    expect(kinds(facts)).to.deep.equal(['principal 0', 'deposit 8'])
  })

  it('keep the same sum at another place, and another sum at the same place', () => {
    const facts = [
      sum('deposit', 5000, '押金5000元'),
      sum('money', 5000, '5000元', 16),
      sum('money', 500_000, '押金5000元'),
    ]
    expect(kinds(facts)).to.deep.equal(['deposit 8', 'money 18', 'money 8'])
  })
})
