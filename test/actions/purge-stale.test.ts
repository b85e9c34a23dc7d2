import { expect } from 'chai'
import { KEEP_ANSWERS_DAYS, purgeStale } from '../../src/actions/purge-stale.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'

describe('forgetting what is only kept for a while', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    before(async () => {
      parts = await partsOver(engine.db)
    })
    after(() => parts.dispose())

    it('drops answers kept for retries after their days, and not before', async () => {
      const at = (daysAgo: number) => new Date(parts.now().getTime() - daysAgo * 86_400_000).toISOString()
      const kept = { request_hash: 'h', status: 200, body: '{}' }
      await engine.db('idempotency_keys').insert({ key: 'old', at: at(KEEP_ANSWERS_DAYS + 0.01), ...kept })
      await engine.db('idempotency_keys').insert({ key: 'young', at: at(KEEP_ANSWERS_DAYS - 0.01), ...kept })
      expect(await purgeStale(parts)).to.deep.equal({ keys: 1 })
      expect((await engine.db('idempotency_keys')).map((row) => row.key)).to.deep.equal(['young'])
    })
  })
})
