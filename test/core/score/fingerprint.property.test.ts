import { createHash } from 'node:crypto'
import { expect } from 'chai'
import fc from 'fast-check'
import { fingerprint } from '../../../src/core/score/fingerprint.ts'

describe('the fingerprint', () => {
  it('is the SHA-256 of the small letters and digits of a text, whatever it is written in', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '保本保息',
        'ＡＢ',
        '１２％',
        'İstanbul',
        'ὈΔΥΣΣΕΎΣ Σ',
        '𠮷祥',
        '𝟙𝔄',
        '①②',
        '\ud83d',
        'é\u0301',
        '\u200b',
        '。 \n',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        const bare = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
        expect(fingerprint(text)).to.equal(createHash('sha256').update(bare).digest('hex'))
      }),
      { numRuns: 300 },
    )
  })

  it('of a short text is the same before and after a long one', () => {
    const bare = (text: string) => createHash('sha256').update(text).digest('hex')
    for (const text of ['旅居', '养老', '旅居'.repeat(30_000), '养老', '旅居', '旅'])
      expect(fingerprint(text)).to.equal(bare(text))
  })
})
