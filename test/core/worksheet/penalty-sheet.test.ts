import { expect } from 'chai'
import fc from 'fast-check'
import type { Threshold } from '../../../src/core/worksheet/discretion.ts'
import { hearingOf, tellsHearing, type Weight } from '../../../src/core/worksheet/hearing.ts'
import {
  graverThan,
  PENALTY_KINDS,
  type PenaltySheet,
  penaltySheetOf,
} from '../../../src/core/worksheet/penalty-sheet.ts'
import { type WorksheetInput, worksheetOf } from '../../../src/core/worksheet/worksheet.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'
import { loadDiscretion } from '../../../src/rulebook/load-discretion.ts'
import { anAct, anInput, aProposal, finding, known } from './sheets.ts'

const discretion = loadDiscretion()
const books = { discretion, ...loadClocks() }
const AD = finding(['advertising-law/28', 'advertising-law/55'], { id: 'f1' })

const APPROVED: PenaltySheet = {
  version: 2,
  hash: 'a',
  fineFen: 20_000_000,
  takenFen: 5_000_000,
  kinds: ['criticism'],
  hearing: true,
}
const graver = (changes: Partial<PenaltySheet>) =>
  graverThan({ ...APPROVED, version: 3, hash: 'b', ...changes }, APPROVED)

describe('what an approval binds', () => {
  it('is sum, what is taken and the kinds, under a hash that the same worksheet has again', () => {
    const input = anInput([anAct([AD], { fee: known(100_000), gains: known(30_000) })], {
      proposed: aProposal(300_000, { warning: true }),
    })
    const saved = (version: number, changes: Partial<WorksheetInput> = {}) => {
      const draft = { ...input, ...changes } as never
      return penaltySheetOf({ version, draft, result: worksheetOf({ ...input, ...changes }, books) })!
    }
    const first = saved(1)
    expect(first).to.deep.include({
      version: 1,
      fineFen: 30_000_000,
      takenFen: 3_000_000,
      kinds: ['warning'],
      hearing: true,
    })
    expect(saved(2).hash).to.equal(first.hash)
    const more = { proposed: aProposal(300_000.01, { warning: true }) }
    expect(saved(2, more).hash).not.to.equal(first.hash)
  })

  it('is nothing where no penalty is proposed', () => {
    const input = anInput([anAct([AD])])
    expect(penaltySheetOf({ version: 1, draft: input as never, result: worksheetOf(input, books) })).to.equal(null)
  })

  it('is passed by a higher fine, more taken, a sum that was not told, or a kind more; not by less', () => {
    expect(graver({})).to.deep.equal([])
    expect(graver({ fineFen: 19_999_999, takenFen: 0, kinds: [] })).to.deep.equal([])
    expect(graver({ fineFen: 20_000_001 })[0]!.zh).to.include('批准的是 200,000 元')
    expect(graver({ takenFen: 5_000_001 })[0]!.zh).to.include('没收')
    expect(graver({ takenFen: null })).to.have.length(1)
    expect(graver({ kinds: ['criticism', 'warning'] })[0]!.zh).to.include('警告')
    expect(graver({ fineFen: 0, kinds: ['licence'] })[0]!.zh).to.include('吊销')
    expect(graverThan({ ...APPROVED, takenFen: 1 }, { ...APPROVED, takenFen: null })).to.have.length(1)
  })

  it('lets a warning take the place of money', () => {
    expect(graver({ fineFen: 0, takenFen: 0, kinds: ['warning'] })).to.deep.equal([])
  })

  it('lets nothing pass that takes more money or a kind that weighs most', () => {
    const sheet = fc.record({
      fineFen: fc.nat(9),
      takenFen: fc.nat(9),
      kinds: fc.subarray([...PENALTY_KINDS]),
    })
    fc.assert(
      fc.property(sheet, sheet, (now, approved) => {
        const [a, b] = [now, approved].map((each) => ({ ...APPROVED, ...each })) as [PenaltySheet, PenaltySheet]
        expect(graverThan(a, a)).to.deep.equal([])
        if (graverThan(a, b).length > 0) return
        expect(a.fineFen).to.be.at.most(b.fineFen)
        expect(a.takenFen!).to.be.at.most(b.takenFen!)
        for (const kind of ['licence', 'closure'] as const) if (a.kinds.includes(kind)) expect(b.kinds).to.include(kind)
      }),
    )
  })
})

describe('the right to a hearing on the worksheet', () => {
  const fine = (fineFen: number): Weight => ({
    fineFen: [fineFen, fineFen],
    takenFen: [0, 0],
    licence: 'no',
    closure: 'no',
  })
  const [remembered] = discretion.thresholds.filter(({ region }) => region === '')
  const withMark = (confidence: Threshold['confidence']) => ({
    ...discretion,
    thresholds: [{ ...remembered!, confidence }],
  })
  const of = (weight: Weight, confidence: Threshold['confidence'] = 'M') =>
    hearingOf(weight, 'unit', '440300', '2026-05-06', withMark(confidence))
  const said = { reason: '经核对本省标准为二十万元' }

  it('is told of from 100,000 yuan on for a body, 10,000 for a person', () => {
    expect(tellsHearing(of(fine(9_999_999)), null)).to.equal(false)
    expect(tellsHearing(of(fine(10_000_000)), null)).to.equal(true)
    expect(tellsHearing(hearingOf(fine(1_000_000), 'person', '440300', '2026-05-06', discretion), null)).to.equal(true)
  })

  it('is left out by a person’s word while the amounts are from memory or at second hand, and never once they are confirmed', () => {
    expect(tellsHearing(of(fine(10_000_000), 'M'), said)).to.equal(false)
    expect(tellsHearing(of(fine(10_000_000), 'V*'), said)).to.equal(false)
    expect(tellsHearing(of(fine(10_000_000), 'V'), said)).to.equal(true)
    expect(tellsHearing(of(fine(10_000_000), 'M'), { reason: ' ' })).to.equal(true)
  })

  it('is never left out where a licence is revoked or a business closed', () => {
    for (const measure of ['licence', 'closure'] as const) {
      const hearing = of({ ...fine(0), [measure]: 'yes' })
      expect([hearing.isFirm, tellsHearing(hearing, said)], measure).to.deep.equal([true, true])
    }
  })

  it('asks for the amounts to be looked up, and objects to leaving it out without a reason or against the law', () => {
    const input = anInput([anAct([AD], { fee: known(100_000) })], { proposed: aProposal(300_000) })
    const asked = worksheetOf(input, books)
    expect(asked.questions.map(({ zh }) => zh).join()).to.include('听证数额标准的原文未核')
    const answered = worksheetOf({ ...input, hearingLeftOut: said }, books)
    expect(answered.questions.map(({ zh }) => zh).join()).not.to.include('听证数额标准的原文未核')
    expect(answered.objections.map(({ zh }) => zh).join()).not.to.include('听证')
    const firm = { discretion: withMark('V'), ...loadClocks() }
    expect(
      worksheetOf({ ...input, hearingLeftOut: said }, firm)
        .objections.map(({ zh }) => zh)
        .join(),
    ).to.include('不得不告知')
    expect(
      worksheetOf(input, firm)
        .questions.map(({ zh }) => zh)
        .join(),
    ).not.to.include('听证数额标准的原文未核')
  })
})
