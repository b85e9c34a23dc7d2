import { expect } from 'chai'
import { keepAnswer, releaseKey, takeKey } from '../../src/store/idempotency-keys.ts'
import { forEachDatabase } from '../support/engines.ts'

const AT = '2026-05-06T02:00:00.000Z'
const LONG_AGO = '2026-05-06T01:00:00.000Z'

describe('idempotency keys', () => {
  forEachDatabase((engine) => {
    it('are taken by one of twenty that try at the same instant', async () => {
      const tries = await Promise.all(Array.from({ length: 20 }, () => takeKey(engine.db, 'race', AT, LONG_AGO)))
      expect(tries.filter((standing) => standing === undefined)).to.have.length(1)
      expect(tries.filter((standing) => standing?.status === 0)).to.have.length(19)
    })

    it('hold their answer', async () => {
      await takeKey(engine.db, 'kept', AT, LONG_AGO)
      const answer = { key: 'kept', requestHash: 'h', status: 202, body: '{"id":"1"}', at: AT }
      await keepAnswer(engine.db, answer)
      await releaseKey(engine.db, 'kept')
      expect(await takeKey(engine.db, 'kept', AT, '2027-01-01T00:00:00.000Z')).to.deep.equal(answer)
    })

    it('are free again once released, or once whoever took them is long dead', async () => {
      await takeKey(engine.db, 'released', AT, LONG_AGO)
      await releaseKey(engine.db, 'released')
      expect(await takeKey(engine.db, 'released', AT, LONG_AGO)).to.equal(undefined)
      await takeKey(engine.db, 'dead', AT, LONG_AGO)
      expect(await takeKey(engine.db, 'dead', '2026-05-06T03:00:00.000Z', '2026-05-06T02:30:00.000Z')).to.equal(
        undefined,
      )
    })
  })
})
