import { expect } from 'chai'
import { shipped } from '../support/rulebook.ts'

describe('what a rule tells the officer', () => {
  for (const { id, message } of shipped.rulebook.rules) {
    it(`is a suspicion with something to check, and no verdict or order: ${id}`, () => {
      expect(message.zh).to.match(/涉嫌|疑似|可能|线索/)
      expect(message.zh).to.match(/核[查实对]|查明/)
      expect(message.zh).not.to.match(/责令|认定|属于违法|已构成|条款无效|属无效|不得规定/)
      expect(message.en).to.match(/\b(?:suspected|may|possible|signs?|lead)\b/i)
      expect(message.en).to.match(/\bcheck/i)
      expect(message.en).not.to.match(/\bis void\b|\bnot allowed\b|\bunlawful act\b/)
    })
  }

  it('calls a rate a rate, whether written down or worked out', () => {
    const { message } = shipped.rulebook.rules.find(({ code }) => code === 'IF-03')!
    expect(message.zh).not.to.include('折合')
  })
})
