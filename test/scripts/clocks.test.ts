import { spawnSync } from 'node:child_process'
import { expect } from 'chai'
import { nodeArguments } from '../support/run-file.ts'

function clocks(args: string[], input = '', env: NodeJS.ProcessEnv = {}) {
  const run = spawnSync(process.execPath, [...nodeArguments('scripts/clocks.ts'), ...args], {
    input,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  return { status: run.status, stdout: run.stdout, stderr: run.stderr }
}

function answers(stdout: string) {
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

describe('clocks', () => {
  it('answers a case a line with date, alternative, article, warnings and reasons', () => {
    const cases = [
      { id: 'a', clock: 'T01', event_at: '2026-09-24T10:00:00+08:00', region: '440100' },
      { id: 7, clock: 'T17', event_at: '2026-05-01', steps: null },
      { id: 'h', clock: 'T34', event_at: '2026-09-30T17:20:00+08:00' },
      { id: 'n', clock: 'T07', event_at: '2026-04-15T09:00:00+08:00' },
      { id: 'v', clock: 'T13', event_at: '2021-08-03', variant: 5 },
      {
        id: 's',
        clock: 'T06',
        event_at: '2026-09-01',
        steps: [
          { op: 'restart', at: '2026-09-21T09:00:00+08:00' },
          { op: 'suspend', from: '2026-09-22', to: '2026-09-24' },
          { op: 'extend', n: 15, unit: 'workday' },
        ],
      },
    ]
    const { status, stdout, stderr } = clocks(['--jsonl', '-'], cases.map((each) => JSON.stringify(each)).join('\n'))
    expect(stderr).to.equal('')
    expect(status).to.equal(0)
    const given = answers(stdout)
    expect(given.map(({ id, due, due_alt }) => [id, due, due_alt])).to.deep.equal([
      ['a', '2026-10-12', null],
      [7, '2026-05-31', '2026-06-01'],
      ['h', '2026-10-01T17:20:00+08:00', null],
      ['n', null, null],
      ['v', '2026-08-03', null],
      ['s', '2026-11-11', null],
    ])
    expect(Object.keys(given[0])).to.deep.equal(['id', 'due', 'due_alt', 'article', 'warn', 'explain'])
    expect(given[0].article).to.include('第十五条')
    expect(given[0].explain).to.include('国庆节').and.include('National Day')
    expect(given[0].warn).to.deep.equal([])
    expect(given[3].warn).to.have.length(1)
  }).timeout(60_000)

  it('tells a bad line by its number, skips it and ends with 2', () => {
    const good = { id: 'x', clock: 'T01', event_at: '2026-09-24' }
    const bad = [
      'no json',
      '[]',
      { ...good, id: undefined },
      { ...good, clock: 'T99' },
      { ...good, clock: 'constructor' },
      { ...good, event_at: '2026-02-30' },
      { ...good, event_at: 5 },
      { ...good, steps: {} },
      { ...good, steps: [{ op: 'stop' }] },
      { ...good, steps: [{ op: 'extend', n: 0, unit: 'day' }] },
      { ...good, steps: [{ op: 'extend', n: 1e12, unit: 'day' }] },
      { ...good, steps: [{ op: 'extend', n: 1, unit: 'month' }] },
      { ...good, steps: [{ op: 'suspend', from: 'then', to: '2026-09-30' }] },
      { ...good, clock: 'T22', steps: [{ op: 'suspend', from: '2026-09-30', to: '2026-09-29' }] },
      { ...good, clock: 'T30', steps: [{ op: 'received' }] },
      { ...good, clock: 'T13', variant: 'weekly' },
    ]
    const lines = [good, ...bad, good].map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    const { status, stdout, stderr } = clocks(['--jsonl', '-'], `\uFEFF${lines.join('\n')}\n\n`)
    expect(status).to.equal(2)
    expect(answers(stdout)).to.have.length(2)
    bad.forEach((_, i) => {
      expect(stderr).to.include(`line ${i + 2}:`)
    })
    const told = stderr.trim().split('\n')
    expect(told).to.have.length(bad.length)
    for (const line of told) expect(line).to.match(/: line \d+: .*[A-Za-z].* \/ .*\p{Script=Han}/u)
  }).timeout(60_000)

  it('tells a key that no case or step has once, in both languages, and counts its line all the same', () => {
    const good = { clock: 'T22', event_at: '2026-09-01' }
    const step = { op: 'suspend', from: '2026-09-22' }
    const cases = [
      { ...good, id: 'a', varient: 'x', step: [step] },
      { ...good, id: 'b', step: [], varient: 'x', variant: null, region: '440300', steps: [] },
      {
        ...good,
        id: 'c',
        steps: [
          { ...step, too: '2026-09-24' },
          { op: 'extend', n: 5, unit: 'day', too: 1 },
        ],
      },
      { ...good, id: 'd', 'odd\u001b[2J': null, steps: [{ ...step, to: '2026-09-24' }] },
    ]
    const { status, stdout, stderr } = clocks(['--jsonl', '-'], cases.map((each) => JSON.stringify(each)).join('\n'))
    expect(status).to.equal(0)
    expect(answers(stdout).map(({ id }) => id)).to.deep.equal(['a', 'b', 'c', 'd'])
    const told = stderr.trim().split('\n')
    expect(told.map((line) => /^-: line (\d+): ("[^"]*") is no key of a (\w+)/.exec(line)?.slice(1))).to.deep.equal(
      [
        ['1', '"varient"', 'case'],
        ['1', '"step"', 'case'],
        ['3', '"too"', 'step'],
        ['4', '"odd\\u001b[2J"', 'case'],
      ],
      stderr,
    )
    for (const line of told)
      expect(line).to.match(/ \/ .*不是\p{Script=Han}+字段，不予采用; known \/ 可用: (?:id|op), /u)
  }).timeout(60_000)

  it('gives the same answer in every time zone', () => {
    const line = JSON.stringify({ id: 'z', clock: 'T01', event_at: '2026-05-11T23:30:00' })
    const zones = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']
    const given = zones.map((TZ) => clocks(['--jsonl', '-'], line, { TZ }).stdout)
    expect(answers(given[0]!)[0].due).to.equal('2026-05-20')
    expect(new Set(given).size).to.equal(1)
  }).timeout(60_000)

  it('prints the calendars, one or all, and the clocks', () => {
    const all = clocks(['--calendars'])
    expect(all.status).to.equal(0)
    for (const words of [
      '国办发明电〔2023〕7号',
      '2025-01-28  2025-02-04     8  2025-01-26, 2025-02-08',
      '2026: 248 working days',
    ])
      expect(all.stdout).to.include(words)
    const one = clocks(['--calendar', '2026'])
    expect(one.stdout).to.include('2026').and.not.include('2024')
    const listed = clocks(['--list'])
    expect(listed.stdout).to.match(/^T01 /).and.include('T52 ')
  }).timeout(60_000)

  it('says how it is called, and which years it has', () => {
    expect(clocks([]).status).to.equal(2)
    expect(clocks([]).stderr).to.include('npm run -s clocks')
    const missing = clocks(['--calendar', '2027'])
    expect(missing.status).to.equal(2)
    expect(missing.stderr).to.include('已加载年份: 2024, 2025, 2026')
    const nowhere = clocks(['--jsonl', '/nowhere/cases.jsonl'])
    expect([nowhere.status, nowhere.stderr.includes('没有此文件')]).to.deep.equal([2, true])
    const both = clocks(['--jsonl'])
    expect([both.status, both.stderr.includes('须给一个路径')]).to.deep.equal([2, true])
  }).timeout(60_000)
})
