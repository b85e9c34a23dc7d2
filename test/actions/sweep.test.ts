import { expect } from 'chai'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { RING_AGAIN_MS, sweep } from '../../src/actions/papers/sweep.ts'
import { markRung } from '../../src/store/documents.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts } from '../support/parts.ts'

describe('the sweep', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    beforeEach(async () => {
      parts = await partsOver(engine.db)
    })
    afterEach(() => parts.dispose())

    const waiting = async () =>
      (await receiveDocument({ ...parts, ring: async () => {} }, aDelivery(LAWFUL_COPY))).documentId
    const later = (ms: number) => parts.setNow(new Date(parts.now().getTime() + ms).toISOString())

    it('rings at once for what was written beside the server', async () => {
      const id = await waiting()
      await sweep(parts, false)
      expect(parts.rung).to.include(id)
    })

    it('leaves a bell alone that waits its turn in a busy queue, and rings again when the queue is found empty', async () => {
      const id = await waiting()
      await markRung(engine.db, [id], parts.now().toISOString())
      later(60_000)
      await sweep(parts, false)
      expect(parts.rung).not.to.include(id)
      await sweep(parts, true)
      expect(parts.rung).to.include(id)
    })

    it('rings again in the end, whatever the queue says', async () => {
      const id = await waiting()
      await markRung(engine.db, [id], parts.now().toISOString())
      later(RING_AGAIN_MS + 1)
      await sweep(parts, false)
      expect(parts.rung).to.include(id)
    })
  })
})
