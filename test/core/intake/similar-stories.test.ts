import { expect } from 'chai'
import fc from 'fast-check'
import { MARK, openWords, sealWords } from '../../../src/core/intake/sealed-words.ts'
import { similarStories } from '../../../src/core/intake/similar-stories.ts'

const STORY = '我妈三月被他们拉去听课，说投十万一年返一万二，到期退本，现在人都找不到了。'

describe('stories like one another', () => {
  const earlier = [
    { id: 'same', story: STORY },
    { id: 'like', story: '我爸去年被他们拉去听课，说投五万一年返六千，到期退本，现在店也关了。' },
    { id: 'other', story: '在超市买的牛奶过期了，要求退货并赔偿。' },
    { id: 'short', story: '退钱' },
  ]
  it('are found, the most alike first', () => {
    const found = similarStories(STORY, earlier, 5)
    expect(found.map(({ id }) => id)).to.deep.equal(['same', 'like'])
    expect(found[0]!.likeness).to.equal(1)
  })

  it('are not looked for with a word or two', () => {
    expect(similarStories('退钱', earlier, 5)).to.deep.equal([])
    expect(similarStories(STORY, earlier, 1)).to.have.length(1)
  })

  it('are as alike one way as the other', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.string({ maxLength: 200 }), (a, b) => {
        const there = similarStories(a, [{ id: 'b', story: b }], 1)[0]?.likeness
        expect(similarStories(b, [{ id: 'a', story: a }], 1)[0]?.likeness).to.equal(there)
      }),
    )
  })
})

describe('words that name persons', () => {
  it('are sealed and opened again to what was typed', () => {
    const person = fc.record(
      { name: fc.constantFrom('林桂香', '林桂', '王', 'name', 'a.c'), phone: fc.constantFrom('13900000001', '139') },
      { requiredKeys: [] },
    )
    const people = fc.record({ caller: person, complainant: person }, { requiredKeys: [] })
    const words = fc
      .array(fc.constantFrom('林桂香', '林桂', '王', '13900000001', '139', 'name', 'a.c', 'abc', '说', '。'))
      .map((all) => all.join(''))
    fc.assert(
      fc.property(people, words, (who, text) => {
        const sealed = sealWords(who, text)
        expect(openWords(who, sealed)).to.equal(text)
        for (const { name } of Object.values(who))
          if (name && name.length > 1) expect(sealed.replace(MARK, '')).to.not.include(name)
      }),
    )
  })
})
