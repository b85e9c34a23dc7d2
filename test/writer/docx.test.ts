import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { linesOf, textOf } from '../../src/core/letter/laid-letter.ts'
import { readDocx } from '../../src/reader/docx.ts'
import { READ_LIMITS } from '../../src/reader/limits.ts'
import { readPdf } from '../../src/reader/pdf.ts'
import { letterDocx } from '../../src/writer/docx.ts'
import { aFilledLetter, letters } from '../support/letters.ts'
import { convertToPdf, sofficeAvailable } from '../support/soffice.ts'
import { unzip } from '../support/unzip.ts'

describe('a letter as a Word file', () => {
  for (const { type, title } of letters)
    it(`${title.zh}: says every line of the letter`, async () => {
      const { letter } = aFilledLetter(type)
      const reading = await readDocx(await letterDocx(letter), READ_LIMITS)
      if (reading.outcome !== 'text') throw new Error('the letter cannot be read')
      const text = bare(reading.paper.text)
      for (const line of linesOf(letter))
        for (const part of textOf(line).split('\n')) expect(text).to.include(bare(part))
    })
})

describe('words pasted from anywhere', () => {
  it('leave a Word file that opens: what XML cannot hold is left out, the rest stands', async () => {
    const pasted = '候鸟\u0000\u0001卡\u000b\u001f\ufffe\uffff<w:t>&"]]>\ud800尾\udc00😀'
    const { letter } = aFilledLetter('elder-warning', { 'input.offer': pasted })
    const xml = (await unzip(await letterDocx(letter))).get('word/document.xml')!.toString()
    expect(xml).to.match(/^[\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]+$/u)
    const reading = await readDocx(await letterDocx(letter), READ_LIMITS)
    if (reading.outcome !== 'text') throw new Error('the letter cannot be read')
    expect(reading.paper.text).to.include('候鸟卡<w:t>&"]]>\ufffd尾\ufffd😀')
  })
})

const block = sofficeAvailable ? describe : describe.skip
if (!sofficeAvailable)
  console.warn(
    '\nSKIPPED: letters opened in LibreOffice, because it is not installed on this machine (Debian: libreoffice-writer)\n',
  )

block('a letter opened in LibreOffice', () => {
  let folder: string
  before(async function () {
    this.timeout(120_000)
    folder = mkdtempSync(join(tmpdir(), 'sojourn-letters-'))
    for (const { type } of letters)
      writeFileSync(join(folder, `${type}.docx`), await letterDocx(aFilledLetter(type).letter))
    await convertToPdf(
      folder,
      letters.map(({ type }) => `${type}.docx`),
    )
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  for (const { type, title, style, audience } of letters)
    it(`${title.zh}: is drawn whole, and no page stands empty`, async function () {
      this.timeout(20_000)
      const { letter } = aFilledLetter(type)
      const reading = await readPdf(readFileSync(join(folder, `${type}.pdf`)))
      if (reading.outcome !== 'text') throw new Error('the pdf cannot be read')
      const { text: words, pages = [] } = reading.paper
      const text = bare(words)
      expect(text).to.include(bare(textOf(letter.title)))
      expect(text).to.include(bare(textOf(letter.bureau)))
      if (letter.number) expect(text).to.include(bare(textOf(letter.number)))
      for (const [i, start] of pages.entries())
        expect(bare(words.slice(start, pages[i + 1])), `page ${i + 1}`).not.to.equal('')
      // A form of approval is one sheet.
      if (style === 'form' && audience === 'internal' && type !== 'lead-check-record') expect(pages).to.have.length(1)
    })
})

/** Without what a line break may add or take. */
function bare(text: string): string {
  return text.replace(/\s/g, '')
}
