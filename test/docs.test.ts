import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect } from 'chai'
import { PAPER_FIELDS } from '../src/actions/imports/paper-fields.ts'
import { checkAnswer } from '../src/actions/papers/check-answer.ts'
import { readConfig } from '../src/config.ts'
import { RULE_KINDS } from '../src/core/check/rule.ts'
import { BANDS, CATEGORIES } from '../src/core/document.ts'
import { assess } from '../src/core/pipeline.ts'
import { QUEUE_OF } from '../src/queue/job.ts'
import { rootPath } from '../src/root.ts'
import { PATHS } from '../src/web/api/openapi-paths.ts'
import { shipped } from './support/rulebook.ts'

const text = (name: string) => readFileSync(rootPath(name), 'utf8')

/** Pages that lead to one another. */
const PAGES = [
  'README.md',
  'README.zh-CN.md',
  'CONTRIBUTING.md',
  'src/web/README.md',
  'src/web/README.zh-CN.md',
  'jobs/README.md',
  'jobs/README.zh-CN.md',
  'scripts/README.md',
  'rules/README.md',
]

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
    for (const job of Object.keys(QUEUE_OF)) expect(text('jobs/README.md')).to.include(`\`${job}\``)
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

  it('show calls of the interface that can be copied: paths that exist, bodies that are taken, alike in both languages', () => {
    const calls = (file: string) =>
      [...text(file).matchAll(/^curl .*?(?=^curl|^```)/gms)].map(([call]) => withoutRemarks(call))
    const shown = calls('README.md')
    expect(shown).to.have.length.of.at.least(3)
    expect(calls('README.zh-CN.md')).to.deep.equal(shown)
    for (const call of shown) {
      const path = /127\.0\.0\.1:8080(\S+)/.exec(call)![1]!.replace(/ID$/, '{id}')
      const body = / -d '(.*)'/.exec(call)?.[1]
      expect(PATHS, path)
        .to.have.property(path)
        .that.has.property(body ? 'post' : 'get')
      if (body) expect(PAPER_FIELDS).to.include.members(Object.keys(JSON.parse(body)))
    }
  })

  it('name every key that an answer may have besides', () => {
    const declared = text('src/actions/papers/check-answer.ts').split('/** As much of an assessment')[0]!
    const keys = new Set([...declared.matchAll(/^ {2}(\w+)\??: /gm)].map((match) => match[1]!))
    expect([...keys]).to.include.members(['assumed', 'unscored', 'malformed', 'times_of'])
    for (const key of keys) expect(text('scripts/README.md'), key).to.include(`\`${key}\``)
  })

  it('name every field a line may bring', () => {
    for (const field of PAPER_FIELDS)
      expect(text('scripts/README.md'), field).to.match(new RegExp(`["\`]${field}["\`]`))
  })

  it('lead to pages and headings that are there', () => {
    const dead: string[] = []
    for (const page of PAGES) {
      for (const [, target] of text(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        const [path, heading] = target!.split('#')
        const other = path ? normalize(join(dirname(page), path)) : page
        const isThere = existsSync(rootPath(other))
        if (!isThere || (heading && !headingsOf(text(other)).includes(heading))) dead.push(`${page}: ${target}`)
      }
    }
    expect(dead, dead.join('\n')).to.deep.equal([])
  })

  it('say in Chinese, under as many headings, what officers and those who run the desk read', () => {
    const headings = (page: string) => [...text(page).matchAll(/^#{2,3} /gm)].length
    expect(headings('src/web/README.zh-CN.md')).to.equal(headings('src/web/README.md') - 1)
    expect(headings('jobs/README.zh-CN.md')).to.equal(headings('jobs/README.md') - 1)
  })

  it('name every kind of rule', () => {
    for (const kind of RULE_KINDS) expect(text('rules/README.md'), kind).to.include(`**${kind}**`)
  })
})

/** A command of a shell without what is said beside it. */
function withoutRemarks(command: string): string {
  return command.replace(/ +# .*$/gm, '').trim()
}

/** The names by which headings are linked to: lower case, blanks as strokes, signs left out. */
function headingsOf(page: string): string[] {
  return [...page.matchAll(/^#+ (.+)$/gm)].map((match) =>
    match[1]!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

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
