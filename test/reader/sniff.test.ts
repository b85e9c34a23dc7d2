import { expect } from 'chai'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf, textOf } from './expect-reading.ts'
import { A_PNG, anOleFile, part } from './make-papers.ts'
import { makeZip } from './make-zip.ts'

async function refusal(bytes: Uint8Array, name: string): Promise<string> {
  return reasonOf(await readFile(bytes, name))
}

describe('telling what bytes are', () => {
  it('knows old Office files, whatever their name', async () => {
    expect(await refusal(anOleFile('WordDocument'), 'a.doc')).to.equal('old_office')
    expect(await refusal(anOleFile('Workbook'), 'a.xls')).to.equal('old_office')
    expect(await refusal(anOleFile('PowerPoint Document'), 'a.docx')).to.equal('old_office')
    expect(await refusal(Buffer.from('{\\rtf1\\ansi hello}'), 'a.doc')).to.equal('old_office')
  })

  it('knows Kingsoft files by their name, and encrypted ones by their streams', async () => {
    expect(await refusal(anOleFile('WordDocument'), 'a.wps')).to.equal('wps')
    expect(await refusal(anOleFile('Workbook'), 'a.et')).to.equal('wps')
    expect(await refusal(anOleFile('EncryptedPackage'), 'a.wps')).to.equal('encrypted')
  })

  it('knows OFD', async () => {
    expect(await refusal(makeZip([part('OFD.xml', '<x/>'), part('Doc_0/Document.xml', '<x/>')]), 'a.ofd')).to.equal(
      'ofd',
    )
  })

  it('does not read pictures, archives and programs', async () => {
    expect(await refusal(A_PNG, 'a.png')).to.equal('unsupported')
    expect(await refusal(Buffer.from('ffd8ffe000104a4649460001', 'hex'), 'photo')).to.equal('unsupported')
    expect(await refusal(Buffer.from('Rar!\x1a\x07\x01\x00', 'latin1'), 'a.rar')).to.equal('unsupported')
    expect(await refusal(makeZip([part('papers/a.txt', '保本')]), 'a.zip')).to.equal('unsupported')
    expect(await refusal(Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'), 'a.exe')).to.equal('unsupported')
  })

  it('says pictures are not read yet', async () => {
    expect(await readFile(A_PNG, 'a.png')).to.deep.include({ hint: 'a png picture: pictures are not read yet' })
  })

  it('says the name is wrong when it promises what the bytes are not', async () => {
    expect(await refusal(A_PNG, 'a.docx')).to.equal('wrong_extension')
    expect(await refusal(A_PNG, 'a.txt')).to.equal('wrong_extension')
    expect(await refusal(makeZip([part('a.txt', '保本')]), 'a.docx')).to.equal('wrong_extension')
    expect(await refusal(Buffer.from('到期还本'), 'a.pdf')).to.equal('wrong_extension')
  })

  it('reads plain text under an unknown name or none', async () => {
    expect(textOf(await readFile(Buffer.from('到期还本'), '来件')).text).to.equal('到期还本')
    expect(textOf(await readFile(Buffer.from('到期还本'), 'a.dat')).text).to.equal('到期还本')
  })

  it('is not misled by an archive that holds a document', async () => {
    const inner = makeZip([part('[Content_Types].xml', '<x/>'), part('word/document.xml', '<x/>')])
    expect(await refusal(makeZip([{ name: 'inner.docx', data: inner }]), 'a.zip')).to.equal('unsupported')
  })

  it('refuses a file over the limit before looking into it', async () => {
    expect(reasonOf(await readFile(Buffer.from('到期还本'), 'a.txt', { maxBytes: 11 }))).to.equal('too_large')
    expect(textOf(await readFile(Buffer.from('到期还本'), 'a.txt', { maxBytes: 12 })).text).to.equal('到期还本')
  })
})
