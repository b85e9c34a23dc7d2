import { expect } from 'chai'
import { composeLetter } from '../../src/actions/letters/compose-letter.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { replay } from '../../src/core/procedure/evolve.ts'
import type { Input } from '../../src/core/procedure/matter.ts'
import type { WorksheetDraft } from '../../src/core/worksheet/draft.ts'
import type { Proposed } from '../../src/core/worksheet/worksheet.ts'
import { letterById, type Typed } from '../../src/store/letters.ts'
import { type MatterFile, matterById, matterEvents } from '../../src/store/matters.ts'
import { saveProposal } from '../support/a-worksheet.ts'
import { anOfficer } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { letterDesk } from '../support/letter-desk.ts'

describe('a penalty is told of and decided as a head approved it', () => {
  forEachDatabase((engine) => {
    const desk = letterDesk(engine)
    const { make, act, whyOf } = desk
    let rita: Viewer
    let evidence: string[]

    beforeEach(async () => {
      rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
    })

    it('waits for a worksheet that proposes one', async () => {
      const file = await reviewed()
      expect(await whyOf(propose(file, 'propose_penalty', {}))).to.include('尚未保存载明拟处罚的裁量工作表')
      await save(file, null)
      expect(await whyOf(propose(file, 'propose_penalty', {}))).to.include('尚未保存载明拟处罚的裁量工作表')
      await save(file, { fineFen: 5_000_000 })
      expect((await propose(file, 'propose_penalty', {})).matter.pending).to.have.length(1)
    })

    it('is approved on the worksheet it was asked for: version, hash, sum and kinds stay with the approval', async () => {
      const file = await reviewed()
      const sheet = await save(file, { fineFen: 5_000_000, criticism: true })
      await propose(file, 'propose_penalty', {})
      const approved = await approve(file)
      expect(approved.matter.penalty!.proposed).to.include({
        version: sheet.version,
        fineFen: 5_000_000,
        hearing: false,
      })
      expect(approved.matter.penalty!.proposed!.hash).to.match(/^[0-9a-f]{64}$/)
      expect(approved.matter.penalty!.proposed!.kinds).to.deep.equal(['criticism'])
      expect(replay(await matterEvents(engine.db, file.id)).penalty).to.deep.equal(approved.matter.penalty)
    })

    it('is not approved once the worksheet has changed since it was asked for; the same saved again is no change', async () => {
      const file = await reviewed()
      await save(file, { fineFen: 5_000_000 })
      await propose(file, 'propose_penalty', {})
      await save(file, { fineFen: 4_000_000 })
      expect(await whyOf(approve(file))).to.include('提请时为裁量工作表第 1 版，现已是第 2 版')
      await save(file, { fineFen: 5_000_000 })
      expect((await approve(file)).matter.penalty!.proposed!.version).to.equal(1)
    })

    it('is not served while the newest worksheet is graver; once approved anew it is', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await save(file, { fineFen: 6_000_000 })
      const why = await whyOf(serve(file, false))
      expect(why).to.include('第 2 版重于负责人批准的第 1 版').and.include('罚款 60,000 元，批准的是 50,000 元')
      await save(file, { fineFen: 5_000_000, licence: true })
      expect(await whyOf(serve(file, true))).to.include('增加“吊销营业执照或者许可证件”')
      await save(file, { fineFen: 6_000_000 })
      await propose(file, 'propose_penalty', {})
      await approve(file)
      expect((await serve(file, false)).matter.state).to.equal('noticed')
    })

    it('is decided no graver than it was approved and told of, and no worksheet without a penalty decides one', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await serve(file, false)
      await make(desk.cast.alice, await now(file), 'record_waiver', {}, { evidence })
      await save(file, { fineFen: 5_000_001 })
      expect(await whyOf(propose(file, 'decide_penalty', DECISION))).to.include('50,000.01 元，批准的是 50,000 元')
      await save(file, null)
      expect(await whyOf(propose(file, 'decide_penalty', DECISION))).to.include('最新一版没有拟处罚')
      await save(file, { fineFen: 3_000_000 })
      await propose(file, 'decide_penalty', DECISION)
      await save(file, { fineFen: 5_000_000 })
      expect(await whyOf(approve(file))).to.include('请撤回后重新提请')
      await save(file, { fineFen: 3_000_000 })
      expect((await approve(file)).matter.penalty!.decided).to.include({ fineFen: 3_000_000 })
    })

    it('is not decided where the newest worksheet gives a right to a hearing that nobody told of', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await serve(file, false)
      await make(desk.cast.alice, await now(file), 'record_waiver', {}, { evidence })
      // The same fine, but of a person: more than ten thousand yuan gives the right.
      await saveProposal(desk.parts, desk.cast.alice, file, { fineFen: 5_000_000 }, null, 'person')
      expect(await whyOf(propose(file, 'decide_penalty', DECISION))).to.include('告知书未告知听证权利')
      await save(file, { fineFen: 5_000_000 })
      expect((await propose(file, 'decide_penalty', DECISION)).matter.pending).to.have.length(1)
    })

    it('is decided where the right to a hearing was told of, though approval did not ask for it', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await serve(file, true)
      await make(desk.cast.alice, await now(file), 'record_waiver', {}, { evidence })
      await saveProposal(desk.parts, desk.cast.alice, file, { fineFen: 5_000_000 }, null, 'person')
      expect((await propose(file, 'decide_penalty', DECISION)).matter.pending).to.have.length(1)
    })

    it('is not approved anew while the party is told of another by public notice', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await make(desk.cast.alice, await now(file), 'publish_notice', { hearing_right: false, proof: '公告' })
      await save(file, { fineFen: 9_000_000 })
      expect(await whyOf(propose(file, 'propose_penalty', {}))).to.include('公告送达中')
    })

    it('is approved no longer once the case goes back to investigation', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      await serve(file, false)
      const back = await make(desk.cast.alice, await now(file), 'investigate_further', {}, { evidence })
      expect(back.matter.penalty).to.equal(undefined)
      expect(replay(await matterEvents(engine.db, file.id)).penalty).to.equal(undefined)
    })

    it('holds the notice and the decision to the sums and kinds approved for each', async () => {
      const file = await approved({ fineFen: 5_000_000 })
      expect(await objections(file, 'penalty-notice', { fine: '50000' })).not.to.include('负责人批准')
      expect(await objections(file, 'penalty-notice', { fine: '50000.01' })).to.include(
        '罚款超过负责人批准的裁量工作表第 1 版（50,000 元）',
      )
      expect(await objections(file, 'penalty-notice', { illegal_gains: '1' })).to.include('没收超过负责人批准')
      expect(await objections(file, 'penalty-notice', { penalty: '吊销营业执照' })).to.include('“吊销”不在负责人批准')
      expect(await objections(file, 'penalty-notice', { penalty: '责令停产停业三个月' })).to.include('“停产停业”不在')
      expect(await objections(file, 'penalty-notice', { penalty: '责令关闭' })).to.include('“责令关闭”不在')
      expect(await objections(file, 'penalty-notice', { penalty: '处罚款900000元' })).to.include('须填在各自的栏目里')
      await serve(file, false)
      await make(desk.cast.alice, await now(file), 'record_waiver', {}, { evidence })
      await save(file, { fineFen: 3_000_000 })
      await propose(file, 'decide_penalty', DECISION)
      await approve(file)
      expect(await objections(file, 'penalty-decision', { fine: '30000' })).not.to.include('负责人批准')
      expect(await objections(file, 'penalty-decision', { fine: '30001' })).to.include('（30,000 元）')
    })

    it('tells of the right to a hearing where the fine reaches the amount: the notice holds it, and is not served without', async () => {
      const file = await approved({ fineFen: 10_000_000 })
      expect(await hearingOf(file, { fine: '100000' })).to.equal(true)
      // Told in words instead of in its field, it is told all the same.
      expect(await hearingOf(file, {})).to.equal(true)
      expect(await whyOf(serve(file, false))).to.include('告知书须告知听证权利')
      expect((await serve(file, true)).matter.facts.hearing_right).to.equal(true)
    })

    it('leaves it out where an officer looked up amounts that are from memory, and a head approved that', async () => {
      const file = await approved({ fineFen: 10_000_000 }, { reason: '本省标准为二十万元，已核对公报' })
      // The head sees, with what she approves, that it is left out and why.
      expect(file.matter.penalty!.proposed).to.include({ hearing: false, leftOut: '本省标准为二十万元，已核对公报' })
      expect(await hearingOf(file, { fine: '100000' })).to.equal(false)
      expect((await serve(file, false)).matter.state).to.equal('noticed')
    })

    it('tells of it by the words of the letter where approval bound no worksheet, and leaves it out on nobody’s approval', async () => {
      const file = await approved({ fineFen: 10_000_000 }, { reason: '本省标准为二十万元，已核对公报' })
      const { penalty: _, ...matter } = file.matter
      // As approvals stood before they bound a worksheet.
      const unbound = { ...file, matter }
      expect(await hearingOf(file, { fine: '100000' }, unbound)).to.equal(true)
      expect(await hearingOf(file, { fine: '10000' }, unbound)).to.equal(false)
      expect(await hearingOf(file, { penalty: '责令关闭' }, unbound)).to.equal(true)
    })

    it('tells of it before a licence is revoked, whatever an officer says of the amounts', async () => {
      const file = await approved({ fineFen: 1_000_000, licence: true }, { reason: '未达到' })
      expect(await hearingOf(file, { fine: '10000' })).to.equal(true)
      expect(await whyOf(serve(file, false))).to.include('告知书须告知听证权利')
    })

    const DECISION = { serious: false, publication: 'none' }

    const now = async (file: MatterFile) => (await matterById(engine.db, file.id))!
    const propose = async (file: MatterFile, move: string, input: Input) =>
      act(desk.cast.alice, await now(file), { op: 'propose', move, input, evidence })
    const approve = async (file: MatterFile) => {
      const fresh = await now(file)
      return act(desk.cast.carol, fresh, { op: 'approve', proposal: fresh.matter.pending[0]!.id })
    }
    const serve = async (file: MatterFile, hearing: boolean) =>
      make(desk.cast.alice, await now(file), 'serve_notice', {
        hearing_right: hearing,
        method: '直接送达',
        proof: '送达回证',
      })

    /** A case whose review has agreed. */
    async function reviewed(): Promise<MatterFile> {
      const { alice } = desk.cast
      let file = await desk.aReport()
      evidence = [`exhibit:${(await desk.exhibit(file)).id}`]
      const check = { hooks: ['advertising'], fundraising: 'no', conduct_ended_on: '2026-05-01', gravity: 'ordinary' }
      file = await make(alice, file, 'record_check', { ...check, fundraising: false }, { evidence })
      await propose(file, 'file', {})
      file = await approve(file)
      file = await make(alice, file, 'submit_review', { report: '调查终结报告', legal_grounds: [] }, { evidence })
      return make(rita, file, 'review_agree', { review_kind: 'case' })
    }

    async function approved(proposed: Partial<Proposed>, hearingLeftOut: WorksheetDraft['hearingLeftOut'] = null) {
      const file = await reviewed()
      await save(file, proposed, hearingLeftOut)
      await propose(file, 'propose_penalty', {})
      return approve(file)
    }

    const save = (
      file: MatterFile,
      proposed: Partial<Proposed> | null,
      leftOut: WorksheetDraft['hearingLeftOut'] = null,
    ) => saveProposal(desk.parts, desk.cast.alice, file, proposed, leftOut)

    async function composed(file: MatterFile, type: string, typed: Typed, as?: MatterFile) {
      const { letterId } = await desk.draft(file, type, typed)
      return composeLetter(engine.db, desk.parts, as ?? (await now(file)), (await letterById(engine.db, letterId))!)
    }

    const objections = async (file: MatterFile, type: string, typed: Typed) =>
      (await composed(file, type, typed)).objections.map(({ zh }) => zh).join('；')

    const hearingOf = async (file: MatterFile, typed: Typed, as?: MatterFile) =>
      (await composed(file, 'penalty-notice', typed, as)).letter.blocks.some((block) =>
        JSON.stringify(block).includes('有权要求举行听证'),
      )
  })
})
