import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readFile } from '../../src/reader/index.ts'
import { reasonOf, textOf } from './expect-reading.ts'
import { aPdf, aPdfWithoutItsFont } from './make-papers.ts'

const LEAFLET = readFileSync(new URL('../fixtures/papers/membership-leaflet.pdf', import.meta.url))

describe('reading pdf', () => {
  it('reads pages and says where each starts', async () => {
    const { text, pages } = textOf(await readFile(await aPdf(['First page.', 'Second page.']), 'a.pdf'))
    expect(text).to.equal('First page.\nSecond page.')
    expect(pages).to.deep.equal([0, 12])
  })

  it('reads a printed Chinese page in characters, not in the radicals that look like them', async () => {
    const { text, pages, title } = textOf(await readFile(LEAFLET, 'a.pdf'))
    expect(text.split('\n')).to.deep.equal([
      '南岭候鸟康养基地会员卡',
      '入住即返,年化收益12%,到期本金全额退还至本人账户。',
      '长者门店电话:0000-0000000',
      '风险提示',
      '见背页。本活动最终解释权归主办方所有。',
    ])
    expect(text.slice(pages![1]!)).to.match(/^风险提示/)
    expect(title).to.equal('候鸟康养会员招募')
  })

  it('reads Chinese set in a font the file names but does not carry', async () => {
    expect(textOf(await readFile(aPdfWithoutItsFont('年化收益百分之十二'), 'a.pdf')).text).to.equal(
      '年化收益百分之十二',
    )
  })

  it('leaves the lists and the JSON of the rest of the program as they were', async () => {
    await readFile(await aPdf(['Hello.']), 'a.pdf')
    expect(String(Array.prototype.push)).to.contain('[native code]')
    expect(String(JSON.parse)).to.contain('[native code]')
    expect(Object.keys([1])).to.deep.equal(['0'])
  })

  it('reads a pdf under any name', async () => {
    expect(textOf(await readFile(await aPdf(['Hello.']), 'a.txt')).format).to.equal('pdf')
  })

  it('says encrypted when it opens with a password only, and reads one whose owner merely forbids copying', async () => {
    expect(reasonOf(await readFile(await aPdf(['Secret.'], { userPassword: 'x' }), 'a.pdf'))).to.equal('encrypted')
    expect(textOf(await readFile(await aPdf(['Open.'], { ownerPassword: 'x' }), 'a.pdf')).text).to.equal('Open.')
  })

  it('says no text for pages of pictures, a phone scanner’s own mark notwithstanding', async () => {
    expect(reasonOf(await readFile(await aPdf(['', '']), 'a.pdf'))).to.equal('no_text')
    expect(reasonOf(await readFile(await aPdf(['CamScanner', 'Scanned with CamScanner']), 'a.pdf'))).to.equal('no_text')
  })

  it('calls a pdf cut short corrupt, never reading part of it as the whole', async () => {
    const whole = await aPdf(['First page.', 'Second page.'])
    for (const bytes of [whole, LEAFLET]) {
      for (const share of [0.1, 0.5, 0.9, 0.97]) {
        const reading = await readFile(bytes.subarray(0, Math.floor(bytes.length * share)), 'a.pdf')
        expect(reasonOf(reading), `cut at ${share}`).to.equal('corrupt')
      }
    }
  })

  it('calls a mere heading of a pdf corrupt', async () => {
    expect(reasonOf(await readFile(Buffer.from('%PDF-1.7\nnothing here\n%%EOF\n'), 'a.pdf'))).to.equal('corrupt')
  })

  it('leaves the caller’s bytes as they were', async () => {
    const bytes = await aPdf(['Hello.'])
    const before = bytes.toString('hex')
    await readFile(bytes, 'a.pdf')
    expect(bytes.toString('hex')).to.equal(before)
  })
})
