import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { canonical } from '../../src/core/canonical.ts'
import { Problem } from '../../src/core/problem.ts'
import { rootPath } from '../../src/root.ts'
import { findConflicts } from '../../src/rulebook/conflicts.ts'
import { loadForAuthors, loadRulebook } from '../../src/rulebook/load.ts'
import { sharedIn } from '../../src/rulebook/read-exceptions.ts'
import { findUnanchored } from '../../src/rulebook/unanchored.ts'
import { findUnselective } from '../../src/rulebook/unselective.ts'
import { sayMistake } from '../../src/rulebook/yaml-source.ts'

/** Reading all instruments each time would be slow. */
const LEFT_OUT =
  /\/(?:(?:marketing|contract|complaint|procedure|exceptions|standards)\/(?!superlative\.examples)|basis\/(?!online-competition-rules)).*\.yaml$/

describe('an exception that rules share', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    cpSync(rootPath('rules'), folder, { recursive: true, filter: (path) => !LEFT_OUT.test(path) })
    mkdirSync(join(folder, 'exceptions'), { recursive: true })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const TITLE = 'title: { zh: 试, en: trial }\n'
  const share = (name: string, lines: string) => writeFileSync(join(folder, `exceptions/${name}.yaml`), TITLE + lines)

  /** A rule that says 甲乙丙 with the exceptions given. */
  function rule(name: string, code: string, unless: string, status = 'active') {
    const lines = [
      `code: ${code}`,
      `status: ${status}`,
      'category: deceptive_sales',
      'severity: 2',
      'confidence: 0.5',
      'documents: [marketing]',
      'kind: mention',
      `elements: [{ id: word, any: [{ words: [甲乙丙${name}] }] }]`,
      `unless:\n${unless}`,
      'basis: [{ article: online-competition-rules/9, role: violates }]',
      "message: { zh: '“{quote}”涉嫌违法。', en: may be unlawful }",
      'false_positives: [引用]',
    ]
    writeFileSync(join(folder, `marketing/${name}.yaml`), `${TITLE}${lines.join('\n')}\n`)
    cpSync(join(folder, 'marketing/superlative.examples.yaml'), join(folder, `marketing/${name}.examples.yaml`))
  }

  function mistakes(): string[] {
    try {
      loadRulebook(folder)
    } catch (error) {
      if (error instanceof Problem && error.code === 'rulebook.invalid') return error.detail.mistakes as string[]
      throw error
    }
    return []
  }

  it('stands in each rule as if it were written out there, under its name, in its place', () => {
    share('kin', "within: section\nany: [{ words: [二叔] }, { pattern: '欠.{0,2}条', anchors: [欠] }]\n")
    rule('a', 'ZZ-01', '  - { id: own, within: clause, any: [{ words: [丁] }] }\n  - shared: kin')
    rule('b', 'ZZ-02', '  - shared: kin')
    const [a, b] = loadRulebook(folder).rules.filter(({ code }) => code.startsWith('ZZ'))
    const kin = {
      id: 'kin',
      within: 'section',
      any: [{ words: ['二叔'] }, { pattern: '欠.{0,2}条', anchors: ['欠'] }],
    }
    expect(a!.unless).to.deep.equal([{ id: 'own', within: 'clause', any: [{ words: ['丁'] }] }, kin])
    expect(b!.unless).to.deep.equal([kin])
  })

  it('makes the version that the same words written out make, and another once a word of it changes', () => {
    share('kin', 'within: section\nany: [{ words: [二叔] }]\n')
    rule('a', 'ZZ-01', '  - shared: kin')
    const shared = loadRulebook(folder).hash
    rule('a', 'ZZ-01', '  - { id: kin, within: section, any: [{ words: [二叔] }] }')
    expect(loadRulebook(folder).hash).to.equal(shared)
    rule('a', 'ZZ-01', '  - shared: kin')
    share('kin', 'within: section\nany: [{ words: [三叔] }]\n')
    expect(loadRulebook(folder).hash).to.not.equal(shared)
  })

  it('is no part of a folder that has none', () => {
    rmSync(join(folder, 'exceptions'), { recursive: true })
    rule('a', 'ZZ-01', '  - { id: own, within: clause, any: [{ words: [丁] }] }')
    expect(mistakes()).to.deep.equal([])
    rule('a', 'ZZ-01', '  - shared: kin')
    expect(mistakes().join()).to.include('unknown shared exception "kin"; allowed: none, for')
  })

  it('is told by file and line where nobody knows its name, the likeliest names first', () => {
    for (const name of ['bank', 'between-kin', 'zero']) share(name, 'within: clause\nany: [{ words: [丁] }]\n')
    rule('a', 'ZZ-01', '  - shared: betwen-kin')
    expect(mistakes()).to.have.length(1)
    expect(mistakes()[0]).to.match(
      /\/marketing\/a\.yaml:11:13 {2}unknown shared exception "betwen-kin"; allowed: between-kin, bank, zero\n {4}11 \| {3}- shared: betwen-kin$/,
    )
  })

  it('is not taken for a thing every object has', () => {
    rule('a', 'ZZ-01', '  - shared: constructor')
    expect(mistakes().join()).to.include('unknown shared exception "constructor"')
  })

  for (const [key, value] of [
    ['within', 'document'],
    ['id', 'mine'],
    ['any', '[{ words: [戊] }]'],
    ['wihtin', 'document'],
  ] as const)
    it(`brings everything itself: ${key} beside it is refused at its line`, () => {
      share('kin', 'within: section\nany: [{ words: [二叔] }]\n')
      rule('a', 'ZZ-01', `  - shared: kin\n    ${key}: ${value}`)
      expect(mistakes()).to.have.length(1)
      expect(mistakes()[0]).to.match(/\/marketing\/a\.yaml:12:\d+ {2}/)
      expect(mistakes()[0]).to.include(`"${key}" beside shared:`)
      expect(mistakes()[0]).to.include('allowed: shared: alone')
    })

  it('must be named', () => {
    rule('a', 'ZZ-01', '  - shared:')
    expect(mistakes()).to.have.length(1)
    expect(mistakes()[0]).to.match(/\/marketing\/a\.yaml:11:.*unless\.0\.shared must be text that is not empty/)
  })

  it('has title, within and any, and asks for no finding; what is amiss is told in its own file alone', () => {
    share('kin', 'id: kin\nwithin: near\nany: [{ lexicon: eldr }, { finding: ZZ-01 }]\n')
    rule('a', 'ZZ-01', '  - shared: kin')
    const said = mistakes()
    for (const each of said) expect(each).to.match(/\/exceptions\/kin\.yaml:\d+:\d+ {2}/)
    for (const part of [
      'unknown key "id"; allowed: title, within, any',
      'within is "near"; allowed: phrase, before, clause, sentence, section, document',
      'unknown lexicon "eldr"; allowed: elder,',
      'an exception cannot ask for another finding',
    ])
      expect(
        said.filter((each) => each.includes(part)),
        part,
      ).to.have.length(1)
    expect(said).to.have.length(4)
  })

  it('is one entry each, and a list is refused with what to write', () => {
    for (const name of ['kin', 'bank']) share(name, 'within: clause\nany: [{ words: [丁] }]\n')
    rule('a', 'ZZ-01', '  - shared: [kin, bank]')
    expect(mistakes()).to.have.length(1)
    expect(mistakes()[0]).to.include('not a list; allowed: - shared: kin, - shared: bank, each an entry of its own')
  })

  for (const [amiss, any, says] of [
    ['a bare word', '[二叔]', '"二叔" by itself is no matcher; allowed: { words: [二叔] }'],
    ['no list', '{ words: [二叔] }', 'but must be a list; allowed: - { words: […] }'],
    [
      'a pattern without anchors',
      "[{ pattern: '欠.{0,2}条' }]",
      'a pattern without anchors:; allowed: { pattern: …, an',
    ],
  ] as const)
    it(`tells what to write instead of ${amiss}`, () => {
      share('kin', `within: section\nany: [{ words: [三姨] }]\nbut: ${any}\n`)
      rule('a', 'ZZ-01', '  - shared: kin')
      expect(mistakes()).to.have.length(1)
      expect(mistakes()[0]).to.match(/\/exceptions\/kin\.yaml:4:\d+ {2}/)
      expect(mistakes()[0]).to.include(says)
    })

  it('is doubted where a rule names it twice, at the second', () => {
    for (const name of ['kin', 'bank']) share(name, 'within: clause\nany: [{ words: [丁] }]\n')
    rule('a', 'ZZ-01', '  - shared: kin\n  - shared: bank\n  - shared: kin')
    const told = findConflicts(loadForAuthors(folder)).map(sayMistake).join()
    expect(told).to.match(/\/marketing\/a\.yaml:13:5 {2}shared: kin stands twice in unless:; allowed: once/)
    expect(told).to.not.include('shared: bank stands twice')
  })

  describe('with words beside which it does not hold', () => {
    const doubts = () =>
      findConflicts(loadForAuthors(folder))
        .filter(({ path }) => !path.includes('/lexicon/'))
        .map(sayMistake)

    it('is doubted in its own file, once, where its own word holds one of them', () => {
      share('kin', 'within: section\nany: [{ words: [公司二叔, 三姨] }]\nbut: [{ words: [会员, 公司] }]\n')
      rule('a', 'ZZ-01', '  - shared: kin')
      rule('b', 'ZZ-02', '  - shared: kin')
      expect(doubts()).to.have.length(1)
      expect(doubts()[0]).to.match(
        /\/exceptions\/kin\.yaml:4:\d+ {2}"公司" in but: stands in "公司二叔" of the exception's own/,
      )
    })

    it('is doubted in a rule beside all of whose words it cannot hold, not where some are free', () => {
      share('kin', 'within: section\nany: [{ words: [三姨] }]\nbut: [{ words: [甲乙] }]\n')
      rule('a', 'ZZ-01', '  - shared: kin')
      expect(doubts()).to.have.length(1)
      expect(doubts()[0]).to.match(/\/marketing\/a\.yaml:11:5 {2}every word of the element "word" holds one of but:/)
      share('kin', 'within: section\nany: [{ words: [三姨] }]\nbut: [{ words: [甲乙丙丁] }]\n')
      expect(doubts()).to.deep.equal([])
    })

    it('is doubted, written in a rule itself, for each word of the rule beside which it cannot hold', () => {
      const own = (but: string) =>
        rule('a', 'ZZ-01', `  - { id: own, within: clause, any: [{ words: [三姨] }], but: [{ words: [${but}] }] }`)
      own('会员, 甲乙丙a')
      expect(doubts()).to.have.length(1)
      expect(doubts()[0]).to.match(
        /\/marketing\/a\.yaml:11:\d+ {2}"甲乙丙a" in but: stands in "甲乙丙a" of the rule's own/,
      )
      own('会员, 三姨')
      expect(doubts()).to.have.length(1)
      expect(doubts()[0]).to.include('"三姨" in but: stands in "三姨" of the exception\'s own any:')
      own('会员, 公司')
      expect(doubts()).to.deep.equal([])
    })
  })

  it('says beside what it does not hold, and so does one of a rule’s own', () => {
    share('kin', 'within: section\nany:\n  - words: [二叔]\nbut:\n  - words: [会员]\n')
    rule(
      'a',
      'ZZ-01',
      '  - shared: kin\n  - { id: own, within: clause, any: [{ words: [三姨] }], but: [{ words: [公司] }] }',
    )
    expect(loadRulebook(folder).rules.find(({ code }) => code === 'ZZ-01')!.unless).to.deep.equal([
      { id: 'kin', within: 'section', any: [{ words: ['二叔'] }], but: [{ words: ['会员'] }] },
      { id: 'own', within: 'clause', any: [{ words: ['三姨'] }], but: [{ words: ['公司'] }] },
    ])
  })

  it('says so of a reach only, not of the words themselves, and asks for no finding there', () => {
    share('kin', 'within: phrase\nany:\n  - words: [二叔]\nbut:\n  - words: [会员]\n')
    expect(() => loadRulebook(folder)).to.throw(Problem, /kin\.yaml:6:3 {2}but: beside within: phrase/)
    share('kin', 'within: section\nany:\n  - words: [二叔]\nbut:\n  - finding: ZZ-02\n')
    expect(() => loadRulebook(folder)).to.throw(Problem, /an exception cannot ask for another finding/)
  })

  it('is doubted where no rule that runs uses it', () => {
    share('kin', 'within: section\nany: [{ words: [二叔] }]\n')
    const doubts = () => findConflicts(loadForAuthors(folder)).filter(({ path }) => path.includes('/exceptions/'))
    const idle = 'no rule that runs uses the shared exception "kin"'
    expect(doubts().map(({ says }) => says.split(';')[0])).to.deep.equal([idle])
    rule('a', 'ZZ-01', '  - shared: kin', 'draft')
    expect(doubts()).to.have.length(1)
    rule('a', 'ZZ-01', '  - shared: kin')
    expect(doubts()).to.deep.equal([])
  })

  it('keeps the lexicons it names in use', () => {
    writeFileSync(join(folder, 'lexicon/uncles.yaml'), 'title: { zh: 叔, en: uncles }\nwords: [二叔]\n')
    share('kin', 'within: section\nany: [{ lexicon: uncles }]\n')
    const doubts = () => findConflicts(loadForAuthors(folder)).filter(({ path }) => path.endsWith('/uncles.yaml'))
    expect(doubts()).to.have.length(1)
    rule('a', 'ZZ-01', '  - shared: kin')
    expect(doubts()).to.deep.equal([])
  })

  it('has its anchors proved once, and told at its own line', () => {
    share('kin', 'within: section\nany:\n  - pattern: 欠.{0,2}条\n    anchors: [欠条]\n')
    rule('a', 'ZZ-01', '  - shared: kin')
    rule('b', 'ZZ-02', '  - shared: kin')
    const told = findUnanchored(loadForAuthors(folder)).map(sayMistake)
    expect(told).to.have.length(1)
    expect(told[0]).to.match(/\/exceptions\/kin\.yaml:5:14 {2}the pattern matches "欠某条" and that holds none/)
  })

  it('has an anchor that stands everywhere told once, at its own line; one of a rule’s own in the rule', () => {
    share('kin', 'within: section\nany:\n  - words: [二叔]\n  - pattern: 的.{0,2}条\n    anchors: [的]\n')
    rule('a', 'ZZ-01', '  - shared: kin')
    rule('b', 'ZZ-02', '  - { id: own, within: clause, any: [{ pattern: 的.条, anchors: [的] }] }\n  - shared: kin')
    const authors = loadForAuthors(folder)
    const pattern = { code: '', element: '', pattern: '', anchorsPer10k: 900, reads: 0.9, matches: 0 }
    const cost = (rule: string, place: number, at: number) => ({
      ...pattern,
      rule: `marketing/${rule}`,
      path: ['unless', place, 'any', at, 'pattern'],
      worst: { anchor: '的', share: 1 },
    })
    findUnselective(authors, { patterns: [cost('a', 0, 1), cost('b', 1, 1), cost('b', 0, 0)], characters: 10_000 })
    const told = [...authors.exceptionSources.values(), ...authors.sources.values()].flatMap(({ doubts }) => doubts)
    const places = told.map(({ path, line }) => `${path.slice(folder.length + 1)}:${line}`)
    expect(places).to.deep.equal(['exceptions/kin.yaml:5', 'marketing/b.yaml:11'])
    expect(told[0]!.says).to.include('its anchor "的" makes 100% of the places')
  })
})

