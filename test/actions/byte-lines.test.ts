import { expect } from 'chai'
import fc from 'fast-check'
import { type ByteLine, byteLines } from '../../src/actions/imports/byte-lines.ts'

describe('lines of a byte stream', () => {
  it('are the same wherever the stream is cut, with their numbers, and empty ones left out', async () => {
    const aText = fc.array(fc.stringMatching(/^[养a]{0,3}\r?$/)).map((lines) => lines.join('\n'))
    await fc.assert(
      fc.asyncProperty(aText, fc.array(fc.nat({ max: 60 })), async (text, cuts) => {
        const expected = text
          .split('\n')
          .map((line, n) => ({ number: n + 1, text: line.replace(/\r$/, '') }))
          .filter((line) => line.text !== '')
        const found = await collected(byteLines(chunksOf(Buffer.from(text), cuts), 1_000))
        expect(found.map(({ number, bytes }) => ({ number, text: Buffer.from(bytes!).toString() }))).to.deep.equal(
          expected,
        )
      }),
    )
  })

  it('pass over one that is too long and go on behind it', async () => {
    const chunks = chunksOf(Buffer.from(`one\n${'x'.repeat(50)}\nthree\n${'y'.repeat(11)}`), [5, 9, 30, 54])
    const found = await collected(byteLines(chunks, 10))
    expect(found.map(({ number, bytes }) => [number, bytes && Buffer.from(bytes).toString()])).to.deep.equal([
      [1, 'one'],
      [2, undefined],
      [3, 'three'],
      [4, undefined],
    ])
  })

  it('are asked for one after another: no chunk is read before the lines of the last one are done', async () => {
    let read = 0
    async function* chunks() {
      for (const chunk of ['a\nb\n', 'c\n']) {
        read++
        yield Buffer.from(chunk)
      }
    }
    const lines = byteLines(chunks(), 10)
    await lines.next()
    await lines.next()
    expect(read).to.equal(1)
  })
})

async function* chunksOf(bytes: Uint8Array, cuts: number[]): AsyncGenerator<Uint8Array> {
  const places = [...new Set(cuts.filter((cut) => cut < bytes.length))].sort((a, b) => a - b)
  let from = 0
  for (const place of [...places, bytes.length]) {
    yield bytes.subarray(from, place)
    from = place
  }
}

async function collected(lines: AsyncIterable<ByteLine>): Promise<ByteLine[]> {
  const found: ByteLine[] = []
  for await (const line of lines) found.push(line)
  return found
}
