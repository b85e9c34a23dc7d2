import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { checkAnswer } from '../src/actions/papers/check-answer.ts'
import { readConfig } from '../src/config.ts'
import { RULE_KINDS } from '../src/core/check/rule.ts'
import { BANDS, CATEGORIES } from '../src/core/document.ts'
import { assess } from '../src/core/pipeline.ts'
import { QUEUE_OF } from '../src/queue/job.ts'
import { rootPath } from '../src/root.ts'
import { shipped } from './support/rulebook.ts'

const text = (name: string) => readFileSync(rootPath(name), 'utf8')

describe('the documents', () => {
  const settings = [...text('src/config.ts').matchAll(/value\('([A-Z_]+)'\)/g)].map((match) => match[1]!)

  it('name every setting', () => {
    expect(settings).to.include.members(['HOST', 'DATA_DIR', 'QUEUE_URL'])
    for (const name of settings) {
      for (const file of ['README.md', 'README.zh-CN.md', '.env.example'])
        expect(text(file), `${name} in ${file}`).to.include(name)
    }
  })

  it('name every job', () => {
    for (const job of Object.keys(QUEUE_OF)) expect(text('README.md')).to.include(`\`${job}\``)
  })

  it('name every command, and no command that is not there', () => {
    const scripts = JSON.parse(text('package.json')).scripts as Record<string, string>
    const named = (file: string) =>
      new Set([...text(file).matchAll(/`npm run (?:-s )?([a-z-]+)/g)].map((match) => match[1]!))
    for (const name of named('README.md')) expect(scripts, name).to.have.property(name)
    expect([...named('README.zh-CN.md')]).to.have.members([...named('README.md')])
  })

  it('name every key that scan and the interface answer always', () => {
    const answer = checkAnswer('a', assess({ text: '旅居卡保本保息' }, '2026-05-01', shipped))
    for (const file of ['README.md', 'README.zh-CN.md'])
      for (const key of [...Object.keys(answer), ...CATEGORIES, ...BANDS])
        expect(text(file), `${key} in ${file}`).to.match(new RegExp(`[\`\\s]${key}[\`\\s]`))
  })

  it('name every kind of rule', () => {
    for (const kind of RULE_KINDS) expect(text('rules/README.md'), kind).to.include(`**${kind}**`)
  })
})

describe('settings', () => {
  it('can be taken from .env.example as they stand there', () => {
    const lines = [...text('.env.example').matchAll(/^# ([A-Z_]+)=(.*)$/gm)]
    expect(lines.length).to.be.above(8)
    for (const [line, name, value] of lines) {
      expect(line).to.match(/^# [A-Z_]+=\S*$/)
      expect(() => readConfig({ [name!]: value }), line).to.not.throw()
    }
  })

  it('are all judged at once', () => {
    const wrong = { PORT: 'x', QUEUE_URL: 'amqp://a', DATABASE_URL: 'mysql://b', LOG_LEVEL: 'loud', HOME_REGION: '44' }
    try {
      readConfig(wrong)
      expect.fail('was taken')
    } catch (error) {
      const { mistakes } = (error as { detail: { mistakes: string[] } }).detail
      expect(mistakes).to.have.length(5)
      for (const name of Object.keys(wrong)) expect(mistakes.join('\n')).to.include(name)
    }
  })

  it('do without any', () => {
    expect(readConfig({})).to.include({ host: '127.0.0.1', port: 8080, logLevel: 'info', homeRegion: '000000' })
  })
})
