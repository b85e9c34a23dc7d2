import { expect } from 'chai'
import { archivePapers } from '../../src/actions/imports/archive-papers.ts'
import { dismissFinding } from '../../src/actions/leads/dismiss-finding.ts'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { startBacktest } from '../../src/core/backtest.ts'
import { countAssessed, standingFindings, standingRulings } from '../../src/store/archive.ts'
import { findingsOf, type StoredFinding } from '../../src/store/assessments.ts'
import { documentById } from '../../src/store/documents.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { shipped } from '../support/rulebook.ts'
import { versionWithout } from '../support/versions.ts'

forEachDatabase((engine) => {
  describe('the archive', () => {
    let parts: TestParts
    let cast: Cast
    const ids: string[] = []

    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      for (const [day, text] of [
        ['2026-05-06', UNLAWFUL_COPY],
        ['2026-06-07', LAWFUL_COPY],
      ] as const) {
        parts.setNow(`${day}T02:00:00.000Z`)
        const { documentId } = await receiveDocument(parts, aDelivery(text))
        await processDocument(parts, documentId)
        ids.push(documentId)
      }
      await receiveDocument(parts, aDelivery('还没有读的一份。'))
    })
    after(() => parts.dispose())

    async function finding(code: string): Promise<StoredFinding> {
      const { assessmentId } = (await documentById(engine.db, ids[0]!))!
      return (await findingsOf(engine.db, assessmentId!)).find((one) => one.code === code)!
    }
    async function all(period = {}) {
      const papers = []
      for await (const paper of archivePapers(engine.db, period)) papers.push(paper)
      return papers
    }

    it('gives every assessed paper with its circumstances, within the days asked for', async () => {
      const papers = await all()
      expect(papers.map(({ id }) => id)).to.deep.equal([...ids].sort())
      const first = papers.find(({ id }) => id === ids[0])!
      expect(first.paper).to.deep.include({
        text: UNLAWFUL_COPY,
        kind: 'marketing',
        region: '440300',
        date: '2026-05-01',
      })
      expect(first.receivedOn).to.equal('2026-05-06')
      const june = { from: '2026-06-01T00:00:00.000Z', before: '2026-07-01T00:00:00.000Z' }
      expect((await all(june)).map(({ id }) => id)).to.deep.equal([ids[1]])
      expect(await countAssessed(engine.db, june)).to.equal(1)
      expect((await standingFindings(engine.db, {})).get('IF-02')).to.be.at.least(1)
      expect((await standingFindings(engine.db, june)).size).to.equal(0)
    })

    it('tells the ruling that stands: the newest of each place', async () => {
      const { id, version, start, end } = await finding('IF-02')
      await upholdFinding(parts, cast.alice, { findingId: id, version, note: '' })
      const dismissal = { findingId: id, version: version + 1, reason: 'lawful', note: '' } as const
      await dismissFinding(parts, cast.alice, dismissal)
      const other = await finding('IF-01')
      await upholdFinding(parts, cast.alice, { findingId: other.id, version: other.version, note: '' })
      const standing = await standingRulings(engine.db, {})
      expect(standing.map(({ code, verdict }) => `${code} ${verdict}`).sort()).to.deep.equal([
        'IF-01 upheld',
        'IF-02 dismissed',
      ])
      expect(standing.find(({ code }) => code === 'IF-02')).to.include({ documentId: ids[0], start, end })
    })

    it('tells nothing of a finding set aside for another reason than the words', async () => {
      const { id, version } = await finding('IF-03')
      const barred = { findingId: id, version, reason: 'time_barred', note: '' } as const
      await dismissFinding(parts, cast.alice, barred)
      const standing = await standingRulings(engine.db, {})
      expect(standing.map(({ code }) => code).sort()).to.deep.equal(['IF-01', 'IF-02'])
    })

    it('is what a backtest is set against', async () => {
      const test = startBacktest(shipped, versionWithout('IF-02'))
      for (const paper of await all()) test.add([paper])
      const { rulings, papers } = test.result()
      expect(papers).to.equal(2)
      expect(rulings).to.deep.equal({ upheldKept: 1, upheldLost: 0, dismissedGone: 1, dismissedKept: 0 })
      const harsh = startBacktest(shipped, versionWithout('IF-01'))
      for (const paper of await all()) harsh.add([paper])
      expect(harsh.result().rulings).to.include({ upheldLost: 1, dismissedKept: 1 })
    })
  })
})
