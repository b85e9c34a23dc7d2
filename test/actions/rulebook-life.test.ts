import { expect } from 'chai'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { driveRechecks, recheckDocuments } from '../../src/actions/papers/recheck-documents.ts'
import { approveRulebook, rollBackRulebook } from '../../src/actions/rulebook/activate-rulebook.ts'
import { proposeRulebook, saveBacktest } from '../../src/actions/rulebook/propose-rulebook.ts'
import { shipRulebook } from '../../src/actions/rulebook/ship-rulebook.ts'
import { compileStored } from '../../src/actions/rulebook/use-active-rulebook.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { startBacktest } from '../../src/core/backtest.ts'
import type { CompiledRulebook } from '../../src/core/check/compile.ts'
import type { Finding } from '../../src/core/check/finding.ts'
import type { Rulebook } from '../../src/core/check/rule.ts'
import { assess } from '../../src/core/pipeline.ts'
import { versionOf } from '../../src/rulebook/version.ts'
import { assessmentById, assessmentsOf, findingsOf } from '../../src/store/assessments.ts'
import { documentById } from '../../src/store/documents.ts'
import { listRechecks } from '../../src/store/rechecks.ts'
import { activeActivation, insertActivation, listActivations } from '../../src/store/rulebook-activations.ts'
import { keepRulebook, rulebookByHash } from '../../src/store/rulebooks.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { freshDb } from '../support/fresh-db.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'
import { shipped } from '../support/rulebook.ts'
import { versionWith, versionWithout } from '../support/versions.ts'

