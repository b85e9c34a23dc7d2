import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { nodeArguments } from '../support/run-file.ts'

function scan(args: string[], input: string) {
  const run = spawnSync(process.execPath, [...nodeArguments('scripts/scan.ts'), ...args], {
    input,
    encoding: 'utf8',
  })
  return {
    status: run.status,
    stderr: run.stderr,
    lines: run.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

/** Words of either language around a stroke. */
const IN_BOTH = /[A-Za-z].* \/ .*\p{Script=Han}/u

describe('scan', () => {
  it('answers good lines in order, tells bad ones by number and ends with 2', () => {
    const input = [
      '{"id":"a","text":"候鸟养老卡保本保息，缴纳五万元，每月返利600元。"}',
      'no json',
      '{"id":"b","text":"x","kind":"flyer"}',
      '{"id":"c","text":"x","date":"2026-02-30"}',
      '{"id":"d","text":"x","region":"44"}',
      '{"id":"e"}',
      '',
      '[]',
      '{"text":"x"}',
      '{"id":"f","text":"x","entity":5}',
      '{"id":"g","text":"x","date":"2026-02-03","until":"2026-02-02"}',
      '{"id":7,"text":"食堂今天供应饺子。","kind":"marketing"}',
    ].join('\n')
    const { status, stderr, lines } = scan(['--jsonl', '-'], input)
    expect(status).to.equal(2)
    expect(lines.map(({ id }) => id)).to.deep.equal(['a', '7'])
    expect(lines[0].labels).to.include('illegal_fundraising')
    expect(lines[1].labels).to.deep.equal([])
    const told = stderr.trim().split('\n')
    expect(told.map((line) => /^-: line (\d+): /.exec(line)?.[1])).to.deep.equal(
      ['2', '3', '4', '5', '6', '8', '9', '10', '11'],
      stderr,
    )
    expect(told[1]).to.equal(
      '-: line 3: kind is "flyer" / kind 取值有误; allowed / 允许: marketing, contract, complaint, report, unknown',
    )
    for (const line of told) expect(line).to.match(IN_BOTH)
  })

  it('tells twenty such keys of a file and that there are more', () => {
    const lines = Array.from({ length: 40 }, (_, i) => JSON.stringify({ id: `${i}`, text: '饺子', [`key${i}`]: i }))
    const { status, stderr, lines: answers } = scan(['--jsonl', '-'], lines.join('\n'))
    expect([status, answers.length]).to.deep.equal([0, 40])
    const told = stderr.trim().split('\n')
    expect(told).to.have.length(21)
    expect(told[20]).to.match(/^-: line 21: .*further unknown keys.*其余/)
  })

  it('tells a key that no paper has once, in both languages, and judges its line all the same', () => {
    const [text, source] = ['食堂今天供应饺子。', 'elsewhere']
    const input = [
      { id: 'a', text, regoin: '440300', source },
      { id: 'b', text, source, regoin: '440300', title: '菜单', sender: '食堂', external: '7' },
      { id: 'c', text, kind: 'marketing', date: '2026-05-01', until: '2026-05-02', region: '440300' },
      { id: 'd', text, entity: 'hotel', channel: 'print', 'odd\u001b[2J': null },
    ]
    const { status, stderr, lines } = scan(['--jsonl', '-'], input.map((line) => JSON.stringify(line)).join('\n'))
    expect(status).to.equal(0)
    expect(lines.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd'])
    const told = stderr.trim().split('\n')
    expect(told.map((line) => /^-: line (\d+): ("[^"]*") is no key/.exec(line)?.slice(1))).to.deep.equal(
      [
        ['1', '"regoin"'],
        ['1', '"source"'],
        ['4', '"odd\\u001b[2J"'],
      ],
      stderr,
    )
    for (const line of told)
      expect(line)
        .to.match(IN_BOTH)
        .and.match(/可用: text, kind, date, until, region, entity, /)
  })

  it('has the keys of the contract', () => {
    const { status, lines } = scan(['--kind', 'marketing', '--channel', 'print', '-'], '候鸟养老卡保本保息')
    expect(status).to.equal(0)
    const [answer] = lines
    expect(answer).to.have.keys(
      'id',
      'kind',
      'labels',
      'scores',
      'band',
      'findings',
      'facts',
      'signals',
      'rulebook',
      'model',
    )
    expect(answer.scores).to.have.keys('illegal_fundraising', 'deceptive_sales', 'false_advertising')
    const [finding] = answer.findings
    expect(finding).to.include.keys(
      'rule',
      'code',
      'category',
      'severity',
      'confidence',
      'quote',
      'start',
      'end',
      'frame',
      'basis',
      'message',
    )
    expect(finding.basis[0]).to.include.keys('id', 'article', 'in_force')
    expect(finding.message).to.be.a('string')
  })

  it('takes the last day of the command line for papers without a day of their own alone', () => {
    const text = '旅居康养讲座：国家级康养基地，治愈高血压。'
    const input = [
      { id: 'own day', text, date: '2025-01-01' },
      { id: 'own days', text, date: '2025-10-01', until: '2025-10-02' },
      { id: 'no day', text },
    ]
    const said = [
      '--jsonl',
      '--kind',
      'marketing',
      '--channel',
      'seminar',
      '--date',
      '2025-10-01',
      '--until',
      '2025-11-01',
      '-',
    ]
    const { lines } = scan(said, input.map((line) => JSON.stringify(line)).join('\n'))
    const spans = lines.map(({ findings }) => JSON.stringify(findings).includes('conduct_spans_change'))
    expect(spans).to.deep.equal([false, false, true])
  })

  it('refuses a bad argument with a word on what is allowed', () => {
    const { status, stderr, lines } = scan(['--entity', 'bank', '-'], 'x')
    expect([status, lines]).to.deep.equal([2, []])
    expect(stderr).to.include('entity is "bank" / entity 取值有误; allowed / 允许: care_institution')
  })

  it('tells in both languages which file is not there, and which cannot be read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'scan-'))
    const sheet = join(folder, 'empty.xlsx')
    writeFileSync(sheet, '')
    const { status, stderr, lines } = scan(['/nowhere/a.txt', '/nowhere/b.jsonl', sheet], '')
    rmSync(folder, { recursive: true })
    expect([status, lines]).to.deep.equal([2, []])
    const told = stderr.trim().split('\n')
    expect(told).to.have.length(3)
    for (const line of told) expect(line).to.match(IN_BOTH)
    expect(told[0]).to.match(/^\/nowhere\/a\.txt: .*没有此文件/)
    expect(told[2]).to.include(`${sheet}: cannot be read / 无法读取 (empty): `)
  })

  it('says in both languages that an option is none', () => {
    const { status, stderr } = scan(['--knid', 'marketing', '-'], 'x')
    expect(status).to.equal(2)
    expect(stderr.split('\n')[0]).to.match(/^scan: .*选项有误.*--knid/)
  })
})
