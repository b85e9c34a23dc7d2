import { rmSync, writeFileSync } from 'node:fs'
import { expect } from 'chai'
import { issueLetter } from '../../src/actions/letters/issue-letter.ts'
import { markExhibit } from '../../src/actions/letters/mark-exhibit.ts'
import { noteCustody } from '../../src/actions/letters/note-custody.ts'
import { packTransfer } from '../../src/actions/letters/pack-transfer.ts'
import { verifyExhibits } from '../../src/actions/letters/verify-exhibits.ts'
import { transferState } from '../../src/core/letter/transfer-state.ts'
import { custodyOf } from '../../src/store/exhibits.ts'
import { sha256Of } from '../../src/store/file-bytes.ts'
import { matterEvents } from '../../src/store/matters.ts'
import { MANIFEST } from '../../src/writer/package.ts'
import { forEachDatabase } from '../support/engines.ts'
import { letterDesk } from '../support/letter-desk.ts'
import { unzip } from '../support/unzip.ts'

describe('a transfer to the lead department', () => {
  forEachDatabase((engine) => {
    const desk = letterDesk(engine)
    const { act, make, aReport, exhibit, draft, whyOf, textOfLetter } = desk

    const aTransfer = async () => {
      let file = await aReport()
      const flyer = await exhibit(file)
      const ledger = await exhibit(file, { title: '收款流水', origin: '当事人提供' })
      const evidence = [`exhibit:${flyer.id}`]
      const at = (exhibitId: string, page: number) => ({ matterId: file.id, exhibitId, page })
      const element = (name: 'unlicensed' | 'promise' | 'public', quote: string) =>
        markExhibit(desk.parts, desk.cast.alice, {
          ...at(flyer.id, 1),
          mark: { kind: 'element', element: name, quote },
        })
      await element('promise', '存满一年返还本金，另送12%旅居补贴')
      await element('unlicensed', '公司统一收取会员费')
      await element('public', '欢迎叔叔阿姨转发')
      await markExhibit(desk.parts, desk.cast.alice, {
        ...at(ledger.id, 1),
        mark: { kind: 'person', name: '钱假名', part: '收款人', amountFen: 48_000_000 },
      })
      await markExhibit(desk.parts, desk.cast.alice, {
        ...at(ledger.id, 2),
        mark: { kind: 'account', holder: '钱假名', bank: '示例银行', number: '6200 0000 0000 0000' },
      })
      file = await make(
        desk.cast.alice,
        file,
        'record_check',
        { hooks: ['advertising'], fundraising: true, gravity: 'ordinary' },
        { evidence },
      )
      file = await act(desk.cast.alice, file, {
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
      expect(await whyOf(issueLetter(desk.parts, desk.cast.alice, order))).to.include('主送部门')
      file = await act(desk.cast.carol, file, { op: 'approve', proposal: file.version })
      await issueLetter(desk.parts, desk.cast.alice, order)
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
      const transfer = await packTransfer(desk.parts, desk.cast.alice, order)
      const files = await unzip(await desk.parts.files.get(transfer.sha256))
      const manifest = files.get(MANIFEST)!.toString('utf8').trimEnd().split('\n')
      expect(manifest).to.have.length(files.size - 1)
      for (const line of manifest) {
        const [hash, path] = line.split('  ') as [string, string]
        expect(sha256Of(files.get(path)!), path).to.equal(hash)
      }
      for (const { sha256 } of exhibits) expect(manifest.some((line) => line.startsWith(sha256))).to.equal(true)
      expect((await packTransfer(desk.parts, desk.cast.bob, order)).id).to.equal(transfer.id)
      expect((await custodyOf(engine.db, file.id)).filter(({ verb }) => verb === 'packed')).to.have.length(2)
    })

    it('does not tell the other department who reported, by no note of custody', async () => {
      const { file, order, exhibits } = await aTransfer()
      await noteCustody(desk.parts, desk.cast.alice, {
        matterId: file.id,
        exhibitId: exhibits[0]!.id,
        verb: 'returned',
        place: '欧阳试言',
        note: '本人取回原件，电话13900000002',
      })
      const { sha256 } = await packTransfer(desk.parts, desk.cast.alice, order)
      const files = await unzip(await desk.parts.files.get(sha256))
      const words = [...files].map(([path, bytes]) => path + bytes.toString('utf8')).join('\n')
      expect(words).to.include('本人取回原件，电话××').and.not.include('欧阳').and.not.include('13900000002')
    })

    it('awaits its receipt until the matter tells of an answer', async () => {
      const { file, order, exhibits } = await aTransfer()
      const { packedAt } = await packTransfer(desk.parts, desk.cast.alice, order)
      const state = async () => transferState(await matterEvents(engine.db, file.id), packedAt, null)
      const evidence = [`exhibit:${exhibits[0]!.id}`]
      expect(await state()).to.equal('awaiting_receipt')
      desk.parts.setNow('2026-05-07T02:00:00.000Z')
      let after = await make(desk.cast.alice, file, 'lead_department_accepts', {}, { evidence })
      expect(await state()).to.equal('accepted')
      after = await make(desk.cast.alice, after, 'lead_department_determines', {}, { evidence })
      expect(await state()).to.equal('determined')
    })

    it('shows damage to what was kept', async () => {
      const { file, order, exhibits } = await aTransfer()
      await packTransfer(desk.parts, desk.cast.alice, order)
      expect(await verifyExhibits(desk.parts, desk.cast.alice, file.id)).to.deep.equal({
        exhibits: 2,
        letters: 1,
        packages: 1,
        damaged: [],
      })
      const { sha256, id } = exhibits[0]!
      const path = desk.parts.pathOfFile(sha256)
      rmSync(path)
      writeFileSync(path, 'tampered')
      expect((await verifyExhibits(desk.parts, desk.cast.alice, file.id)).damaged).to.deep.equal([id])
      const last = (await custodyOf(engine.db, file.id)).findLast(({ exhibitId }) => exhibitId === id)
      expect(last!.verb).to.equal('damaged')
    })
  })
})
