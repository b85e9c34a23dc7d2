import { expect } from 'chai'
import fc from 'fast-check'
import { gateFor, opened } from '../../../src/core/search/gate.ts'
import { neededWords } from '../../../src/core/search/needed-words.ts'

describe('the words a pattern needs', () => {
  const cases: [RegExp, string[] | undefined][] = [
    [/保本|返利/, ['保本', '返利']],
    [/返[利现]/, ['返利', '返现']],
    [/为(?:深入)?贯彻[^。]{2,60}的部署/, ['的部署']],
    [/(?:请)?勿(?=信)/, ['请勿', '勿']],
    [/投\d/, Array.from('0123456789', (digit) => `投${digit}`)],
    [/[\u4e00-\u9fff]{1,8}号/, ['号']],
    [/(?:保本)?/, undefined],
    [/[^。]+/, undefined],
    [/保本|.{2}/, undefined],
    [/(?<!不)保\s?本/, ['保']],
    [/(?:甲方|乙方){2,3}/, ['甲方', '乙方']],
    [/\u4fdd\u672c/, ['保本']],
  ]
  for (const [pattern, words] of cases) {
    it(`of ${pattern.source} are ${words?.join(' ') ?? 'none'}`, () => {
      expect(neededWords(pattern)?.sort()).to.deep.equal(words?.slice().sort())
    })
  }
})

describe('a gate', () => {
  it('is open to every pattern that matches, whatever the pattern and the text', () => {
    const letter = fc.constantFrom('保', '本', '息', 'a', 'B', '1')
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        letter,
        fc.constantFrom(
          '\\d',
          '\\s',
          '.',
          '^',
          '$',
          '[保本]',
          '[^本]',
          '[a-z]',
          '[\\d息]',
          '\\u4fdd',
          '(?=保)',
          '(?<!息)',
        ),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `${a}${b}`),
        fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('?', '*', '+', '{2}', '{0,2}', '{1,3}', '{0,1}?', '??'))
          .map(([a, times]) => `(?:${a})${times}`),
        tie('pattern').map((a) => `(${a}|)`),
      ),
    }))
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', 'i', 'g'),
        fc.array(letter, { maxLength: 12 }),
        (sources, flags, letters) => {
          const patterns = sources.map((source) => new RegExp(source, flags))
          const text = letters.join('')
          const open = opened(gateFor(patterns), text)
          patterns.forEach((each, i) => {
            if (each.test(text)) expect(open & (1 << i), each.source).to.not.equal(0)
          })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('looks at nothing outside the range asked about', () => {
    const gate = gateFor([/保本/, /返利/])
    expect(opened(gate, '保本返利', 2)).to.equal(2)
    expect(opened(gate, '保本返利', 0, 3)).to.equal(1)
  })
})
