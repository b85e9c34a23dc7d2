import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { parse } from 'yaml'
import { CATEGORIES, CHANNELS, ENTITIES, KINDS } from '../../src/core/document.ts'
import { readFile as readPaper } from '../../src/reader/index.ts'
import { UNREADABLE_REASONS } from '../../src/reader/reading.ts'
import { rootPath } from '../../src/root.ts'

interface Paper {
  file: string
  kind?: string
  channel?: string
  entity?: string
  region: string
  date: string
  sender: string
  external?: string
  truth: string[]
  why: string
  rows?: { external: string; truth: string[]; why: string }[]
}

const INBOX = rootPath('db/seeds/inbox')

describe('the sample inbox', () => {
  let papers: Paper[]
  let unreadable: { file: string; reason: string }[]

  before(async () => {
    ;({ papers, unreadable } = parse(await readFile(join(INBOX, 'manifest.yaml'), 'utf8')))
  })

  it('lists each of its files once', async () => {
    const files = (await readdir(INBOX)).filter((name) => !['README.md', 'manifest.yaml'].includes(name))
    expect([...papers, ...unreadable].map(({ file }) => file)).to.have.members(files)
  })

  it('says of each paper only what the program has a word for', () => {
    for (const paper of papers) {
      if (paper.kind) expect(KINDS, paper.file).to.include(paper.kind)
      if (paper.channel) expect(CHANNELS, paper.file).to.include(paper.channel)
      if (paper.entity) expect(ENTITIES, paper.file).to.include(paper.entity)
      expect(paper.region, paper.file).to.match(/^(21|22|23|44|46)\d{4}$/)
      expect(paper.date, paper.file).to.match(/^202[56]-\d\d-\d\d$/)
      for (const { truth, why } of [paper, ...(paper.rows ?? [])]) {
        expect(CATEGORIES, paper.file).to.include.members(truth)
        expect(why, paper.file).to.not.equal('')
      }
    }
  })

  it('is about half unlawful', () => {
    const unlawful = papers.filter(({ truth }) => truth.length > 0).length
    expect(unlawful / papers.length).to.be.within(0.4, 0.6)
  })

  it('can be read, but for the papers it says cannot, with the reason it gives', async function () {
    this.timeout(30_000)
    for (const { file, rows } of papers) {
      const reading = await readPaper(await readFile(join(INBOX, file)), file)
      expect(reading.outcome, file).to.equal(rows ? 'sheet' : 'text')
      if (reading.outcome !== 'sheet') continue
      expect(reading.papers.map(({ fields }) => fields.external)).to.deep.equal(rows?.map(({ external }) => external))
    }
    for (const { file, reason } of unreadable) {
      expect(UNREADABLE_REASONS).to.include(reason)
      const reading = await readPaper(await readFile(join(INBOX, file)), file)
      expect(reading, file).to.include({ outcome: 'unreadable', reason })
    }
  })

  it('names no bank card that passes its check digit', async () => {
    let cards = 0
    for (const { file } of papers) {
      const reading = await readPaper(await readFile(join(INBOX, file)), file)
      const texts =
        reading.outcome === 'text'
          ? [reading.paper.text]
          : reading.outcome === 'sheet'
            ? reading.papers.map(({ text }) => text)
            : []
      for (const card of texts.join('\n').match(/\b\d(?: ?\d){15,18}\b/g) ?? []) {
        cards++
        expect(passesLuhn(card.replaceAll(' ', '')), `${file}: ${card}`).to.equal(false)
      }
    }
    expect(cards).to.be.greaterThan(0)
  })
})

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
