import { expect } from 'chai'
import fc from 'fast-check'
import { buildWordSearch, findWords } from '../../../src/core/search/word-search.ts'

describe('the search for words', () => {
  it('finds overlapping words and words inside words', () => {
    expect(found(['保本', '保本保息', '本保', '息'], '保本保息')).to.have.members([
      '保本@0',
      '本保@1',
      '保本保息@0',
      '息@3',
    ])
  })

  it('takes capitals and small letters for the same', () => {
    expect(found(['lpr'], '按LPR计')).to.deep.equal(['lpr@1'])
  })

  it('finds exactly what a search for each word finds, whatever the text', () => {
    const letters = fc.constantFrom('保', '本', '息', 'a', '中')
    const word = fc.string({ unit: letters, minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: letters, maxLength: 60 }),
        (words, text) => {
          expect(found(words, text).sort()).to.deep.equal(searched(words, text).sort())
        },
      ),
      { numRuns: 150 },
    )
  })
})

function found(words: string[], text: string): string[] {
  const hits = findWords(buildWordSearch(words), text)
  return Array.from(
    hits.words.subarray(0, hits.count),
    (word, i) => `${words[word]}@${hits.ends[i]! - words[word]!.length}`,
  )
}

function searched(words: string[], text: string): string[] {
  return words.flatMap((word) => {
    const out: string[] = []
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) out.push(`${word}@${at}`)
    return out
  })
}
