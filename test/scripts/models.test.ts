import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { connectDatabase } from '../../db/connect.ts'
import { shipModel } from '../../src/actions/models/ship-model.ts'
import { trainChallenger } from '../../src/actions/models/train-challenger.ts'
import { markMissed } from '../../src/actions/papers/mark-missed.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { migrate } from '../../src/app.ts'
import { standingModels } from '../../src/store/model-activations.ts'
import { anOfficer } from '../support/cast.ts'
import { judgedByBoth } from '../support/judged-by-both.ts'
import { aDelivery, LAWFUL_COPY, partsOver } from '../support/parts.ts'
import { aSmallCorpus, aSmallModel } from '../support/small-model.ts'
import { spawnFile } from '../support/spawned.ts'

describe('npm run models', function () {
  this.timeout(60_000)
  let dataDir: string
  const first = aSmallModel(21)
  let challenger: string

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-models-'))
    await withDb(async (db) => {
      await migrate(db)
      const parts = await partsOver(db)
      parts.model = await shipModel(parts, first)
      const erin = await anOfficer(db, 'erin', 'head', '000000')
      await anOfficer(db, 'carol', 'head', '000000')
      await db('officers').update({ login: db.ref('name') })
      const take = async (text: string) => {
        const { documentId } = await receiveDocument(parts, aDelivery(text))
        await processDocument(parts, documentId)
        return documentId
      }
      const documentId = await take(LAWFUL_COPY)
      await markMissed(parts, erin, { documentId, category: 'deceptive_sales', verdict: 'missed', reason: '加价' })
      challenger = (await trainChallenger(parts, erin, { corpus: aSmallCorpus(22), reason: '新说法' })).hash
      await take('每月返钱，专家退款，返。')
      await parts.dispose()
    })
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  it('lists champion and challenger, and where they differ', async () => {
    const listed = await models('list')
    expect(listed.status).to.equal(0)
    expect(listed.rows.map(({ hash, role }) => [hash, role])).to.have.deep.members([
      [challenger, 'challenger'],
      [first.hash, 'champion'],
    ])
    const compared = await models('compare', '--by', 'carol')
    expect(compared.rows[0]).to.include({ champion: first.hash, challenger, papers: 1 })
  })

  it('promotes by another than the trainer, and rolls back with one command', async () => {
    const own = await models('promote', '--by', 'erin', '--reason', '自己来')
    expect([own.status, own.rows]).to.deep.equal([2, []])
    expect(own.said).to.include('不能启用自己训练的模型 [model.own_training]')
    const few = await models('promote', '--by', 'carol', '--reason', '看过分歧')
    expect([few.status, few.rows]).to.deep.equal([2, []])
    expect(few.said).to.include('model.too_few_judged')
    await withDb((db) => judgedByBoth(db, [first.hash, challenger]))
    const done = await models('promote', challenger.slice(0, 12), '--by', 'carol', '--reason', '看过分歧')
    expect([done.status, done.rows]).to.deep.equal([0, [{ champion: challenger }]])
    const back = await models('rollback', '--by', 'erin', '--reason', '误报')
    expect([back.status, back.rows]).to.deep.equal([0, [{ champion: first.hash }]])
    await withDb(async (db) => expect((await standingModels(db)).champion).to.equal(first.hash))
  })

  it('says how it is called when it is called otherwise', async () => {
    const wrong = await models('promote')
    expect([wrong.status, wrong.rows]).to.deep.equal([2, []])
    expect(wrong.said).to.include('--by').and.include('npm run -s models')
  })

  async function models(...args: string[]) {
    const spawned = spawnFile('scripts/models.ts', args, { DATA_DIR: dataDir })
    const status = await spawned.ended
    const rows = spawned.stdout().split('\n').filter(Boolean)
    return { status, rows: rows.map((row) => JSON.parse(row) as Record<string, any>), said: spawned.stderr() }
  }

  async function withDb<T>(use: (db: ReturnType<typeof connectDatabase>) => Promise<T>): Promise<T> {
    const db = connectDatabase({ dataDir })
    try {
      return await use(db)
    } finally {
      await db.destroy()
    }
  }
})
