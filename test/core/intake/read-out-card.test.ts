import { expect } from 'chai'
import { missingElements } from '../../../src/core/intake/missing-elements.ts'
import { readOutCard, wordsOf } from '../../../src/core/intake/read-out-card.ts'
import { loadIntake } from '../../../src/rulebook/load-intake.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'
import { aCall } from '../../support/a-call.ts'

const procedure = loadMoves()
const both = (receivedAt: string | null) => [
  { of: 'complaint' as const, number: 'TS-2026-00001', receivedAt },
  { of: 'report' as const, number: 'JB-2026-00001', receivedAt },
]

describe('the card read out to the caller', () => {
  it('gives number and last day of every step, counted from receipt by the competent bureau', () => {
    const { receipts, steps } = readOutCard(procedure, both('2026-09-29T02:00:00.000Z'), [])
    expect(receipts.map(({ number }) => number)).to.deep.equal(['TS-2026-00001', 'JB-2026-00001'])
    expect(steps[0]!.due).to.equal('2026-10-14')
    expect(steps[0]!.said.zh).to.include('10月14日')
    expect(steps[1]!.due).to.equal('2026-10-26')
  })

  it('promises no day before the competent bureau has it', () => {
    const { steps } = readOutCard(procedure, both(null), [])
    expect(steps.map(({ due }) => due)).to.deep.equal([null, null])
    expect(steps[0]!.said.zh).to.include('自该部门收到之日起七个工作日')
  })

  it('tells the number of working days where the calendar of the year is not loaded', () => {
    const { steps } = readOutCard(procedure, both('2027-03-01T02:00:00.000Z'), [])
    expect(steps[0]!.due).to.equal(null)
    expect(steps[0]!.said.zh).to.include('七个工作日')
  })

  it('names the other remedies of a consumer, when to dial 110, and what to send in', () => {
    const missing = missingElements(loadIntake(), aCall({ authority: 'pending' }), [], 0, '2026-05-06')
    const card = readOutCard(procedure, both('2026-05-06T02:00:00.000Z'), missing)
    const words = wordsOf(card)
      .map(({ zh }) => zh)
      .join('\n')
    expect(words).to.match(/协商和解[\s\S]*消费者协会[\s\S]*仲裁[\s\S]*法院/)
    expect(words).to.match(/110/)
    expect(card.toSend.map(({ zh }) => zh)).to.deep.equal(['授权委托书和受托人身份证明'])
  })

  it('promises secrecy to who only reports; who complains too hears what mediation has to tell (令121 art. 37)', () => {
    const said = (matters: ReturnType<typeof both>) => readOutCard(procedure, matters, []).steps.at(-1)!.said
    for (const receivedAt of [null, '2026-09-29T02:00:00.000Z', '2027-03-01T02:00:00.000Z']) {
      const alone = said(both(receivedAt).slice(1))
      expect(alone.zh).to.include('您的姓名和电话不会告诉对方')
      const mixed = said(both(receivedAt))
      expect(mixed.zh).to.include('举报人的信息依法保密').and.include('组织调解').and.not.include('不会告诉对方')
      expect(mixed.en).to.include('mediation').and.not.include('stay with us')
    }
  })

  it('judges nobody, in neither language', () => {
    const missing = missingElements(
      loadIntake(),
      aCall({ wants: 'both', people: {}, seller: {}, story: '', asks: '', requests: [] }),
      [],
      0,
      '2026-05-06',
    )
    for (const receivedAt of [null, '2026-05-06T02:00:00.000Z', '2027-03-01T02:00:00.000Z'])
      for (const { zh, en } of wordsOf(readOutCard(procedure, both(receivedAt), missing))) {
        expect(zh).to.not.match(/骗|诈|犯罪|非法|违法|认定|构成|假的|跑路|传销|集资/)
        expect(en).to.not.match(/fraud|scam|crim|illegal|unlawful|swindl|cheat|guilty|ponzi|pyramid|breach/i)
      }
  })
})
