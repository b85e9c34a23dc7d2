import { expect } from 'chai'
import { dismissFinding } from '../../src/actions/leads/dismiss-finding.ts'
import { dismissLead } from '../../src/actions/leads/dismiss-lead.ts'
import { openCase } from '../../src/actions/leads/open-case.ts'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { type CorrectionOrder, correctCircumstances } from '../../src/actions/papers/correct-circumstances.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { compile } from '../../src/core/check/compile.ts'
import { assessmentsOf, findingsOf } from '../../src/store/assessments.ts'
import { correctionsOf } from '../../src/store/corrections.ts'
import { claimDocument, documentById, finishClaim, reassessDocument } from '../../src/store/documents.ts'
import { eventsOf } from '../../src/store/events.ts'
import { labelsOfLead, leadOfDocument } from '../../src/store/leads.ts'
import { keepRulebook } from '../../src/store/rulebooks.ts'
import { rulingsOf } from '../../src/store/rulings.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

/** Claims that 广告法 forbids in an advertisement, and 反不正当竞争法 wherever they are made. */
const BOAST = '海屿康养馆：全国第一品牌，国家级养老基地，专家推荐。立即拨打010-00001234报名。'

/** Sums that only a care institution may not ask for in advance. */
const CARE_CONTRACT = '银杏里康养公寓会员协议：乙方一次性预存24个月养老服务费48000元，押金每床60000元，月床位费2000元。'

