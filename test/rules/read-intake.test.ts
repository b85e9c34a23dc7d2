import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { articleOf, REFUSAL_GROUNDS } from '../../src/core/intake/intake-law.ts'
import { Problem } from '../../src/core/problem.ts'
import { rootPath } from '../../src/root.ts'
import { loadIntake } from '../../src/rulebook/load-intake.ts'
import { loadMoves } from '../../src/rulebook/load-moves.ts'

const law = loadIntake()

describe('the law of intake', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sojourn-intake-'))
    cpSync(rootPath('rules/clocks.yaml'), join(folder, 'clocks.yaml'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  const mistakesOf = (change: (yaml: string) => string): string[] => {
    writeFileSync(join(folder, 'intake.yaml'), change(readFileSync(rootPath('rules/intake.yaml'), 'utf8')))
    try {
      loadIntake(folder)
    } catch (error) {
      if (error instanceof Problem) return error.detail.mistakes as string[]
      throw error
    }
    return []
  }

  it('has an article for every element and ground, on either side of 2026-04-15', () => {
    const elements = [...law.elements.complaint, ...law.elements.report]
    for (const day of ['2026-04-14', '2026-04-15']) {
      for (const { id, articles } of elements)
        expect(articleOf(articles, day), `${id} on ${day}`).to.not.equal(undefined)
      for (const ground of REFUSAL_GROUNDS.filter((each) => each !== 'false_identity'))
        expect(articleOf(law.grounds[ground], day), `${ground} on ${day}`).to.not.equal(undefined)
    }
    // Verification of the true identity came with Order 121.
    expect(articleOf(law.grounds.false_identity, '2026-04-14')).to.equal(undefined)
  })

  it('knows no ground of refusal that the procedure does not', () => {
    expect(loadMoves().choices.refusal_ground).to.include.keys([...REFUSAL_GROUNDS])
  })

  it('asks in whole sentences, Chinese and English', () => {
    for (const { id, ask } of [...law.elements.complaint, ...law.elements.report]) {
      expect(ask.zh, id).to.match(/[？。]$/)
      expect(ask.en, id).to.match(/[?.]$/)
    }
  })

  it('says at which line it cannot be read', () => {
    expect(mistakesOf((yaml) => yaml)).to.deep.equal([])
    const [unknown] = mistakesOf((yaml) => yaml.replace('complainant_name:', 'complainant_nmae:'))
    expect(unknown)
      .to.match(/\/intake\.yaml:\d+:\d+/)
      .and.include('complainant_nmae')
    const [instrument] = mistakesOf((yaml) => yaml.replace('order-121: [第十七条', 'order-122: [第十七条'))
    expect(instrument).to.include('order-122')
    const [figure] = mistakesOf((yaml) => yaml.replace('complaints: 6', 'complaints: 0'))
    expect(figure).to.include('allowed')
  })
})
