import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { expect } from 'chai'
import { Problem } from '../../src/core/problem.ts'
import { rootPath } from '../../src/root.ts'
import { complaintAboutPattern } from '../../src/rulebook/linear-pattern.ts'
import { loadRulebook, loadWithExamples } from '../../src/rulebook/load.ts'
import { versionOf } from '../../src/rulebook/version.ts'
import { readYaml } from '../../src/rulebook/yaml-source.ts'

/** Enough rules to make every mistake with; reading all of them each time would be slow. */
const FEW = ['guaranteed-return', 'superlative', 'no-refund', 'payout-stopped']

function isRule(path: string): boolean {
  return /\/(?:marketing|contract|complaint)\/[^/]+\.yaml$/.test(path)
}

describe('reading the rules', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    cpSync(rootPath('rules'), folder, {
      recursive: true,
      filter: (path) => !isRule(path) || FEW.some((rule) => path.includes(rule)),
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function edit(file: string, from: string, to: string) {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    expect(text).to.include(from)
    writeFileSync(path, text.replace(from, to))
  }

  function mistakes(load: (folder: string) => unknown = loadRulebook): string[] {
    try {
      load(folder)
    } catch (error) {
      if (error instanceof Problem && error.code === 'rulebook.invalid') return error.detail.mistakes as string[]
      throw error
    }
    return []
  }

  it('tells an unknown lexicon by file, line and column, with the line and what is allowed', () => {
    edit('marketing/guaranteed-return.yaml', 'lexicon: guaranteed', 'lexicon: garanteed')
    const [said] = mistakes()
    expect(said).to.match(
      /\/marketing\/guaranteed-return\.yaml:\d+:\d+ {2}unknown lexicon "garanteed"; allowed: .*guaranteed/,
    )
    expect(said).to.match(/\n {4}\d+ \| .*lexicon: garanteed/)
  })

  it('names the file as the folder was given, and one of the program’s own by rules/', () => {
    edit('marketing/guaranteed-return.yaml', 'lexicon: guaranteed', 'lexicon: garanteed')
    const file = 'marketing/guaranteed-return.yaml'
    const near = relative(process.cwd(), folder)
    for (const as of [folder, near]) {
      const [said] = mistakes(() => loadRulebook(as))
      expect(said!.startsWith(`${join(as, file)}:`), said).to.equal(true)
    }
    const { root, mistakes: own } = readYaml(rootPath(`rules/${file}`), file)
    root.complain('nothing')
    expect(own[0]!.path).to.equal(`rules/${file}`)
  })

  it('tells all mistakes together', () => {
    edit('marketing/guaranteed-return.yaml', 'severity: 3', 'severity: 9')
    edit('marketing/superlative.yaml', 'advertising-law/57', 'advertising-law/957')
    edit('contract/no-refund.yaml', 'false_positives:', 'false_positive:')
    edit('basis/advertising-law.yaml', 'from: 2015-09-01', 'from: 2015-09-31')
    edit('complaint/payout-stopped.yaml', 'code: IF-21', 'code: IF-02')
    const said = mistakes().join('\n')
    expect(said).to.include('severity is 9; allowed: a number from 1 to 4')
    expect(said).to.include('unknown article "advertising-law/957"; allowed: advertising-law/8')
    expect(said).to.include('unknown key "false_positive"')
    expect(said).to.include('from is "2015-09-31"; allowed: a day of the calendar')
    expect(said).to.include('code IF-02 already belongs to')
  })

  it('tells a number that is meant as a word to be put in quotes', () => {
    edit('lexicon/guaranteed.yaml', '旱涝保收', '12345')
    expect(mistakes()[0]).to.include("is read as 12345, no text; allowed: '12345' in quotes")
  })

  for (const place of ['{qoute}', '{}', '{quote', '｛quote｝'])
    it(`refuses a message that leaves ${place} to be filled in`, () => {
      edit('marketing/guaranteed-return.yaml', '{quote}', place)
      expect(mistakes()).to.have.length(1)
      expect(mistakes()[0]).to.match(/\/marketing\/guaranteed-return\.yaml:\d+:\d+ {2}unknown place "/)
      expect(mistakes()[0]).to.include('allowed: {quote}, {value}, {missing}')
    })

  it('tells what YAML itself refuses', () => {
    edit('marketing/superlative.yaml', 'kind: nearby', 'kind: "nearby')
    expect(mistakes()).to.have.length(1)
    expect(mistakes()[0]).to.match(/\/marketing\/superlative\.yaml:\d+:\d+/)
  })

  it('wants examples beside every rule, three of each sort and one disguised', () => {
    rmSync(join(folder, 'marketing/superlative.examples.yaml'))
    edit('marketing/guaranteed-return.examples.yaml', '    disguise: inserted_mark\n', '')
    const said = mistakes(loadWithExamples).join('\n')
    expect(said).to.include('has no marketing/superlative.examples.yaml beside it')
    expect(said).to.include('one hit must be disguised')
  })

  it('refuses compositions that go in a circle', () => {
    for (const name of ['public-promotion', 'unspecified-public']) {
      cpSync(rootPath(`rules/marketing/${name}.yaml`), join(folder, `marketing/${name}.yaml`))
    }
    edit('marketing/public-promotion.yaml', '{ finding: IF-01 }', '{ finding: IF-13 }')
    edit('marketing/unspecified-public.yaml', '{ finding: IF-01 }', '{ finding: IF-12 }')
    expect(mistakes().join('\n')).to.include('needs its own finding')
  })

  it('gives the same version to the same content, and another to a changed word', () => {
    const before = loadRulebook(folder).hash
    expect(loadRulebook(folder).hash).to.equal(before)
    edit('lexicon/guaranteed.yaml', '旱涝保收', '旱涝都保收')
    expect(loadRulebook(folder).hash).to.not.equal(before)
  })
})

describe('the version', () => {
  it('does not depend on the order of keys', () => {
    expect(versionOf({ a: 1, b: [2, { d: 3, c: 4 }] })).to.equal(versionOf({ b: [2, { c: 4, d: 3 }], a: 1 }))
  })
})

describe('a pattern', () => {
  for (const [pattern, says] of [
    ['(?:保本.{0,9}){0,9}', 'repeats a group that itself repeats'],
    ['保.*本', 'unbounded repeat'],
    ['保[^，]+本', 'unbounded repeat'],
    ['(保)本\\1', 'back-reference'],
    ['.{0,40}.{0,40}.{0,40}保本', 'can divide a text in'],
    ['保(本', 'does not compile'],
  ] as const) {
    it(`is refused: ${pattern}`, () => expect(complaintAboutPattern(pattern)).to.include(says))
  }

  it('is taken when its repeats are bounded', () => {
    expect(complaintAboutPattern('(?:到期|期满)[^，。]{0,10}(?:退还|返还)?本金')).to.equal(undefined)
  })
})
