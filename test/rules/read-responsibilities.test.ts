import { expect } from 'chai'
import { loadMoves } from '../../src/rulebook/load-moves.ts'
import { loadResponsibilities } from '../../src/rulebook/load-responsibilities.ts'
import { readResponsibilities } from '../../src/rulebook/read-responsibilities.ts'
import { parseYaml, sayMistake } from '../../src/rulebook/yaml-source.ts'
import { shipped } from '../support/rulebook.ts'

const procedure = loadMoves()
const codes = new Set(shipped.rulebook.rules.map(({ code }) => code))
const SAID = '{ zh: 字, en: word }'
const LAW = '[{ from: 2026-01-01, cites: { order: [第一条, art. 1] } }]'

/** A file with one matter and one line, into which a mistake is put. */
function file(more: { matter?: string; duty?: string; line?: string; venue?: string } = {}): string {
  return `instruments:
  order: { zh: 《办法》, en: Measures }
levels: { province: ${SAID}, city: ${SAID}, county: ${SAID}, township: ${SAID} }
departments:
  market: { name: ${SAID}, short: ${SAID} }
notes: { gone: ${SAID} }
matters:
  ads:
    title: ${SAID}
    lead: market
    lines: [check]
    ${more.matter ?? 'signs: [{ codes: [FA-01] }]'}
    duties:
      - { department: market, does: ${SAID}, ${more.duty ?? ''} articles: ${LAW} }
lines:
  check: { title: ${SAID}, to: market, ${more.line ?? 'clock: T06,'} articles: ${LAW} }
opinion: { reply: 10 workday house, articles: ${LAW} }
places: { conduct: ${SAID} }
venues:
  - { of: report, ${more.venue ?? 'places: [conduct],'} articles: ${LAW} }
misdirected: []
`
}

function mistakesOf(text: string): string {
  const { root, mistakes } = parseYaml(text, 'responsibilities.yaml')
  readResponsibilities(root, { instruments: new Map(), clocks: procedure.clocks, procedure, codes })
  return mistakes.map(sayMistake).join('\n')
}

describe('the file of responsibilities', () => {
  it('is read when nothing is wrong', () => {
    expect(mistakesOf(file())).to.equal('')
  })

  it('as shipped names only codes of rules that exist', () => {
    expect(() => loadResponsibilities(undefined, procedure, codes)).to.not.throw()
  })

  it('is told with file, line and what is allowed', () => {
    const said = mistakesOf(file({ matter: 'signs: [{ codes: [ZZ-99], entity: castle }]' }))
    expect(said).to.include('rules/responsibilities.yaml:12:')
    expect(said).to.include('no rule has the code "ZZ-99"')
    expect(said).to.include('entity is "castle"; allowed: care_institution')
  })

  it('asks a sign to ask for something, and a matter that proposes lines to have one', () => {
    expect(mistakesOf(file({ matter: 'signs: [{}]' }))).to.include('the sign asks for nothing')
    expect(mistakesOf(file({ matter: 'signs: []' }))).to.include('no signs by which it is met')
    expect(mistakesOf(file({ matter: 'signs: [{ note: gone, severity: 3 }]' }))).to.include('severity needs a category')
  })

  it('knows regions by the digits that are not open, and levels by name', () => {
    expect(mistakesOf(file({ duty: "region: '4400'," }))).to.include('the first two, four or six digits')
    expect(mistakesOf(file({ duty: 'level: [village],' }))).to.include('allowed: province, city, county, township')
    expect(mistakesOf(file({ duty: "region: ['44', '2101'], level: [township]," }))).to.equal('')
  })

  it('asks every line when it is late, by law or by the house, not by both', () => {
    expect(mistakesOf(file({ line: '' }))).to.include('when is it late?')
    expect(mistakesOf(file({ line: 'clock: T06, reply: 10 workday,' }))).to.include('has the clock T06 already')
    expect(mistakesOf(file({ line: 'reply: ten days,' }))).to.include('as "10 workday"')
    expect(mistakesOf(file({ line: 'clock: T99,' }))).to.include('clock is "T99"')
    expect(mistakesOf(file({ line: 'clock: T06, moves: refer_fundraising,' }))).to.include('says on which matter')
    expect(mistakesOf(file({ line: 'clock: T06, opens: report,' }))).to.include('both of asks and opens')
    const found = (states: string) => mistakesOf(file({ line: `clock: T06, found: { ${states} },` }))
    expect(found('any: officer_lead')).to.equal('')
    expect(found('mediation: mediation_lead')).to.include('needs any:')
    expect(found('any: officer_lead, asleep: officer_lead')).to.include('unknown state "asleep"')
  })

  it('asks a venue for a place that is named', () => {
    expect(mistakesOf(file({ venue: 'places: [],' }))).to.include('needs 1 or more')
    expect(mistakesOf(file({ venue: 'places: [moon],' }))).to.include('allowed: conduct')
    expect(mistakesOf(file({ venue: 'when: { weather: fine }, places: [conduct],' }))).to.include(
      'unknown key "weather"',
    )
  })
})
