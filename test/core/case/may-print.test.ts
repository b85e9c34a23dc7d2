import { expect } from 'chai'
import { mayPrint } from '../../../src/core/case/may-print.ts'

describe('whether a letter may cite an article', () => {
  const confirmed = new Set(['law/2'])
  it('says yes to a verified text', () => {
    expect(mayPrint({ id: 'law/1', confidence: 'V' }, new Set())).to.equal(true)
  })
  it('says no to one read at second hand or from memory, until two people confirmed that very article', () => {
    for (const confidence of ['V*', 'M'] as const) {
      expect(mayPrint({ id: 'law/1', confidence }, confirmed), confidence).to.equal(false)
      expect(mayPrint({ id: 'law/2', confidence }, confirmed), confidence).to.equal(true)
    }
  })
})
