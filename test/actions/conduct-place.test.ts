import { expect } from 'chai'
import { receiveComplaint } from '../../src/actions/calls/receive-complaint.ts'
import { submitCall } from '../../src/actions/calls/submit-call.ts'
import { issueLetter } from '../../src/actions/letters/issue-letter.ts'
import { correctCircumstances } from '../../src/actions/papers/correct-circumstances.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { CallFields } from '../../src/core/intake/call-fields.ts'
import { callById } from '../../src/store/calls.ts'
import { documentById } from '../../src/store/documents.ts'
import { linkDocument } from '../../src/store/matters.ts'
import { aCallForm, aCallId } from '../support/a-call-form.ts'
import { forEachDatabase } from '../support/engines.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { aDelivery, UNLAWFUL_COPY } from '../support/parts.ts'

describe('the form of filing and the place of the conduct', () => {
  forEachDatabase((engine) => {
    const desk = letterDesk(engine)
    const { aReport, draft, whyOf } = desk

    it('says that a case is for this bureau only once somebody said where the act took place', async () => {
      const { parts, cast } = desk
      const file = await aReport()
      const order = await draft(file, 'filing-form')
      const whyNot = async () => (await whyOf(issueLetter(parts, cast.alice, order))).includes('违法行为发生地待填')
      expect(await whyNot()).to.equal(false)
      const given = { region: '440300', regionAssumed: true, kind: 'marketing' } as const
      const { documentId } = await receiveDocument(parts, aDelivery(`${UNLAWFUL_COPY}${file.id}`, { given }))
      await processDocument(parts, documentId)
      await engine.db.transaction((trx) =>
        linkDocument(trx, {
          matterId: file.id,
          documentId,
          at: parts.now().toISOString(),
          by: cast.alice.officerId,
        }),
      )
      expect(await whyNot()).to.equal(true)
      const { version } = await engine.db('documents').where({ id: documentId }).first('version')
      await correctCircumstances(parts, cast.alice, {
        documentId,
        version,
        changes: { region: '440300' },
        reason: '现场检查笔录',
      })
      expect(await whyNot()).to.equal(false)
    })

    it('does not take the seller’s place for that of the act, unless the call says it took place there', async () => {
      const { parts, cast } = desk
      const waits = async (external: string, places: CallFields) => {
        const fields = aCallForm({ wants: 'report', story: `会场宣传包治百病，${external}。`, ...places })
        const told = { platform: '12345', external, fields, source: 'api' } as const
        const { matters } = await receiveComplaint(parts, cast.alice, told)
        const order = await draft(matters[0]!, 'filing-form')
        return (await whyOf(issueLetter(parts, cast.alice, order))).includes('违法行为发生地待填')
      }
      expect(await waits('P-1', { region: '440305' })).to.equal(true)
      expect(await waits('P-2', { region: '440305', happened_in: '440305' })).to.equal(false)
      expect(await waits('P-3', { region: '440305', happened_in: '220100' })).to.equal(true)
      const callId = aCallId()
      const fields = aCallForm({ wants: 'report', region: '440305' })
      await submitCall(parts, cast.henry, { callId, version: 0, fields, attachments: [] })
      const { documentId } = (await callById(engine.db, callId))!
      expect((await documentById(engine.db, documentId!))!.given).to.include({ region: '440305', regionAssumed: true })
    })

    it('lets a report of an act here run from its receipt, though the seller is elsewhere (令121 art. 29)', async () => {
      const { parts, cast } = desk
      const receiptOf = async (fields: CallFields) => {
        const callId = aCallId()
        const form = { callId, version: 0, fields: aCallForm({ region: '220100', ...fields }), attachments: [] }
        await submitCall(parts, cast.henry, form)
        return (await callById(engine.db, callId))!.receivedAt
      }
      expect(await receiptOf({ wants: 'report', happened_in: '440305' })).to.not.equal(null)
      expect(await receiptOf({ wants: 'report' })).to.equal(null)
      expect(await receiptOf({ wants: 'complaint', happened_in: '440305' })).to.equal(null)
    })

    it('does not wait for a place on a paper that nobody can read, and so nobody can correct', async () => {
      const { parts, cast } = desk
      const file = await aReport()
      const order = await draft(file, 'filing-form')
      const { documentId } = await receiveDocument(parts, aDelivery(`${UNLAWFUL_COPY}照片`, { given: {} }))
      await engine.db('documents').where({ id: documentId }).update({ stage: 'unreadable', title: '' })
      await engine.db.transaction((trx) =>
        linkDocument(trx, {
          matterId: file.id,
          documentId,
          at: parts.now().toISOString(),
          by: cast.alice.officerId,
        }),
      )
      expect(await whyOf(issueLetter(parts, cast.alice, order))).not.to.include('违法行为发生地待填')
    })
  })
})
