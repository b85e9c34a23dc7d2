import { expect } from 'chai'
import { openReader, type Reader } from '../../src/reader/read-in-thread.ts'
import { reasonOf, textOf } from './expect-reading.ts'
import { aBareDocx, anXlsx, aPdf } from './make-papers.ts'

const ENDLESS = aBareDocx('<w:p><w:r><w:t>保</w:t></w:r></w:p>'.repeat(200_000))

describe('reading in threads', () => {
  let reader: Reader
  afterEach(() => reader.close())

  it('gives the same answer as reading here, and leaves the bytes usable', async () => {
    reader = openReader()
    const bytes = Buffer.from('到期还本')
    expect(textOf(await reader.read(bytes, 'a.txt'))).to.include({ text: '到期还本', format: 'text' })
    expect(bytes.toString()).to.equal('到期还本')
    expect(textOf(await reader.read(await aPdf(['Hello.']), 'a.pdf')).text).to.equal('Hello.')
  })

  it('ends a thread that passes its time, and goes on with the next file', async () => {
    reader = openReader({ timeoutMs: 400 })
    const [slow, next] = await Promise.all([
      reader.read(ENDLESS, 'a.docx'),
      reader.read(Buffer.from('到期还本'), 'a.txt'),
    ])
    expect(reasonOf(slow)).to.equal('too_slow')
    expect(textOf(next).text).to.equal('到期还本')
  })

  it('ends a thread that runs out of memory, and goes on with the next file', async () => {
    reader = openReader({ memoryMb: 24 })
    expect(reasonOf(await reader.read(ENDLESS, 'a.docx'))).to.equal('zip_bomb')
    expect(textOf(await reader.read(Buffer.from('到期还本'), 'a.txt')).text).to.equal('到期还本')
  })

  it('rejects, and does not blame the file, when a thread cannot even start', async () => {
    reader = openReader({ memoryMb: 1 })
    expect(await reader.read(Buffer.from('到期还本'), 'a.txt').catch((failure) => failure)).to.be.an('error')
  })

  it('reads ten files at once, one of them bad', async () => {
    reader = openReader({ threads: 2 })
    const sheet = await anXlsx((book) => book.addWorksheet('S').addRow(['价目']))
    const files = Array.from({ length: 10 }, (_, at) => {
      if (at === 3) return { bytes: aBareDocx('').subarray(0, 300), name: 'bad.docx' }
      if (at === 6) return { bytes: sheet, name: 'a.xlsx' }
      return { bytes: Buffer.from(`第${at}号来件`), name: 'a.txt' }
    })
    const readings = await Promise.all(files.map(({ bytes, name }) => reader.read(bytes, name)))
    const outcomes = readings.map((reading) => reading.outcome)
    expect(outcomes).to.deep.equal(
      files.map(({ name }) => ({ 'bad.docx': 'unreadable', 'a.xlsx': 'sheet' })[name] ?? 'text'),
    )
    expect(textOf(readings[9]!).text).to.equal('第9号来件')
  })

  it('refuses work once closed and rejects what was waiting', async () => {
    reader = openReader()
    const waiting = [reader.read(ENDLESS, 'a.docx'), reader.read(Buffer.from('甲'), 'a.txt')].map((read) =>
      read.catch((failure) => failure),
    )
    await reader.close()
    for (const failure of [
      ...(await Promise.all(waiting)),
      await reader.read(Buffer.from('甲'), 'a.txt').catch((refusal) => refusal),
    ]) {
      expect(failure).to.be.an('error').with.property('message', 'reader is closed')
    }
  })
})
