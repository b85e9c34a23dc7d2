import { expect } from 'chai'
import { openCase } from '../../src/actions/leads/open-case.ts'
import { chooseLawVersion } from '../../src/actions/papers/choose-law-version.ts'
import { correctCircumstances } from '../../src/actions/papers/correct-circumstances.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { eventsOf } from '../../src/store/events.ts'
import { documentPage } from '../../src/store/views/document-page.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const COMPETITION = 'unfair-competition-law-2019>unfair-competition-law-2025'

describe('choosing between old law and new', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let documentId: string
    const page = () => documentPage(engine.db, cast.alice, documentId)
    const matter = async () => (await page()).matters.find(({ key }) => key === COMPETITION)!
    const choose = (version: 'old' | 'new', seen: number, viewer: Viewer = cast.alice, more = {}) =>
      chooseLawVersion(parts, viewer, { documentId, matter: COMPETITION, version, seen, reason: '新法较轻', ...more })

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      // From the last day of the 2019 text over the first of the 2025 one.
      const given = { kind: 'marketing', region: '440300', date: '2025-10-14', until: '2025-10-15' } as const
      const text = '海屿康养馆：全国第一品牌，国家级养老基地。立即拨打010-00001234报名。'
      documentId = (await receiveDocument(parts, aDelivery(text, { given }))).documentId
      await processDocument(parts, documentId)
    })
    afterEach(() => parts.dispose())

    it('is asked once for all findings that met the change, with both versions named', async () => {
      const { old, new: later, on, findings, choices, note } = await matter()
      expect(old).to.include('unfair-competition-law-2019/8')
      expect(later).to.include('unfair-competition-law-2025/9')
      expect(on).to.equal('2025-10-15')
      expect(findings.length).to.be.greaterThan(1)
      expect(choices).to.deep.equal([])
      expect(note.zh).to.include('从旧兼从轻')
    })

    it('keeps each choice with its reason, the newest standing, and tells the paper', async () => {
      await choose('old', 0)
      const first = (await matter()).choices[0]!
      expect(first).to.include({ version: 'old', reason: '新法较轻', officerName: 'alice' })
      await choose('new', first.seq, cast.bob)
      expect((await matter()).choices.map(({ version, officerName }) => [version, officerName])).to.deep.equal([
        ['old', 'alice'],
        ['new', 'bob'],
      ])
      const events = (await eventsOf(engine.db, 'document', documentId)).slice(-2)
      expect(events.map(({ verb, before }) => [verb, before?.version])).to.deep.equal([
        ['document.law_version_chosen', undefined],
        ['document.law_version_chosen', 'old'],
      ])
    })

    it('outlives another assessment in which the law still changed', async () => {
      await choose('new', 0)
      const { version } = (await page()).document
      await correctCircumstances(parts, cast.alice, {
        documentId,
        version,
        changes: { until: '2025-10-20' },
        reason: '持续至二十日',
      })
      expect((await matter()).choices.map((choice) => choice.version)).to.deep.equal(['new'])
    })

    it('is told in the history of the lead and of the case that rest on the paper', async () => {
      const lead = (await page()).lead!
      const order = { leadId: lead.id, version: lead.version, reason: '核查' }
      const caseFile = await openCase(parts, cast.alice, order)
      await choose('old', 0)
      for (const [type, id] of [
        ['lead', lead.id],
        ['matter', caseFile.id],
      ] as const) {
        expect((await eventsOf(engine.db, type, id)).at(-1)).to.deep.include({
          verb: `${type}.law_version_chosen`,
          actor: cast.alice.officerId,
          reason: '新法较轻',
        })
      }
    })

    it('tells the slower of two officers that a colleague was faster', async () => {
      const race = await Promise.allSettled([choose('old', 0), choose('new', 0, cast.bob)])
      expect(race.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      expect((await matter()).choices).to.have.length(1)
    })

    it('is refused to strangers and the hotline, without a reason, and where the law did not change', async () => {
      const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code
      expect(await codeOf(choose('old', 0, cast.dave))).to.equal('not_found')
      expect(await codeOf(choose('old', 0, cast.henry))).to.equal('auth.forbidden')
      expect(await codeOf(choose('old', 0, cast.alice, { reason: ' ' }))).to.equal('form.invalid')
      expect(await codeOf(choose('old', 0, cast.alice, { matter: 'a>b' }))).to.equal('form.stale')
      expect((await matter()).choices).to.deep.equal([])
    })
  })
})
