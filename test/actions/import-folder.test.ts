import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import fc from 'fast-check'
import type { Knex } from 'knex'
import { type Imported, type ImportOrder, importFolder } from '../../src/actions/imports/import-folder.ts'
import { processWaiting } from '../../src/actions/papers/process-waiting.ts'
import { holdDataDir } from '../../src/queue/lock.ts'
import { insertRun } from '../../src/store/import-runs.ts'
import { setAsideOfRun, stagesOfRun } from '../../src/store/views/run-papers.ts'
import { forEachDatabase } from '../support/engines.ts'
import { freshDb } from '../support/fresh-db.ts'
import { LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'

describe('importing a folder', () => {
  forEachDatabase((engine) => {
    let db: Knex
    let parts: TestParts
    let folder: string
    beforeEach(async () => {
      db = await freshDb(engine.name)
      parts = await partsOver(db)
      folder = mkdtempSync(join(tmpdir(), 'sojourn-import-'))
    })
    afterEach(async () => {
      await db.destroy()
      await parts.dispose()
      rmSync(folder, { recursive: true, force: true })
    })

    const at = (name: string) => join(folder, name)
    const put = (name: string, content: string) => {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
    }
    const take = (order: Partial<ImportOrder> = {}): Promise<Imported> =>
      importFolder(parts, { paths: [at('inbox')], given: {}, dataDir: at('data'), ...order })
    const countOf = async (table: string) => Number((await db(table).count({ n: '*' }))[0]!.n)
    const outcomes = async (imported: Imported) =>
      Object.fromEntries(
        (await db('import_items').where({ run_id: imported.run.id })).map((item) => [
          item.name,
          item.reason ?? item.outcome,
        ]),
      )

    it('takes each file of the tree as a stored run, named from the folder given', async () => {
      put('inbox/a.txt', UNLAWFUL_COPY)
      put('inbox/district/b.txt', LAWFUL_COPY)
      const imported = await take({ given: { kind: 'marketing' }, sender: 'street-office' })
      expect(await outcomes(imported)).to.deep.equal({ 'inbox/a.txt': 'received', 'inbox/district/b.txt': 'received' })
      expect(await db('import_runs').first()).to.include({ id: imported.run.id, state: 'finished', source: 'folder' })
      expect(await db('intakes').first()).to.include({ sender: 'street-office', source: 'folder', file_name: 'a.txt' })
      expect(await db('documents').first()).to.include({ stage: 'received', kind: 'marketing' })
    })

    it('leaves hidden files, half-written files, Office lock files and symbolic links alone', async () => {
      put('outside.txt', 'outside')
      put('inbox/kept.txt', LAWFUL_COPY)
      for (const name of ['.hidden', '.folder/x.txt', 'half.txt.part', '~$lock.docx']) put(`inbox/${name}`, 'x')
      symlinkSync(at('outside.txt'), at('inbox/link.txt'))
      symlinkSync(folder, at('inbox/loop'))
      expect(await outcomes(await take())).to.deep.equal({ 'inbox/kept.txt': 'received' })
    })

    it('counts the same file met again as a duplicate, and a changed one as a new delivery', async () => {
      put('inbox/a.txt', LAWFUL_COPY)
      put('inbox/b.txt', LAWFUL_COPY)
      await take()
      put('inbox/a.txt', UNLAWFUL_COPY)
      expect(await outcomes(await take())).to.deep.equal({ 'inbox/a.txt': 'received', 'inbox/b.txt': 'duplicate' })
      expect(await countOf('intakes')).to.equal(3)
    })

    it('takes each line of a jsonl file as a paper with what it says of itself', async () => {
      const lines = [
        { id: '1', text: UNLAWFUL_COPY, kind: 'complaint', identity: { role: 'caller', name: '周示例' } },
        { id: '2', text: LAWFUL_COPY, region: '21' },
        { text: '' },
        { id: '3', text: LAWFUL_COPY },
      ]
      put('inbox/feed.jsonl', `${lines.map((line) => JSON.stringify(line)).join('\n')}\n{"half`)
      const imported = await take({ given: { kind: 'marketing' } })
      expect(await outcomes(imported)).to.deep.equal({
        'inbox/feed.jsonl#1': 'received',
        'inbox/feed.jsonl#2': 'invalid',
        'inbox/feed.jsonl#3': 'empty',
        'inbox/feed.jsonl#4': 'received',
        'inbox/feed.jsonl#5': 'malformed',
      })
      expect((await db('documents').orderBy('id')).map(({ kind }) => kind)).to.deep.equal(['complaint', 'marketing'])
      expect(await db('identities').first()).to.include({ name: '周示例' })
      expect((await take()).run.counts).to.deep.equal({ received: 0, duplicate: 2, rejected: 3 })
    })

    it('keeps the numbers of two files apart unless their sender is named', async () => {
      put('inbox/monday.jsonl', JSON.stringify({ id: '1', text: LAWFUL_COPY }))
      put('inbox/tuesday.jsonl', JSON.stringify({ id: '1', text: UNLAWFUL_COPY }))
      expect((await take()).run.counts).to.deep.equal({ received: 2, duplicate: 0, rejected: 0 })
      const named = await take({ sender: 'platform' })
      expect(named.run.counts).to.deep.equal({ received: 1, duplicate: 0, rejected: 1 })
      expect(named.rejects).to.deep.equal([{ name: 'inbox/tuesday.jsonl#1', reason: 'external_reused' }])
    })

    it('lists a file over 20 MB as rejected without keeping it, and lets the reader judge an empty one', async () => {
      put('inbox/huge.txt', '')
      truncateSync(at('inbox/huge.txt'), 21 * 1024 * 1024)
      put('inbox/empty.txt', '')
      const imported = await take()
      await processWaiting(parts, { concurrency: 1 })
      expect(imported.rejects).to.deep.equal([{ name: 'inbox/huge.txt', reason: 'too_large' }])
      expect(imported.run.reasons).to.deep.equal({ too_large: 1 })
      expect(await setAsideOfRun(db, imported.run.id)).to.deep.equal([{ name: 'empty.txt', reason: 'empty' }])
      expect(await countOf('files')).to.equal(1)
    })

    it('stops after the paper in hand when told to, and goes on when begun again', async () => {
      for (const name of ['a', 'b', 'c', 'd']) put(`inbox/${name}.txt`, `${LAWFUL_COPY}${name}`)
      const stop = new AbortController()
      const halted = await take({
        signal: stop.signal,
        onProgress: ({ run }) => {
          if (run.counts.received === 2) stop.abort()
        },
      })
      expect(halted).to.deep.include({ state: 'interrupted' })
      expect(halted.run.counts.received).to.equal(2)
      expect((await db('import_runs').first()).state).to.equal('interrupted')
      expect((await take()).run.counts).to.deep.equal({ received: 2, duplicate: 2, rejected: 0 })
    })

    it('marks the run of a killed process as interrupted, and leaves a living one and one of another machine alone', async () => {
      put('inbox/a.txt', LAWFUL_COPY)
      const running = async (id: string) =>
        insertRun(db, {
          id,
          source: 'folder',
          label: 'x',
          state: 'running',
          officerId: null,
          region: '440300',
          startedAt: parts.now().toISOString(),
          finishedAt: null,
        })
      for (const id of ['dead', 'alive', 'elsewhere']) await running(id)
      mkdirSync(at('data/imports/dead'), { recursive: true })
      const held = await holdDataDir(at('data/imports/alive'), 'import')
      await take()
      const states = Object.fromEntries((await db('import_runs')).map(({ id, state }) => [id, state]))
      expect(states).to.deep.include({ dead: 'interrupted', alive: 'running', elsewhere: 'running' })
      await held.release()
    })

    it('tells of the whole when an import is begun again: papers of the earlier run and rows of sheets included', async () => {
      put('inbox/rows.csv', `编号,内容\n1,${UNLAWFUL_COPY.replaceAll(',', '，')}\n2,${LAWFUL_COPY}\n`)
      await take()
      await processWaiting(parts, { concurrency: 2 })
      const again = await take()
      expect(await stagesOfRun(db, again.run.id)).to.deep.equal({ split: 1, processed: 2 })
    })

    it('refuses a path that is not there before anything is stored', async () => {
      const failure = await take({ paths: [at('nowhere')] }).catch((error: unknown) => error)
      expect((failure as NodeJS.ErrnoException).code).to.equal('ENOENT')
      expect(await countOf('import_runs')).to.equal(0)
    })

    it('leaves nothing of its lock behind', async () => {
      put('inbox/a.txt', LAWFUL_COPY)
      const { run } = await take()
      expect(() => statSync(at(`data/imports/${run.id}`))).to.throw('ENOENT')
    })

    it('leaves every count as it was when any folder is imported a second time', async () => {
      const aName = fc.stringMatching(/^[a-z]{1,3}$/)
      const aFile = fc.oneof(
        fc.record({
          name: aName.map((name) => `${name}.txt`),
          content: fc.constantFrom(LAWFUL_COPY, UNLAWFUL_COPY, '', '\u0000'),
        }),
        fc.record({
          name: aName.map((name) => `${name}.jsonl`),
          content: fc
            .array(
              fc.oneof(
                fc.constant('{}'),
                fc.constant('['),
                fc.record({ id: aName, text: fc.constantFrom('甲', '乙') }),
              ),
            )
            .map((lines) => lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')),
        }),
        fc.record({
          name: aName.map((name) => `${name}.csv`),
          content: fc
            .array(fc.constantFrom('1,保本', '2,退款', '2,退款'))
            .map((rows) => ['编号,内容', ...rows].join('\n')),
        }),
      )
      let trial = 0
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.tuple(fc.constantFrom('', 'x/', 'y/'), aFile), { maxLength: 6 }),
          async (files) => {
            const paths = [at(`inbox-${++trial}`)]
            mkdirSync(paths[0]!)
            for (const [subfolder, file] of files) put(`inbox-${trial}/${subfolder}${file.name}`, file.content)
            const all = async () => {
              await take({ paths })
              await processWaiting(parts, { concurrency: 2 })
              return Promise.all(['intakes', 'documents', 'files', 'identities', 'leads', 'assessments'].map(countOf))
            }
            expect(await all()).to.deep.equal(await all())
          },
        ),
        { numRuns: 12 },
      )
    }).timeout(20_000)
  })
})
