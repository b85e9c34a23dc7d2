import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { promoteModel, rollBackModel } from '../../src/actions/models/promote-model.ts'
import { shipModel } from '../../src/actions/models/ship-model.ts'
import { trainChallenger } from '../../src/actions/models/train-challenger.ts'
import { markMissed } from '../../src/actions/papers/mark-missed.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { compileModel } from '../../src/classifier/compile-model.ts'
import { readModel, writeModel } from '../../src/classifier/model-file.ts'
import { type Corpus, readCorpus } from '../../src/classifier/training/corpus.ts'
import { examplesOf } from '../../src/classifier/training/examples.ts'
import { trainModel } from '../../src/classifier/training/train-model.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { rootPath } from '../../src/root.ts'
import { assessmentById } from '../../src/store/assessments.ts'
import { documentById } from '../../src/store/documents.ts'
import { activeModel } from '../../src/store/model-activations.ts'
import { modelAnswerOf } from '../../src/store/model-answers.ts'
import type { StoredModel } from '../../src/store/models.ts'
import { documentPage } from '../../src/store/views/document-page.ts'
import { compareModels } from '../../src/store/views/model-differences.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { freshDb } from '../support/fresh-db.ts'
import { judgedByBoth } from '../support/judged-by-both.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const papersIn = (file: string) =>
  readFileSync(rootPath(`test/fixtures/new-wording/${file}.txt`), 'utf8')
    .trim()
    .split('\n')

const LABEL = 'false_advertising'
const FOLDS = 4

