import { expect } from 'chai'
import { processDocument } from '../../src/actions/papers/process-document.ts'
import { receiveDocument } from '../../src/actions/papers/receive-document.ts'
import { documentById } from '../../src/store/documents.ts'
import { leadOfDocument } from '../../src/store/leads.ts'
import { forEachDatabase } from '../support/engines.ts'
import { aDelivery, partsOver, type TestParts } from '../support/parts.ts'

// In traditional characters, with readings in brackets, as copied from a page for learners; the bytes are broken below.
const NOTICE = `關於開展旅居養老領域專項整治(zhuān xiàng zhěng zhì)工作的通知
某市監廣發〔2026〕31號
各縣(區)市場監督管理局，各有關單位：
為貫徹落實上級部署，保護老年(lǎo nián)消費者合法權益，現就嚴厲打擊以旅居養老為名的非法集資(fēi fǎ jí zī)、欺詐消費(qī zhà xiāo fèi)、虛假宣傳(xū jiǎ xuān chuán)等行為通知如下：
一、重點查處以會員卡、預售床位等名義承諾還本付息、保本高息、年化收益百分之十以上的違法行為。
二、重點查處冒用國家機關名義、宣稱溫泉治癒糖尿病等虛假宣傳行為，以及免費旅遊誘導老年人交款的欺詐行為。
三、各單位發現涉嫌非法集資線索的，應當及時移送處置非法集資牽頭部門。
某市市場監督管理局
2026年5月8日`

describe('a policy notice that speaks of what it cracks down on', () => {
  forEachDatabase((engine) => {
    let parts: TestParts
    before(async () => {
      parts = await partsOver(engine.db)
    })
    after(() => parts.dispose())

    for (const [name, bytes] of [
      ['whole', Buffer.from(NOTICE)],
      ['with every 97th byte lost', withoutEvery(Buffer.from(NOTICE), 97)],
      ['with stray bytes put in', withStray(Buffer.from(NOTICE), 61)],
    ] as const) {
      it(`gives no lead, ${name}`, async () => {
        const { documentId } = await receiveDocument(parts, aDelivery('', { bytes, fileName: 'notice.txt', given: {} }))
        expect(await processDocument(parts, documentId)).to.equal('processed')
        expect(await leadOfDocument(engine.db, documentId)).to.equal(undefined)
        const { assessmentId } = (await documentById(engine.db, documentId))!
        expect(await engine.db('assessments').where({ id: assessmentId }).first()).to.include({
          genre: 'policy',
          labels: '[]',
        })
      })
    }
  })
})

function withoutEvery(bytes: Buffer, n: number): Buffer {
  return Buffer.from(bytes.filter((_, i) => i % n !== n - 1))
}

function withStray(bytes: Buffer, n: number): Buffer {
  return Buffer.concat(
    Array.from({ length: Math.ceil(bytes.length / n) }, (_, i) =>
      Buffer.concat([bytes.subarray(i * n, (i + 1) * n), Buffer.from([0xff, 0xfe])]),
    ),
  )
}
