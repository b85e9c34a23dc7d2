import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Problem } from '../../src/core/problem.ts'
import { holdDataDir, isDataDirHeld } from '../../src/queue/lock.ts'
import { startChild } from './child.ts'

describe('the hold on a data folder', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-lock-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

  it('refuses a second process, naming the first, until the first lets go', async () => {
    const other = startChild('hold-data-dir.ts', dataDir)
    expect(await other.line()).to.equal('held')
    const refusal = await holdDataDir(dataDir, 'queue').catch((error: unknown) => error)
    expect(refusal).to.be.an.instanceOf(Problem)
    expect(refusal).to.have.property('code', 'engine.data_dir_in_use')
    expect((refusal as Problem).detail).to.deep.equal({ pid: other.pid, dataDir, purpose: 'test' })
    expect(await isDataDirHeld(dataDir)).to.include({ pid: other.pid, purpose: 'test' })
    await other.kill('SIGTERM')
  })

  it('takes over from a process that was killed', async () => {
    const other = startChild('hold-data-dir.ts', dataDir)
    expect(await other.line()).to.equal('held')
    await other.kill('SIGKILL')
    expect(await isDataDirHeld(dataDir)).to.equal(undefined)
    const hold = await holdDataDir(dataDir, 'queue')
    expect(await isDataDirHeld(dataDir)).to.include({ pid: process.pid, purpose: 'queue' })
    await hold.release()
    expect(await isDataDirHeld(dataDir)).to.equal(undefined)
  })

  it('takes over when the pid now belongs to somebody else', async () => {
    await holdDataDir(dataDir, 'queue')
    const file = join(dataDir, 'sojourn.lock')
    const held = JSON.parse(readFileSync(file, 'utf8'))
    writeFileSync(file, JSON.stringify({ ...held, born: 'an earlier boot 1' }))
    await holdDataDir(dataDir, 'queue')
  })

  it('takes over a file that a power failure emptied', async () => {
    writeFileSync(join(dataDir, 'sojourn.lock'), '')
    await holdDataDir(dataDir, 'queue')
    expect(await isDataDirHeld(dataDir)).to.include({ pid: process.pid })
  })

  it('lets exactly one of many contenders win, over nothing and over a dead one, and leaves no litter', async () => {
    for (const stale of [
      undefined,
      JSON.stringify({ pid: 1, born: 'long ago', nonce: 'dead', purpose: '', since: '' }),
    ]) {
      const file = join(dataDir, 'sojourn.lock')
      rmSync(file, { force: true })
      if (stale) writeFileSync(file, stale)
      const contenders = await Promise.allSettled(Array.from({ length: 20 }, () => holdDataDir(dataDir, 'queue')))
      expect(contenders.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
      for (const { status, reason } of contenders as PromiseRejectedResult[]) {
        if (status === 'rejected') expect(reason).to.have.property('code', 'engine.data_dir_in_use')
      }
      expect(readdirSync(dataDir)).to.deep.equal(['sojourn.lock'])
    }
  })

  it('lets one of several processes win over a dead one', async () => {
    writeFileSync(
      join(dataDir, 'sojourn.lock'),
      JSON.stringify({ pid: 1, born: 'long ago', nonce: 'dead', purpose: '', since: '' }),
    )
    const contenders = [1, 2, 3].map(() => startChild('hold-data-dir.ts', dataDir))
    const answers = await Promise.all(contenders.map((contender) => contender.line()))
    expect(answers.sort()).to.deep.equal(['engine.data_dir_in_use', 'engine.data_dir_in_use', 'held'])
    await Promise.all(contenders.map((contender) => contender.kill('SIGKILL')))
  })

  it('is not released by one who lost it', async () => {
    const hold = await holdDataDir(dataDir, 'queue')
    const file = join(dataDir, 'sojourn.lock')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"nonce":"[^"]+"/, '"nonce":"another"'))
    await hold.release()
    expect(readdirSync(dataDir)).to.deep.equal(['sojourn.lock'])
  })
})
