import { expect } from 'chai'
import fc from 'fast-check'
import { buildGramTable, eachTerm } from '../../src/classifier/gram-table.ts'
import { countGrams } from '../../src/classifier/grams.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'

describe('Grams', () => {
  it('are runs of one to four letters, digits counted as one, that no mark cuts', () => {
    expect([...countGrams('存3万，A')]).to.deep.equal([
      ['存', 1],
      ['存0', 1],
      ['存0万', 1],
      ['0', 1],
      ['0万', 1],
      ['万', 1],
      ['a', 1],
    ])
  })

  it('found through the table are the ones counted one by one', () => {
    const texts = papersAtRandom(200, 7)
    const terms = [...new Set(texts.slice(0, 100).flatMap((text) => [...countGrams(text).keys()]))]
    const table = buildGramTable(terms)
    const known = new Set(terms)
    for (const text of texts) {
      const counts = new Map<string, number>()
      eachTerm(table, text, (term) => counts.set(terms[term]!, (counts.get(terms[term]!) ?? 0) + 1))
      const slow = new Map([...countGrams(text)].filter(([gram]) => known.has(gram)))
      expect(new Map([...counts].sort())).to.deep.equal(new Map([...slow].sort()))
    }
  })

  it('stand where the table says, whatever the text', () => {
    const terms = ['存', '存款', '0万', 'ab', '养老院']
    const table = buildGramTable(terms)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('存款9万', '养老院AB', '存'), (noise, word) => {
        const text = `${noise}${word}`
        eachTerm(table, text, (term, start, length) => {
          const folded = text
            .slice(start, start + length)
            .toLowerCase()
            .replace(/[0-9]/g, '0')
          expect(folded).to.equal(terms[term])
        })
      }),
    )
  })
})
