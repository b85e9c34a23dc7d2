import { expect } from 'chai'
import { dismissFinding } from '../../src/actions/leads/dismiss-finding.ts'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { leadOfDocument } from '../../src/store/leads.ts'
import { documentPage } from '../../src/store/views/document-page.ts'
import { leadPage } from '../../src/store/views/lead-page.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('ruling on a finding', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let documentId: string
    const firstFinding = async () => (await documentPage(engine.db, cast.alice, documentId)).findings[0]!

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      documentId = (await receiveDocument(parts, aDelivery(UNLAWFUL_COPY))).documentId
      await processDocument(parts, documentId)
    })
    afterEach(() => parts.dispose())

    it('keeps both rulings when a second one changes the first', async () => {
      const finding = await firstFinding()
      await upholdFinding(parts, cast.alice, { findingId: finding.id, version: finding.version, note: '' })
      const upheld = await firstFinding()
      await dismissFinding(parts, cast.bob, {
        findingId: upheld.id,
        version: upheld.version,
        reason: 'misread',
        note: '看错了',
      })
      expect((await firstFinding()).rulings.map((ruling) => [ruling.verdict, ruling.reason])).to.deep.equal([
        ['upheld', null],
        ['dismissed', 'misread'],
      ])
    })

    it('leaves a line of each ruling in the history of the lead, whose score and band stay', async () => {
      const lead = (await leadOfDocument(engine.db, documentId))!
      const finding = await firstFinding()
      const { id: findingId, code } = finding
      await upholdFinding(parts, cast.alice, { findingId, version: finding.version, note: '承诺明确' })
      await dismissFinding(parts, cast.bob, { findingId, version: finding.version + 1, reason: 'misread', note: '' })
      const { history } = await leadPage(engine.db, cast.alice, lead.id)
      expect(history.slice(-2).map(({ verb, actor, reason, after }) => ({ verb, actor, reason, after }))).to.deep.equal(
        [
          {
            verb: 'lead.finding_upheld',
            actor: cast.alice.officerId,
            reason: '承诺明确',
            after: { findingId, code, verdict: 'upheld', reason: null },
          },
          {
            verb: 'lead.finding_dismissed',
            actor: cast.bob.officerId,
            reason: '',
            after: { findingId, code, verdict: 'dismissed', reason: 'misread' },
          },
        ],
      )
      expect(await leadOfDocument(engine.db, documentId)).to.deep.equal(lead)
    })

    it('tells the slower of two officers that a colleague was faster', async () => {
      const finding = await firstFinding()
      const order = { findingId: finding.id, version: finding.version, note: '' }
      const race = await Promise.allSettled([
        upholdFinding(parts, cast.alice, order),
        upholdFinding(parts, cast.bob, order),
      ])
      expect(race.map((result) => result.status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      expect((await firstFinding()).rulings).to.have.length(1)
    })

    it('takes no note longer than the form allows, nor one no database keeps', async () => {
      const { id: findingId, version } = await firstFinding()
      for (const note of ['长'.repeat(1_001), 'a\0b']) {
        const refused = await problemOf(upholdFinding(parts, cast.alice, { findingId, version, note }))
        expect(refused.code).to.equal('form.invalid')
      }
      await upholdFinding(parts, cast.alice, { findingId, version, note: '长'.repeat(1_000) })
      expect((await firstFinding()).rulings).to.have.length(1)
    })

    it('is refused to strangers and to the hotline', async () => {
      const finding = await firstFinding()
      const order = { findingId: finding.id, version: finding.version, note: '' }
      expect((await problemOf(upholdFinding(parts, cast.dave, order))).code).to.equal('not_found')
      expect((await problemOf(upholdFinding(parts, cast.henry, order))).code).to.equal('auth.forbidden')
    })

    it('cannot be rewritten in the database', async () => {
      const finding = await firstFinding()
      await upholdFinding(parts, cast.alice, { findingId: finding.id, version: finding.version, note: '' })
      for (const table of ['rulings', 'events']) {
        let refused = 0
        await engine
          .db(table)
          .update({ at: 'x' })
          .catch(() => refused++)
        await engine
          .db(table)
          .delete()
          .catch(() => refused++)
        expect(refused, table).to.equal(2)
      }
    })
  })
})
