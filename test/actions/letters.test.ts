import { rmSync, writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { actOnMatter } from '../../src/actions/act-on-matter.ts'
import { addExhibit, type ExhibitOrder } from '../../src/actions/add-exhibit.ts'
import { correctLetter } from '../../src/actions/correct-letter.ts'
import { describeMatter } from '../../src/actions/describe-matter.ts'
import { draftLetter } from '../../src/actions/draft-letter.ts'
import { dropDraft } from '../../src/actions/drop-draft.ts'
import { dropMark } from '../../src/actions/drop-mark.ts'
import { issueLetter } from '../../src/actions/issue-letter.ts'
import { keepBureau } from '../../src/actions/keep-bureau.ts'
import { markExhibit } from '../../src/actions/mark-exhibit.ts'
import { markFinding } from '../../src/actions/mark-finding.ts'
import { noteCustody } from '../../src/actions/note-custody.ts'
import { noteParticulars } from '../../src/actions/note-particulars.ts'
import { openMatter } from '../../src/actions/open-matter.ts'
import { packTransfer } from '../../src/actions/pack-transfer.ts'
import { receiveDocument } from '../../src/actions/receive-document.ts'
import { saveDraft } from '../../src/actions/save-draft.ts'
import { verifyExhibits } from '../../src/actions/verify-exhibits.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import { transferState } from '../../src/core/letter/transfer-state.ts'
import type { Act, Input } from '../../src/core/procedure/matter.ts'
import { readDocx } from '../../src/reader/docx.ts'
import { READ_LIMITS } from '../../src/reader/limits.ts'
import { custodyOf, exhibitsOf, marksOf } from '../../src/store/exhibits.ts'
import { sha256Of } from '../../src/store/file-bytes.ts'
import { letterById, lettersOf, type Typed } from '../../src/store/letters.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import { type MatterFile, matterById, matterEvents } from '../../src/store/matters.ts'
import { lettersCard } from '../../src/store/views/letters-card.ts'
import { MANIFEST } from '../../src/writer/package.ts'
import { anOfficer, type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts, UNLAWFUL_COPY } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'
import { unzip } from '../support/unzip.ts'

const SELLER = '示例康养服务有限公司'
const BUREAU = {
  name: '示例市市场监督管理局',
  word: '示市监',
  address: '示例市政务路1号',
  contact: '周示范',
  phone: '0000-12345678',
  review_organ: '示例市人民政府',
  court: '示例市人民法院',
  payee: '示例银行（账号：0000 0000）',
}

describe('letters and exhibits', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast

    beforeEach(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
      // A letterhead of its own for every test: numbers are drawn by the bureau's word.
      const word = `示${'甲乙丙丁戊己庚辛壬癸'[Math.floor(nth / 10) % 10]}${'甲乙丙丁戊己庚辛壬癸'[nth++ % 10]}市监`
      const version = (await engine.db('bureaus').where({ region: '440000' }).first('version'))?.version ?? 0
      await keepBureau(parts, cast.carol, { region: '440000', version, fields: { ...BUREAU, word } })
    })
    afterEach(() => parts.dispose())
    let nth = 0

    const act = async (viewer: Viewer, file: MatterFile, asked: Record<string, unknown>) =>
      (
        await actOnMatter(parts, viewer, {
          matterId: file.id,
          act: { version: file.version, reason: '依法办理', evidence: [], ...asked } as unknown as Act,
        })
      ).file
    const make = (viewer: Viewer, file: MatterFile, move: string, input: Input = {}, more = {}) =>
      act(viewer, file, { op: 'make', move, input, ...more })

    /** A report with its reporter, its seller known, handled by Alice and Bob. */
    const aReport = async () => {
      let file = await openMatter(parts, cast.alice, {
        opening: 'report',
        region: '440300',
        title: `${SELLER}涉嫌发布虚假广告`,
        source: 'hotline',
        receivedAt: '2026-05-06T01:00:00.000Z',
        reason: '来电',
      })
      await engine.db.transaction((trx) =>
        addMatterPerson(
          trx,
          {
            matterId: file.id,
            role: 'reporter',
            name: '欧阳试言',
            phone: '13900000002',
            relation: null,
            authority: null,
            capacityDoubt: false,
          },
          parts.now().toISOString(),
        ),
      )
      const described = { title: '', seller: SELLER, creditCode: '91440300MA5HYKY008', phone: '' }
      await describeMatter(parts, cast.alice, { matterId: file.id, version: 1, ...described })
      const { version = 0 } =
        (await engine
          .db('operator_particulars')
          .join('matters', 'matters.operator_id', 'operator_particulars.operator_id')
          .where('matters.id', file.id)
          .first('operator_particulars.version')) ?? {}
      await noteParticulars(parts, cast.alice, {
        matterId: file.id,
        version,
        fields: { person: '郑虚构', address: '示例市候鸟大道100号', registered_place: '示例市' },
      })
      file = await make(cast.alice, (await matterById(engine.db, file.id))!, 'take_up')
      const rita = await anOfficer(engine.db, 'rita', 'reviewer', '440300')
      file = await make(rita, file, 'assign_handlers', { handlers: [cast.alice.officerId, cast.bob.officerId] })
      return file
    }
    const exhibit = (file: MatterFile, changes: Partial<ExhibitOrder> = {}) =>
      addExhibit(parts, cast.alice, {
        matterId: file.id,
        title: '候鸟旅居卡宣传单',
        evidenceKind: 'documentary',
        origin: '现场检查提取',
        pages: 2,
        place: '档案室',
        subject: { sourceKind: 'file', bytes: Buffer.from(`宣传单 ${Math.random()}`), fileName: '宣传单.txt' },
        ...changes,
      })
    const draft = async (file: MatterFile, type: string, typed: Typed = {}) => {
      const letterId = await draftLetter(parts, cast.alice, { matterId: file.id, type, typed })
      return { matterId: file.id, letterId, version: 1 }
    }
    const rectification: Typed = {
      facts: '在经营场所发放的宣传单与实际情况不一致。',
      deadline: '2026-06-01',
      demand: '停止发放。',
      'articles.breach': ['advertising-law/28'],
    }
    const whyOf = async (deed: Promise<unknown>) => {
      const { code, detail } = await problemOf(deed)
      return `${code}: ${((detail.why ?? []) as { zh: string }[]).map(({ zh }) => zh).join('；')}`
    }
    const textOfLetter = async (letterId: string) => {
      const { issue } = (await letterById(engine.db, letterId))!
      const reading = await readDocx(await parts.files.get(issue!.sha256), READ_LIMITS)
      if (reading.outcome !== 'text') throw new Error('the letter cannot be read')
      return reading.paper.text
    }

    describe('exhibits', () => {
      it('are numbered within their matter and begin with their custody', async () => {
        const [one, other] = [await aReport(), await aReport()]
        await exhibit(one)
        const second = await exhibit(one, { title: '合同' })
        expect(second.number).to.equal(2)
        expect((await exhibit(other)).number).to.equal(1)
        expect((await custodyOf(engine.db, one.id)).map(({ verb, place }) => [verb, place])).to.deep.equal([
          ['added', '档案室'],
          ['added', '档案室'],
        ])
      })

      it('are never changed or taken away', async () => {
        const file = await aReport()
        const { id } = await exhibit(file)
        for (const deed of [
          engine.db('exhibits').where({ id }).update({ title: '别的' }),
          engine.db('custody_events').where({ exhibit_id: id }).delete(),
        ]) {
          const refused = await Promise.resolve(deed).then(
            () => false,
            () => true,
          )
          expect(refused).to.equal(true)
        }
      })

      it('may be words of a paper on file, and only its own words', async () => {
        const file = await aReport()
        const paper = await receiveDocument(parts, aDelivery('存满一年返还本金，另送12%旅居补贴。'))
        const { processDocument } = await import('../../src/actions/process-document.ts')
        await processDocument(parts, paper.documentId)
        const { linkDocument } = await import('../../src/store/matters.ts')
        const quoting = (quote: string) =>
          exhibit(file, { subject: { sourceKind: 'quote', documentId: paper.documentId, quote } })
        expect((await problemOf(quoting('存满一年返还本金'))).code).to.equal('not_found')
        await engine.db.transaction((trx) =>
          linkDocument(trx, {
            matterId: file.id,
            documentId: paper.documentId,
            at: '2026-05-06T02:00:00.000Z',
            by: 'system',
          }),
        )
        expect((await problemOf(quoting('年化收益20%'))).detail).to.include({ field: 'quote' })
        const quoted = await quoting('存满一年返还本金，')
        expect(Buffer.from(await parts.files.get(quoted.sha256)).toString()).to.equal('存满一年返还本金，')
        const whole = await exhibit(file, { subject: { sourceKind: 'document', documentId: paper.documentId } })
        expect(whole.sha256).to.equal((await engine.db('documents').where({ id: paper.documentId }).first()).sha256)
      })

      it('support moves of their matter', async () => {
        const file = await aReport()
        const { id } = await exhibit(file)
        const checked = { hooks: ['advertising'], fundraising: false, gravity: 'ordinary' }
        const after = await make(cast.alice, file, 'record_check', checked, { evidence: [`exhibit:${id}`] })
        expect(after.matter.facts.checked).to.equal(true)
      })

      it('tell where they are, step by step', async () => {
        const file = await aReport()
        const { id } = await exhibit(file)
        const step = { matterId: file.id, exhibitId: id, note: '' }
        await noteCustody(parts, cast.bob, { ...step, verb: 'lent', place: '法制科' })
        await noteCustody(parts, cast.bob, { ...step, verb: 'returned', place: '档案室' })
        expect((await custodyOf(engine.db, file.id)).map(({ seq, verb }) => [seq, verb])).to.deep.equal([
          [1, 'added'],
          [2, 'lent'],
          [3, 'returned'],
        ])
        const before = noteCustody(parts, cast.bob, {
          ...step,
          verb: 'moved',
          place: '库房',
          at: '2026-01-01T00:00:00.000Z',
        })
        expect((await problemOf(before)).detail).to.include({ field: 'at' })
        const made = noteCustody(parts, cast.bob, { ...step, verb: 'checked', place: '库房' })
        expect((await problemOf(made)).detail).to.include({ field: 'verb' })
      })

      it('are marked, and a mark taken back is gone from letters and stays on record', async () => {
        const file = await aReport()
        const { id } = await exhibit(file)
        const mark = { kind: 'element', element: 'promise', quote: '存满一年返还本金' } as const
        const beyond = markExhibit(parts, cast.alice, { matterId: file.id, exhibitId: id, page: 3, mark })
        expect((await problemOf(beyond)).detail).to.include({ field: 'page' })
        const markId = await markExhibit(parts, cast.alice, { matterId: file.id, exhibitId: id, page: 2, mark })
        expect(await marksOf(engine.db, file.id)).to.have.length(1)
        await dropMark(parts, cast.alice, { matterId: file.id, markId })
        expect(await marksOf(engine.db, file.id)).to.deep.equal([])
        expect(await engine.db('exhibit_marks').where({ id: markId })).to.have.length(1)
      })

      it('are out of reach of strangers, clerks and other matters', async () => {
        const file = await aReport()
        const { id } = await exhibit(file)
        const other = await aReport()
        const step = { exhibitId: id, verb: 'lent', place: '某处', note: '' }
        expect((await problemOf(noteCustody(parts, cast.dave, { ...step, matterId: file.id }))).code).to.equal(
          'not_found',
        )
        expect((await problemOf(noteCustody(parts, cast.henry, { ...step, matterId: file.id }))).code).to.equal(
          'auth.forbidden',
        )
        expect((await problemOf(noteCustody(parts, cast.alice, { ...step, matterId: other.id }))).code).to.equal(
          'not_found',
        )
      })
    })

    describe('findings', () => {
      it('are set against an element: the paper becomes an exhibit once, and the words are marked in it', async () => {
        const file = await aReport()
        const { documentId } = await receiveDocument(parts, aDelivery(UNLAWFUL_COPY))
        const { processDocument } = await import('../../src/actions/process-document.ts')
        const { linkDocument } = await import('../../src/store/matters.ts')
        await processDocument(parts, documentId)
        const finding = await engine
          .db('findings')
          .where({ document_id: documentId, category: 'illegal_fundraising' })
          .whereNot({ quote: '' })
          .first()
        const order = {
          matterId: file.id,
          findingId: finding.id,
          element: 'promise' as const,
          title: '在案材料',
          origin: '在案材料',
        }
        expect((await problemOf(markFinding(parts, cast.alice, order))).code).to.equal('not_found')
        await engine.db.transaction((trx) =>
          linkDocument(trx, { matterId: file.id, documentId, at: '2026-05-06T02:00:00.000Z', by: 'system' }),
        )
        const before = (await lettersCard(engine.db, cast.alice, file))!.findings
        expect(before.map(({ id }) => id)).to.include(finding.id)
        await markFinding(parts, cast.alice, order)
        await markFinding(parts, cast.alice, { ...order, element: 'public' })
        expect(await exhibitsOf(engine.db, file.id)).to.have.length(1)
        const marks = await marksOf(engine.db, file.id)
        expect(marks.map(({ mark }) => mark)).to.deep.equal([
          { kind: 'element', element: 'promise', quote: finding.quote },
          { kind: 'element', element: 'public', quote: finding.quote },
        ])
        expect((await lettersCard(engine.db, cast.alice, file))!.findings.map(({ quote }) => quote)).not.to.include(
          finding.quote,
        )
      })
    })

    describe('letters', () => {
      it('go out numbered by bureau, sort and year, and stay as they went out', async () => {
        const file = await aReport()
        const first = await draft(file, 'rectification-order', rectification)
        const second = await draft(file, 'rectification-order', rectification)
        const [one, two] = [await issueLetter(parts, cast.alice, first), await issueLetter(parts, cast.bob, second)]
        expect(one.number).to.match(/^示..市监责改〔2026〕1号$/)
        expect(two.number).to.match(/责改〔2026〕2号$/)
        const text = await textOfLetter(first.letterId)
        for (const words of [
          one.number!,
          SELLER,
          '2026年6月1日',
          '2026年5月6日',
          BUREAU.court,
          '《中华人民共和国广告法》第二十八条',
        ])
          expect(text).to.include(words)
        expect(sha256Of(await parts.files.get(one.sha256))).to.equal(one.sha256)
        const changed = engine.db('letter_issues').where({ letter_id: first.letterId }).update({ number: 'x' })
        expect(
          await Promise.resolve(changed).then(
            () => 'changed',
            () => 'refused',
          ),
        ).to.equal('refused')
      })

      it('are not issued while anything is missing, and say what', async () => {
        const file = await aReport()
        const { demand: _, ...less } = rectification
        const order = await draft(file, 'rectification-order', { ...less, deadline: '六月一日' })
        const why = await whyOf(issueLetter(parts, cast.alice, order))
        expect(why).to.include('letter.not_ready').and.include('改正内容及要求').and.include('“改正期限”填写有误')
        expect((await letterById(engine.db, order.letterId))!.state).to.equal('draft')
      })

      it('take no number where they are refused', async () => {
        const file = await aReport()
        const refused = await draft(file, 'rectification-order', {})
        await problemOf(issueLetter(parts, cast.alice, refused))
        const issue = await issueLetter(parts, cast.alice, await draft(file, 'rectification-order', rectification))
        expect(issue.number).to.match(/〔2026〕1号$/)
      })

      it('never name the reporter to the reported', async () => {
        const file = await aReport()
        for (const facts of ['据欧阳试言反映', '据欧阳女士反映', '来电139 0000 0002']) {
          const order = await draft(file, 'rectification-order', { ...rectification, facts })
          const { detail } = await problemOf(issueLetter(parts, cast.alice, order))
          expect(JSON.stringify(detail.why)).to.include('举报人').and.not.include('欧阳').and.not.include('0002')
        }
      })

      it('say no more than a suspicion before a decision', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order', {
          ...rectification,
          facts: '系非法集资，构成虚假宣传。',
        })
        expect(await whyOf(issueLetter(parts, cast.alice, order))).to.include('超出线索、涉嫌的表述范围')
      })

      it('print no article that nobody confirmed', async () => {
        const file = await aReport()
        const unread = Object.values(parts.compiled.rulebook.basis).find(({ confidence }) => confidence === 'M')!
        const order = await draft(file, 'rectification-order', { ...rectification, 'articles.breach': [unread.id] })
        expect(await whyOf(issueLetter(parts, cast.alice, order))).to.include('尚未核对确认')
      })

      it('belong to where the matter stands', async () => {
        const file = await aReport()
        expect(await whyOf(issueLetter(parts, cast.alice, await draft(file, 'penalty-decision')))).to.include(
          '当前所处环节',
        )
        const complaintLetter = draftLetter(parts, cast.alice, { matterId: file.id, type: 'acceptance-notice' })
        expect((await problemOf(complaintLetter)).code).to.equal('not_found')
      })

      it('are kept as typed, by one at a time', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order')
        await saveDraft(parts, cast.alice, { ...order, typed: rectification })
        expect((await letterById(engine.db, order.letterId))!.typed).to.deep.equal(rectification)
        const late = saveDraft(parts, cast.bob, { ...order, typed: {} })
        expect((await problemOf(late)).code).to.equal('form.stale')
        expect((await problemOf(issueLetter(parts, cast.bob, order))).code).to.equal('form.stale')
        await issueLetter(parts, cast.bob, { ...order, version: 2 })
        const after = saveDraft(parts, cast.alice, { ...order, version: 3, typed: {} })
        expect((await problemOf(after)).code).to.equal('letter.not_draft')
      })

      it('give two officers who issue at once two numbers, and one letter once', async () => {
        const file = await aReport()
        const orders = [
          await draft(file, 'rectification-order', rectification),
          await draft(file, 'rectification-order', rectification),
        ]
        const issues = await Promise.all(orders.map((order) => issueLetter(parts, cast.alice, order)))
        expect(new Set(issues.map(({ number }) => number)).size).to.equal(2)
        const order = await draft(file, 'rectification-order', rectification)
        const twice = await Promise.allSettled([
          issueLetter(parts, cast.alice, order),
          issueLetter(parts, cast.bob, order),
        ])
        expect(twice.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
      })

      it('are corrected by a new letter that names the old one', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order', rectification)
        const old = await issueLetter(parts, cast.alice, order)
        const correction = { matterId: file.id, letterId: await correctLetter(parts, cast.alice, order), version: 1 }
        const rival = { matterId: file.id, letterId: await correctLetter(parts, cast.bob, order), version: 1 }
        await issueLetter(parts, cast.alice, correction)
        expect(await textOfLetter(correction.letterId)).to.include(`更正并替代${old.number}《责令改正通知书》`)
        const before = (await letterById(engine.db, order.letterId))!
        expect(before.correctedBy).to.equal(correction.letterId)
        expect(before.issue).to.deep.equal(old)
        expect((await problemOf(issueLetter(parts, cast.bob, rival))).code).to.equal('letter.corrected')
        expect((await problemOf(correctLetter(parts, cast.bob, order))).code).to.equal('letter.corrected')
      })

      it('may be put aside as drafts', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order')
        await dropDraft(parts, cast.alice, order)
        expect(await lettersOf(engine.db, file.id)).to.deep.equal([])
      })

      it('are served by a receipt that names them', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order', rectification)
        const issue = await issueLetter(parts, cast.alice, order)
        const receipt = await draft(file, 'service-receipt', {
          served_to: SELLER,
          served_place: '候鸟大道100号',
          method: '直接送达',
          'served.letter': order.letterId,
        })
        expect((await issueLetter(parts, cast.alice, receipt)).number).to.equal(null)
        expect(await textOfLetter(receipt.letterId))
          .to.include('责令改正通知书')
          .and.include(issue.number!)
      })

      it('are for the handlers, and never for who was recused', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order', rectification)
        const erin = await anOfficer(engine.db, 'erin', 'officer', '440300')
        expect(await whyOf(issueLetter(parts, erin, order))).to.equal('matter.move_closed: 由本案办案人员办理')
        await actOnMatter(parts, cast.alice, {
          matterId: file.id,
          act: {
            version: file.version,
            op: 'propose',
            move: 'recuse',
            input: { officer: cast.bob.officerId },
            evidence: [],
            reason: '近亲属',
          },
        })
        const proposed = (await matterById(engine.db, file.id))!
        await actOnMatter(parts, cast.carol, {
          matterId: file.id,
          act: { version: proposed.version, op: 'approve', proposal: proposed.version, reason: '同意回避' },
        })
        expect(await whyOf(issueLetter(parts, cast.bob, order))).to.equal('matter.move_closed: 已回避，不得参与本案')
      })

      it('are signed for by their own reader: a receipt names the complainant only for her own letter', async () => {
        const file = await openMatter(parts, cast.alice, {
          opening: 'complaint',
          region: '440300',
          title: '会员费退款',
          source: 'hotline',
          operatorSaid: SELLER,
          receivedAt: '2026-05-06T01:00:00.000Z',
          reason: '来电',
        })
        await engine.db.transaction((trx) =>
          addMatterPerson(
            trx,
            {
              matterId: file.id,
              role: 'complainant',
              name: '林试梅',
              relation: null,
              authority: null,
              capacityDoubt: false,
            },
            parts.now().toISOString(),
          ),
        )
        const accepted = await make(cast.alice, file, 'accept')
        const notice = await draft(accepted, 'acceptance-notice')
        await issueLetter(parts, cast.alice, notice)
        const receipt = { served_to: '林试梅', served_place: '示例市', method: '邮寄送达' }
        const hers = await draft(accepted, 'service-receipt', { ...receipt, 'served.letter': notice.letterId })
        expect((await issueLetter(parts, cast.alice, hers)).sha256).to.match(/^[0-9a-f]{64}$/)
        const nobodys = await draft(accepted, 'service-receipt', receipt)
        expect(await whyOf(issueLetter(parts, cast.alice, nobodys)))
          .to.include('投诉人的姓名')
          .and.include('请选择所送达的文书')
      })

      it('are kept from strangers and clerks', async () => {
        const file = await aReport()
        const order = await draft(file, 'rectification-order', rectification)
        expect((await problemOf(issueLetter(parts, cast.dave, order))).code).to.equal('not_found')
        expect((await problemOf(issueLetter(parts, cast.henry, order))).code).to.equal('auth.forbidden')
      })
    })

    describe('a transfer to the lead department', () => {
      const aTransfer = async () => {
        let file = await aReport()
        const flyer = await exhibit(file)
        const ledger = await exhibit(file, { title: '收款流水', origin: '当事人提供' })
        const evidence = [`exhibit:${flyer.id}`]
        const at = (exhibitId: string, page: number) => ({ matterId: file.id, exhibitId, page })
        const element = (name: 'unlicensed' | 'promise' | 'public', quote: string) =>
          markExhibit(parts, cast.alice, { ...at(flyer.id, 1), mark: { kind: 'element', element: name, quote } })
        await element('promise', '存满一年返还本金，另送12%旅居补贴')
        await element('unlicensed', '公司统一收取会员费')
        await element('public', '欢迎叔叔阿姨转发')
        await markExhibit(parts, cast.alice, {
          ...at(ledger.id, 1),
          mark: { kind: 'person', name: '钱假名', part: '收款人', amountFen: 48_000_000 },
        })
        await markExhibit(parts, cast.alice, {
          ...at(ledger.id, 2),
          mark: { kind: 'account', holder: '钱假名', bank: '示例银行', number: '6200 0000 0000 0000' },
        })
        file = await make(
          cast.alice,
          file,
          'record_check',
          { hooks: ['advertising'], fundraising: true, gravity: 'ordinary' },
          { evidence },
        )
        file = await act(cast.alice, file, {
          op: 'propose',
          move: 'refer_fundraising',
          input: { department: '示例市处置非法集资牵头部门' },
          evidence,
        })
        const order = await draft(file, 'fundraising-referral', {
          scheme: '以会员卡名义收款，约定到期返还。',
          people: '36',
          amount: '1080000',
        })
        expect(await whyOf(issueLetter(parts, cast.alice, order))).to.include('主送部门')
        file = await act(cast.carol, file, { op: 'approve', proposal: file.version })
        await issueLetter(parts, cast.alice, order)
        return { file, order, exhibits: [flyer, ledger] }
      }

      it('sets each element against the words and page of an exhibit', async () => {
        const { order } = await aTransfer()
        const text = (await textOfLetter(order.letterId)).replace(/\s/g, '')
        for (const words of [
          '示例市处置非法集资牵头部门：',
          '以许诺还本付息或者给予其他投资回报等方式存满一年返还本金，另送12%旅居补贴证1第1页',
          '钱假名收款人480,000.00元证2第1页',
          '钱假名示例银行6200000000000000证2第2页',
          '登记地：示例市',
          '人民币壹佰零捌万元整',
          '回执',
          '联系人：周示范',
          '记录线索核查',
        ])
          expect(text, words).to.include(words)
        for (const secret of ['欧阳', '13900000002']) expect(text).not.to.include(secret)
      })

      it('is a zip whose manifest anybody can check, with the letter and every exhibit', async () => {
        const { file, order, exhibits } = await aTransfer()
        const transfer = await packTransfer(parts, cast.alice, order)
        const files = await unzip(await parts.files.get(transfer.sha256))
        const manifest = files.get(MANIFEST)!.toString('utf8').trimEnd().split('\n')
        expect(manifest).to.have.length(files.size - 1)
        for (const line of manifest) {
          const [hash, path] = line.split('  ') as [string, string]
          expect(sha256Of(files.get(path)!), path).to.equal(hash)
        }
        for (const { sha256 } of exhibits) expect(manifest.some((line) => line.startsWith(sha256))).to.equal(true)
        expect((await packTransfer(parts, cast.bob, order)).id).to.equal(transfer.id)
        expect((await custodyOf(engine.db, file.id)).filter(({ verb }) => verb === 'packed')).to.have.length(2)
      })

      it('awaits its receipt until the matter tells of an answer', async () => {
        const { file, order, exhibits } = await aTransfer()
        const { packedAt } = await packTransfer(parts, cast.alice, order)
        const state = async () => transferState(await matterEvents(engine.db, file.id), packedAt, null)
        const evidence = [`exhibit:${exhibits[0]!.id}`]
        expect(await state()).to.equal('awaiting_receipt')
        parts.setNow('2026-05-07T02:00:00.000Z')
        let after = await make(cast.alice, file, 'lead_department_accepts', {}, { evidence })
        expect(await state()).to.equal('accepted')
        after = await make(cast.alice, after, 'lead_department_determines', {}, { evidence })
        expect(await state()).to.equal('determined')
      })

      it('shows damage to what was kept', async () => {
        const { file, order, exhibits } = await aTransfer()
        await packTransfer(parts, cast.alice, order)
        expect(await verifyExhibits(parts, cast.alice, file.id)).to.deep.equal({
          exhibits: 2,
          letters: 1,
          packages: 1,
          damaged: [],
        })
        const { sha256, id } = exhibits[0]!
        const path = parts.pathOfFile(sha256)
        rmSync(path)
        writeFileSync(path, 'tampered')
        expect((await verifyExhibits(parts, cast.alice, file.id)).damaged).to.deep.equal([id])
        const last = (await custodyOf(engine.db, file.id)).findLast(({ exhibitId }) => exhibitId === id)
        expect(last!.verb).to.equal('damaged')
      })
    })

    it('the letterhead is kept by the head of the region, one at a time', async () => {
      const order = { region: '440000', version: 1, fields: { ...BUREAU, word: '示市监' } }
      expect((await problemOf(keepBureau(parts, cast.alice, order))).code).to.equal('auth.forbidden')
      expect((await problemOf(keepBureau(parts, cast.carol, { ...order, region: '210100' }))).code).to.equal(
        'form.invalid',
      )
      expect((await problemOf(keepBureau(parts, cast.carol, { ...order, version: 99 }))).code).to.equal('form.stale')
    })

    it('numbers exhibits without gaps, whoever adds them at once', async () => {
      const file = await aReport()
      await Promise.all([1, 2, 3, 4].map(() => exhibit(file)))
      expect((await exhibitsOf(engine.db, file.id)).map(({ number }) => number)).to.deep.equal([1, 2, 3, 4])
    })
  })
})
