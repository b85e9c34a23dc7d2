import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { rootPath } from '../../src/root.ts'
import { shipped, shippedExamples } from '../support/rulebook.ts'

const { rulebook } = shipped
const examples = shippedExamples()
const TODAY = '2026-11-22'

describe('the rulebook', () => {
  it('holds examples for every rule', () => {
    expect([...examples.keys()].sort()).to.deep.equal(rulebook.rules.map(({ id }) => id).sort())
  })

  it('rests every rule on an article that is verified or read at second hand', () => {
    for (const { id, basis } of rulebook.rules) {
      const breached = basis.filter(({ role }) => role !== 'penalises').map((entry) => rulebook.basis[entry.id]!)
      expect(
        breached.some(({ confidence }) => confidence !== 'M'),
        id,
      ).to.equal(true)
    }
  })

  for (const [id, { hits, misses }] of examples) {
    describe(id, () => {
      for (const hit of hits) {
        it(`finds “${hit.quote}” in “${short(hit.text)}”`, () => {
          const found = said(hit).filter(({ rule }) => rule === id)
          expect(found.map(({ quote }) => quote)).to.include(hit.quote)
        })
      }
      for (const miss of misses) {
        it(`is silent on ${miss.why}: “${short(miss.text)}”`, () => {
          const found = said(miss).filter(({ rule }) => rule === id)
          expect(found.map(({ quote }) => quote)).to.deep.equal([])
        })
      }
    })
  }
})

describe('lawful papers', () => {
  const folder = rootPath('test/fixtures/clean')
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : []

  it('are there to be tried', () => {
    expect(files.length).to.be.greaterThan(0)
  })

  for (const name of files) {
    it(`raise no finding: ${name}`, () => {
      const { findings } = assess({ text: readFileSync(join(folder, name), 'utf8') }, TODAY, shipped)
      expect(findings.map(({ code, quote }) => `${code} ${quote}`)).to.deep.equal([])
    })
  }
})

/** Findings, and the hints of rules of procedure. */
function said(paper: Paper) {
  const { findings, procedure } = assess(paper, TODAY, shipped)
  return [...findings, ...procedure]
}

function short(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 24)}…`
}
