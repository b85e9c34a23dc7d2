import { expect } from 'chai'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('receiving a document', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    beforeEach(async () => {
      parts = await partsOver(engine.db)
    })
    afterEach(() => parts.dispose())

    it('answers a retried delivery with the first one and adds nothing', async () => {
      const delivery = aDelivery(LAWFUL_COPY)
      const first = await receiveDocument(parts, delivery)
      const retry = await receiveDocument(parts, delivery)
      expect(first.outcome).to.equal('received')
      expect(retry).to.deep.equal({ ...first, outcome: 'duplicate' })
      expect(parts.rung).to.deep.equal([first.documentId])
    })

    it('takes the same letter of two victims as two intakes over one stored file', async () => {
      const one = await receiveDocument(parts, aDelivery('同一封投诉信：要求退还会员费。'))
      const two = await receiveDocument(parts, aDelivery('同一封投诉信：要求退还会员费。'))
      expect([one.outcome, two.outcome]).to.deep.equal(['received', 'received'])
      const intakes = await engine.db('intakes').whereIn('id', [one.intakeId, two.intakeId])
      expect(new Set(intakes.map((intake) => intake.sha256)).size).to.equal(1)
      expect(await engine.db('files').where({ sha256: intakes[0].sha256 })).to.have.length(1)
    })

    it('refuses a number used before for other bytes', async () => {
      const delivery = aDelivery(LAWFUL_COPY)
      await receiveDocument(parts, delivery)
      const failure = await problemOf(receiveDocument(parts, { ...delivery, bytes: Buffer.from('别的内容') }))
      expect(failure.code).to.equal('intake.external_reused')
    })

    it('makes one document of twenty simultaneous retries', async () => {
      const delivery = aDelivery(LAWFUL_COPY)
      const outcomes = await Promise.all(Array.from({ length: 20 }, () => receiveDocument(parts, delivery)))
      expect(new Set(outcomes.map((outcome) => outcome.documentId)).size).to.equal(1)
      expect(outcomes.filter((outcome) => outcome.outcome === 'received')).to.have.length(1)
    })

    it('keeps who sent it in the identities table alone', async () => {
      const { intakeId } = await receiveDocument(
        parts,
        aDelivery(LAWFUL_COPY, { identity: { role: 'reporter', name: '钱某某', phone: '19900004444' } }),
      )
      const intake = await engine.db('intakes').where({ id: intakeId }).first()
      expect(await engine.db('identities').where({ id: intake.identity_id }).first()).to.include({ name: '钱某某' })
      expect(JSON.stringify(intake)).not.to.include('钱某某')
    })

    it('refuses a day that has not come, and keeps nothing of it', async () => {
      const before = (await engine.db('intakes')).length
      const on = (given: object) => receiveDocument(parts, aDelivery(LAWFUL_COPY, { given }))
      for (const [field, given] of [
        ['date', { date: '9999-12-31' }],
        ['date', { date: '2026-05-08' }],
        ['until', { date: '2026-05-01', until: '2026-05-08' }],
      ] as const) {
        const failure = await problemOf(on(given))
        expect([failure.code, failure.detail.field]).to.deep.equal(['form.invalid', field])
        expect(JSON.stringify(failure.detail.why)).to.include('尚未到来')
      }
      expect(await engine.db('intakes')).to.have.length(before)
      // Clocks of other systems run ahead.
      expect((await on({ date: '2026-05-07' })).outcome).to.equal('received')
    })

    it('refuses a region that is none', async () => {
      const failure = await problemOf(receiveDocument(parts, aDelivery(LAWFUL_COPY, { given: { region: '44' } })))
      expect(failure.code).to.equal('form.invalid')
    })
  })
})
