import { expect } from 'chai'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf } from './expect-reading.ts'
import { aBareDocx } from './make-papers.ts'

const PARAGRAPH = '<w:p><w:r><w:t>到期还本</w:t></w:r></w:p>'
const ZEROS = Buffer.alloc(24 * 1024 * 1024)

describe('zip bombs', () => {
  it('refuses a package that unpacks to hundreds of times its size', async () => {
    const bomb = aBareDocx(PARAGRAPH, [{ name: 'word/media/a.bin', data: ZEROS }])
    expect(bomb.length).to.be.lessThan(30_000)
    expect(reasonOf(await readFile(bomb, 'a.docx'))).to.equal('zip_bomb')
  })

  it('does not believe a bomb that says it is small', async () => {
    const bomb = aBareDocx(PARAGRAPH, [{ name: 'word/media/a.bin', data: ZEROS, claims: { size: 10 } }])
    expect(reasonOf(await readFile(bomb, 'a.docx'))).to.equal('zip_bomb')
  })

  it('counts what all entries unpack to together', async () => {
    const entries = Array.from({ length: 8 }, (_, at) => ({
      name: `word/media/${at}.bin`,
      data: Buffer.alloc(200_000),
    }))
    const reading = await readFile(aBareDocx(PARAGRAPH, entries), 'a.docx', { maxInflatedBytes: 1_000_000 })
    expect(reasonOf(reading)).to.equal('zip_bomb')
  })

  it('refuses a package of thousands of entries', async () => {
    const entries = Array.from({ length: 5_000 }, (_, at) => ({ name: `word/media/${at}`, data: Buffer.alloc(0) }))
    expect(reasonOf(await readFile(aBareDocx(PARAGRAPH, entries), 'a.docx'))).to.equal('zip_bomb')
  })

  it('calls an entry corrupt that is not of the size it says', async () => {
    const liar = aBareDocx(PARAGRAPH, [{ name: 'word/media/a.bin', data: Buffer.alloc(100), claims: { size: 10 } }])
    expect(reasonOf(await readFile(liar, 'a.docx'))).to.equal('corrupt')
  })

  it('refuses an archive with a second one behind it, in which two parsers might see different papers', async () => {
    const two = Buffer.concat([aBareDocx(PARAGRAPH), aBareDocx(PARAGRAPH).subarray(0, -1)])
    expect(reasonOf(await readFile(two, 'a.docx'))).to.equal('corrupt')
  })
})
