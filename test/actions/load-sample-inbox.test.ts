import { expect } from 'chai'
import { loadSampleInbox } from '../../src/actions/imports/load-sample-inbox.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver } from '../support/parts.ts'

describe('the sample inbox', () => {
  forEachDatabase((engine) => {
    it('is taken in once, and whole where the clock lags behind its papers', async () => {
      const parts = await partsOver(engine.db)
      const { received } = await loadSampleInbox(parts)
      expect(received).to.be.above(10)
      const days = (await engine.db('documents').pluck('given')).flatMap((given) => JSON.parse(given).date ?? [])
      expect(days).to.include('2026-04-08')
      expect(days.filter((day: string) => day > '2026-05-07')).to.deep.equal([])
      parts.setNow('2027-01-04T02:00:00.000Z')
      expect((await loadSampleInbox(parts)).received).to.equal(0)
      await parts.dispose()
    })
  })
})
