import { expect } from 'chai'
import { LIVE_CHARACTERS, liveCheck } from '../../src/actions/calls/live-check.ts'
import { receiveComplaint } from '../../src/actions/calls/receive-complaint.ts'
import { suggestSellers } from '../../src/actions/calls/suggest-sellers.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { COMPARED } from '../../src/store/views/earlier-calls.ts'
import { aCallForm } from '../support/a-call-form.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('the live check of a call', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      await receiveComplaint(parts, cast.alice, {
        platform: '12345',
        external: 'B-1',
        fields: aCallForm(),
        source: 'api',
      })
    })
    after(() => parts.dispose())

    const check = (over: Record<string, string> = {}) =>
      liveCheck(parts, cast.henry, { fields: aCallForm(over), attachments: 0 })

    it('tells category, facts, what is missing, and that the letter holds both', async () => {
      const { reading } = await check({
        seller_name: '',
        story: '我妈被他们拉去听课，说投10万一年返1.2万，到期退本。现在要求退款，并举报他们虚假宣传，请查处。',
      })
      expect(reading.call.wants).to.equal('both')
      expect(reading.isFundraisingSuspected).to.equal(true)
      expect(reading.assessment.facts.map(({ type }) => type)).to.include('money')
      expect(reading.missing.map(({ id }) => id)).to.include('respondent')
      expect(reading.split.report.map(({ because }) => because)).to.deep.equal(['举报'])
    })

    it('knows the seller, the caller and the like story again, and tells nothing of what they say', async () => {
      const found = await check()
      expect(
        found.sellers.map(({ operator, complaints, reports }) => [operator.name, complaints, reports]),
      ).to.deep.equal([['听潮旅居服务有限公司', 1, 1]])
      expect(found.bySameCaller.map(({ kind }) => kind)).to.have.members(['complaint', 'report'])
      expect(found.similar[0]!.likeness).to.be.greaterThan(0.8)
      const told = JSON.stringify({ ...found, reading: null })
      expect(told).to.not.match(/房费|入住|林/)
    })

    it('tells nobody by a telephone whose report it is, and nothing of calls in other regions', async () => {
      const told = { fields: aCallForm(), attachments: 0 }
      const numbersFor = async (viewer: Viewer) =>
        (await liveCheck(parts, viewer, told)).bySameCaller.map(({ number }) => number.slice(0, 2))
      expect(await numbersFor(cast.alice)).to.have.members(['TS', 'JB'])
      expect(await numbersFor(cast.henry)).to.have.members(['TS', ''])
      expect((await liveCheck(parts, cast.dave, told)).bySameCaller).to.deep.equal([])
    })

    it('does a bounded amount of work, whatever the archive and the story hold', async () => {
      const matter = await engine.db('matters').first()
      const many = Array.from({ length: COMPARED + 60 }, (_, i) => ({
        ...matter,
        id: `m-${String(i).padStart(5, '0')}`,
        number: `X-${i}`,
        external_key: null,
        bundle_id: `m-${i}`,
      }))
      for (let i = 0; i < many.length; i += 50) await engine.db('matters').insert(many.slice(i, i + 50))
      const queries: { sql: string; rows: number }[] = []
      const note = (answer: unknown, { sql }: { sql: string }) =>
        queries.push({
          sql,
          rows: Array.isArray(answer) ? answer.length : ((answer as { rows?: unknown[] })?.rows?.length ?? 0),
        })
      engine.db.on('query-response', note)
      const { reading } = await check({ story: '我交了房费不给入住，要求退款。'.repeat(2000) })
      engine.db.removeListener('query-response', note)
      expect(reading.call.story.length).to.equal(LIVE_CHARACTERS)
      expect(queries.length).to.be.at.most(6)
      const compared = queries.filter(({ sql }) => sql.includes('summary')).reduce((sum, { rows }) => sum + rows, 0)
      expect(compared).to.be.within(1, COMPARED)
    })

    it('suggests sellers by part of a name, a telephone or a code, with how often and by whom they are handled', async () => {
      const { id } = await engine.db('operators').first()
      await engine.db('operator_identifiers').insert({
        operator_id: id,
        kind: 'phone',
        value: '0755-00001111',
        value_key: '075500001111',
        since: '2026-05-06',
      })
      for (const typed of ['听潮', '0000 1111']) {
        const [known] = await suggestSellers(parts, cast.henry, typed)
        expect(known!.operator.id).to.equal(id)
        expect(known!.complaints).to.be.greaterThan(0)
      }
      expect(await suggestSellers(parts, cast.henry, '海')).to.deep.equal([])
    })

    it('is for those who take calls', async () => {
      const analyst = { ...cast.alice, role: 'analyst' as const }
      expect((await problemOf(liveCheck(parts, analyst, { fields: {}, attachments: 0 }))).code).to.equal(
        'auth.forbidden',
      )
      expect((await problemOf(suggestSellers(parts, analyst, '听潮'))).code).to.equal('auth.forbidden')
    })
  })
})