describe("correcting a paper's circumstances", () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let serial = 0

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    async function aPaper(text: string, given: Parameters<typeof aDelivery>[1] = {}): Promise<string> {
      const { documentId } = await receiveDocument(parts, aDelivery(`${text}第${++serial}期。`, given))
      await processDocument(parts, documentId)
      return documentId
    }
    const read = async (documentId: string) => (await documentById(engine.db, documentId))!
    const versionOf = async (documentId: string) => (await read(documentId)).version
    const newest = async (documentId: string) => (await assessmentsOf(engine.db, documentId))[0]!
    const findings = async (documentId: string) => findingsOf(engine.db, (await newest(documentId)).id)
    const verbs = async (type: 'lead' | 'matter' | 'document', id: string) =>
      (await eventsOf(engine.db, type, id)).map(({ verb }) => verb)
    async function correct(
      documentId: string,
      changes: CorrectionOrder['changes'],
      viewer: Viewer = cast.alice,
      more: Partial<CorrectionOrder> = {},
    ) {
      const order = { documentId, version: await versionOf(documentId), changes, reason: '经营者陈述', ...more }
      return correctCircumstances(parts, viewer, order)
    }

    it('assesses the paper again under the law of the corrected day, and keeps what was found before', async () => {
      const id = await aPaper(BOAST, { given: { kind: 'marketing', region: '440300', date: '2025-10-15' } } as never)
      const before = await newest(id)
      const cited = async () => (await findings(id)).flatMap(({ basis }) => basis.map((one) => one.id))
      expect(await cited()).to.include('unfair-competition-law-2025/9')
      expect(await correct(id, { date: '2025-10-14' })).to.deep.equal(['date'])
      expect(await cited())
        .to.include('unfair-competition-law-2019/8')
        .and.not.include('unfair-competition-law-2025/9')
      const [after, earlier] = await assessmentsOf(engine.db, id)
      expect(after!.circumstances.date).to.equal('2025-10-14')
      expect(earlier).to.deep.equal(before)
      expect((await findingsOf(engine.db, earlier!.id)).length).to.be.greaterThan(0)
    })

    it('writes down who, when, what stood before, what stands now, and why, and lets nobody rewrite it', async () => {
      const id = await aPaper(BOAST)
      await correct(id, { channel: 'seminar', entity: 'health_company' })
      const [entity, channel] = await correctionsOf(engine.db, id)
      const common = { officerId: cast.alice.officerId, at: '2026-05-06T02:00:00.000Z', reason: '经营者陈述' }
      expect(channel).to.deep.include({ ...common, field: 'channel', value: 'seminar' })
      expect(channel!.before).to.deep.equal({ value: 'unknown', source: 'none' })
      expect(entity).to.deep.include({ ...common, field: 'entity', value: 'health_company' })
      expect((await newest(id)).correctionSeq).to.equal(channel!.seq)
      for (const table of ['corrections', 'rulings_carried', 'law_choices']) {
        const refused = await engine.db
          .transaction((trx) => trx(table).delete())
          .then(
            () => false,
            () => true,
          )
        expect(refused, table).to.equal(table === 'corrections' || engine.name === 'postgres')
      }
    })

    it('adds nothing when it says nothing new, and refuses to say nothing at all', async () => {
      const id = await aPaper(BOAST)
      await correct(id, { channel: 'print' })
      const assessed = (await assessmentsOf(engine.db, id)).length
      expect(await correct(id, { channel: 'print' })).to.deep.equal([])
      expect(await assessmentsOf(engine.db, id)).to.have.length(assessed)
      expect(await correctionsOf(engine.db, id)).to.have.length(1)
      expect((await problemOf(correct(id, {}))).detail.field).to.equal('changes')
    })

    it('takes a correction back, and with it returns to what the sender gave', async () => {
      const id = await aPaper(BOAST)
      await correct(id, { date: '2025-10-14' })
      await correct(id, { date: null })
      const { circumstances } = await newest(id)
      expect(circumstances).to.include({ date: '2026-05-01', dateAssumed: false })
      expect((await correctionsOf(engine.db, id)).map(({ value }) => value)).to.deep.equal(['2025-10-14', null])
    })

    it('keeps the correction when the paper is assessed again for another reason', async () => {
      const id = await aPaper(BOAST)
      await correct(id, { channel: 'seminar' })
      const rulebook = { ...parts.compiled.rulebook, hash: 'another' }
      await keepRulebook(engine.db, rulebook, parts.now().toISOString())
      const version = await versionOf(id)
      await engine.db.transaction((trx) => reassessDocument(trx, id, version, parts.now().toISOString()))
      await processDocument({ ...parts, compiled: compile(rulebook) }, id)
      expect(await newest(id)).to.include({ rulebook: 'another' })
      expect((await newest(id)).circumstances.channel).to.equal('seminar')
    })

    it('tells the slower of two officers that a colleague was faster', async () => {
      const id = await aPaper(BOAST)
      const race = await Promise.allSettled([
        correct(id, { channel: 'web' }),
        correct(id, { channel: 'print' }, cast.bob),
      ])
      expect(race.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      const lost = race.find((result) => result.status === 'rejected') as PromiseRejectedResult
      expect(lost.reason.code).to.equal('form.stale')
      expect(await correctionsOf(engine.db, id)).to.have.length(1)
    })

    it('takes the work out of the hands of a worker who began before it', async () => {
      const id = await aPaper(BOAST)
      const now = parts.now().toISOString()
      const version = await versionOf(id)
      await engine.db.transaction((trx) => reassessDocument(trx, id, version, now))
      expect(await claimDocument(engine.db, id, 'slow worker', now)).to.equal(true)
      await correct(id, { channel: 'web' })
      const saved = await engine.db.transaction((trx) =>
        finishClaim(trx, id, 'slow worker', { stage: 'processed', assessmentId: 'stale' }, now),
      )
      expect(saved).to.equal(false)
      expect((await newest(id)).circumstances.channel).to.equal('web')
    })

    it('leaves a very long paper to the worker, its old assessment standing meanwhile', async () => {
      const id = await aPaper(`${BOAST}${'客房每日打扫，三餐另付。\n'.repeat(10_000)}`)
      const before = await newest(id)
      await correct(id, { channel: 'seminar' })
      expect((await read(id)).stage).to.equal('received')
      expect(parts.rung.at(-1)).to.equal(id)
      expect(await newest(id)).to.deep.equal(before)
      await processDocument(parts, id)
      expect((await newest(id)).circumstances.channel).to.equal('seminar')
    })

    it('is refused to strangers, to the hotline, and where a value or the reason is none', async () => {
      const id = await aPaper(BOAST)
      const codeOf = async (promise: Promise<unknown>) => (await problemOf(promise)).code
      expect(await codeOf(correct(id, { channel: 'web' }, cast.dave))).to.equal('not_found')
      expect(await codeOf(correct(id, { channel: 'web' }, cast.henry))).to.equal('auth.forbidden')
      expect(await codeOf(correct(id, { channel: 'web' }, { ...cast.alice, role: 'analyst' }))).to.equal(
        'auth.forbidden',
      )
      expect(await codeOf(correct(id, { channel: 'web' }, cast.alice, { reason: ' ' }))).to.equal('form.invalid')
      const wrong: [Record<string, string>, string][] = [
        [{ date: '2026-02-30' }, 'date'],
        [{ date: '2026-05-07' }, 'date'],
        [{ until: '2026-04-30' }, 'until'],
        [{ region: '44' }, 'region'],
        [{ channel: 'pigeon' }, 'channel'],
        [{ entity: 'unknown' }, 'entity'],
      ]
      for (const [changes, field] of wrong) {
        expect((await problemOf(correct(id, changes))).detail.field, JSON.stringify(changes)).to.equal(field)
      }
      expect(await correctionsOf(engine.db, id)).to.deep.equal([])
      const waiting = (await receiveDocument(parts, aDelivery(`${BOAST}待处理`))).documentId
      expect(await codeOf(correct(waiting, { channel: 'web' }))).to.equal('document.not_assessed')
    })

    it('leaves the paper with whoever handles it, wherever the conduct took place', async () => {
      const id = await aPaper(UNLAWFUL_COPY)
      await correct(id, { region: '110000' })
      expect((await newest(id)).circumstances.region).to.equal('110000')
      expect((await read(id)).region).to.equal('440300')
      expect((await leadOfDocument(engine.db, id))!.region).to.equal('440300')
    })

    describe('and the rulings', () => {
      it('carries one over while the law it was made under is the same', async () => {
        const id = await aPaper(UNLAWFUL_COPY)
        const before = (await findings(id)).find(({ code }) => code === 'IF-13')!
        await upholdFinding(parts, cast.alice, { findingId: before.id, version: 1, note: '承诺明确' })
        await correct(id, { entity: 'health_company' })
        const after = (await findings(id)).find(({ code }) => code === 'IF-13')!
        expect(after.id).not.to.equal(before.id)
        const [ruling] = await rulingsOf(engine.db, (await newest(id)).id)
        expect(ruling).to.include({ findingId: after.id, carriedFrom: before.id, verdict: 'upheld', note: '承诺明确' })
        expect(await engine.db('rulings').where({ finding_id: before.id })).to.have.length(1)
        expect(await engine.db('rulings').where({ finding_id: after.id })).to.have.length(0)
      })

      it('leaves one behind that was made under other law, and brings it back with the law', async () => {
        const id = await aPaper(BOAST, { given: { kind: 'marketing', region: '440300', date: '2025-10-14' } } as never)
        const before = (await findings(id)).find(({ code }) => code === 'FA-01')!
        await upholdFinding(parts, cast.alice, { findingId: before.id, version: 1, note: '' })
        await correct(id, { date: '2025-10-15' })
        expect(await rulingsOf(engine.db, (await newest(id)).id)).to.deep.equal([])
        await correct(id, { date: null })
        const [ruling] = await rulingsOf(engine.db, (await newest(id)).id)
        expect(ruling).to.include({ carriedFrom: before.id, verdict: 'upheld' })
      })

      it('carries over what was said of the words, whatever the law', async () => {
        const id = await aPaper(BOAST, { given: { kind: 'marketing', region: '440300', date: '2025-10-14' } } as never)
        const before = (await findings(id)).find(({ code }) => code === 'FA-01')!
        await dismissFinding(parts, cast.alice, { findingId: before.id, version: 1, reason: 'misread', note: '' })
        await correct(id, { date: '2025-10-15' })
        expect(await rulingsOf(engine.db, (await newest(id)).id)).to.have.length(1)
      })

      it('refuses one on a finding that no longer stands', async () => {
        const id = await aPaper(UNLAWFUL_COPY)
        const [old] = await findings(id)
        await correct(id, { channel: 'web' })
        const order = { findingId: old!.id, version: 1, note: '' }
        expect((await problemOf(upholdFinding(parts, cast.bob, order))).code).to.equal('form.stale')
      })
    })

    describe('and the lead', () => {
      it('takes the labels and the band that the paper bears now, with an event', async () => {
        const given = { kind: 'contract', region: '440300', date: '2026-05-01', entity: 'care_institution' }
        const id = await aPaper(`${CARE_CONTRACT}${UNLAWFUL_COPY}`, { given } as never)
        const lead = (await leadOfDocument(engine.db, id))!
        const before = await labelsOfLead(engine.db, lead.id)
        await correct(id, { entity: 'hotel' })
        const { labels, bands, band } = await newest(id)
        expect(labels.length).to.be.within(1, before.length - 1)
        const now = (await leadOfDocument(engine.db, id))!
        expect(now.band).to.equal(band)
        expect(await labelsOfLead(engine.db, lead.id)).to.have.deep.members(
          labels.map((category) => ({ category, band: bands[category] })),
        )
        expect(await verbs('lead', lead.id)).to.include.members(['lead.circumstances_corrected', 'lead.reweighed'])
      })

      it('is proposed when new labels call for one', async () => {
        const id = await aPaper(CARE_CONTRACT, {
          given: { kind: 'contract', region: '440300', date: '2026-05-01', entity: 'hotel' },
        } as never)
        expect((await newest(id)).labels).to.deep.equal([])
        expect(await leadOfDocument(engine.db, id)).to.equal(undefined)
        await correct(id, { entity: 'care_institution' })
        expect((await newest(id)).labels).not.to.deep.equal([])
        expect((await leadOfDocument(engine.db, id))!.state).to.equal('proposed')
      })

      it('is marked, not closed, when its reason is gone, and the mark goes when the reason comes back', async () => {
        const given = { kind: 'contract', region: '440300', date: '2026-05-01', entity: 'care_institution' }
        const id = await aPaper(CARE_CONTRACT, { given } as never)
        const lead = (await leadOfDocument(engine.db, id))!
        await correct(id, { entity: 'hotel' })
        expect((await newest(id)).labels).to.deep.equal([])
        const marked = (await leadOfDocument(engine.db, id))!
        expect(marked).to.include({ state: 'proposed', band: lead.band, reasonGoneAt: '2026-05-06T02:00:00.000Z' })
        expect(await labelsOfLead(engine.db, lead.id)).not.to.deep.equal([])
        expect(await verbs('lead', lead.id)).to.include('lead.reason_gone')
        await correct(id, { entity: null })
        expect(await leadOfDocument(engine.db, id)).to.include({ reasonGoneAt: null, band: lead.band })
        const { id: leadId, version } = (await leadOfDocument(engine.db, id))!
        await dismissLead(parts, cast.alice, { leadId, version, reason: 'lawful', note: '' })
      })

      it('that became a case is told of it and stays as it was decided', async () => {
        const id = await aPaper(UNLAWFUL_COPY)
        const { id: leadId, version } = (await leadOfDocument(engine.db, id))!
        const caseFile = await openCase(parts, cast.alice, { leadId, version, reason: '核查' })
        const opened = await leadOfDocument(engine.db, id)
        await correct(id, { kind: 'complaint', date: '2019-01-01' })
        expect(await leadOfDocument(engine.db, id)).to.deep.equal(opened)
        expect(await verbs('lead', leadId)).to.include('lead.circumstances_corrected')
        expect(await verbs('matter', caseFile.id)).to.include('matter.circumstances_corrected')
      })
    })
  })
})
