import { expect } from 'chai'
import { readPaperFields } from '../../src/actions/imports/paper-fields.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { documentById } from '../../src/store/documents.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const PAPER = {
  text: '听潮湾旅居养老，已有12万名老人抢购，名额仅剩最后3席！',
  kind: 'marketing',
  channel: 'seminar',
  date: '2025-09-01',
  until: '2025-12-01',
}

describe('conduct that lasted, as a paper is delivered', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    beforeEach(async () => {
      parts = await partsOver(engine.db)
    })
    afterEach(() => parts.dispose())

    it('is kept with the paper and checked under both versions of the law', async () => {
      const { text, given } = readPaperFields(PAPER)
      const { documentId } = await receiveDocument(parts, aDelivery(text!, { given }))
      expect((await documentById(engine.db, documentId))!.given).to.include({ date: '2025-09-01', until: '2025-12-01' })
      expect(await processDocument(parts, documentId)).to.equal('processed')
      const rows = await engine.db('findings').where({ document_id: documentId, code: 'FA-22' })
      const versions = JSON.parse(rows[0].basis).map(({ version }: { version?: string }) => version)
      expect(versions).to.include('old').and.include('new')
    })
  })

  for (const [what, fields] of [
    ['ends before it begins', { until: '2025-08-31' }],
    ['has no beginning', { date: '' }],
    ['ends on no day of the calendar', { until: '2025-11-31' }],
  ] as const) {
    it(`is refused when it ${what}`, async () => {
      const problem = await problemOf(Promise.resolve().then(() => readPaperFields({ ...PAPER, ...fields })))
      expect(problem.code).to.equal('form.invalid')
      expect(problem.detail.field).to.equal('until')
    })
  }
})
