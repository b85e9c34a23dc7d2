import { expect } from 'chai'
import { acceptanceOf } from '../../src/actions/calls/acceptance-of.ts'
import { importComplaints } from '../../src/actions/calls/import-complaints.ts'
import { logFollowUp } from '../../src/actions/calls/log-follow-up.ts'
import { receiveComplaint, type ToldComplaint } from '../../src/actions/calls/receive-complaint.ts'
import { followUpsOf } from '../../src/store/calls.ts'
import { identitiesOfMatter } from '../../src/store/matter-people.ts'
import { documentsOfMatter, matterById } from '../../src/store/matters.ts'
import { matterByReceipt } from '../../src/store/views/calls-list.ts'
import { anXlsx } from '../reader/make-papers.ts'
import { aCallForm } from '../support/a-call-form.ts'
import { type Cast, theCast } from '../support/cast.ts'
import { forEachDatabase } from '../support/engines.ts'
import { partsOver, type TestParts } from '../support/parts.ts'
import { problemOf } from '../support/problem-of.ts'

const CSV = [
  '登记编号,信息件类型,登记时间,接收时间,提供方姓名,联系电话,涉及主体,事发地,投诉内容,诉求,涉及金额',
  '14403-1,投诉,2026-05-05 09:12,2026-05-06 08:30,陈大海,13800000002,听潮旅居服务有限公司,深圳市,交了房费不给安排入住,退还房费,12800',
  '14403-2,举报,2026-05-05 10:00,2026-05-06 08:30,匿名,,海屿康养馆,深圳市,会场宣传包治百病,,',
  ',投诉,2026-05-05,2026-05-06,陈大海,13800000002,听潮旅居服务有限公司,深圳市,没有编号的一行,退款,',
  '14403-4,投诉,2026-05-05,2026-05-06,陈大海,13800000002,听潮旅居服务有限公司,深圳市,金额写错的一行,退款,很多',
].join('\n')