describe('the exceptions we ship', () => {
  const { rulebook, sources } = loadForAuthors()

  it('stand written out in no more than three rules, unless they are lexicons alone', () => {
    const rules = new Map<string, string[]>()
    for (const { id, code, unless } of rulebook.rules) {
      const written = sources.get(id)!.root.at('unless')
      unless.forEach((exception, index) => {
        const isShared = 'shared' in (written.at(index).value as object)
        if (isShared || exception.any.every((matcher) => 'lexicon' in matcher)) return
        const key = canonical({ ...exception, id: '' })
        rules.set(key, [...(rules.get(key) ?? []), code])
      })
    }
    expect(rules.size).to.be.above(100)
    const copied = [...rules]
      .filter(([, codes]) => codes.length > 3)
      .map(([key, codes]) => `${codes}: ${key.slice(0, 80)}`)
    expect(copied, 'move these to rules/exceptions/').to.deep.equal([])
  })

  it('are each asked for by two rules or more where they are shared', () => {
    const asked = rulebook.rules.flatMap(({ id }) => sharedIn(sources.get(id)!.root))
    const names = [...new Set(asked)]
    expect(names).to.include.members(['between-kin', 'in-court'])
    expect(names.filter((name) => asked.filter((other) => other === name).length < 2)).to.deep.equal([])
  })

  it('hold nothing of where they came from in a version', () => {
    expect(JSON.stringify(rulebook)).to.not.include('"shared"')
  })
})
