import { expect } from 'chai'
import { MOST_ATTEMPTS, processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { releaseAllClaims, STALE_CLAIM_MS, sweep } from '../../src/actions/papers/sweep.ts'
import { problem } from '../../src/core/problem.ts'
import { claimDocument, documentById } from '../../src/store/documents.ts'
import { leadOfDocument } from '../../src/store/leads.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'

describe('processing a document', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    beforeEach(async () => {
      parts = await partsOver(engine.db)
    })
    afterEach(() => parts.dispose())

    const received = async (text: string, changes: Parameters<typeof aDelivery>[1] = {}) =>
      (await receiveDocument(parts, aDelivery(text, changes))).documentId

    it('turns unlawful copy into one lead with its proof', async () => {
      const id = await received(UNLAWFUL_COPY)
      expect(await processDocument(parts, id)).to.equal('processed')
      const lead = await leadOfDocument(engine.db, id)
      expect(lead).to.include({ state: 'proposed', region: '440300', documentCount: 1 })
      const findings = await engine.db('findings').where({ document_id: id })
      expect(findings.map((finding) => finding.code)).to.include('IF-02')
      for (const finding of findings) expect(UNLAWFUL_COPY.slice(finding.start, finding.end)).to.equal(finding.quote)
    })

    it('makes no lead of lawful copy', async () => {
      const id = await received(LAWFUL_COPY)
      expect(await processDocument(parts, id)).to.equal('processed')
      expect(await leadOfDocument(engine.db, id)).to.equal(undefined)
    })

    it('does a document once, however often its job runs', async () => {
      const id = await received(UNLAWFUL_COPY)
      const outcomes = await Promise.all([
        processDocument(parts, id),
        processDocument(parts, id),
        processDocument(parts, id),
      ])
      expect(outcomes.sort()).to.deep.equal(['processed', 'skipped', 'skipped'])
      expect(await processDocument(parts, id)).to.equal('skipped')
      expect(await engine.db('assessments').where({ document_id: id })).to.have.length(1)
      expect(await engine.db('lead_documents').where({ document_id: id })).to.have.length(1)
    })

    it('throws work away whose claim was lost meanwhile', async () => {
      const id = await received(UNLAWFUL_COPY)
      const slow: TestParts = {
        ...parts,
        reader: {
          read: async (bytes, name) => {
            // While this worker reads, the sweep gives its claim away and another one finishes.
            await releaseAllClaims(parts)
            expect(await processDocument(parts, id)).to.equal('processed')
            return parts.reader.read(bytes, name)
          },
        },
      }
      expect(await processDocument(slow, id)).to.equal('skipped')
      expect(await engine.db('assessments').where({ document_id: id })).to.have.length(1)
    })

    it('groups identical marketing text under one lead and keeps two victims apart', async () => {
      const first = await received(`${UNLAWFUL_COPY} 甲`)
      const again = await received(`${UNLAWFUL_COPY}\n\n甲`)
      await processDocument(parts, first)
      await processDocument(parts, again)
      const lead = (await leadOfDocument(engine.db, first))!
      expect(lead.documentCount).to.equal(2)
      expect((await leadOfDocument(engine.db, again))!.id).to.equal(lead.id)

      const letter = '我母亲交了十万元会员费，业务员承诺保本保息，年化收益12%，现在门店搬空，要求退款。'
      const victims = [
        await received(letter, { given: { kind: 'complaint' } }),
        await received(letter, { given: { kind: 'complaint' } }),
      ]
      for (const id of victims) await processDocument(parts, id)
      const leads = await Promise.all(victims.map((id) => leadOfDocument(engine.db, id)))
      expect(leads[0]!.id).not.to.equal(leads[1]!.id)
    })

    it('keeps one lead a region for the same text', async () => {
      const here = await received(`${UNLAWFUL_COPY} 乙`)
      const there = await received(`${UNLAWFUL_COPY} 乙`, { given: { kind: 'marketing', region: '210100' } })
      await processDocument(parts, here)
      await processDocument(parts, there)
      const [one, two] = [await leadOfDocument(engine.db, here), await leadOfDocument(engine.db, there)]
      expect([one!.region, two!.region]).to.deep.equal(['440300', '210100'])
    })

    it('sets a paper that cannot be read aside with its reason', async () => {
      const id = await received('', { bytes: new Uint8Array(0), fileName: 'empty.txt' })
      expect(await processDocument(parts, id)).to.equal('unreadable')
      expect(await documentById(engine.db, id)).to.include({ stage: 'unreadable', unreadableReason: 'empty' })
    })

    it('splits a sheet into a paper a row, keeping callers out of the text', async () => {
      const csv = `工单号,内容,姓名,电话\nA-1,${UNLAWFUL_COPY},周某某,19900001111\nA-2,${LAWFUL_COPY},吴某某,19900002222\n`
      const id = await received(csv, { fileName: 'export.csv', given: {} })
      expect(await processDocument(parts, id)).to.equal('split')
      const rows = await engine.db('intakes').where({ parent_id: (await documentById(engine.db, id))!.intakeId })
      expect(rows).to.have.length(2)
      for (const row of rows) expect(row.identity_id).to.be.a('string')
      const documents = await engine.db('documents').whereIn(
        'intake_id',
        rows.map((row) => row.id),
      )
      for (const document of documents) expect(await processDocument(parts, document.id)).to.equal('processed')
      const texts = await engine.db('document_texts').whereIn(
        'document_id',
        documents.map((document) => document.id),
      )
      expect(texts.map((text) => text.text).join()).not.to.match(/199\d{8}|周某某/)
    })

    it('leaves a day alone that a row of a sheet says and that has not come', async () => {
      const csv = `内容,时间\n${UNLAWFUL_COPY},9999-12-31\n${LAWFUL_COPY},2026-05-02\n`
      const id = await received(csv, { fileName: 'export.csv', given: { date: '2026-05-01' } })
      expect(await processDocument(parts, id)).to.equal('split')
      const { intakeId } = (await documentById(engine.db, id))!
      const rows = await engine
        .db('documents')
        .whereIn('intake_id', engine.db('intakes').where({ parent_id: intakeId }).select('id'))
        .orderBy('id')
      expect(rows.map(({ given }) => JSON.parse(given).date)).to.deep.equal(['2026-05-01', '2026-05-02'])
    })

    it('tries a paper that meets a bug again, then lets it stand aside', async () => {
      const id = await received(LAWFUL_COPY)
      const broken: TestParts = { ...parts, reader: { read: async () => Promise.reject(new Error('disk trouble')) } }
      for (let attempt = 1; attempt < MOST_ATTEMPTS; attempt++)
        expect(await processDocument(broken, id)).to.equal('retry')
      expect(await processDocument(broken, id)).to.equal('failed')
      expect(await processDocument(parts, id)).to.equal('skipped')
      expect(await engine.db('faults').where({ document_id: id })).to.have.length(MOST_ATTEMPTS)
    })

    it('lets a paper wait, however long, while the rules or the model cannot run', async () => {
      const id = await received(LAWFUL_COPY)
      const refuse = async () => Promise.reject(problem('model.invalid', { why: 'cut short' }))
      const stuck: TestParts = { ...parts, reader: { read: refuse } }
      for (let attempt = 0; attempt < MOST_ATTEMPTS * 2; attempt++)
        expect(await processDocument(stuck, id)).to.equal('retry')
      expect(await processDocument(parts, id)).to.equal('processed')
    })

    it('holds no caller, text or file name in events', async () => {
      const id = await received(`投诉人：张某某，电话19900003333。${UNLAWFUL_COPY}`, {
        given: { kind: 'complaint' },
        fileName: '张某某的投诉.txt',
        identity: { role: 'complainant', name: '张某某', phone: '19900003333' },
      })
      await processDocument(parts, id)
      const events = JSON.stringify(await engine.db('events'))
      expect(events).not.to.include('张某某').and.not.to.include('19900003333').and.not.to.include('保本')
    })

    it('gives the claims of dead workers back and rings for them', async () => {
      const id = await received(LAWFUL_COPY)
      await claimDocument(engine.db, id, 'dead', parts.now().toISOString())
      expect((await sweep(parts, false)).released).to.equal(0)
      parts.setNow(new Date(parts.now().getTime() + STALE_CLAIM_MS + 1).toISOString())
      parts.rung.length = 0
      expect((await sweep(parts, false)).released).to.equal(1)
      expect(parts.rung).to.include(id)
      expect(await processDocument(parts, id)).to.equal('processed')
    })
  })
})
