import { expect } from 'chai'
import { startRun } from '../../src/actions/imports/import-run.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { importPage, importsList } from '../../src/store/views/imports.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { webApp } from '../support/web-app.ts'

describe('an import that brought papers of several regions', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let runId: string
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      runId = await anImport(parts)
    })
    after(() => parts.dispose())

    const counted = async (viewer: Viewer) => {
      const page = await importPage(engine.db, viewer, runId)
      const listed = (await importsList(engine.db, viewer, 10)).find(({ id }) => id === runId)!
      expect(listed.counts).to.deep.equal(page.counts)
      return { ...page.counts, rejects: page.rejects.map(({ name }) => name).sort() }
    }

    it('tells an officer of what she sees, and of what was turned away at the door of her region', async () => {
      expect(await counted(cast.alice)).to.deep.equal({
        items: { received: 1, duplicate: 1, rejected: 1 },
        stages: { unreadable: 1 },
        rejects: ['at the door.txt', 'here.txt'],
      })
    })

    it('tells who sees the whole country of everything', async () => {
      expect(await counted({ ...cast.carol, region: '000000' })).to.deep.equal({
        items: { received: 3, duplicate: 2, rejected: 1 },
        stages: { unreadable: 1, failed: 1, received: 1 },
        rejects: ['at the door.txt', 'elsewhere.txt', 'here.txt'],
      })
    })
  })

  it('names no file of another region on its page or in its csv', async () => {
    const app = await webApp()
    try {
      const runId = await anImport(app.parts)
      const alice = await app.as(app.cast.alice)
      for (const path of [`/imports/${runId}`, `/imports/${runId}/rejects.csv`]) {
        const { text } = await alice.get(path)
        expect(text, path).to.include('here.txt').and.include('at the door.txt').and.not.include('elsewhere.txt')
      }
    } finally {
      await app.close()
    }
  })
})

/** A run of Shenzhen with one unreadable paper of its own, two of Shenyang, a retry of each region's, and one turned away. */
async function anImport(parts: TestParts): Promise<string> {
  const run = await startRun(parts, { source: 'folder', label: '五月', region: '440300', actor: 'system' })
  const own = () => aDelivery('x', { fileName: 'here.txt', given: { region: '440300' } })
  const theirs = (fileName: string) => aDelivery('y', { fileName, given: { region: '210100' } })
  const [early, earlyTheirs] = [own(), theirs('earlier.txt')]
  for (const delivery of [early, earlyTheirs]) await receiveDocument(parts, delivery)
  const [here, elsewhere] = [own(), theirs('elsewhere.txt')]
  for (const delivery of [early, earlyTheirs, here, elsewhere, theirs('waiting.txt')]) {
    await run.receive(delivery.fileName!, delivery)
  }
  await run.reject('at the door.txt', 'too_large')
  await run.end('finished')
  const stage = (external: string, change: object) =>
    parts.db('documents').whereIn('intake_id', parts.db('intakes').where({ external }).select('id')).update(change)
  await stage(here.envelope.external, { stage: 'unreadable', unreadable_reason: 'encrypted' })
  await stage(elsewhere.envelope.external, { stage: 'failed' })
  return run.id
}
