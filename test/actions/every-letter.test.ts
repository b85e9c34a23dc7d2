import { expect } from 'chai'
import { addExhibit } from '../../src/actions/letters/add-exhibit.ts'
import { draftLetter } from '../../src/actions/letters/draft-letter.ts'
import { issueLetter } from '../../src/actions/letters/issue-letter.ts'
import { keepBureau } from '../../src/actions/letters/keep-bureau.ts'
import { markExhibit } from '../../src/actions/letters/mark-exhibit.ts'
import { noteParticulars } from '../../src/actions/letters/note-particulars.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { describeMatter } from '../../src/actions/matters/describe-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { Objection } from '../../src/core/letter/may-issue.ts'
import type { Act, Input } from '../../src/core/procedure/matter.ts'
import type { Typed } from '../../src/store/letters.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import { type MatterFile, matterById } from '../../src/store/matters.ts'
import { saveProposal } from '../support/a-worksheet.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const SELLER = '示例康养服务有限公司'

/** A case and three complaints, carried through the procedure: at each place the letters that belong there go out. */
describe('every letter', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    let rita: Viewer
    let issued: string[]

    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
      await engine.db('officers').where({ id: cast.carol.officerId }).update({ is_principal: true })
      issued = []
      const fields = {
        name: '示例市市场监督管理局',
        word: '示市监',
        address: '示例市政务路1号',
        contact: '周示范',
        phone: '0000-12345678',
        review_organ: '示例市人民政府',
        court: '示例市人民法院',
        payee: '示例银行（账号：0000 0000）',
      }
      await keepBureau(parts, cast.carol, { region: '440000', version: 0, fields })
    })
    after(() => parts.dispose())

    const now = async (file: MatterFile) => (await matterById(engine.db, file.id))!
    const act = async (viewer: Viewer, file: MatterFile, asked: Record<string, unknown>) =>
      (
        await actOnMatter(parts, viewer, {
          matterId: file.id,
          act: { version: (await now(file)).version, reason: '依法办理', evidence: [], ...asked } as unknown as Act,
        })
      ).file
    const make = (viewer: Viewer, file: MatterFile, move: string, input: Input = {}, evidence: string[] = []) =>
      act(viewer, file, { op: 'make', move, input, evidence })
    const propose = (file: MatterFile, move: string, input: Input = {}, evidence: string[] = []) =>
      act(cast.alice, file, { op: 'propose', move, input, evidence })
    const approve = async (file: MatterFile) =>
      act(cast.carol, file, { op: 'approve', proposal: (await now(file)).matter.pending.at(-1)!.id })
    /** Drafted, filled in and issued by Alice, or the test says what is lacking. */
    const issue = async (file: MatterFile, type: string, typed: Typed = {}) => {
      const letterId = await draftLetter(parts, cast.alice, { matterId: file.id, type, typed })
      await issueLetter(parts, cast.alice, { matterId: file.id, letterId, version: 1 }).catch((error) => {
        throw new Error(`${type}: ${JSON.stringify(error.detail?.why ?? error)}`)
      })
      issued.push(type)
      return letterId
    }
    /** Why a drafted letter may not go out. */
    const whyNot = async (file: MatterFile, letterId: string) => {
      const refused = await problemOf(issueLetter(parts, cast.alice, { matterId: file.id, letterId, version: 1 }))
      expect(refused.code).to.equal('letter.not_ready')
      return (refused.detail.why as Objection[]).map(({ why, zh }) => [why, zh])
    }
    const aMatter = async (opening: string, title: string) => {
      const file = await openMatter(parts, cast.alice, {
        opening,
        region: '440300',
        title,
        source: 'hotline',
        receivedAt: parts.now().toISOString(),
        reason: '来电',
      })
      const described = { title: '', seller: SELLER, creditCode: '91440300MA5HYKY008', phone: '' }
      await describeMatter(parts, cast.alice, { matterId: file.id, version: 1, ...described })
      const { version = 0 } = (await engine.db('operator_particulars').first('version')) ?? {}
      const register = { person: '郑虚构', address: '示例市候鸟大道100号', registered_place: '示例市' }
      await noteParticulars(parts, cast.alice, { matterId: file.id, version, fields: register })
      const role = opening === 'complaint' ? ('complainant' as const) : ('reporter' as const)
      const person = { role, name: '林试梅', relation: null, authority: null, capacityDoubt: false }
      await engine.db.transaction((trx) => addMatterPerson(trx, { matterId: file.id, ...person }, file.openedAt))
      return file
    }

    it('of a complaint that is accepted and fails', async () => {
      let file = await aMatter('complaint', '旅居会员费退款')
      file = await make(cast.alice, file, 'accept')
      const notice = await issue(file, 'acceptance-notice')
      await issue(file, 'service-receipt', {
        served_to: '林试梅',
        served_place: '示例市',
        method: '邮寄送达',
        'served.letter': notice,
      })
      await issue(file, 'elder-warning', { offer: '候鸟旅居卡', signs: '要求转入个人账户。' })
      file = await make(cast.alice, file, 'begin_mediation')
      await make(cast.alice, file, 'terminate_mediation', { ground: 'no_agreement' })
      await issue(file, 'termination-notice')
    })

    it('of a complaint that is refused', async () => {
      const file = await aMatter('complaint', '旅居投资收益')
      await make(cast.alice, file, 'refuse_acceptance', { ground: 'not_consumption', fundraising: true })
      await issue(file, 'refusal-notice')
    })

    it('of a lead that is not filed', async () => {
      const file = await aMatter('report', `${SELLER}涉嫌发布虚假广告`)
      await make(cast.alice, file, 'take_up')
      await make(rita, file, 'assign_handlers', { handlers: [cast.alice.officerId, cast.bob.officerId] })
      const evidence = await anExhibit(file)
      await make(
        cast.alice,
        file,
        'record_check',
        { hooks: ['advertising'], fundraising: false, gravity: 'ordinary' },
        evidence,
      )
      await propose(file, 'not_file', { ground: 'no_breach' })
      await issue(file, 'non-filing-form', { check: '宣传单未对外发放。' })
      await approve(file)
      await issue(file, 'non-filing-form', { check: '宣传单未对外发放。' })
    })

    it('of a case from the check to its closing', async () => {
      const file = await aMatter('report', `${SELLER}涉嫌发布虚假广告`)
      await make(cast.alice, file, 'take_up')
      await make(rita, file, 'assign_handlers', { handlers: [cast.alice.officerId, cast.bob.officerId] })
      const evidence = await anExhibit(file)
      const exhibitId = evidence[0]!.slice('exhibit:'.length)
      for (const element of ['unlicensed', 'promise', 'public'] as const)
        await markExhibit(parts, cast.alice, {
          matterId: file.id,
          exhibitId,
          page: 1,
          mark: { kind: 'element', element, quote: '存满一年返还本金' },
        })
      await make(
        cast.alice,
        file,
        'record_check',
        { hooks: ['advertising'], fundraising: true, gravity: 'ordinary' },
        evidence,
      )
      await issue(file, 'lead-check-record', {
        checked_at: '2026年5月6日',
        checked_place: '现场',
        findings: '发放宣传单。',
        advice: '建议立案。',
      })
      await propose(file, 'refer_fundraising', { department: '示例市处置非法集资牵头部门' }, evidence)
      await approve(file)
      await issue(file, 'fundraising-referral', { scheme: '以会员卡名义收款。' })
      await issue(file, 'department-notice', {
        department: '示例市民政局',
        duty: '养老机构备案。',
        facts: '收取会员费。',
        wish: '请核实。',
      })
      await propose(file, 'file', {}, evidence)
      const breach = { 'articles.breach': ['advertising-law/28'] }
      await issue(file, 'filing-form', { check: '宣传单与实际不一致。', ...breach })
      await approve(file)
      await propose(file, 'register_evidence', { list: '物品清单' })
      await approve(file)
      await issue(file, 'evidence-registration', {
        cause: '发布虚假广告',
        keeping: '封存',
        keeper: '冯虚拟',
        items: '会员台账｜纸质｜1册',
      })
      const times = { begun_at: '2026-05-06T09:00', ended_at: '2026-05-06T10:00', certificates: '示A00001、示A00002' }
      await issue(file, 'interview-record', {
        ...times,
        nth: '1',
        asked_place: '询问室',
        recorder: '吴样本',
        asked: '冯虚拟',
        told: '清楚。',
        words: '问：姓名？\n答：冯虚拟。',
      })
      await issue(file, 'site-record', {
        ...times,
        site: '候鸟大道100号',
        present: '冯虚拟',
        told: '清楚。',
        seen: '摆放宣传单。',
      })
      await issue(file, 'rectification-order', {
        facts: '发放宣传单。',
        deadline: '2026-06-01',
        demand: '停止发放。',
        ...breach,
      })
      await issue(file, 'assistance-letter', {
        department: '样例市市场监督管理局',
        cause: '发布虚假广告',
        demand: '查明经营主体。',
      })
      await propose(file, 'refer_to_police', { crime: '非法吸收公众存款罪' }, evidence)
      await approve(file)
      await issue(file, 'police-referral', { police: '示例市公安局经济犯罪侦查支队', facts: '收取会员费。' })
      await make(cast.alice, file, 'hand_over_to_police', { receipt: '回执' })
      await make(cast.alice, file, 'police_refuse', {}, evidence)
      await make(cast.alice, file, 'take_back_from_police')
      await make(cast.alice, file, 'dispose_of_registered', { measure: '退还' })
      await make(cast.alice, file, 'submit_review', { report: '调查终结报告', legal_grounds: [] }, evidence)
      await make(rita, file, 'review_agree', { review_kind: 'case' })
      const penalty = {
        discretion: '积极配合调查。',
        fine: '200000',
        'articles.penalty': ['advertising-law/55'],
        ...breach,
      }
      await saveProposal(parts, cast.alice, file, { fineFen: 20_000_000 })
      await propose(file, 'propose_penalty', {}, evidence)
      const notice = { type: 'penalty-notice', typed: { facts: '发放宣传单。', ...penalty } }
      const letterId = await draftLetter(parts, cast.alice, { matterId: file.id, ...notice })
      expect(await whyNot(file, letterId)).to.deep.equal([
        ['not_here', '拟处罚建议未经负责人批准，不得告知（程序规定第五十六条）'],
      ])
      await approve(file)
      await issue(file, notice.type, notice.typed)
      const second = await draftLetter(parts, cast.alice, {
        matterId: file.id,
        type: notice.type,
        typed: { ...notice.typed, fine: '200000' },
      })
      expect(await whyNot(file, second)).to.deep.equal([['not_here', '已签发过一份，要改动的，请更正原文书']])
      await make(cast.alice, file, 'serve_notice', { hearing_right: true, method: '直接送达', proof: '送达回证' })
      await make(cast.alice, file, 'record_waiver', {}, evidence)
      await propose(file, 'decide_penalty', { serious: false, publication: 'same_province' }, evidence)
      await approve(file)
      const decision = {
        facts: '当事人发放宣传单。',
        evidence: '宣传单2份。',
        statement: '当事人书面放弃。',
        ...penalty,
      }
      const dearer = { matterId: file.id, type: 'penalty-decision', typed: { ...decision, fine: '200001' } }
      expect(await whyNot(file, await draftLetter(parts, cast.alice, dearer))).to.deep.equal([
        ['not_here', '罚款金额超过行政处罚告知书所告知的数额（《行政处罚法》第四十四条）'],
        ['not_approved', '罚款超过负责人批准的裁量工作表第 1 版（200,000 元），须重新报请批准'],
      ])
      await issue(file, 'penalty-decision', decision)
      const again = await draftLetter(parts, cast.alice, {
        matterId: file.id,
        type: 'penalty-decision',
        typed: decision,
      })
      expect(await whyNot(file, again)).to.deep.equal([['not_here', '已签发过一份，要改动的，请更正原文书']])
      await make(cast.alice, file, 'serve_decision', { method: '直接送达', proof: '送达回证' })
      await make(cast.alice, file, 'record_performed', {}, evidence)
      await propose(file, 'close', {}, evidence)
      await approve(file)
      await issue(file, 'closing-form', { performed: '罚款已缴清。' })
    })

    it('has gone out', () => {
      expect([...new Set(issued)].sort()).to.deep.equal([...new Set(parts.letters.map(({ type }) => type))].sort())
    })

    const anExhibit = async (file: MatterFile) => {
      const exhibit = await addExhibit(parts, cast.alice, {
        matterId: file.id,
        title: '宣传单',
        evidenceKind: 'documentary',
        origin: '现场检查提取',
        pages: 2,
        place: '档案室',
        subject: { sourceKind: 'file', bytes: Buffer.from('存满一年返还本金'), fileName: '宣传单.txt' },
      })
      return [`exhibit:${exhibit.id}`]
    }
  })
})
