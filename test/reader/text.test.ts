import { expect } from 'chai'
import iconv from 'iconv-lite'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf, textOf } from './expect-reading.ts'

const PROSE =
  '入住康养基地即享年化收益百分之十二,会员卡到期全额退还本金。\r\n名额有限,预交费用八万元起,老年朋友切勿错过,详情请到服务中心咨询。\n'
const TRADITIONAL =
  '入住康養基地即享年化收益百分之十二,會員卡到期全額退還本金。名額有限,預交費用八萬元起,老年朋友切勿錯過。'

describe('reading plain text', () => {
  for (const encoding of ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']) {
    for (const addBOM of [false, true]) {
      it(`reads ${encoding} ${addBOM ? 'with' : 'without'} a byte order mark, keeping every character`, async () => {
        const paper = textOf(await readFile(iconv.encode(PROSE, encoding, { addBOM }), 'a.txt'))
        expect(paper).to.deep.equal({ format: 'text', encoding, text: PROSE, links: [] })
      })
    }
  }

  it('reads Big5', async () => {
    expect(textOf(await readFile(iconv.encode(TRADITIONAL, 'big5'), 'a.txt'))).to.include({
      encoding: 'big5',
      text: TRADITIONAL,
    })
  })

  it('reads traditional characters in GB18030 as such, not as Big5', async () => {
    const bytes = iconv.encode(TRADITIONAL, 'gb18030')
    expect(textOf(await readFile(bytes, 'a.txt'))).to.include({ encoding: 'gb18030', text: TRADITIONAL })
  })

  it('reads GB18030 characters of four bytes', async () => {
    const text = `${PROSE}经办人:𬱖䶮。`
    expect(textOf(await readFile(iconv.encode(text, 'gb18030'), 'a.txt')).text).to.equal(text)
  })

  it('stays with UTF-8 when some of its bytes are broken', async () => {
    const bytes = Buffer.from(PROSE)
    for (const at of [4, 31, 70, 100]) bytes[at] = 0xff
    const paper = textOf(await readFile(bytes, 'a.txt'))
    expect(paper.encoding).to.equal('utf-8')
    expect(paper.text).to.include('\ufffd').and.include('老年朋友切勿错过')
  })

  it('stays with UTF-8 when the file is cut inside a character', async () => {
    const paper = textOf(await readFile(Buffer.from(PROSE.trim()).subarray(0, -1), 'a.txt'))
    expect(paper.encoding).to.equal('utf-8')
    expect(paper.text.endsWith('\ufffd')).to.equal(true)
  })

  it('stays with GB18030 when a byte was lost on the way', async () => {
    const bytes = iconv.encode(PROSE, 'gb18030')
    const paper = textOf(await readFile(Buffer.concat([bytes.subarray(0, 20), bytes.subarray(21)]), 'a.txt'))
    expect(paper.encoding).to.equal('gb18030')
    expect(paper.text).to.include('老年朋友切勿错过')
  })

  it('reads English in UTF-16 without a mark by its NULs', async () => {
    const text = 'Guaranteed return of 12% a year.'
    expect(textOf(await readFile(iconv.encode(text, 'utf-16le', { addBOM: false }), 'a.txt'))).to.include({
      text,
      encoding: 'utf-16le',
    })
  })

  it('puts U+FFFD for a stray NUL, which no database keeps', async () => {
    expect(textOf(await readFile(Buffer.from('保证收益\0,到期还本。'), 'a.txt')).text).to.equal(
      '保证收益\ufffd,到期还本。',
    )
  })

  it('calls nothing, white space and a lone byte order mark empty', async () => {
    for (const blank of ['', ' \r\n\t　\u200b', '\ufeff']) {
      expect(reasonOf(await readFile(Buffer.from(blank), 'a.txt'))).to.equal('empty')
    }
  })

  it('refuses binary data under a text name', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919 + at * at * 31) % 256))
    expect(reasonOf(await readFile(noise, 'a.txt'))).to.equal('wrong_extension')
    expect(reasonOf(await readFile(noise, 'a.dat'))).to.equal('unsupported')
  })

  it('says bad encoding when most bytes fit no character set', async () => {
    expect(reasonOf(await readFile(Buffer.alloc(600, 0xff), 'a.txt'))).to.equal('bad_encoding')
  })
})
