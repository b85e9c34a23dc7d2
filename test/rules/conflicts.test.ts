import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { rootPath } from '../../src/root.ts'
import { findConflicts } from '../../src/rulebook/conflicts.ts'
import { loadForAuthors } from '../../src/rulebook/load.ts'
import { sayMistake } from '../../src/rulebook/yaml-source.ts'

const FEW = ['guaranteed-return', 'superlative', 'no-refund', 'payout-stopped']

describe('conflicts among rules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    cpSync(rootPath('rules'), folder, {
      recursive: true,
      filter: (path) =>
        !/\/(?:marketing|contract|complaint|procedure)\/[^/]+\.yaml$/.test(path) ||
        FEW.some((rule) => path.includes(rule)),
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** A rule of its own beside the others, with just what the test is about. */
  function write(name: string, code: string, lines: string) {
    const head = [
      `code: ${code}`,
      'title: { zh: 试, en: trial }',
      'severity: 2',
      'confidence: 0.5',
      "message: { zh: '“{quote}”涉嫌违法。', en: may be unlawful }",
      'false_positives: [引用]',
    ]
    const defaults = { status: 'active', category: 'deceptive_sales', kind: 'mention', documents: '[marketing]' }
    for (const [key, value] of Object.entries(defaults))
      if (!new RegExp(`^${key}:`, 'm').test(lines)) head.push(`${key}: ${value}`)
    if (!/^basis:/m.test(lines)) head.push('basis: [{ article: consumer-law/20, role: violates }]')
    writeFileSync(join(folder, `marketing/${name}.yaml`), `${head.join('\n')}\n${lines}\n`)
    cpSync(join(folder, 'marketing/superlative.examples.yaml'), join(folder, `marketing/${name}.examples.yaml`))
  }
  const doubts = () => findConflicts(loadForAuthors(folder)).map(sayMistake)
  const doubtsOf = (name: string) => doubts().filter((said) => said.includes(`marketing/${name}.yaml`))

  it('are told at their place, with the line and what is allowed', () => {
    write('twice', 'ZZ-01', 'elements:\n  - id: word\n    any:\n      - words: [甲乙丙, 丁戊, 甲乙丙]')
    expect(doubtsOf('twice')).to.have.length(1)
    expect(doubtsOf('twice')[0]).to.match(
      /\/rules-\w+\/marketing\/twice\.yaml:\d+:\d+ {2}"甲乙丙" stands twice in the element "word"; allowed: once\n {4}\d+ \| .*words: \[甲乙丙, 丁戊, 甲乙丙\]/,
    )
  })

  it('tell two rules that ask for the same and call it differently', () => {
    write('one', 'ZZ-01', 'elements: [{ id: word, any: [{ words: [甲乙丙] }] }]')
    write('other', 'ZZ-02', 'category: false_advertising\nelements: [{ id: a, any: [{ words: [甲乙丙] }] }]')
    expect(doubtsOf('other').join()).to.include(
      'asks for the same as ZZ-01 (marketing/one) and calls it false_advertising',
    )
    write('other', 'ZZ-02', 'elements: [{ id: a, any: [{ words: [甲乙丙] }] }]')
    expect(doubtsOf('other').join()).to.include('allowed: one rule with both bases')
    write('other', 'ZZ-02', 'documents: [contract]\nelements: [{ id: a, any: [{ words: [甲乙丙] }] }]')
    expect(doubtsOf('other')).to.deep.equal([])
  })

  it('tell a word that two elements of a nearby rule share', () => {
    const elements = (first: string, second: string) =>
      `kind: nearby\nelements:\n  - { id: one, any: [{ words: [${first}] }] }\n  - { id: two, any: [{ words: [${second}] }] }`
    write('shared', 'ZZ-01', elements('甲乙, 丙丁', '丙丁, 戊己'))
    expect(doubtsOf('shared').join()).to.include('"丙丁" stands in the elements "one" and "two"')
    write('shared', 'ZZ-01', elements('甲乙', '丙丁'))
    expect(doubtsOf('shared')).to.deep.equal([])
  })

  it('tell an element’s word that the rule’s own exception always silences', () => {
    const rule = (within: string) =>
      `elements: [{ id: word, any: [{ words: [未经授权, 冒用] }] }]\nunless:\n  - { id: lawful, within: ${within}, any: [{ words: [经授权] }] }`
    for (const within of ['phrase', 'sentence', 'document']) {
      write('silenced', 'ZZ-01', rule(within))
      expect(doubtsOf('silenced').join(), within).to.include('"经授权" always silences "未经授权"')
    }
    write('silenced', 'ZZ-01', rule('before'))
    expect(doubtsOf('silenced')).to.deep.equal([])
  })

  it('tell an exception that can never apply', () => {
    const rule = (word: string) =>
      `elements: [{ id: word, any: [{ words: [第一] }] }]\nunless:\n  - { id: lawful, within: phrase, any: [{ words: [${word}] }] }`
    write('idle', 'ZZ-01', rule('首批'))
    expect(doubtsOf('idle').join()).to.include('"首批" can never overlap a word of the elements')
    for (const word of ['第一时间', '一下', '名列第']) {
      write('idle', 'ZZ-01', rule(word))
      expect(doubtsOf('idle'), word).to.deep.equal([])
    }
  })

  it('tell an article that is never cited', () => {
    const basis = (entry: string) =>
      `elements: [{ id: word, any: [{ words: [甲乙丙] }] }]\nbasis: [{ article: consumer-law/20, role: violates }, ${entry}]`
    write('basis', 'ZZ-01', basis('{ article: prepaid-care-guidance/no-return, role: violates, from: 2029-10-01 }'))
    expect(doubtsOf('basis').join()).to.match(/prepaid-care-guidance\/no-return stood from .* it is never cited/)
    write(
      'basis',
      'ZZ-01',
      `entities: [hotel]\n${basis('{ article: prepaid-care-guidance/no-return, role: violates, entity: care_institution }')}`,
    )
    expect(doubtsOf('basis').join()).to.include('binds care_institution, and the rule concerns hotel alone')
  })

  it('tell a composition whose part is on trial, does not run, or reads other papers', () => {
    const compose = 'kind: composition\nelements: [{ id: part, any: [{ finding: ZZ-01 }] }]'
    write('part', 'ZZ-01', 'status: trial\nelements: [{ id: word, any: [{ words: [甲乙丙] }] }]')
    write('whole', 'ZZ-02', compose)
    expect(doubtsOf('whole').join()).to.include('ZZ-01 is on trial and counts for nothing')
    write('whole', 'ZZ-02', `status: trial\n${compose}`)
    expect(doubtsOf('whole')).to.deep.equal([])
    write('part', 'ZZ-01', 'status: retired\nelements: [{ id: word, any: [{ words: [甲乙丙] }] }]')
    expect(doubtsOf('whole').join()).to.include('ZZ-01 is retired and finds nothing')
    write('part', 'ZZ-01', 'documents: [contract]\nelements: [{ id: word, any: [{ words: [甲乙丙] }] }]')
    expect(doubtsOf('whole').join()).to.include('they never meet')
  })

  it('tell a lexicon that no rule uses', () => {
    writeFileSync(join(folder, 'lexicon/idle.yaml'), 'title: { zh: 闲, en: idle }\nwords: [甲乙]\n')
    expect(doubts().join()).to.include('no rule that runs uses the lexicon "idle"')
  })

  it('are none among the shipped rules, but for words that two elements share on purpose', () => {
    const told = findConflicts(loadForAuthors()).map(sayMistake)
    expect(told.filter((said) => !said.includes('unless that is meant'))).to.deep.equal([])
  })

  it('leave the version alone: owner and since are notes', () => {
    const before = loadForAuthors(folder)
    expect(before.notes.get('marketing/superlative')).to.deep.equal({ owner: '规则维护岗 / rule desk' })
    const file = join(folder, 'marketing/superlative.yaml')
    writeFileSync(file, `${readFileSync(file, 'utf8')}owner: 法制科\nsince: '2026-05-01'\n`)
    const after = loadForAuthors(folder)
    expect(after.notes.get('marketing/superlative')).to.deep.equal({ owner: '法制科', since: '2026-05-01' })
    expect(after.rulebook.hash).to.equal(before.rulebook.hash)
  })
})
