import { expect } from 'chai'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf, textOf } from './expect-reading.ts'
import { A_PNG, aBareDocx, aDocx, anOleFile, part } from './make-papers.ts'

const PARAGRAPH = '<w:p><w:r><w:t>到期还本</w:t></w:r></w:p>'

describe('reading docx', () => {
  it('loses neither header, table, list, footnote nor footer', async () => {
    const { text, title } = textOf(await readFile(await aDocx(), '合同.docx'))
    expect(text.split('\n')).to.deep.equal([
      '页眉:云栖康养服务中心',
      '会员服务合同',
      '甲方承诺年化收益12%[1]。',
      '档次\t金额',
      '金卡\t80,000元',
      '先到先得',
      '点此报名',
      '脚注:收益由担保公司兜底。',
      '页脚:客服 0000-0000',
    ])
    expect(title).to.equal('会员服务合同')
  })

  it('keeps links with the place of their words', async () => {
    const { text, links } = textOf(await readFile(await aDocx(), '合同.docx'))
    expect(links.map(({ href, span }) => [href, text.slice(span.start, span.end)])).to.deep.include([
      'https://example.invalid/join',
      '点此报名',
    ])
  })

  it('leaves out deleted revisions and keeps inserted ones', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>保本</w:delText></w:r></w:del><w:ins><w:r><w:t>不承诺</w:t></w:r></w:ins><w:r><w:t>收益</w:t></w:r></w:p>'
    expect(textOf(await readFile(aBareDocx(body), 'a.docx')).text).to.equal('不承诺收益')
  })

  it('reads a docx under any name', async () => {
    expect(textOf(await readFile(aBareDocx(PARAGRAPH), 'a.doc')).format).to.equal('docx')
    expect(textOf(await readFile(aBareDocx(PARAGRAPH), 'a.xlsx')).format).to.equal('docx')
  })

  it('tells a document of pictures from an empty one', async () => {
    const picture = { name: 'word/media/image1.png', data: A_PNG }
    expect(reasonOf(await readFile(aBareDocx('<w:p/>', [picture]), 'a.docx'))).to.equal('no_text')
    expect(reasonOf(await readFile(aBareDocx('<w:p/>'), 'a.docx'))).to.equal('empty')
  })

  it('calls a docx cut short at any place corrupt', async () => {
    const whole = await aDocx()
    for (const share of [0.05, 0.3, 0.7, 0.95, 0.999]) {
      const reading = await readFile(whole.subarray(0, Math.floor(whole.length * share)), 'a.docx')
      expect(reasonOf(reading), `cut at ${share}`).to.equal('corrupt')
    }
  })

  it('calls a docx with a changed byte in its text corrupt', async () => {
    const bytes = Buffer.from(aBareDocx(PARAGRAPH))
    const at = bytes.indexOf('word/document.xml') + 'word/document.xml'.length + 20
    bytes[at] = bytes[at]! ^ 0x55
    expect(reasonOf(await readFile(bytes, 'a.docx'))).to.equal('corrupt')
  })

  it('calls a password-protected docx encrypted', async () => {
    expect(reasonOf(await readFile(anOleFile('EncryptionInfo', 'EncryptedPackage'), 'a.docx'))).to.equal('encrypted')
  })

  it('refuses an external entity without looking at what it names', async () => {
    const prolog = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    const body = '<w:p><w:r><w:t>甲&x;</w:t></w:r></w:p>'
    expect(reasonOf(await readFile(aBareDocx(body, [], prolog), 'a.docx'))).to.equal('corrupt')
  })

  it('refuses entities that multiply, in the main part or any other', async () => {
    const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "&l${at};&l${at};">`).join('')
    const prolog = `<!DOCTYPE d [<!ENTITY l0 "哈">${laughs}]>`
    const body = '<w:p><w:r><w:t>&l30;</w:t></w:r></w:p>'
    expect(reasonOf(await readFile(aBareDocx(body, [], prolog), 'a.docx'))).to.equal('corrupt')
    const header = part('word/header1.xml', `${prolog}<w:hdr><w:p><w:r><w:t>&l30;</w:t></w:r></w:p></w:hdr>`)
    expect(reasonOf(await readFile(aBareDocx(PARAGRAPH, [header]), 'a.docx'))).to.equal('corrupt')
  })
})
