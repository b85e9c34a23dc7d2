import { expect } from 'chai'
import { upholdFinding } from '../../src/actions/leads/uphold-finding.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { saveWorksheet } from '../../src/actions/matters/save-worksheet.ts'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Act } from '../../src/core/procedure/matter.ts'
import { blankDraft, type WorksheetDraft } from '../../src/core/worksheet/draft.ts'
import { linkDocument, type MatterFile } from '../../src/store/matters.ts'
import { worksheetPage } from '../../src/store/views/worksheet-page.ts'
import { worksheetVersions } from '../../src/store/worksheets.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

describe('the worksheet of a decision', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    afterEach(() => parts.dispose())

    /** A lead under check with one paper on file, every finding in it upheld. */
    async function aMatter(): Promise<{ file: MatterFile; documentId: string }> {
      const given = { kind: 'marketing', region: '440300', date: '2026-05-01', channel: 'web' }
      const { documentId } = await receiveDocument(parts, aDelivery(UNLAWFUL_COPY, { given } as never))
      await processDocument(parts, documentId)
      for (const { id, version } of await engine.db('findings').where({ document_id: documentId }))
        await upholdFinding(parts, cast.alice, { findingId: id, version, note: '属实' })
      const order = {
        opening: 'officer_lead',
        region: '440300',
        title: '旅居卡',
        source: 'desk',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '检查发现',
      }
      const file = await openMatter(parts, cast.alice, order as never)
      await engine.db.transaction((trx) =>
        linkDocument(trx, { matterId: file.id, documentId, at: '2026-05-06T01:00:00.000Z', by: 'system' }),
      )
      return { file, documentId }
    }
    const draftOf = async (file: MatterFile): Promise<WorksheetDraft> =>
      blankDraft((await worksheetPage(engine.db, cast.alice, file.id)).grounds, file.matter.facts)
    const save = (viewer: Viewer, file: MatterFile, version: number, draft: WorksheetDraft) =>
      saveWorksheet(parts, viewer, { matterId: file.id, version, draft })

    it('begins from the upheld findings, each rule of a paper once, and stays open until the fee is known', async () => {
      const { file, documentId } = await aMatter()
      const { grounds } = await worksheetPage(engine.db, cast.alice, file.id)
      expect(new Set(grounds.map(({ key }) => key)).size).to.equal(grounds.length)
      expect(grounds.every((ground) => ground.documentId === documentId)).to.equal(true)
      const { result, version } = await save(cast.alice, file, 0, await draftOf(file))
      expect(version).to.equal(1)
      expect(result.acts).to.have.length(1)
      expect(result.acts[0]!.fine).to.include({ kind: 'open' })
      expect(result.acts[0]!.fine).to.have.property('needs').that.includes('fee')
      expect(result.referred.map(({ id }) => id)).to.include('fundraising-regulation/30')
    })

    it('comes to 1 to 3 times the fee once it is known: 50,000 to 150,000', async () => {
      const { file } = await aMatter()
      const draft = await draftOf(file)
      draft.acts[0]!.sums = { ...draft.acts[0]!.sums, fee: { state: 'known', fen: 5_000_000 } }
      const { result } = await save(cast.alice, file, 0, draft)
      const of58 = result.acts[0]!.lines.find(({ id }) => id === 'advertising-law/58')!
      expect(of58.fine).to.deep.include({ kind: 'range' })
      expect(of58.fine).to.have.nested.property('range.floorFen', 5_000_000)
      expect(of58.fine).to.have.nested.property('range.capFen', 15_000_000)
    })

    it('appends a version with each saving and keeps the earlier ones as they were', async () => {
      const { file } = await aMatter()
      const first = await save(cast.alice, file, 0, await draftOf(file))
      const changed = { ...(await draftOf(file)), party: 'person' as const }
      await save(cast.bob, file, 1, changed)
      const versions = await worksheetVersions(engine.db, file.id)
      expect(versions.map(({ version, savedBy }) => [version, savedBy])).to.deep.equal([
        [2, cast.bob.officerId],
        [1, cast.alice.officerId],
      ])
      const kept = (await worksheetPage(engine.db, cast.alice, file.id, 1)).shown!
      expect(kept.draft).to.deep.equal(first.draft)
      expect(kept.result).to.deep.equal(JSON.parse(JSON.stringify(first.result)))
      expect((await worksheetPage(engine.db, cast.alice, file.id)).shown!.draft.party).to.equal('person')
      const noted = await engine.db('events').where({ verb: 'matter.worksheet_saved', subject_id: file.id })
      expect(noted).to.have.length(2)
    })

    it('is saved by one of two officers at the same version; the other is told', async () => {
      const { file } = await aMatter()
      const draft = await draftOf(file)
      const both = await Promise.allSettled([save(cast.alice, file, 0, draft), save(cast.bob, file, 0, draft)])
      const lost = both.filter((each) => each.status === 'rejected')
      expect(lost).to.have.length(1)
      expect(lost[0]!.reason.code).to.equal('form.stale')
      expect(await worksheetVersions(engine.db, file.id)).to.have.length(1)
    })

    it('takes penalties a person names, and no article that threatens nothing or is unknown', async () => {
      const { file } = await aMatter()
      const draft = await draftOf(file)
      const extra = (article: string) => ({ ...draft, extra: [{ article, act: '1' }] })
      const { result } = await save(cast.alice, file, 0, extra('advertising-law/57'))
      expect(result.acts[0]!.lines.map(({ id }) => id)).to.include('advertising-law/57')
      for (const article of ['advertising-law/28', 'no-such/1', '__proto__'])
        expect((await problemOf(save(cast.alice, file, 1, extra(article)))).detail).to.include({
          field: 'worksheet_article',
        })
    })

    it('counts an article from memory once two people have confirmed its text', async () => {
      const { file } = await aMatter()
      const draft = { ...(await draftOf(file)), extra: [{ article: 'contract-measures/18', act: '1' }] }
      const status = async (version: number) =>
        (await save(cast.alice, file, version, draft)).result.acts[0]!.lines.find(
          ({ id }) => id === 'contract-measures/18',
        )!.status
      expect(await status(0)).to.equal('to_confirm')
      await engine.db('article_records').insert({
        id: 'r1',
        article_id: 'contract-measures/18',
        number: 1,
        text: '文',
        source: '公报',
        read_on: '2026-05-01',
        recorded_by: cast.alice.officerId,
        recorded_at: '2026-05-01T00:00:00Z',
      })
      await engine.db('article_approvals').insert({
        record_id: 'r1',
        verdict: 'approved',
        note: '',
        officer_id: cast.bob.officerId,
        at: '2026-05-01T00:00:00Z',
      })
      expect(await status(1)).to.equal('applies')
    })

    it('refuses acts and circumstances nobody knows, and sums that are none', async () => {
      const { file } = await aMatter()
      const draft = await draftOf(file)
      const field = async (changes: Partial<WorksheetDraft>) =>
        (await problemOf(save(cast.alice, file, 0, { ...draft, ...changes }))).detail.field
      expect(await field({ belongs: { x: '4' } })).to.equal('worksheet_act')
      expect(await field({ factors: [{ id: 'toString', reason: '' }] })).to.equal('worksheet_factor')
      expect(await field({ acts: [{ ...draft.acts[0]!, refundFen: -1 }] })).to.equal('worksheet_sum')
      expect(await field({ acts: [{ ...draft.acts[0]!, title: '长'.repeat(5000) }] })).to.equal('note')
    })

    it('is for those who may: not the hotline, not a stranger, not one recused, and never for a complaint', async () => {
      const { file } = await aMatter()
      const draft = await draftOf(file)
      expect((await problemOf(save(cast.henry, file, 0, draft))).code).to.equal('auth.forbidden')
      expect((await problemOf(save(cast.dave, file, 0, draft))).code).to.equal('not_found')
      expect((await problemOf(worksheetPage(engine.db, cast.dave, file.id))).code).to.equal('not_found')
      const rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
      const act = (viewer: Viewer, asked: object) =>
        actOnMatter(parts, viewer, {
          matterId: file.id,
          act: { reason: '有利害关系', evidence: [], ...asked } as unknown as Act,
        })
      await act(rita, { op: 'propose', version: 1, move: 'recuse', input: { officer: cast.bob.officerId } })
      await act(cast.carol, { op: 'approve', version: 2, proposal: 2 })
      expect((await problemOf(save(cast.bob, file, 0, draft))).code).to.equal('matter.move_closed')
      const complaint = await openMatter(parts, cast.alice, {
        opening: 'complaint',
        region: '440300',
        title: '退费',
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      } as never)
      expect((await problemOf(save(cast.alice, complaint, 0, draft))).code).to.equal('matter.move_closed')
    })
  })
})
