import { expect } from 'chai'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { retryDocument } from '../../src/actions/papers/retry-document.ts'
import { documentById } from '../../src/store/documents.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('trying a paper again that was set aside', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    after(() => parts.dispose())

    it('works once the reader has learnt it, from the bytes as they came', async () => {
      const { documentId } = await receiveDocument(parts, aDelivery(LAWFUL_COPY))
      const unlearned: TestParts = {
        ...parts,
        reader: { read: async () => ({ outcome: 'unreadable', reason: 'unsupported' }) },
      }
      expect(await processDocument(unlearned, documentId)).to.equal('unreadable')
      const { version } = (await documentById(engine.db, documentId))!
      expect((await problemOf(retryDocument(parts, cast.dave, { documentId, version }))).code).to.equal('not_found')
      expect((await problemOf(retryDocument(parts, cast.henry, { documentId, version }))).code).to.equal(
        'auth.forbidden',
      )
      expect((await problemOf(retryDocument(parts, cast.alice, { documentId, version: version - 1 }))).code).to.equal(
        'form.stale',
      )
      await retryDocument(parts, cast.alice, { documentId, version })
      expect(parts.rung.at(-1)).to.equal(documentId)
      expect(await processDocument(parts, documentId)).to.equal('processed')
      const again = { documentId, version: (await documentById(engine.db, documentId))!.version }
      expect((await problemOf(retryDocument(parts, cast.alice, again))).code).to.equal('document.not_set_aside')
    })
  })
})
