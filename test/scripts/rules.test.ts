import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { rootPath } from '../../src/root.ts'

const FEW = ['guaranteed-return', 'superlative', 'no-refund', 'payout-stopped']

describe('npm run rules', function () {
  this.timeout(60_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    for (const name of ['old', 'new'])
      cpSync(rootPath('rules'), join(folder, name), {
        recursive: true,
        filter: (path) =>
          // Who answers for what speaks of every rule's code, most of which are left out here.
          !/\/(?:(?:marketing|contract|complaint|procedure)\/[^/]+|responsibilities)\.yaml$/.test(path) ||
          FEW.some((rule) => path.includes(rule)),
      })
    const rule = join(folder, 'new/marketing/guaranteed-return.yaml')
    writeFileSync(rule, readFileSync(rule, 'utf8').replace('severity: 3', 'severity: 4'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function rules(...args: string[]) {
    const done = spawnSync(process.execPath, ['--import', 'tsx/esm', 'scripts/rules.ts', ...args], {
      cwd: dirname(rootPath('package.json')),
      encoding: 'utf8',
    })
    const lines = done.stdout.split('\n').filter((line) => line !== '')
    return { status: done.status, lines: lines.map((line) => JSON.parse(line)), said: done.stderr }
  }

  it('tries a text given as it is, and says why a rule keeps silent', () => {
    const text = '旅居养老会员卡，所谓保本保息均不属实。'
    const { status, lines, said } = rules('try', '--folder', join(folder, 'old'), '--rule', 'IF-02', text)
    expect(status, said).to.equal(0)
    expect(lines).to.have.length(1)
    expect(lines[0]).to.include({ fired: false, code: 'IF-02' })
    expect(said).to.include('silent IF-02').and.include('“保本保息”')
  })

  it('sets two folders against each other over a corpus, with the words of each difference', () => {
    const corpus = join(folder, 'corpus.jsonl')
    const papers = [
      { id: 1, text: '旅居养老会员卡，保本保息，到期退还本金。', kind: 'marketing' },
      { id: 2, text: '听潮小筑月租房每月2600元。', kind: 'news' },
    ]
    writeFileSync(corpus, papers.map((paper) => JSON.stringify(paper)).join('\n'))
    const args = ['--old', join(folder, 'old'), '--new', join(folder, 'new'), '--corpus', corpus]
    const { status, lines, said } = rules('backtest', ...args)
    expect(status, said).to.equal(0)
    const changed = lines.filter(({ what }) => what === 'changed')
    expect(changed.map(({ code, because, paper }) => [code, because.join(), paper])).to.deep.include([
      'IF-02',
      'severity',
      `${corpus}:1`,
    ])
    expect(lines.at(-1)).to.include({ papers: 2, papersChanged: 1, new: 0, lost: 0 })
    expect(said)
      .to.include('circumstances like these are left out')
      .and.include('IF-02 marketing/guaranteed-return: 0 new, 0 lost')
  })

  it('checks a folder, and tells mistakes as JSON lines and in words', () => {
    expect(rules('check', join(folder, 'old')).lines.at(-1)).to.include({ rules: 4, failed: 0 })
    const file = join(folder, 'new/marketing/superlative.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^severity: \d/m, 'severity: 9'))
    const { status, lines, said } = rules('check', join(folder, 'new'))
    expect(status).to.equal(2)
    expect(lines[0].mistake).to.match(/^rules\/marketing\/superlative\.yaml:\d+:\d+ {2}severity is 9; allowed/)
    expect(said).to.include(' | severity: 9')
  })

  it('runs the disguises of one rule', () => {
    const { status, lines, said } = rules('disguises', join(folder, 'old'), '--rule', 'IF-02')
    expect(status, said).to.equal(0)
    expect(lines.at(-1).share).to.be.at.least(0.97)
    expect(lines.filter(({ disguise }) => disguise).length).to.be.greaterThan(15)
  })

  it('tends a folder: who answers, and what cannot be told without papers', () => {
    const { lines, said } = rules('hygiene', join(folder, 'old'))
    expect(lines.find(({ what }) => what === 'sole_cover')).to.include({ owner: '规则维护岗 / rule desk' })
    expect(lines.some(({ what }) => what === 'silent')).to.equal(false)
    expect(said).to.include('NOT LOOKED AT')
  })

  it('says how it is used', () => {
    const { status, said } = rules('approve', 'abcd')
    expect(status).to.equal(2)
    expect(said).to.include('missing: --by --reason').and.include('usage: rules COMMAND')
  })
})
