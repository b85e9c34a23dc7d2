import { expect } from 'chai'
import fc from 'fast-check'
import { wordFinder } from '../../../src/core/extract/word-finder.ts'
import { Sieve, sieved, wordList } from '../../../src/core/search/sieve.ts'

describe('a sieve', () => {
  const patterns = [/保本|返利/g, /投\d+/g, /(?<!不)保证/g, /[^。]{0,2}息/g]
  const ready = patterns.map((pattern) => sieved(pattern))
  const text = fc.string({
    unit: fc.constantFrom('保', '本', '证', '不', '投', '1', '息', '返', '利', '。'),
    maxLength: 30,
  })

  it('finds what a search of the whole text finds, whatever the text', () => {
    fc.assert(
      fc.property(text, (words) => {
        const sieve = new Sieve(words)
        ready.forEach((one, i) => {
          const found = sieve.all(one).map((match) => [match.index, match[0]])
          expect(found).to.deep.equal([...words.matchAll(patterns[i]!)].map((match) => [match.index, match[0]]))
          if (found.length > 0) expect(sieve.mayHoldAny([ready[(i + 1) % ready.length]!, one])).to.equal(true)
        })
      }),
    )
  })

  it('says beforehand that a text without the words of any pattern holds no match', () => {
    expect(new Sieve('天气渐凉').mayHoldAny(ready)).to.equal(false)
  })

  const names = ['保', '保证', '保证投', '证投', '返利', '利息', '1返利']
  const listed = wordList(names)

  it('finds the words of a list, the longest of those that begin alike and none within another, whatever the text', () => {
    const finder = wordFinder(names)
    fc.assert(
      fc.property(text, text, (words, others) => {
        const sieve = new Sieve(words)
        // Another text looked through in between leaves this one's words where they are.
        new Sieve(others).words(listed)
        const expected = finder.all(words).map(({ word, index }) => ({ start: index, end: index + word.length }))
        expect(sieve.words(listed)).to.deep.equal(expected)
        expect(sieve.mayHoldAny([listed])).to.equal(expected.length > 0)
      }),
    )
  })
})