describe('learning from rulings: forty papers in a wording nobody has written a rule for', function () {
  this.timeout(60_000)
  const unseen = papersIn('unseen')
  const lawful = papersIn('lawful')
  const corpus = slice(readCorpus(rootPath('src/classifier/corpus')))
  let parts: TestParts
  let cast: Cast
  let erin: Viewer
  let champion: string
  let trained: StoredModel
  let unseenIds: string[]
  let lawfulIds: string[]

  before(async () => {
    const db = await freshDb()
    parts = await partsOver(db)
    cast = await theCast(db)
    erin = await anOfficer(db, 'erin', 'analyst', '440000')
    const shipped = championOn(corpus)
    parts.model = await shipModel(parts, shipped)
    champion = shipped.hash
    for (const text of papersIn('ruled')) await rule(await take(text))
    trained = await trainChallenger(parts, erin, { corpus, folds: FOLDS, reason: '盐屋退锈的新说法' })
    unseenIds = await takeAll(unseen)
    lawfulIds = await takeAll(lawful)
  })
  after(async () => {
    await parts.dispose()
    await parts.db.destroy()
  })

  it('the champion and the rules say nothing of the paraphrases, and the challenger says it of nearly all', async () => {
    expect(await saying(champion, unseenIds)).to.be.at.most(1)
    const labelled = await Promise.all(unseenIds.map(async (id) => (await standing(id)).labels.includes(LABEL)))
    expect(labelled.filter(Boolean).length).to.be.at.most(2)
    expect(await saying(trained.hash, unseenIds)).to.be.at.least(11)
  })

  it('lawful papers with the same words mostly stay lawful; the rest is for the next rulings', async () => {
    expect(await saying(champion, lawfulIds)).to.equal(0)
    expect(await saying(trained.hash, lawfulIds)).to.be.at.most(5)
  })

  it('what the challenger says is no part of any paper, of its score or of a lead', async () => {
    for (const id of unseenIds) {
      const assessment = await standing(id)
      expect(assessment.model).to.equal(champion)
      expect(assessment.signals.find(({ label }) => label === LABEL)?.probability ?? 0).to.be.below(0.6)
    }
  })

  it('the comparison names the papers on which they differ, to those who may see them', async () => {
    const models = { champion, challenger: trained.hash }
    const { papers, differences, byLabel } = await compareModels(parts.db, cast.alice, models, 100)
    expect(papers).to.equal(30)
    expect(byLabel.find(({ label }) => label === LABEL)!.gained).to.be.at.least(11)
    const named = differences.filter(({ label }) => label === LABEL).map(({ documentId }) => documentId)
    expect(named.filter((id) => unseenIds.includes(id)).length).to.be.at.least(11)
    expect(await compareModels(parts.db, cast.dave, models, 100)).to.deep.equal({
      papers: 0,
      byLabel: [],
      differences: [],
    })
  })

  it('promoted by somebody else, its signal stands on the next paper; rolled back, the earlier answer is there again', async () => {
    const text = '阿公在盐床上睡了三周，老泵不闷，轴承不响，把吃了十年的小瓶子都扔了。'
    const seq = async () => (await activeModel(parts.db))!.seq
    const before = await answerTo(text)
    expect(before.probability).to.be.below(0.5)
    const order = { hash: trained.hash, seq: await seq(), reason: '新说法已能识别，合法材料未误报' }
    expect((await problemOf(promoteModel(parts, cast.carol, order))).code).to.equal('model.too_few_judged')
    await judgedByBoth(parts.db, [champion, trained.hash])
    await promoteModel(parts, cast.carol, order)
    const promoted = await answerTo(text)
    expect(promoted.model).to.equal(trained.hash)
    expect(promoted.probability).to.be.at.least(0.5)
    await rollBackModel(parts, cast.carol, { seq: await seq(), reason: '演练' })
    expect(await answerTo(text)).to.deep.equal(before)
  })

  it('the same rulings and corpus give the same model', async () => {
    const again = await trainChallenger(parts, erin, { corpus, folds: FOLDS, reason: '再训一次' })
    expect(again.hash).to.equal(trained.hash)
    expect(again.rulings).to.equal(40)
  })

  it('a training that learnt nothing new cannot replace anything', async () => {
    const order = { corpus: { papers: [], hash: 'none' }, reason: 'x' }
    expect((await problemOf(trainChallenger(parts, cast.alice, order))).code).to.equal('auth.forbidden')
  })

  /**
   * A quarter of these batches, of every author, other matters among them: enough to know ordinary papers, and trained on in a second. Named one by
   * one, so that a batch added later draws no other quarter.
   */
  function slice({ papers, hash }: Corpus): Corpus {
    return {
      papers: papers.filter(({ batch }) => /^([a-c]\d|d[1-6])$/.test(batch)).filter((_, i) => i % 4 === 0),
      hash,
    }
  }

  function championOn({ papers, hash }: Corpus) {
    const { model } = trainModel(examplesOf(papers, parts.compiled.targets), undefined, FOLDS)
    const about = { date: '2026-04-01', corpus: hash, rulings: 'none', metrics: {} }
    return compileModel(readModel(writeModel({ ...model, ...about })))
  }

  async function take(text: string): Promise<string> {
    const { documentId } = await receiveDocument(parts, aDelivery(text))
    expect(await processDocument(parts, documentId)).to.equal('processed')
    return documentId
  }

  async function takeAll(texts: readonly string[]): Promise<string[]> {
    const ids: string[] = []
    for (const text of texts) ids.push(await take(text))
    return ids
  }

  /** The officer marks what the system missed; should a rule have seen it meanwhile, she upholds its finding. */
  async function rule(documentId: string): Promise<void> {
    const { findings } = await documentPage(parts.db, cast.alice, documentId)
    const seen = findings.filter(({ category }) => category === LABEL)
    for (const { id: findingId, version } of seen)
      await upholdFinding(parts, cast.alice, { findingId, version, note: '' })
    if (seen.length > 0) return
    const reason = '以机器比身体，暗示医疗功效'
    await markMissed(parts, cast.alice, { documentId, category: LABEL, verdict: 'missed', reason })
  }

  /** How many of the papers a model would give the label. */
  async function saying(model: string, ids: readonly string[]): Promise<number> {
    const answers = await Promise.all(ids.map((id) => modelAnswerOf(parts.db, model, id)))
    return answers.filter((answer) => answer![LABEL] >= 0.5).length
  }

  async function standing(documentId: string) {
    return (await assessmentById(parts.db, (await documentById(parts.db, documentId))!.assessmentId!))!
  }

  /** What a new paper of this text is told by the model that counts. */
  async function answerTo(text: string) {
    const { signals, model } = await standing(await take(text))
    return { model, probability: signals.find(({ label }) => label === LABEL)?.probability ?? 0 }
  }
})
