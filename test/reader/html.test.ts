import { expect } from 'chai'
import iconv from 'iconv-lite'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf, textOf } from './expect-reading.ts'

async function read(html: string | Uint8Array) {
  return textOf(await readFile(typeof html === 'string' ? Buffer.from(html) : html, 'page.html'))
}

describe('reading html', () => {
  it('puts blocks on lines of their own and parts cells with tabs', async () => {
    const { text } = await read(
      '<h1>会员卡</h1><div>年化<b>12</b>%<br>到期还本</div><ul><li>甲</li><li>乙</li></ul><table><tr><td><p>金卡</p></td><td><p>八万</p></td></tr><tr><td>银卡</td><td>三万</td></tr></table>',
    )
    expect(text).to.equal('会员卡\n年化12%\n到期还本\n甲\n乙\n金卡\t八万\n银卡\t三万')
  })

  it('leaves out scripts, styles, comments and what is hidden on the element', async () => {
    const { text } = await read(
      '<style>p{}</style><script>var 收益=1</script><!-- 备注 --><noscript>请启用脚本</noscript><p hidden>甲</p><p style="color:red; display : none">乙</p><p style="visibility:hidden">丙</p><p>看得见</p>',
    )
    expect(text).to.equal('看得见')
  })

  it('keeps what is hidden from screen readers only', async () => {
    expect((await read('<p><span aria-hidden="true">保本</span>保息</p>')).text).to.equal('保本保息')
  })

  it('decodes entities and puts alternative text for pictures', async () => {
    expect((await read('<p>收益&gt;10&#37;<img src="a.png" alt="内部认购">&#x4fdd;本</p>')).text).to.equal(
      '收益>10%内部认购保本',
    )
  })

  it('joins Chinese lines wrapped in the source, and keeps words of Latin script apart', async () => {
    expect((await read('<p>到期\n   还本,call\n us</p>')).text).to.equal('到期还本,call us')
  })

  it('keeps lines of preformatted text', async () => {
    expect((await read('<pre>一  二\n三</pre>')).text).to.equal('一  二\n三')
  })

  it('brackets the reading of a ruby as printed text does', async () => {
    expect((await read('<p><ruby>养<rp>(</rp><rt>yǎng</rt><rp>)</rp></ruby>老</p>')).text).to.equal('养(yǎng)老')
  })

  it('keeps links with the place of their words', async () => {
    const { text, links } = await read(
      '<p>详情 <a href=" https://example.invalid/a?b=1&amp;c=2 "> 点此 <i>报名</i></a>,<a href="tel:0000">来电</a><a href="#top">回顶部</a><a href="javascript:void(0)">关</a></p>',
    )
    expect(links.map(({ href, span }) => [href, text.slice(span.start, span.end)])).to.deep.equal([
      ['https://example.invalid/a?b=1&c=2', '点此 报名'],
      ['tel:0000', '来电'],
    ])
  })

  it('takes the title from the head and not into the text', async () => {
    expect(await read('<title> 候鸟\n康养 </title><p>正文</p>')).to.deep.include({ title: '候鸟 康养', text: '正文' })
  })

  for (const [declaration, encoding] of [
    ['<meta charset="gb2312">', 'gbk'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=big5">', 'big5'],
  ] as const) {
    it(`honours ${declaration}`, async () => {
      const { text } = await read(iconv.encode(`<html><head>${declaration}</head><body>老人</body></html>`, encoding))
      expect(text).to.equal('老人')
    })
  }

  it('believes the bytes when the declaration is wrong', async () => {
    expect(await read('<meta charset="gb2312"><p>到期全额退还本金</p>')).to.include({
      encoding: 'utf-8',
      text: '到期全额退还本金',
    })
    const gbk = iconv.encode('<meta charset="utf-8"><p>到期全额退还本金</p>', 'gbk')
    expect(await read(gbk)).to.include({ encoding: 'gb18030', text: '到期全额退还本金' })
  })

  it('puts a byte order mark before any declaration', async () => {
    expect((await read(iconv.encode('<meta charset="gbk"><p>老人</p>', 'utf-16le', { addBOM: true }))).text).to.equal(
      '老人',
    )
  })

  it('reads a page under any name by its first tag', async () => {
    expect(textOf(await readFile(Buffer.from('<!DOCTYPE html><p>保本</p>'), 'notice.docx'))).to.include({
      format: 'html',
      text: '保本',
    })
  })

  it('tells a page of pictures from an empty one', async () => {
    expect(reasonOf(await readFile(Buffer.from('<html><img src="poster.jpg"></html>'), 'a.html'))).to.equal('no_text')
    expect(reasonOf(await readFile(Buffer.from('<html><script>1</script></html>'), 'a.html'))).to.equal('empty')
  })

  it('survives very deep nesting', async () => {
    const depth = 8_000
    expect((await read(`${'<b>'.repeat(depth)}保本`)).text).to.equal('保本')
    expect((await read(`${'<div>'.repeat(depth)}保本${'</div>'.repeat(depth)}`)).text).to.equal('保本')
  })
})
