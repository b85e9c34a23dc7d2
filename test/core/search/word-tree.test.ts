import { expect } from 'chai'
import fc from 'fast-check'
import { childBy, wordTree } from '../../../src/core/search/word-tree.ts'

describe('a tree of words', () => {
  const words = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }), { maxLength: 60 })

  it('leads along each word to the place of the first one like it, and nowhere else', () => {
    fc.assert(
      fc.property(words, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }), (all, other) => {
        const tree = wordTree(all)
        for (const word of [...all, other]) {
          let state = 0
          for (const [depth, symbol] of word.entries()) {
            if (depth > 0 && state === 0) break
            state = childBy(tree.leadBy, tree.firstChild[state]!, tree.firstChild[state + 1]!, symbol)
          }
          const place = all.findIndex((one) => one.join() === word.join())
          expect(state === 0 ? -1 : tree.word[state]).to.equal(place)
        }
      }),
    )
  })

  it('numbers the children of a state in a row, by growing symbols', () => {
    const { firstChild, leadBy } = wordTree([[5, 1], [2], [9, 9, 9], [2, 7], [2, 3]])
    expect([...leadBy.subarray(firstChild[0]!, firstChild[1]!)]).to.deep.equal([2, 5, 9])
    expect([...leadBy.subarray(firstChild[1]!, firstChild[2]!)]).to.deep.equal([3, 7])
  })
})
