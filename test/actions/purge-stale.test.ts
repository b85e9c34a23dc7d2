import { expect } from 'chai'
import { saveCallDraft } from '../../src/actions/calls/save-call-draft.ts'
import { KEEP_ANSWERS_DAYS, KEEP_DRAFTS_DAYS, purgeStale } from '../../src/actions/papers/purge-stale.ts'
import { aCallForm, aCallId } from '../support/a-call-form.ts'
import { theCast } from '../support/cast.ts'
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
      expect(await purgeStale(parts)).to.deep.equal({ keys: 1, drafts: 0 })
      expect((await engine.db('idempotency_keys')).map((row) => row.key)).to.deep.equal(['young'])
    })

    it('drops calls never taken, with everybody named in them', async () => {
      const { henry } = await theCast(engine.db)
      const start = parts.now()
      await saveCallDraft(parts, henry, { callId: aCallId(), version: 0, fields: aCallForm() })
      const young = aCallId()
      parts.setNow(new Date(start.getTime() + 86_400_000).toISOString())
      await saveCallDraft(parts, henry, { callId: young, version: 0, fields: aCallForm() })
      const named = Number((await engine.db('identities').count({ n: '*' }))[0]!.n)
      parts.setNow(new Date(start.getTime() + (KEEP_DRAFTS_DAYS + 0.5) * 86_400_000).toISOString())
      expect((await purgeStale(parts)).drafts).to.equal(1)
      expect((await engine.db('call_drafts')).map(({ id }) => id)).to.deep.equal([young])
      expect(Number((await engine.db('identities').count({ n: '*' }))[0]!.n)).to.equal(named / 2)
    })
  })
})
