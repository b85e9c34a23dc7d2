import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { rootPath } from '../../src/root.ts'

const PASSES = "it('passes', () => {})\n"
const FAILS = "it('fails', () => { throw new Error('two is not three') })\n"
const SKIPS = "it('has no body')\n"
const DIES = "it('dies', () => process.kill(process.pid, 'SIGKILL'))\n"

/** The runner of the suite over a checkout that holds nothing but the specs given. */
describe('npm test', function () {
  this.timeout(60_000)
  const folders: string[] = []
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  function run(specs: Record<string, string>, ...args: string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'sojourn-lanes-'))
    folders.push(folder)
    for (const name of ['.mocharc.json', 'package.json', 'scripts/test.mjs', 'test/support/reporter.cjs'])
      cpSync(rootPath(name), join(folder, name))
    symlinkSync(join(dirname(rootPath('package.json')), 'node_modules'), join(folder, 'node_modules'))
    for (const [name, content] of Object.entries(specs)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), `describe('${name}', () => {\n${content}})\n`)
    }
    const done = spawnSync(process.execPath, ['scripts/test.mjs', ...args], { cwd: folder, encoding: 'utf8' })
    return { status: done.status, out: done.stdout, lastLine: done.stdout.trimEnd().split('\n').at(-1) }
  }

  it('adds up what both lanes did, each spec once, with the counts alone on the last line', () => {
    const { status, out, lastLine } = run({
      'test/jobs/a.test.ts': PASSES,
      'test/core/b.test.ts': PASSES,
      'test/c.test.tsx': PASSES,
    })
    expect([status, lastLine], out).to.deep.equal([0, '3 passed, 0 failed'])
    for (const name of ['jobs/a.test.ts', 'core/b.test.ts', 'c.test.tsx']) expect(out.split(name)).to.have.length(2)
    if (availableParallelism() > 1)
      expect(out).to.include('1| test/jobs/a.test.ts').and.include('2| test/core/b.test.ts')
  })

  it('tells a failure of one lane in full after everything else, ends with 1, and names what was skipped', () => {
    const { status, out, lastLine } = run({ 'test/jobs/a.test.ts': FAILS, 'test/core/b.test.ts': PASSES + SKIPS })
    expect([status, lastLine], out).to.deep.equal([1, '1 passed, 1 failed, 1 skipped'])
    expect(out).to.match(/1 passing.*1 failing.*two is not three.*SKIPPED, 1 tests did not run:.*has no body/s)
  })

  it('takes a lane whose process died for a failure, and says where it was', () => {
    const { status, out, lastLine } = run({ 'test/jobs/a.test.ts': PASSES, 'test/core/b.test.ts': DIES })
    expect([status, lastLine?.replace(/^\d+/, 'n')], out).to.deep.equal([1, 'n passed, 1 failed'])
    expect(out).to.match(/FAILED: it ended with SIGKILL, 0 passed\. Its last words: test\/core\/b\.test\.ts/)
  })

  it('takes a run without a test for a failure', () => {
    const { status, out, lastLine } = run({})
    expect([status, lastLine], out).to.deep.equal([1, '0 passed, 1 failed'])
  })

  it('runs the specs named alone', () => {
    const { status, out, lastLine } = run({ 'test/a.test.ts': PASSES, 'test/b.test.ts': FAILS }, 'test/a.test.ts')
    expect([status, lastLine], out).to.deep.equal([0, '1 passed, 0 failed'])
  })
})
