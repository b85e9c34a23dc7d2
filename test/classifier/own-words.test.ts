import { expect } from 'chai'
import fc from 'fast-check'
import { inOwnWords } from '../../src/classifier/own-words.ts'

const own = (text: string) => inOwnWords(text, [{ start: 0, end: text.length }]).length === 1

describe('passages in the paper’s own words', () => {
  it('are those that are not quoted for the greater part', () => {
    expect(own('交一万，一年返一千二')).to.equal(true)
    expect(own('“交一万，一年返一千二，住不住都返”；')).to.equal(false)
    expect(own('「交一万」；『住不住都返』')).to.equal(false)
    expect(own('本店推出“候鸟卡”，交一万，一年返一千二')).to.equal(true)
    expect(own('“交一万，一年返一千二'), 'never closed').to.equal(true)
  })

  it('are told by a slow count too, whatever stands in the text', () => {
    const piece = fc.constantFrom('“', '”', '「', '」', '返利', '，', '。', '住')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(30), fc.nat(30), (pieces, a, b) => {
        const text = pieces.join('')
        const start = Math.min(a, b, text.length)
        const end = Math.min(Math.max(a, b), text.length)
        fc.pre(start < end)
        const inside = new Set<number>()
        for (const match of text.matchAll(/“[^”]*”|「[^」]*」/g))
          for (let i = 0; i < match[0].length; i++) inside.add(match.index + i)
        const quoted = [...inside].filter((at) => at >= start && at < end).length
        expect(inOwnWords(text, [{ start, end }]).length === 1).to.equal(quoted * 2 < end - start)
      }),
    )
  })

  it('are found in time that grows with the text', () => {
    const marks = '“'.repeat(200_000)
    expect(own(marks)).to.equal(true)
    expect(own(`${marks}”`)).to.equal(false)
  })
})
