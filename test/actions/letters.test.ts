import { expect } from 'chai'
import { composeLetter } from '../../src/actions/letters/compose-letter.ts'
import { correctLetter } from '../../src/actions/letters/correct-letter.ts'
import { draftLetter } from '../../src/actions/letters/draft-letter.ts'
import { dropDraft } from '../../src/actions/letters/drop-draft.ts'
import { issueLetter } from '../../src/actions/letters/issue-letter.ts'
import { keepBureau } from '../../src/actions/letters/keep-bureau.ts'
import { saveDraft } from '../../src/actions/letters/save-draft.ts'
import { actOnMatter } from '../../src/actions/matters/act-on-matter.ts'
import { openMatter } from '../../src/actions/matters/open-matter.ts'
import { sha256Of } from '../../src/store/file-bytes.ts'
import { letterById, lettersOf } from '../../src/store/letters.ts'
import { addMatterPerson } from '../../src/store/matter-people.ts'
import { matterById } from '../../src/store/matters.ts'
import { anOfficer } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { BUREAU, letterDesk, SELLER } from '../support/letter-desk.ts'
import { problemOf } from '../support/problem-of.ts'

describe('letters', () => {
  forEachDatabase((engine) => {
    const desk = letterDesk(engine)
    const { make, aReport, draft, rectification, whyOf, textOfLetter } = desk

    it('go out numbered by bureau, sort and year, and stay as they went out', async () => {
      const file = await aReport()
      const first = await draft(file, 'rectification-order', rectification)
      const second = await draft(file, 'rectification-order', rectification)
      const [one, two] = [
        await issueLetter(desk.parts, desk.cast.alice, first),
        await issueLetter(desk.parts, desk.cast.bob, second),
      ]
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
      expect(sha256Of(await desk.parts.files.get(one.sha256))).to.equal(one.sha256)
      const changed = engine.db('letter_issues').where({ letter_id: first.letterId }).update({ number: 'x' })
      expect(
        await Promise.resolve(changed).then(
          () => 'changed',
          () => 'refused',
        ),
      ).to.equal('refused')
    })

    it('name the cause of the case by what it is mostly about, where no form of filing named it', async () => {
      const file = await aReport()
      const causeOf = async () => {
        const { letterId } = await draft(file, 'filing-form')
        const letter = (await letterById(engine.db, letterId))!
        const composed = await composeLetter(engine.db, desk.parts, (await matterById(engine.db, file.id))!, letter)
        return composed.facts['matter.title']
      }
      expect(await causeOf()).to.equal(`${SELLER}涉嫌发布虚假广告`)
      await engine.db('matters').where({ id: file.id }).update({ category: 'false_advertising' })
      expect(await causeOf()).to.equal('涉嫌虚假宣传')
    })

    it('are not issued while anything is missing, and say what', async () => {
      const file = await aReport()
      const { demand: _, ...less } = rectification
      const order = await draft(file, 'rectification-order', { ...less, deadline: '六月一日' })
      const why = await whyOf(issueLetter(desk.parts, desk.cast.alice, order))
      expect(why).to.include('letter.not_ready').and.include('改正内容及要求').and.include('“改正期限”填写有误')
      expect((await letterById(engine.db, order.letterId))!.state).to.equal('draft')
    })

    it('take no number where they are refused', async () => {
      const file = await aReport()
      const refused = await draft(file, 'rectification-order', {})
      await problemOf(issueLetter(desk.parts, desk.cast.alice, refused))
      const issue = await issueLetter(
        desk.parts,
        desk.cast.alice,
        await draft(file, 'rectification-order', rectification),
      )
      expect(issue.number).to.match(/〔2026〕1号$/)
    })

    it('never name the reporter to the reported', async () => {
      const file = await aReport()
      for (const facts of ['据欧阳试言反映', '据欧阳女士反映', '来电139 0000 0002']) {
        const order = await draft(file, 'rectification-order', { ...rectification, facts })
        const { detail } = await problemOf(issueLetter(desk.parts, desk.cast.alice, order))
        expect(JSON.stringify(detail.why)).to.include('举报人').and.not.include('欧阳').and.not.include('0002')
      }
    })

    it('say no more than a suspicion before a decision', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order', {
        ...rectification,
        facts: '系非法集资，构成虚假宣传。',
      })
      expect(await whyOf(issueLetter(desk.parts, desk.cast.alice, order))).to.include('超出线索、涉嫌的表述范围')
    })

    it('print no article that nobody confirmed', async () => {
      const file = await aReport()
      const unread = Object.values(desk.parts.compiled.rulebook.basis).find(({ confidence }) => confidence === 'M')!
      const order = await draft(file, 'rectification-order', { ...rectification, 'articles.breach': [unread.id] })
      expect(await whyOf(issueLetter(desk.parts, desk.cast.alice, order))).to.include('尚未核对确认')
    })

    it('belong to where the matter stands', async () => {
      const file = await aReport()
      expect(await whyOf(issueLetter(desk.parts, desk.cast.alice, await draft(file, 'penalty-decision')))).to.include(
        '当前所处环节',
      )
      const complaintLetter = draftLetter(desk.parts, desk.cast.alice, { matterId: file.id, type: 'acceptance-notice' })
      expect((await problemOf(complaintLetter)).code).to.equal('not_found')
    })

    it('are kept as typed, by one at a time', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order')
      await saveDraft(desk.parts, desk.cast.alice, { ...order, typed: rectification })
      expect((await letterById(engine.db, order.letterId))!.typed).to.deep.equal(rectification)
      const late = saveDraft(desk.parts, desk.cast.bob, { ...order, typed: {} })
      expect((await problemOf(late)).code).to.equal('form.stale')
      expect((await problemOf(issueLetter(desk.parts, desk.cast.bob, order))).code).to.equal('form.stale')
      await issueLetter(desk.parts, desk.cast.bob, { ...order, version: 2 })
      const after = saveDraft(desk.parts, desk.cast.alice, { ...order, version: 3, typed: {} })
      expect((await problemOf(after)).code).to.equal('letter.not_draft')
    })

    it('give two officers who issue at once two numbers, and one letter once', async () => {
      const file = await aReport()
      const orders = [
        await draft(file, 'rectification-order', rectification),
        await draft(file, 'rectification-order', rectification),
      ]
      const issues = await Promise.all(orders.map((order) => issueLetter(desk.parts, desk.cast.alice, order)))
      expect(new Set(issues.map(({ number }) => number)).size).to.equal(2)
      const order = await draft(file, 'rectification-order', rectification)
      const twice = await Promise.allSettled([
        issueLetter(desk.parts, desk.cast.alice, order),
        issueLetter(desk.parts, desk.cast.bob, order),
      ])
      expect(twice.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected'])
    })

    it('are corrected by a new letter that names the old one', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order', rectification)
      const old = await issueLetter(desk.parts, desk.cast.alice, order)
      const correction = {
        matterId: file.id,
        letterId: await correctLetter(desk.parts, desk.cast.alice, order),
        version: 1,
      }
      const rival = { matterId: file.id, letterId: await correctLetter(desk.parts, desk.cast.bob, order), version: 1 }
      await issueLetter(desk.parts, desk.cast.alice, correction)
      expect(await textOfLetter(correction.letterId)).to.include(`更正并替代${old.number}《责令改正通知书》`)
      const before = (await letterById(engine.db, order.letterId))!
      expect(before.correctedBy).to.equal(correction.letterId)
      expect(before.issue).to.deep.equal(old)
      expect((await problemOf(issueLetter(desk.parts, desk.cast.bob, rival))).code).to.equal('letter.corrected')
      expect((await problemOf(correctLetter(desk.parts, desk.cast.bob, order))).code).to.equal('letter.corrected')
    })

    it('may be put aside as drafts', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order')
      await dropDraft(desk.parts, desk.cast.alice, order)
      expect(await lettersOf(engine.db, file.id)).to.deep.equal([])
    })

    it('are served by a receipt that names them', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order', rectification)
      const issue = await issueLetter(desk.parts, desk.cast.alice, order)
      const receipt = await draft(file, 'service-receipt', {
        served_to: SELLER,
        served_place: '候鸟大道100号',
        method: '直接送达',
        'served.letter': order.letterId,
      })
      expect((await issueLetter(desk.parts, desk.cast.alice, receipt)).number).to.equal(null)
      expect(await textOfLetter(receipt.letterId))
        .to.include('责令改正通知书')
        .and.include(issue.number!)
    })

    it('are for the handlers, and never for who was recused', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order', rectification)
      const erin = await anOfficer(engine.db, 'erin', 'officer', '440300')
      expect(await whyOf(issueLetter(desk.parts, erin, order))).to.equal('matter.move_closed: 由本案办案人员办理')
      await actOnMatter(desk.parts, desk.cast.alice, {
        matterId: file.id,
        act: {
          version: file.version,
          op: 'propose',
          move: 'recuse',
          input: { officer: desk.cast.bob.officerId },
          evidence: [],
          reason: '近亲属',
        },
      })
      const proposed = (await matterById(engine.db, file.id))!
      await actOnMatter(desk.parts, desk.cast.carol, {
        matterId: file.id,
        act: { version: proposed.version, op: 'approve', proposal: proposed.version, reason: '同意回避' },
      })
      expect(await whyOf(issueLetter(desk.parts, desk.cast.bob, order))).to.equal(
        'matter.move_closed: 已回避，不得参与本案',
      )
    })

    it('are signed for by their own reader: a receipt names the complainant only for her own letter', async () => {
      const file = await openMatter(desk.parts, desk.cast.alice, {
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
          desk.parts.now().toISOString(),
        ),
      )
      const accepted = await make(desk.cast.alice, file, 'accept')
      const notice = await draft(accepted, 'acceptance-notice')
      await issueLetter(desk.parts, desk.cast.alice, notice)
      const receipt = { served_to: '林试梅', served_place: '示例市', method: '邮寄送达' }
      const hers = await draft(accepted, 'service-receipt', { ...receipt, 'served.letter': notice.letterId })
      expect((await issueLetter(desk.parts, desk.cast.alice, hers)).sha256).to.match(/^[0-9a-f]{64}$/)
      const nobodys = await draft(accepted, 'service-receipt', receipt)
      expect(await whyOf(issueLetter(desk.parts, desk.cast.alice, nobodys)))
        .to.include('投诉人的姓名')
        .and.include('请选择所送达的文书')
    })

    it('are kept from strangers and clerks', async () => {
      const file = await aReport()
      const order = await draft(file, 'rectification-order', rectification)
      expect((await problemOf(issueLetter(desk.parts, desk.cast.dave, order))).code).to.equal('not_found')
      expect((await problemOf(issueLetter(desk.parts, desk.cast.henry, order))).code).to.equal('auth.forbidden')
    })

    it('the letterhead is kept by the head of the region, one at a time', async () => {
      const order = { region: '440000', version: 1, fields: { ...BUREAU, word: '示市监' } }
      expect((await problemOf(keepBureau(desk.parts, desk.cast.alice, order))).code).to.equal('auth.forbidden')
      expect((await problemOf(keepBureau(desk.parts, desk.cast.carol, { ...order, region: '210100' }))).code).to.equal(
        'form.invalid',
      )
      expect((await problemOf(keepBureau(desk.parts, desk.cast.carol, { ...order, version: 99 }))).code).to.equal(
        'form.stale',
      )
    })
  })
})
