import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import type { Knex } from 'knex'
import { watchInbox } from '../../src/actions/imports/watch-inbox.ts'
import { forEachDatabase } from '../support/engines.ts'
import { freshDb } from '../support/fresh-db.ts'
import { LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'

const DAY = '2026-05-06'

describe('the drop folder', () => {
  forEachDatabase((engine) => {
    let db: Knex
    let parts: TestParts
    let dir: string
    beforeEach(async () => {
      db = await freshDb(engine.name)
      parts = await partsOver(db)
      dir = mkdtempSync(join(tmpdir(), 'sojourn-drop-'))
    })
    afterEach(async () => {
      await db.destroy()
      await parts.dispose()
      rmSync(dir, { recursive: true, force: true })
    })

    const at = (...path: string[]) => join(dir, ...path)
    const put = (name: string, content: string) => {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
    }
    const list = (...path: string[]) => (existsSync(at(...path)) ? readdirSync(at(...path)).sort() : [])

    it('takes a file once two ticks saw it unchanged, and moves it to done', async () => {
      const watch = watchInbox(parts, dir)
      put('copy.txt', UNLAWFUL_COPY)
      expect(await watch.tick()).to.deep.include({ unsettled: 1, received: 0 })
      const second = await watch.tick()
      expect(second).to.deep.include({ unsettled: 0, received: 1 })
      expect(list('done', DAY)).to.deep.equal(['copy.txt'])
      expect(await db('intakes').first()).to.include({ source: 'drop', sender: 'drop', run_id: second.runId })
      expect((await db('import_runs').first()).state).to.equal('finished')
      await watch.close()
      expect(list('working')).to.deep.equal([])
    })

    it('takes a file of lines paper by paper, and tells which lines were turned away', async () => {
      const watch = watchInbox(parts, dir)
      const lines = [
        { id: 'a', text: UNLAWFUL_COPY, kind: 'marketing' },
        { id: 'b', text: LAWFUL_COPY },
        { id: 'c', text: 'x', kind: 'poem' },
      ]
      put('12345/batch.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'))
      await watch.tick()
      expect(await watch.tick()).to.deep.include({ received: 2, rejected: 1 })
      expect(list('done', DAY)).to.deep.equal(['batch.jsonl', 'batch.jsonl.reason.txt'])
      expect(readFileSync(at('done', DAY, 'batch.jsonl.reason.txt'), 'utf8')).to.match(/^batch\.jsonl#3: /)
      expect((await db('intakes').orderBy('external')).map(({ sender, external }) => [sender, external])).to.deep.equal(
        [
          ['12345', 'a'],
          ['12345', 'b'],
        ],
      )
      await watch.close()
    })

    it('leaves a file that is still growing', async () => {
      const watch = watchInbox(parts, dir)
      put('copy.txt', 'one')
      await watch.tick()
      appendFileSync(at('copy.txt'), ' two')
      expect(await watch.tick()).to.deep.include({ unsettled: 1, received: 0 })
      expect(await watch.tick()).to.deep.include({ received: 1 })
      await watch.close()
    })

    it('takes the name of a subfolder as the sender, and looks no deeper', async () => {
      const watch = watchInbox(parts, dir)
      put('12345/call.txt', LAWFUL_COPY)
      put('12345/deeper/call.txt', LAWFUL_COPY)
      await watch.tick()
      await watch.tick()
      expect(await db('intakes').select('sender')).to.deep.equal([{ sender: '12345' }])
      expect(list('12345')).to.deep.equal(['deeper'])
      await watch.close()
    })

    it('sets an empty or oversized file aside with the reason beside it', async () => {
      const watch = watchInbox(parts, dir)
      put('empty.txt', '')
      put('huge.txt', '')
      truncateSync(at('huge.txt'), 21 * 1024 * 1024)
      await watch.tick()
      expect(await watch.tick()).to.deep.include({ rejected: 2, received: 0 })
      expect(list('rejected', DAY)).to.deep.equal([
        'empty.txt',
        'empty.txt.reason.txt',
        'huge.txt',
        'huge.txt.reason.txt',
      ])
      expect(readFileSync(at('rejected', DAY, 'huge.txt.reason.txt'), 'utf8')).to.match(/20 MB.*\n.*20 MB/)
      await watch.close()
    })

    it('keeps every file of one name, overwriting none', async () => {
      const watch = watchInbox(parts, dir)
      for (const content of ['first', 'second', 'third']) {
        put('same.txt', content)
        await watch.tick()
        await watch.tick()
      }
      expect(list('done', DAY)).to.deep.equal(['same (2).txt', 'same (3).txt', 'same.txt'])
      expect(readFileSync(at('done', DAY, 'same (2).txt'), 'utf8')).to.equal('second')
      expect(await db('intakes')).to.have.length(3)
      await watch.close()
    })

    it('counts the same file dropped again as a duplicate', async () => {
      const watch = watchInbox(parts, dir)
      put('same.txt', LAWFUL_COPY)
      await watch.tick()
      await watch.tick()
      put('same.txt', LAWFUL_COPY)
      await watch.tick()
      expect(await watch.tick()).to.deep.include({ duplicate: 1, received: 0 })
      expect(await db('documents')).to.have.length(1)
      await watch.close()
    })

    it('takes no file twice when two workers watch', async () => {
      const workers = [watchInbox(parts, dir), watchInbox(parts, dir)]
      for (let n = 0; n < 10; n++) put(`${n}.txt`, `${LAWFUL_COPY}${n}`)
      await Promise.all(workers.map((watch) => watch.tick()))
      const ticks = await Promise.all(workers.map((watch) => watch.tick()))
      expect(ticks.reduce((sum, tick) => sum + tick.received, 0)).to.equal(10)
      expect(ticks.reduce((sum, tick) => sum + tick.duplicate + tick.rejected, 0)).to.equal(0)
      expect(list('done', DAY)).to.have.length(10)
      await Promise.all(workers.map((watch) => watch.close()))
    })

    it('takes up what a dead worker had claimed, under its own sender and once', async () => {
      const dead = at('working', 'dead-worker', '-12345')
      mkdirSync(dead, { recursive: true })
      writeFileSync(join(dead, 'call.txt'), LAWFUL_COPY)
      const watch = watchInbox(parts, dir)
      expect(await watch.tick()).to.deep.include({ received: 1 })
      expect(await db('intakes').first()).to.include({ sender: '12345', file_name: 'call.txt' })
      expect(list('done', DAY)).to.deep.equal(['call.txt'])
      await watch.close()
      expect(list('working')).to.deep.equal([])
    })

    it('loses nothing when receiving fails: the file stays claimed and the next tick takes it', async () => {
      let fails = true
      const shaky: TestParts = {
        ...parts,
        files: {
          ...parts.files,
          put: (bytes) => (fails ? Promise.reject(new Error('disk full')) : parts.files.put(bytes)),
        },
      }
      const watch = watchInbox(shaky, dir)
      put('copy.txt', LAWFUL_COPY)
      await watch.tick()
      const failure = await watch.tick().catch((error: Error) => error.message)
      expect(failure).to.equal('disk full')
      expect((await db('import_runs').first()).state).to.equal('interrupted')
      fails = false
      expect(await watch.tick()).to.deep.include({ received: 1 })
      expect(list('done', DAY)).to.deep.equal(['copy.txt'])
      await watch.close()
    })

    it('passes over a file that vanishes between two ticks', async () => {
      const watch = watchInbox(parts, dir)
      put('copy.txt', LAWFUL_COPY)
      await watch.tick()
      renameSync(at('copy.txt'), at('.taken-back'))
      expect(await watch.tick()).to.deep.equal({ unsettled: 0, received: 0, duplicate: 0, rejected: 0 })
      await watch.close()
    })
  })
})
