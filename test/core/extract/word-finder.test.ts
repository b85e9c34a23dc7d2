import { expect } from 'chai'
import fc from 'fast-check'
import { wordFinder } from '../../../src/core/extract/word-finder.ts'

describe('a finder of words', () => {
  const character = fc.constantFrom(...'甲乙丙丁')
  const word = fc.string({ unit: character, minLength: 1, maxLength: 4 })
  const someWords = fc.uniqueArray(word, { minLength: 1, maxLength: 6 })
  const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁戊'), maxLength: 30 })

  it('finds what an alternation of the words finds, the longest first', () => {
    fc.assert(
      fc.property(someWords, text, (words, text) => {
        const pattern = new RegExp([...words].sort((a, b) => b.length - a.length).join('|'), 'g')
        const found = [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ word, index }))
        const finder = wordFinder(words)
        expect(finder.all(text)).to.deep.equal(found)
        expect(finder.first(text)).to.deep.equal(found[0])
        expect(finder.last(text)).to.deep.equal(found.at(-1))
      }),
    )
  })

  it('passes over a word for what stands around it, and takes a shorter one in its stead', () => {
    const finder = wordFinder(['费用', '费'], (text, { word, index }) => word === '费用' && text[index + 2] === '户')
    expect(finder.all('费用户，费用')).to.deep.equal([
      { word: '费', index: 0 },
      { word: '费用', index: 4 },
    ])
  })
})
