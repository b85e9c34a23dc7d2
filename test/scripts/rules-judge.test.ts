import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { connectDatabase } from '../../db/connect.ts'
import { shipModel } from '../../src/actions/models/ship-model.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { migrate } from '../../src/app.ts'
import { writeModel } from '../../src/classifier/model-file.ts'
import { insertModelActivation } from '../../src/store/model-activations.ts'
import { keepModel } from '../../src/store/models.ts'
import { aDelivery, partsOver, UNLAWFUL_COPY } from '../support/parts.ts'
import { aSmallModel } from '../support/small-model.ts'
import { spawnFile } from '../support/spawned.ts'

describe('rules on the papers of a database', function () {
  this.timeout(60_000)
  let dataDir: string
  let documentId: string
  const first = aSmallModel(21)
  const second = aSmallModel(22)

  before(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'sojourn-judge-'))
    const db = connectDatabase({ dataDir })
    await migrate(db)
    const parts = await partsOver(db)
    parts.model = await shipModel(parts, first)
    documentId = (await receiveDocument(parts, aDelivery(UNLAWFUL_COPY))).documentId
    await processDocument(parts, documentId)
    const at = '2026-05-07T02:00:00.000Z'
    const content = writeModel(second.file)
    await keepModel(db, {
      hash: second.hash,
      content,
      origin: 'shipped',
      trainedOn: '2026-04-01',
      corpusHash: 'c',
      rulingsHash: 'none',
      papers: 60,
      rulings: 0,
      metrics: {},
      trainedBy: null,
      reason: '',
      at,
    })
    await insertModelActivation(db, { seq: 2, hash: second.hash, way: 'shipped', officerId: null, reason: '', at })
    await parts.dispose()
    await db.destroy()
  })
  after(() => rmSync(dataDir, { recursive: true, force: true }))

  it('backtests beside the champion of the database', async () => {
    const { rows, said } = await rules('backtest', '--data', '--old', 'rules', '--new', 'rules')
    expect(rows.at(-1)!.scope).to.deep.equal({ over: 'archive', model: second.hash })
    expect(said).to.include('champion of the database / 数据库现行模型')
  })

  it('explains a kept paper with the model it was assessed with, and with the champion once a folder is named', async () => {
    const assessed = await rules('explain', documentId)
    expect(assessed.rows.at(-1)).to.include({ model: first.hash })
    expect(assessed.said).to.include('材料研判时所用')
    const now = await rules('explain', '--folder', 'rules', documentId)
    expect(now.rows.at(-1)).to.include({ model: second.hash })
  })

  describe('asked of words of anybody', () => {
    const WORDS = '候鸟旅居卡，保本保息。'

    it('judges them by the champion where that is named, as the desk does', async () => {
      for (const command of ['try', 'explain']) {
        const { rows, said } = await rules(command, '--model', 'champion', WORDS)
        expect(rows.at(-1), command).to.include({ model: second.hash })
        expect(said).to.include('champion of the database / 数据库现行模型')
      }
    })

    it('judges them by any kept model, named by the first digits of its hash', async () => {
      const { rows, said } = await rules('explain', '--model', first.hash.slice(0, 12), WORDS)
      expect(rows.at(-1)).to.include({ model: first.hash })
      expect(said).to.include('named by --model / 按 --model 指定')
    })

    it('judges a kept paper by the model that is named, whatever it was assessed with', async () => {
      const { rows } = await rules('try', '--model', 'champion', documentId)
      expect(rows.at(-1)).to.include({ model: second.hash })
    })

    it('needs no database where none is named', async () => {
      const { rows } = await rulesIn('/nowhere', 0, 'explain', WORDS)
      expect(rows.at(-1)!.model).to.match(/^[0-9a-f]{64}$/)
    })

    it('refuses a model that nobody keeps, and one that is named and left out at once', async () => {
      const unknown = await rulesIn(dataDir, 2, 'explain', '--model', '0123456789', WORDS)
      expect(unknown.rows).to.have.length(1)
      expect(unknown.said).to.include('no such model / 没有此模型: 0123456789 [not_found]')
      const both = await rulesIn(dataDir, 2, 'try', '--model', 'champion', '--no-model', WORDS)
      expect(both.said).to.include('--model or --no-model, not both / --model 与 --no-model 只能选一')
    })
  })

  it('tends the rules on the papers of the archive', async () => {
    const { rows, said } = await rules('hygiene', '--data')
    expect(rows[0]).to.include({ papers: 1 })
    expect(said).to.match(/^\d+ things to tend .*on 1 papers/)
  })

  async function rules(...args: string[]) {
    return rulesIn(dataDir, 0, ...args)
  }

  async function rulesIn(folder: string, status: number, ...args: string[]) {
    const { ended, stdout, stderr } = spawnFile('scripts/rules.ts', args, { DATA_DIR: folder })
    expect(await ended, stderr()).to.equal(status)
    const rows = stdout().split('\n').filter(Boolean)
    return { rows: rows.map((row) => JSON.parse(row) as Record<string, any>), said: stderr() }
  }
})
