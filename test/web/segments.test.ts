import { expect } from 'chai'
import fc from 'fast-check'
import { type Layer, segments } from '../../src/web/documents/segments.ts'

const aText = fc.string({ unit: 'grapheme', maxLength: 60 })
const layers = fc.array(
  fc.record({ start: fc.integer({ min: -5, max: 90 }), end: fc.integer({ min: -5, max: 90 }), is: fc.nat(9) }),
  { maxLength: 12 },
)

describe('cutting a text into marked stretches', () => {
  it('gives the text back to the letter, whatever overlaps', () => {
    fc.assert(
      fc.property(aText, layers, fc.array(fc.nat(90), { maxLength: 4 }), (text, spans, cuts) => {
        const found = segments(text, spans, cuts)
        expect(found.map((segment) => segment.text).join('')).to.equal(text)
        for (const { start, end, text: piece } of found) expect(text.slice(start, end)).to.equal(piece)
      }),
    )
  })

  it('covers every stretch with exactly the spans that hold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('保', '本', 'a', '\n'), maxLength: 40 }), layers, (text, spans) => {
        for (const { start, end, covers } of segments(text, spans)) {
          const holding = spans.filter((span) => inside(span, text).start <= start && inside(span, text).end >= end)
          const real = holding.filter((span) => inside(span, text).start < inside(span, text).end)
          expect(covers).to.deep.equal(real.map(({ is }) => is))
        }
      }),
    )
  })

  it('never cuts a character of two units in half', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), layers, (text, spans) => {
        for (const { text: piece } of segments(text, spans)) expect(piece.isWellFormed()).to.equal(true)
      }),
    )
  })

  it('makes no empty stretch, and cuts where a page begins', () => {
    const found = segments('第一页第二页', [{ start: 1, end: 5, is: 'a' }], [0, 3])
    expect(found.map(({ text }) => text)).to.deep.equal(['第', '一页', '第二', '页'])
    expect(found.map(({ covers }) => covers.length)).to.deep.equal([0, 1, 1, 0])
  })
})

function inside({ start, end }: Layer<number>, text: string) {
  const within = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  return { start: within(start), end: within(end) }
}
