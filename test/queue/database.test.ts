import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { Knex } from 'knex'
import { connectDatabase } from '../../db/connect.ts'
import {
  appendOnly,
  dialectOf,
  dropAppendOnly,
  indexDocument,
  isUniqueViolation,
  searchDocuments,
  searchTokens,
} from '../../db/dialect.ts'
import { forEachDatabase } from '../support/engines.ts'

describe('the database', () => {
  forEachDatabase((engine) => {
    it('knows which database it is', () => {
      expect(dialectOf(engine.db)).to.equal(engine.name)
    })

    it('gives counts and sums as numbers', async () => {
      await withTable(engine.db, async (table) => {
        await table().insert([{ name: 'a', amount_fen: 9_007_199_254_740_991 }, { name: 'b' }])
        const row = await table().count({ rows: '*' }).sum({ fen: 'amount_fen' }).first()
        expect(row).to.deep.equal({ rows: 2, fen: 9_007_199_254_740_991 })
      })
    })

    it('tells a unique violation from other errors, and shows no values in either', async () => {
      await withTable(engine.db, async (table) => {
        await table().insert({ name: '13800001111' })
        const twice = await table().insert({ name: '13800001111' }).catch(caught)
        const missing = await table().insert({ name: null }).catch(caught)
        expect(isUniqueViolation(twice)).to.equal(true)
        expect(isUniqueViolation(missing)).to.equal(false)
        expect((twice as Error).message).not.to.contain('13800001111')
      })
    })

    it('refuses to change, delete, replace or empty an append-only table, until that is undone', async () => {
      await withTable(engine.db, async (table) => {
        await table().insert({ id: 1, name: 'said' })
        await appendOnly(engine.db, 'things')
        const attempts = [
          () => table().update({ name: 'unsaid' }),
          () => table().where({ id: 1 }).delete(),
          () => table().insert({ id: 1, name: 'x' }).onConflict('id').merge(),
          () =>
            engine.name === 'sqlite'
              ? engine.db.raw("INSERT OR REPLACE INTO things (id, name) VALUES (1, 'x')")
              : engine.db.raw('TRUNCATE things'),
        ]
        for (const attempt of attempts) {
          const error = await attempt().catch(caught)
          expect(String(error)).to.contain('append-only')
        }
        await table().insert({ id: 2, name: 'added' })
        expect(await table().orderBy('id').pluck('name')).to.deep.equal(['said', 'added'])
        await dropAppendOnly(engine.db, 'things')
        expect(await table().where({ id: 1 }).delete()).to.equal(1)
      })
    })

    describe('search', () => {
      const found = async (typed: string) =>
        (await searchDocuments(engine.db, typed).orderBy('document_id')).map(
          (row: { document_id: string }) => row.document_id,
        )

      before(async () => {
        await engine.db.transaction(async (trx) => {
          await indexDocument(trx, 'card', '旅居养老会员卡，充值热线13800001111，年化 12%。')
          await indexDocument(trx, 'day', '会员日：卡拉OK。Ｗechat 号 SunnyHome')
          await indexDocument(trx, 'replaced', '会员卡')
          await indexDocument(trx, 'replaced', '床位押金')
        })
      })

      it('finds a word by any part of it, and phrases in their order only', async () => {
        expect(await found('卡')).to.deep.equal(['card', 'day'])
        expect(await found('会员卡')).to.deep.equal(['card'])
        expect(await found('卡会员')).to.deep.equal([])
      })

      it('wants every piece typed, wherever it stands', async () => {
        expect(await found('充值 会员卡')).to.deep.equal(['card'])
        expect(await found('会员 卡拉')).to.deep.equal(['day'])
        expect(await found('会员 押金')).to.deep.equal([])
      })

      it('finds a number by its beginning and letters in any width or case', async () => {
        expect(await found('138')).to.deep.equal(['card'])
        expect(await found('wechat')).to.deep.equal(['day'])
        expect(await found('ＳＵＮＮＹ')).to.deep.equal(['day'])
      })

      it('forgets what a document held before', async () => {
        expect(await found('押金')).to.deep.equal(['replaced'])
        expect(await found('会员卡')).not.to.include('replaced')
      })

      it('takes whatever is typed as words', async () => {
        for (const typed of [
          '"',
          "'",
          "会员' OR '1'='1",
          'NEAR(会 员)',
          '会:*',
          '卡 & !押',
          '\\',
          '',
          '  ',
          '%',
          '*',
          '会 AND NOT 员',
          '(((',
          '😀',
        ]) {
          expect(await found(typed), typed).to.be.an('array')
        }
        expect(await found('')).to.deep.equal([])
        expect(await found('"')).to.deep.equal([])
      })

      it('finds a phrase anywhere in a long paper, also after a thousand repetitions', async () => {
        const filler = '的老人与家属在此签署本合同并知悉风险'.repeat(2_000)
        await indexDocument(engine.db, 'long', `${filler}特殊句子甲${filler}${'哈'.repeat(3_000)}特殊句子乙`)
        expect(await found('特殊句子甲')).to.deep.equal(['long'])
        expect(await found('哈特殊句子乙')).to.deep.equal(['long'])
        expect(await found('风险特殊句子甲的老人')).to.deep.equal(['long'])
      })
    })
  })

  it('cuts text into characters and words', () => {
    expect(searchTokens('旅居ABC-12号，４％々')).to.deep.equal(['旅', '居', 'abc', '12', '号', '4', '々'])
    expect(searchTokens('x'.repeat(100)).map((token) => token.length)).to.deep.equal([40, 40, 20])
  })

  describe('on one SQLite file opened twice', () => {
    let dataDir: string
    let web: Knex
    let worker: Knex
    before(() => {
      dataDir = mkdtempSync(join(tmpdir(), 'sojourn-sqlite-'))
      web = connectDatabase({ dataDir })
      worker = connectDatabase({ dataDir })
    })
    after(async () => {
      await Promise.all([web.destroy(), worker.destroy()])
      rmSync(dataDir, { recursive: true })
    })

    it('lets both read and then write in a transaction, one after the other', async () => {
      await web.schema.createTable('counters', (t) => {
        t.text('name').primary()
        t.integer('value').notNullable()
      })
      await web('counters').insert({ name: 'c', value: 0 })
      const increment = (db: Knex) =>
        db.transaction(async (trx) => {
          const { value } = await trx('counters').where({ name: 'c' }).first()
          await trx('counters')
            .where({ name: 'c' })
            .update({ value: value + 1 })
        })
      await Promise.all(Array.from({ length: 40 }, (_, i) => increment(i % 2 ? web : worker)))
      expect(await worker('counters').first()).to.deep.equal({ name: 'c', value: 40 })
    })

    it('keeps foreign keys, and undoes a transaction that fails', async () => {
      await web.schema.createTable('parents', (t) => t.text('id').primary())
      await web.schema.createTable('children', (t) => t.text('parent_id').references('parents.id'))
      const failed = await web
        .transaction(async (trx) => {
          await trx('parents').insert({ id: 'p' })
          await trx('children').insert({ parent_id: 'nobody' })
        })
        .catch(caught)
      expect(String(failed)).to.contain('FOREIGN KEY')
      expect(await web('parents')).to.deep.equal([])
    })
  })
})

async function withTable(db: Knex, use: (table: () => Knex.QueryBuilder) => Promise<void>): Promise<void> {
  await db.schema.createTable('things', (t) => {
    t.increments('id')
    t.text('name').notNullable().unique()
    t.bigInteger('amount_fen')
  })
  try {
    await use(() => db('things'))
  } finally {
    await db.schema.dropTable('things')
  }
}

function caught(error: unknown): unknown {
  return error
}
