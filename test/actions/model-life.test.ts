import { expect } from 'chai'
import type { Knex } from 'knex'
import { dismissFinding } from '../../src/actions/leads/dismiss-finding.ts'
import { dismissLead } from '../../src/actions/leads/dismiss-lead.ts'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { promoteModel, rollBackModel } from '../../src/actions/models/promote-model.ts'
import { rulingExamples } from '../../src/actions/models/ruling-examples.ts'
import { shipModel } from '../../src/actions/models/ship-model.ts'
import { trainChallenger } from '../../src/actions/models/train-challenger.ts'
import { useActiveModel } from '../../src/actions/models/use-active-model.ts'
import { markMissed } from '../../src/actions/papers/mark-missed.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Parts } from '../../src/actions/parts.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { assessmentById } from '../../src/store/assessments.ts'
import { documentById } from '../../src/store/documents.ts'
import { leadOfDocument } from '../../src/store/leads.ts'
import { activeModel, listModelActivations, standingModels } from '../../src/store/model-activations.ts'
import { modelAnswerOf } from '../../src/store/model-answers.ts'
import { documentPage } from '../../src/store/views/document-page.ts'
import { modelsPage } from '../../src/store/views/models-page.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { judgedByBoth } from '../support/judged-by-both.ts'
import { aDelivery, LAWFUL_COPY, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'
import { aSmallCorpus, aSmallModel } from '../support/small-model.ts'

describe('the life of a model', () => {
  const first = aSmallModel(21)
  const second = aSmallModel(22)
  const corpus = aSmallCorpus()

  forEachDatabase((engine) => {
    let db: Knex
    let parts: TestParts
    let cast: Cast
    let erin: Viewer

    before(async () => {
      db = engine.db
      parts = await partsOver(db)
      cast = await theCast(db)
      erin = await anOfficer(db, 'erin', 'analyst', '440000')
    })
    after(() => parts.dispose())

    it('starts with the model of the release, and a newer release takes over from it once', async () => {
      expect((await shipModel(parts, first)).hash).to.equal(first.hash)
      expect((await shipModel(parts, first)).hash).to.equal(first.hash)
      expect((await shipModel(parts, second)).hash).to.equal(second.hash)
      expect((await shipModel(parts, first)).hash, 'an older program turns nothing back').to.equal(second.hash)
      expect((await listModelActivations(db)).map(({ hash, way }) => [hash, way])).to.deep.equal([
        [second.hash, 'shipped'],
        [first.hash, 'shipped'],
      ])
    })

    it('learns nothing from nothing', async () => {
      const order = { corpus, reason: '试' }
      expect((await problemOf(trainChallenger(parts, erin, order))).code).to.equal('model.nothing_taught')
      expect((await problemOf(trainChallenger(parts, cast.alice, order))).code).to.equal('auth.forbidden')
    })

    it('learns from upheld findings, lawful ones and missed marks; of what nobody judged it knows nothing', async () => {
      const upheld = await take(`${UNLAWFUL_COPY}联系人：王秀兰，13800001234。`)
      const { findings } = await documentPage(db, cast.alice, upheld)
      const finding = findings.find(({ category }) => category === 'illegal_fundraising')!
      await upholdFinding(parts, cast.alice, { findingId: finding.id, version: finding.version, note: '' })
      const lawful = await take(`【样本】${UNLAWFUL_COPY}以上为警示。`)
      const page = await documentPage(db, cast.alice, lawful)
      for (const { id: findingId, version, category } of page.findings)
        await dismissFinding(parts, cast.alice, {
          findingId,
          version,
          reason: category === 'illegal_fundraising' ? 'not_sellers_claim' : 'duplicate',
          note: '',
        })
      const missed = await take(LAWFUL_COPY)
      await markMissed(parts, cast.alice, order(missed, 'missed'))
      const { examples, hash } = await rulingExamples(db, parts.compiled)
      expect(hash).not.to.equal('none')
      expect(examples.map(({ labels, known }) => [labels.join(), known?.join()]).sort()).to.deep.equal([
        ['', 'illegal_fundraising'],
        ['deceptive_sales', 'deceptive_sales'],
        ['illegal_fundraising', 'illegal_fundraising'],
      ])
      for (const { text } of examples) expect(text).not.to.match(/王秀兰|\d{11}/)
    })

    it('a mark can be taken back, is refused twice, and to those who may not see the paper', async () => {
      const id = await take(`${LAWFUL_COPY}又一份。`)
      expect((await problemOf(markMissed(parts, cast.dave, order(id, 'missed')))).code).to.equal('not_found')
      expect((await problemOf(markMissed(parts, cast.henry, order(id, 'missed')))).code).to.equal('auth.forbidden')
      expect((await problemOf(markMissed(parts, cast.alice, order(id, 'withdrawn')))).code).to.equal('form.stale')
      const before = (await rulingExamples(db, parts.compiled)).hash
      await markMissed(parts, cast.alice, order(id, 'missed'))
      expect((await problemOf(markMissed(parts, cast.bob, order(id, 'missed')))).code).to.equal('form.stale')
      expect((await rulingExamples(db, parts.compiled)).hash).not.to.equal(before)
      await markMissed(parts, cast.bob, order(id, 'withdrawn'))
      expect((await rulingExamples(db, parts.compiled)).hash).to.equal(before)
      const { missed } = await documentPage(db, cast.alice, id)
      expect(missed.map(({ verdict, officerName }) => [verdict, officerName])).to.deep.equal([
        ['missed', 'alice'],
        ['withdrawn', 'bob'],
      ])
    })

    it('a lead set aside as lawful teaches what a lawful finding does; the same text ruled both ways teaches nothing', async () => {
      const text = `${UNLAWFUL_COPY}第二期。`
      const id = await take(text)
      const lead = (await leadOfDocument(db, id))!
      const target = { leadId: lead.id, version: lead.version }
      expect(await taughtOf(id)).to.equal(undefined)
      await dismissLead(parts, cast.alice, { ...target, reason: 'lawful', note: '核实合法' })
      expect(await taughtOf(id)).to.deep.include({ labels: [], known: ['illegal_fundraising'] })
      const { findings } = await documentPage(db, cast.alice, id)
      for (const { id: findingId, version } of findings)
        await upholdFinding(parts, cast.alice, { findingId, version, note: '' })
      expect((await taughtOf(id))?.known ?? []).not.to.include('illegal_fundraising')
    })

    it('a challenger answers beside the champion over new papers and stands on none', async () => {
      const { hash } = await trainChallenger(parts, erin, { corpus, reason: '新认定' })
      expect(await standingModels(db)).to.deep.equal({ champion: second.hash, challenger: hash })
      expect((await problemOf(promote(cast.carol, hash))).code, 'untried').to.equal('model.not_in_shadow')
      const id = await take('每月退款，专家坐诊，返钱。')
      for (const model of [second.hash, hash])
        expect(Object.keys((await modelAnswerOf(db, model, id))!)).to.have.members([
          'illegal_fundraising',
          'deceptive_sales',
          'false_advertising',
        ])
      expect((await standing(id)).model).to.equal(second.hash)
    })

    it('is not promoted while both have judged too few papers to tell them apart', async () => {
      const hash = (await standingModels(db)).challenger!
      expect((await modelsPage(db, cast.carol)).judgedByBoth).to.equal(1)
      const one = await problemOf(promote(cast.carol, hash))
      expect([one.code, one.detail.papers, one.detail.needed]).to.deep.equal(['model.too_few_judged', 1, 100])
      await judgedByBoth(db, [second.hash, hash], 98)
      expect((await problemOf(promote(cast.carol, hash))).detail.papers).to.equal(99)
      // What the challenger alone has judged tells nothing of the two.
      await judgedByBoth(db, [hash], 5)
      expect((await problemOf(promote(cast.carol, hash))).detail.papers).to.equal(99)
      await judgedByBoth(db, [second.hash, hash], 1)
      expect((await modelsPage(db, cast.carol)).judgedByBoth).to.equal(100)
    })

    it('is promoted by another than its trainer, in the whole installation’s region, with a reason, once', async () => {
      const hash = (await standingModels(db)).challenger!
      const henrietta = await anOfficer(db, 'henrietta', 'head', '440305')
      expect((await problemOf(promote(henrietta, hash))).code).to.equal('auth.forbidden')
      expect((await problemOf(promote(erin, hash))).code).to.equal('auth.forbidden')
      expect((await problemOf(promote(cast.carol, hash, ' '))).code).to.equal('form.invalid')
      const seq = (await activeModel(db))!.seq
      await promote(cast.carol, hash)
      const late = promoteModel(parts, cast.carol, { hash: first.hash, seq, reason: '迟了' })
      expect((await problemOf(late)).code).to.equal('form.stale')
      expect(await standingModels(db)).to.deep.equal({ champion: hash, challenger: undefined })
    })

    it('nobody promotes what she trained herself', async () => {
      // Later than the one before: of two trained in the same instant the database would choose.
      parts.setNow(new Date(parts.now().getTime() + 1000).toISOString())
      const { hash } = await trainChallenger(parts, cast.carol, { corpus: aSmallCorpus(23), reason: '换语料' })
      await take('守灯人来信。')
      expect((await problemOf(promote(cast.carol, hash))).code).to.equal('model.own_training')
    })

    it('another process follows a promotion and a roll back with its next paper', async () => {
      const other: Parts = await partsOver(db)
      await useActiveModel(other)
      const champion = (await standingModels(db)).champion!
      expect(other.model?.hash).to.equal(champion)
      const { hash } = await rollBackModel(parts, cast.carol, { seq: (await activeModel(db))!.seq, reason: '误报多' })
      expect(hash, 'the one before').to.equal(second.hash)
      await useActiveModel(other)
      expect(other.model?.hash).to.equal(second.hash)
      const never = rollBackModel(parts, cast.carol, {
        hash: (await standingModels(db)).challenger!,
        seq: (await activeModel(db))!.seq,
        reason: 'x',
      })
      expect((await problemOf(never)).code).to.equal('model.never_champion')
    })

    it('a challenger that cannot be read holds no paper up', async () => {
      const row = await db('models').where({ hash: first.hash }).first()
      const at = '2027-01-01T00:00:00.000Z'
      await db('models').insert({ ...row, hash: 'broken', content: '{}', origin: 'trained', at })
      const id = await take('海边长住，月租两千。')
      expect((await standing(id)).model).to.equal(second.hash)
      expect(parts.challenger).to.equal(undefined)
    })

    it('its page tells both, the weeks and the history, and no paper to those who may not see it', async () => {
      const page = await modelsPage(db, cast.carol)
      expect(page.champion?.hash).to.equal(second.hash)
      expect(page.drift.map(({ weeks }) => weeks.map(({ week }) => week))).to.deep.equal(Array(3).fill(['2026-W19']))
      expect(page.activations.map(({ way }) => way)).to.deep.equal(['rolled_back', 'promoted', 'shipped', 'shipped'])
      expect((await problemOf(modelsPage(db, cast.henry))).code).to.equal('auth.forbidden')
    })

    it('what was decided cannot be rewritten in the database', async () => {
      for (const table of ['models', 'model_activations', 'missed_marks']) {
        let refused = 0
        await db(table)
          .update({ at: 'x' })
          .catch(() => refused++)
        await db(table)
          .delete()
          .catch(() => refused++)
        expect(refused, table).to.equal(2)
      }
    })

    async function take(text: string): Promise<string> {
      const { documentId } = await receiveDocument(parts, aDelivery(text))
      expect(await processDocument(parts, documentId)).to.equal('processed')
      return documentId
    }

    async function taughtOf(documentId: string) {
      const { examples } = await rulingExamples(db, parts.compiled)
      return examples.find(({ id }) => id === `ruling-${documentId}`)
    }

    function order(documentId: string, verdict: 'missed' | 'withdrawn') {
      return { documentId, category: 'deceptive_sales', verdict, reason: '临走才说要加钱' } as const
    }

    async function promote(officer: Viewer, hash: string, reason = '看过分歧'): Promise<void> {
      await promoteModel(parts, officer, { hash, seq: (await activeModel(db))!.seq, reason })
    }

    async function standing(documentId: string) {
      return (await assessmentById(db, (await documentById(db, documentId))!.assessmentId!))!
    }
  })
})