describe('a complaint from another platform', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    let cast: Cast
    before(async () => {
      parts = await partsOver(engine.db)
      cast = await theCast(engine.db)
    })
    after(() => parts.dispose())

    const told = (
      external: string,
      over: Record<string, string> = {},
      more: Partial<ToldComplaint> = {},
    ): ToldComplaint => ({
      platform: '12345',
      external,
      fields: aCallForm(over),
      source: 'api',
      ...more,
    })

    it('makes the same matters as the form, its clocks counted from the receipt it names', async () => {
      const { outcome, matters } = await receiveComplaint(
        parts,
        cast.alice,
        told('A-1', {}, { calledAt: '2026-04-29T17:50:00+08:00', receivedAt: '2026-04-30' }),
      )
      expect(outcome).to.equal('created')
      expect(
        matters.map(({ kind, platform, external, source }) => ({ kind, platform, external, source })),
      ).to.deep.equal([
        { kind: 'complaint', platform: '12345', external: 'A-1', source: 'api' },
        { kind: 'report', platform: '12345', external: 'A-1', source: 'api' },
      ])
      expect(matters[0]!.matter.clocks[0]!.eventAt).to.equal('2026-04-29T16:00:00.000Z')
      expect(matters[0]!.calledAt).to.equal('2026-04-29T09:50:00.000Z')
    })

    it('is met again by its number: told alike nothing changes, told otherwise it is brought up to date', async () => {
      const first = await receiveComplaint(parts, cast.alice, told('A-2'))
      const again = await receiveComplaint(parts, cast.alice, told('A-2'))
      expect(again.outcome).to.equal('unchanged')
      expect(again.matters.map(({ id }) => id)).to.deep.equal(first.matters.map(({ id }) => id))
      const [{ n }] = (await engine.db('identities').count({ n: '*' })) as [{ n: number }]
      const changed = await receiveComplaint(
        parts,
        cast.alice,
        told('A-2', { paid: '2万', story: `${aCallForm().story}又补充：还有押金。` }),
      )
      expect(changed.outcome).to.equal('updated')
      expect(Number(((await engine.db('identities').count({ n: '*' })) as [{ n: number }])[0].n)).to.equal(Number(n))
      for (const { id } of first.matters) {
        const matter = (await matterById(engine.db, id))!
        expect(matter.paidFen).to.equal(2_000_000)
        expect(matter.summary).to.include('还有押金')
        expect(matter.matter.clocks).to.deep.equal(first.matters.find((each) => each.id === id)!.matter.clocks)
        expect(await documentsOfMatter(engine.db, id)).to.have.length(2)
      }
    })

    it('leaves alone what an officer has corrected since', async () => {
      const { matters } = await receiveComplaint(parts, cast.alice, told('A-10', { wants: 'complaint' }))
      const [matter] = matters
      await engine.db('matters').where({ id: matter!.id }).update({ title: '听潮公司拒退房费' })
      await receiveComplaint(
        parts,
        cast.alice,
        told('A-10', { wants: 'complaint', asks: '退还房费和押金', paid: '3万' }),
      )
      expect(await matterById(engine.db, matter!.id)).to.include({ title: '听潮公司拒退房费', paidFen: 3_000_000 })
    })

    it('brings names and numbers up to date among the identities alone', async () => {
      const first = await receiveComplaint(parts, cast.alice, told('A-9', { payer: 'other', payer_name: '林大山' }))
      const count = async () => Number((await engine.db('identities').count({ n: '*' }))[0]!.n)
      const before = await count()
      const again = await receiveComplaint(
        parts,
        cast.alice,
        told('A-9', { payer: 'other', payer_name: '林大山', caller_phone: '13900000009' }),
      )
      expect(again.outcome).to.equal('updated')
      expect(await count()).to.equal(before)
      for (const { id } of first.matters) {
        const people = await identitiesOfMatter(engine.db, id)
        expect(people.map(({ phone }) => phone)).to.include('13900000009')
        expect(people).to.have.length(id === first.matters[0]!.id ? 3 : 2)
      }
    })

    it('opens the report in the same bundle once the platform tells of one', async () => {
      const first = await receiveComplaint(parts, cast.alice, told('A-3', { wants: 'complaint' }))
      expect(first.matters).to.have.length(1)
      const { outcome, matters } = await receiveComplaint(parts, cast.alice, told('A-3', { wants: 'both' }))
      expect(outcome).to.equal('updated')
      expect(matters.map(({ kind }) => kind)).to.deep.equal(['complaint', 'report'])
      expect(new Set(matters.map(({ bundleId }) => bundleId)).size).to.equal(1)
    })

    it('is one matter when two deliveries of it meet', async () => {
      const both = await Promise.all([1, 2].map(() => receiveComplaint(parts, cast.alice, told('A-4'))))
      expect(both.map(({ outcome }) => outcome).sort()).to.deep.equal(['created', 'unchanged'])
      const [a, b] = both.map(({ matters }) => matters.map(({ id }) => id))
      expect(a).to.deep.equal(b)
    })

    it('is nobody’s to tell anew where its matters lie out of her sight: nothing of them changes, nothing is kept', async () => {
      const { matters } = await receiveComplaint(parts, cast.alice, told('A-11'))
      const before = await matterById(engine.db, matters[0]!.id)
      const papers = await engine.db('documents').count({ n: '*' })
      const otherwise = told('A-11', { story: '说的完全是另一回事，请依法查处。', region: '210100' })
      expect((await problemOf(receiveComplaint(parts, cast.dave, otherwise))).code).to.equal('intake.external_reused')
      expect(await matterById(engine.db, matters[0]!.id)).to.deep.equal(before)
      expect(await engine.db('documents').count({ n: '*' })).to.deep.equal(papers)
    })

    it('keeps numbers of different platforms apart', async () => {
      const here = await receiveComplaint(parts, cast.alice, told('A-5'))
      const there = await receiveComplaint(parts, cast.alice, told('A-5', {}, { platform: '12315' }))
      expect(there.outcome).to.equal('created')
      expect(there.matters[0]!.id).to.not.equal(here.matters[0]!.id)
    })

    it('is refused with the field that cannot be used', async () => {
      for (const [over, more] of [
        [{ paid: '很多' }, {}],
        [{ story: '' }, {}],
        [{}, { receivedAt: '2027-01-01' }],
        [{}, { receivedAt: '昨天' }],
        [{}, { calledAt: '2026-05-06T09:00:00+08:00', receivedAt: '2026-05-05T09:00:00+08:00' }],
      ] as const)
        expect((await problemOf(receiveComplaint(parts, cast.alice, told('A-6', over, more)))).code).to.equal(
          'form.invalid',
        )
    })

    describe('as an export', () => {
      it('in csv makes matters of its good rows, says what is wrong with the bad, and brings them up to date on the next run', async () => {
        const file = { bytes: Buffer.from(CSV), name: '导出.csv', platform: '12315' as const }
        const rows = await importComplaints(parts, cast.alice, file)
        expect(rows.map(({ locator, outcome, why }) => [locator, outcome, why])).to.deep.equal([
          ['row 2', 'created', undefined],
          ['row 3', 'created', undefined],
          ['row 4', 'rejected', 'external'],
          ['row 5', 'rejected', 'paid'],
        ])
        expect(rows[0]!.numbers[0]).to.match(/^TS-/)
        expect(rows[1]!.numbers[0]).to.match(/^JB-/)
        const changed = Buffer.from(CSV.replace('交了房费不给安排入住', '交了房费不给安排入住，也不退钱'))
        const again = await importComplaints(parts, cast.alice, { ...file, bytes: changed })
        expect(again.map(({ outcome }) => outcome)).to.deep.equal(['updated', 'unchanged', 'rejected', 'rejected'])
        expect(again[0]!.numbers).to.deep.equal(rows[0]!.numbers)
      })

      it('leaves a complaint with its bureau and a report to the county of the act, where no row tells the place of the seller', async () => {
        const headings = '登记编号,信息件类型,提供方姓名,联系电话,涉及主体,事发地,投诉内容,诉求'
        const row = (no: number, kind: string, place: string) =>
          `P-${no},${kind},陈大海,1380000010${no},听潮旅居服务有限公司,${place},会场卖卡交了房费不给安排入住第${no}次,退还房费`
        const rows = [
          row(1, '投诉', '长春市'),
          row(2, '投诉', '440305'),
          row(3, '举报', '440305'),
          row(4, '举报', '长春市'),
        ]
        const bytes = Buffer.from([headings, ...rows].join('\n'))
        const imported = await importComplaints(parts, cast.alice, { bytes, name: '导出.csv', platform: '12315' })
        const matters = await Promise.all(
          imported.map(async ({ numbers }) => {
            const { id } = await engine.db('matters').where({ number: numbers[0]! }).first('id')
            return (await matterById(engine.db, id))!
          }),
        )
        expect(matters.map(({ region }) => region)).to.deep.equal(['440300', '440300', '440305', '440300'])
        const far = (await acceptanceOf(parts, matters[0]!, 0))!.acceptance!
        expect(far.grounds.map(({ ground }) => ground)).to.not.include('not_competent')
        expect([far.propose, far.toLookAt[0]?.zh.slice(0, 11)]).to.deep.equal(['look', '没有登记经营者所在区划'])
        expect((await acceptanceOf(parts, matters[1]!, 0))!.acceptance!.toLookAt).to.deep.equal([])
      })

      it('leaves a report to the county of the act and a complaint to that of the seller, where both are told', async () => {
        const headings = '登记编号,信息件类型,提供方姓名,联系电话,涉及主体,事发地,所属区域,投诉内容,诉求'
        const row = (no: number, kind: string, happenedIn: string, region: string) =>
          `Q-${no},${kind},陈大海,1380000010${no},听潮旅居服务有限公司,${happenedIn},${region},会场卖卡交了房费不给安排入住第${no}次,退还房费`
        const rows = [
          row(1, '举报', '440303', '440305'),
          row(2, '举报', '440303', '长春市'),
          row(3, '举报', '长春市', '440305'),
          row(4, '投诉', '440303', '440305'),
        ]
        const bytes = Buffer.from([headings, ...rows].join('\n'))
        const imported = await importComplaints(parts, cast.alice, { bytes, name: '导出.csv', platform: '12315' })
        const regions = await Promise.all(
          imported.map(
            async ({ numbers }) => (await engine.db('matters').where({ number: numbers[0]! }).first())?.region,
          ),
        )
        expect(regions).to.deep.equal(['440303', '440303', '440305', '440305'])
      })

      it('in xlsx and json makes the same', async () => {
        const [headings, row] = CSV.split('\n').map((line) => line.split(','))
        const cells = row!.map((cell) => (cell === '14403-1' ? '14403-9' : cell))
        const xlsx = await anXlsx((book) => book.addWorksheet('投诉').addRows([headings!, cells]))
        const name = { platform: '12315' as const }
        const [fromSheet] = await importComplaints(parts, cast.alice, { bytes: xlsx, name: '导出.xlsx', ...name })
        expect(fromSheet!.outcome).to.equal('created')
        const object = Object.fromEntries(headings!.map((heading, i) => [heading, cells[i]!]))
        const json = Buffer.from(JSON.stringify({ code: 0, data: { rows: [object] } }))
        const [fromJson] = await importComplaints(parts, cast.alice, { bytes: json, name: '导出.json', ...name })
        expect(fromJson).to.deep.include({ outcome: 'unchanged', numbers: fromSheet!.numbers })
      })

      it('is refused when it is none, and to a clerk', async () => {
        const none = { bytes: Buffer.from('产品,价格\n床位,2600\n'), name: 'a.csv', platform: '12315' as const }
        expect((await problemOf(importComplaints(parts, cast.alice, none))).code).to.equal('form.invalid')
        const broken = { bytes: Buffer.from('{'), name: 'a.json', platform: '12345' as const }
        expect((await problemOf(importComplaints(parts, cast.alice, broken))).code).to.equal('form.invalid')
        expect((await problemOf(importComplaints(parts, cast.henry, none))).code).to.equal('auth.forbidden')
      })
    })

    describe('told more of later', () => {
      it('has it logged by whoever answers, without reading the matter', async () => {
        const { matters } = await receiveComplaint(parts, cast.alice, told('A-7'))
        const [matter] = matters
        const seen = (await matterByReceipt(engine.db, cast.henry, ` ${matter!.number.toLowerCase()} `))!
        expect(seen.id).to.equal(matter!.id)
        expect(JSON.stringify(seen)).to.not.include('房费')
        expect(seen.next).to.deep.equal({ clock: 'T01', dueDay: '2026-05-14' })
        await logFollowUp(parts, cast.henry, {
          matterId: seen.id,
          way: 'called_us',
          note: '来电人13900000001说对方愿意退一半',
          hasNewFacts: true,
        })
        const [logged] = await followUpsOf(engine.db, [seen.id])
        expect(logged).to.deep.include({
          note: '来电人××说对方愿意退一半',
          hasNewFacts: true,
          officerId: cast.henry.officerId,
        })
      })

      it('names nobody who is sealed away', async () => {
        const { matters } = await receiveComplaint(parts, cast.alice, told('A-12'))
        const matterId = matters[1]!.id
        const note = '林小雨（139 0000-0001，住沙洲路1号）替林桂香来电，说海屿康养馆的人又来了'
        await logFollowUp(parts, cast.henry, { matterId, way: 'called_us', note, hasNewFacts: false })
        expect((await followUpsOf(engine.db, [matterId]))[0]!.note).to.equal(
          '××（××，住沙洲路1号）替××来电，说海屿康养馆的人又来了'.replace('沙洲路1号', '××'),
        )
      })

      it('is out of sight in another province', async () => {
        const { matters } = await receiveComplaint(parts, cast.alice, told('A-8'))
        expect(await matterByReceipt(engine.db, cast.dave, matters[0]!.number)).to.equal(undefined)
        const order = { matterId: matters[0]!.id, way: 'message' as const, note: '补充', hasNewFacts: false }
        expect((await problemOf(logFollowUp(parts, cast.dave, order))).code).to.equal('not_found')
        expect((await problemOf(logFollowUp(parts, cast.alice, { ...order, note: ' ' }))).code).to.equal('form.invalid')
      })
    })
  })
})
