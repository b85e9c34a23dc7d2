import { expect } from 'chai'
import { issueLetter } from '../../src/actions/letters/issue-letter.ts'
import { correctCircumstances } from '../../src/actions/papers/correct-circumstances.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { linkDocument } from '../../src/store/matters.ts'
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