forEachDatabase((engine) => {
  describe('a release', () => {
    it('becomes active by itself on a new database, and takes over from an earlier release once', async () => {
      const db = await freshDb(engine.name)
      const parts = await partsOver(db)
      try {
        const [first, second] = [versionWithout('IF-02'), versionWithout('IF-03')]
        expect((await shipRulebook(parts, first)).rulebook.hash).to.equal(first.rulebook.hash)
        expect(await activeActivation(db)).to.include({ seq: 1, way: 'shipped', approverId: null })
        expect((await shipRulebook(parts, second)).rulebook.hash).to.equal(second.rulebook.hash)
        // An older program started again beside the newer one turns nothing back.
        expect((await shipRulebook(parts, first)).rulebook.hash).to.equal(second.rulebook.hash)
        expect((await listActivations(db)).map(({ seq }) => seq)).to.deep.equal([2, 1])
      } finally {
        await parts.dispose()
        await db.destroy()
      }
    })
  })

  describe('an approved version that a new release cannot run', () => {
    it('gives way to the rules of the release, and the record says so', async () => {
      const db = await freshDb(engine.name)
      const parts = await partsOver(db)
      try {
        await shipRulebook(parts, versionWithout('IF-02'))
        // As if an earlier program had kept less of the scoring than this one asks for.
        const { scoring: _scoring, ...rest } = versionWithout('IF-03').rulebook
        const broken = { ...rest, hash: 'broken' }
        await keepRulebook(db, broken as Rulebook, parts.now().toISOString())
        const approved = { hash: 'broken', way: 'approved', reason: '', at: parts.now().toISOString() } as const
        await db.transaction((trx) =>
          insertActivation(trx, { ...approved, seq: 2, authorId: null, approverId: null, backtestId: null }),
        )
        expect((await problemOf(compileStored(db, 'broken'))).code).to.equal('rulebook.unusable')
        expect((await shipRulebook(parts, shipped)).rulebook.hash).to.equal(shipped.rulebook.hash)
        const active = (await activeActivation(db))!
        expect(active).to.include({ seq: 3, way: 'shipped', hash: shipped.rulebook.hash })
        expect(active.reason).to.include('cannot run in this release')
      } finally {
        await parts.dispose()
        await db.destroy()
      }
    })
  })

  describe('the life of a rulebook version', () => {
    let parts: TestParts
    let cast: Cast
    /** Alice of the city writes rules, in the role that may propose. */
    let author: Viewer
    const fewer = versionWithout('IF-02')

    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      author = { ...cast.alice, role: 'analyst' }
      await shipRulebook(parts, shipped)
    })
    after(() => parts.dispose())

    const order = async (hash: string) => ({
      hash,
      seq: (await activeActivation(engine.db))!.seq,
      reason: '试行期满，回测无误',
    })
    async function tested(before: CompiledRulebook, after: CompiledRulebook) {
      const backtest = startBacktest(before, after)
      backtest.add([{ id: 'a', paper: { text: UNLAWFUL_COPY, kind: 'marketing' }, receivedOn: '2026-05-01' }])
      const result = { ...backtest.result(), over: 'archive' }
      await saveBacktest(parts, author, { oldHash: before.rulebook.hash, newHash: after.rulebook.hash, result })
    }
    async function paper(worker: TestParts): Promise<string> {
      const { documentId } = await receiveDocument(
        parts,
        aDelivery(UNLAWFUL_COPY, { given: { kind: 'complaint', region: '440300' } }),
      )
      await processDocument(worker, documentId)
      return documentId
    }
    const rulebookOf = async (documentId: string) =>
      (await assessmentById(engine.db, (await documentById(engine.db, documentId))!.assessmentId!))!.rulebook

    it('does not begin without a proposal, and not without a backtest against the active version', async () => {
      const { hash } = fewer.rulebook
      expect((await problemOf(approveRulebook(parts, cast.carol, await order(hash)))).code).to.equal('not_found')
      await proposeRulebook(parts, author, { rulebook: fewer.rulebook, reason: '合并入 IF-01' })
      expect((await problemOf(approveRulebook(parts, cast.carol, await order(hash)))).code).to.equal(
        'rulebook.no_backtest',
      )
      await tested(fewer, shipped)
      expect((await problemOf(approveRulebook(parts, cast.carol, await order(hash)))).code).to.equal(
        'rulebook.no_backtest',
      )
    })

    it('is never approved by its author, by somebody without the right, or by somebody who answers for less than the whole', async () => {
      await tested(shipped, fewer)
      const { hash } = fewer.rulebook
      const same: Viewer = { ...author, role: 'head' }
      expect((await problemOf(approveRulebook(parts, same, await order(hash)))).code).to.equal('rulebook.own_proposal')
      expect((await problemOf(approveRulebook(parts, cast.bob, await order(hash)))).code).to.equal('auth.forbidden')
      const below: Viewer = { ...cast.carol, region: '440305' }
      expect((await problemOf(approveRulebook(parts, below, await order(hash)))).code).to.equal('auth.forbidden')
      const silent = { ...(await order(hash)), reason: ' ' }
      expect((await problemOf(approveRulebook(parts, cast.carol, silent))).code).to.equal('form.invalid')
      expect((await activeActivation(engine.db))!.hash).to.equal(shipped.rulebook.hash)
    })

    it('once approved is taken up by running workers with their next paper, and changes no paper assessed before', async () => {
      const other = await partsOver(engine.db, { files: parts.files })
      const old = await paper(parts)
      await paper(other)
      const before = await findingsOf(engine.db, (await documentById(engine.db, old))!.assessmentId!)
      await approveRulebook(parts, cast.carol, await order(fewer.rulebook.hash))
      for (const worker of [parts, other]) {
        const id = await paper(worker)
        expect(await rulebookOf(id)).to.equal(fewer.rulebook.hash)
        const findings = await findingsOf(engine.db, (await documentById(engine.db, id))!.assessmentId!)
        expect(findings.map(({ code }) => code))
          .to.include('IF-01')
          .and.not.include('IF-02')
      }
      expect(await rulebookOf(old)).to.equal(shipped.rulebook.hash)
      expect(await findingsOf(engine.db, (await documentById(engine.db, old))!.assessmentId!)).to.deep.equal(before)
      await other.dispose()
    })

    it('is on record with author, approver, reason and backtest', async () => {
      const active = (await activeActivation(engine.db))!
      expect(active).to.include({
        way: 'approved',
        authorId: author.officerId,
        approverId: cast.carol.officerId,
        reason: '试行期满，回测无误',
      })
      expect(active.backtestId).to.be.a('string')
      await engine
        .db('rulebook_activations')
        .update({ reason: 'x' })
        .then(
          () => expect.fail('was changed'),
          (error: Error) => expect(error.message).to.include('append-only'),
        )
    })

    it('is approved once when two officers act at the same time', async () => {
      const third = versionWithout('IF-03')
      await proposeRulebook(parts, author, { rulebook: third.rulebook, reason: '另一版' })
      await tested(fewer, third)
      const seen = await order(third.rulebook.hash)
      const chief: Viewer = { ...cast.bob, role: 'head' }
      const outcomes = await Promise.allSettled([
        approveRulebook(parts, cast.carol, seen),
        approveRulebook(parts, chief, seen),
      ])
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).to.have.length(1)
      const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult
      expect(refused.reason.code).to.be.oneOf(['form.stale', 'rulebook.already_active'])
    })

    it('stays when a new release arrives, until officers say otherwise', async () => {
      const release = versionWithout('IF-04')
      const running = await shipRulebook(parts, release)
      expect(running.rulebook.hash).to.equal(versionWithout('IF-03').rulebook.hash)
      // A release needs no author, but it does need a backtest.
      const asked = await order(release.rulebook.hash)
      expect((await problemOf(approveRulebook(parts, cast.carol, asked))).code).to.equal('rulebook.no_backtest')
    })

    it('gives way to an earlier version at once, for a reason', async () => {
      const never = versionWithout('IF-04')
      const refused = await problemOf(rollBackRulebook(parts, cast.carol, await order(never.rulebook.hash)))
      expect(refused.code).to.equal('rulebook.never_active')
      await rollBackRulebook(parts, cast.carol, { ...(await order(shipped.rulebook.hash)), reason: '误报过多' })
      expect(await activeActivation(engine.db)).to.include({
        hash: shipped.rulebook.hash,
        way: 'rolled_back',
        reason: '误报过多',
      })
    })

    it('can be asked to judge earlier papers again: their old findings are kept', async () => {
      const ids = (await engine.db('documents').select('id')).map(({ id }) => id as string)
      const outdated = []
      for (const id of ids) if ((await rulebookOf(id)) !== shipped.rulebook.hash) outdated.push(id)
      expect(outdated.length).to.be.greaterThan(1)
      const days = { from: '2026-05-06', to: '2026-05-06', reason: '按新版复查' }
      const elsewhere = await problemOf(recheckDocuments(parts, { ...cast.dave, role: 'head' }, days))
      expect(elsewhere.code).to.equal('rulebook.nothing_to_recheck')
      const { papers } = await recheckDocuments(parts, cast.carol, days)
      expect(papers).to.equal(outdated.length)
      const again = await problemOf(recheckDocuments(parts, { ...cast.carol, region: '440300' }, days))
      expect(again.code).to.equal('rulebook.nothing_to_recheck')
      expect(await driveRechecks(parts)).to.equal(papers)
      for (const id of ids) await processDocument(parts, id)
      for (const id of outdated) {
        expect(await rulebookOf(id)).to.equal(shipped.rulebook.hash)
        const versions = await assessmentsOf(engine.db, id)
        expect(versions.map(({ rulebook }) => rulebook)).to.have.length(2)
        expect(await findingsOf(engine.db, versions[1]!.id)).to.not.deep.equal([])
      }
      expect(await driveRechecks(parts)).to.equal(0)
      expect((await listRechecks(engine.db)).map(({ ended }) => ended)).to.deep.equal(['done'])
    })

    it('is stored whole: a finding can be made again from the database alone', async () => {
      const stored = await engine
        .db('assessments')
        .join('documents', 'documents.id', 'assessments.document_id')
        .select('assessments.id', 'documents.received_at')
      expect(stored.length).to.be.greaterThan(3)
      for (const { id } of stored) {
        const { rulebook, documentId, circumstances } = (await assessmentById(engine.db, id))!
        const compiled = await compileStored(engine.db, rulebook)
        const { hash, ...content } = (await rulebookByHash(engine.db, rulebook))!
        expect(versionOf(content)).to.equal(hash)
        const { text } = await engine.db('document_texts').where({ document_id: documentId }).first()
        const given = (await documentById(engine.db, documentId))!.given
        const again = assess({ text, ...given }, circumstances.date, compiled)
        const kept = (await findingsOf(engine.db, id)).map((finding) => {
          const { id: _id, assessmentId: _assessment, documentId: _document, version: _version, ...said } = finding
          return said
        })
        const made = JSON.parse(JSON.stringify(again.findings)) as Finding[]
        const placed = ({ rule, start, end }: Finding) => `${rule} ${start} ${end}`
        const inOrder = (a: Finding, b: Finding) => (placed(a) < placed(b) ? -1 : 1)
        expect(made.sort(inOrder)).to.deep.equal(kept.sort(inOrder))
      }
    })
  })

  describe('a rule on trial', () => {
    it('is found and shown, scores nothing and makes no lead', async () => {
      const onTrial = versionWith((rules) => rules.map((rule) => ({ ...rule, status: 'trial' })))
      const db = await freshDb(engine.name)
      const parts = await partsOver(db)
      try {
        await shipRulebook(parts, onTrial)
        const { documentId } = await receiveDocument(parts, aDelivery(UNLAWFUL_COPY))
        expect(await processDocument(parts, documentId)).to.equal('processed')
        const assessment = (await assessmentById(db, (await documentById(db, documentId))!.assessmentId!))!
        const findings = await findingsOf(db, assessment.id)
        expect(findings.map(({ code }) => code)).to.include.members(['IF-01', 'IF-02'])
        expect(new Set(findings.map(({ unscored }) => unscored))).to.deep.equal(new Set(['trial']))
        expect(assessment).to.deep.include({ band: 'none', labels: [] })
        expect(assessment.reasons.map(({ points }) => points)).to.deep.equal(findings.map(() => 0))
        expect(await db('leads').first()).to.equal(undefined)
      } finally {
        await parts.dispose()
        await db.destroy()
      }
    })
  })
})
