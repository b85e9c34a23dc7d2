import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { rootPath } from '../../src/root.ts'
import { nodeArguments } from '../support/run-file.ts'

describe('the first rule of rules/README.md', function () {
  this.timeout(60_000)
  let folder: string
  const section = (heading: string) =>
    readFileSync(rootPath('rules/README.md'), 'utf8')
      .split(`\n${heading}\n`)[1]!
      .split(/\n##+ /)[0]!
  const page = section('## Your first rule')
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'first-rule-'))
    // The other rules have tests of their own.
    const others = /\/(?:(?:marketing|contract|complaint|procedure)\/[^/]+|responsibilities)\.yaml$/
    cpSync(rootPath('rules'), folder, { recursive: true, filter: (path) => !others.test(path) })
    for (const [, path, file] of page.matchAll(/^```yaml\n# \/srv\/our-rules\/(\S+)\n(.*?)^```/gms))
      writeFileSync(join(folder, path!), file!)
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function rules(...args: string[]) {
    return spawnSync(process.execPath, [...nodeArguments('scripts/rules.ts'), ...args], {
      cwd: dirname(rootPath('package.json')),
      encoding: 'utf8',
    })
  }

  it('comes out as the page says when its commands are given as they stand there', () => {
    const commands = [...page.matchAll(/^npm run -s rules -- (.*?) > \/dev\/null +# (.*)$/gm)]
    expect(commands).to.have.length(5)
    for (const [, command, says] of commands) {
      const args = command!.split(' ').map((word) => word.replaceAll("'", '').replace('/srv/our-rules', folder))
      const { status, stderr } = rules(...args)
      expect(status, `${command}\n${stderr}`).to.equal(0)
      for (const [, words] of says!.matchAll(/"(.*?)"/g)) expect(stderr).to.include(words)
      for (const word of says!.match(/^(?:FIRES|silent)/) ?? [])
        expect(stderr, command).to.match(new RegExp(`^${word}`, 'm'))
    }
  })

  it('is silenced by exceptions as the page says, and not where their `but` stands', () => {
    const shown = section('### An exception, before and after')
    const unless = /^```yaml\n(.*?)^```/ms.exec(shown)![1]!
    const rows = [...shown.matchAll(/^\| (\p{Script=Han}.*?) \| (\w+) \| (\w+): (.*?) \|$/gmu)]
    expect(rows).to.have.length(3)
    const file = join(folder, 'marketing/bed-for-life.yaml')
    const asItWas = readFileSync(file, 'utf8')
    const tried = (words: string) =>
      rules('try', '--folder', folder, '--rule', 'FA-901', '--kind', 'marketing', words).stderr
    const before = rows.map(([, words]) => tried(words!))
    writeFileSync(file, asItWas.replace('basis:', `${unless}basis:`))
    const after = rows.map(([, words]) => tried(words!))
    writeFileSync(file, asItWas)
    for (const [at, [, words, first, then, why]] of rows.entries()) {
      expect(before[at], words).to.match(new RegExp(`^${first} `))
      expect(after[at], words).to.match(new RegExp(`^${then} `))
      const [, exception, does] = /(the exception ".*?") (silences it|does not hold beside)/.exec(why!)!
      expect(after[at], words).to.match(new RegExp(`${exception} .*${does}`))
    }
  })
})
