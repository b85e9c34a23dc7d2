import { expect } from 'chai'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { decodeText } from '../../src/reader/text-encoding.ts'

/** All characters of a range of rows of a double-byte table, and marks and digits in between: harder than prose, which keeps to few. */
const SIMPLIFIED = hanOf('gb2312', 0xb0, 0xd7)
const TRADITIONAL = hanOf('big5', 0xa4, 0xc6)
const MARKS = [...'\uff0c\uff1a\uff1b\uff08\uff09,。;:?!“”《》0123456789aB%\n']

const CASES = [
  { encoding: 'utf-8', characters: [...SIMPLIFIED, ...TRADITIONAL], marks: [false, true] },
  { encoding: 'gb18030', characters: SIMPLIFIED, marks: [false, true] },
  { encoding: 'gb18030', characters: TRADITIONAL, marks: [false, true] },
  { encoding: 'big5', characters: TRADITIONAL, marks: [false] },
  { encoding: 'utf-16le', characters: [...SIMPLIFIED, ...TRADITIONAL], marks: [false, true] },
  { encoding: 'utf-16be', characters: [...SIMPLIFIED, ...TRADITIONAL], marks: [false, true] },
]

describe('text of thirty and more Chinese characters comes back whole', () => {
  for (const { encoding, characters, marks } of CASES) {
    const script = characters === SIMPLIFIED ? 'simplified' : characters === TRADITIONAL ? 'traditional' : 'mixed'
    it(`from ${encoding} (${script})`, () => {
      const character = fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...characters) },
        { weight: 1, arbitrary: fc.constantFrom(...MARKS) },
      )
      const text = fc.array(character, { minLength: 40, maxLength: 200 }).map((all) => `老${all.join('')}`)
      fc.assert(
        fc.property(text, fc.constantFrom(...marks), (original, addBOM) => {
          fc.pre(hanCount(original) >= 30)
          expect(decodeText(iconv.encode(original, encoding, { addBOM }))).to.deep.equal({ text: original, encoding })
        }),
      )
    })
  }
})

function hanOf(encoding: string, first: number, last: number): string[] {
  const bytes: number[] = []
  for (let lead = first; lead <= last; lead += 1)
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) bytes.push(lead, trail)
  return iconv.decode(Buffer.from(bytes), encoding).match(/\p{Script=Han}/gu)!
}

function hanCount(text: string): number {
  return text.match(/\p{Script=Han}/gu)?.length ?? 0
}
