import { expect } from 'chai'
import fc from 'fast-check'
import type { Sum } from '../../../src/core/worksheet/fine-range.ts'
import { type Worksheet, type WorksheetInput, worksheetOf } from '../../../src/core/worksheet/worksheet.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'
import { loadDiscretion } from '../../../src/rulebook/load-discretion.ts'
import { anAct, anInput, aProposal, finding, SHIPPED_BASIS } from './sheets.ts'

const books = { discretion: loadDiscretion(), ...loadClocks() }

/** Every verified penalty in force with an article it punishes. */
const PAIRS = Object.values(SHIPPED_BASIS)
  .filter(({ confidence, penalty, to }) => confidence === 'V' && penalty && to === null)
  .flatMap(({ id, punishes = [] }) => (punishes[0] ? [[punishes[0], id] as const] : []))

const yuan = fc.integer({ min: 0, max: 500_000_000 })
const known = yuan.map((fen): Sum => ({ state: 'known', fen }))
const sums = fc.record({ gains: known, fee: known, raised: known })
const findings = fc
  .uniqueArray(fc.constantFrom(...PAIRS), { minLength: 1, maxLength: 5 })
  .map((pairs) => pairs.map(([breach, penalty]) => finding([breach, penalty])))
const act = fc.tuple(findings, sums, fc.boolean()).map(([of, found, serious]) => anAct(of, found, { serious }))
const sheet = (input: WorksheetInput): Worksheet => worksheetOf(input, books)

describe('of any act', () => {
  it('the fine is that of one article that counts, and no article that counts allows more', () => {
    fc.assert(
      fc.property(act, (any) => {
        const [only] = sheet(anInput([any])).acts
        const { fine, lines } = only!
        if (fine.kind !== 'range') return
        const counted = lines.filter(({ status }) => status === 'applies' || status === 'shared')
        const by = counted.find(({ id }) => id === fine.by)!
        expect(by.fine).to.have.deep.property('range', fine.range)
        for (const line of counted)
          if (line.fine.kind === 'range') expect(line.fine.range.capFen).to.be.at.most(fine.range.capFen!)
      }),
    )
  })

  it('ranges are whole fen, the lowest not above the highest', () => {
    fc.assert(
      fc.property(act, (any) => {
        for (const { fine } of sheet(anInput([any])).acts[0]!.lines) {
          if (fine.kind !== 'range' || fine.range.capFen === null) continue
          expect(Number.isSafeInteger(fine.range.floorFen) && Number.isSafeInteger(fine.range.capFen)).to.equal(true)
          expect(fine.range.floorFen).to.be.within(0, fine.range.capFen)
        }
      }),
    )
  })

  it('no penalty of another department counts, and each of them is named as to be referred', () => {
    fc.assert(
      fc.property(act, (any) => {
        const { acts, referred } = sheet(anInput([any]))
        for (const { id, department } of acts[0]!.lines) {
          const isTheirs = books.discretion.departments[department] === 'referred'
          expect(referred.some((line) => line.id === id)).to.equal(isTheirs)
          if (isTheirs) expect(acts[0]!.fine).to.not.have.property('by', id)
        }
      }),
    )
  })

  it('a further breach never makes the fine smaller, unless a special law takes the place of a general one', () => {
    fc.assert(
      fc.property(act, findings, (any, more) => {
        const before = sheet(anInput([any])).acts[0]!
        const after = sheet(anInput([{ ...any, findings: [...any.findings, ...more] }])).acts[0]!
        if (after.lines.some(({ status }) => status === 'gives_way' || status === 'alternative')) return
        if (before.fine.kind !== 'range' || after.fine.kind !== 'range') return
        expect(after.fine.range.capFen).to.be.at.least(before.fine.range.capFen!)
      }),
    )
  })
})

describe('of any acts', () => {
  it('what is fined together is the sum of what each is fined', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 4 }), (several) => {
        const { acts, total } = sheet(anInput(several))
        const caps = acts.map(({ fine }) => (fine.kind === 'range' ? fine.range.capFen! : 0))
        expect(total.capFen).to.equal(caps.reduce((all, each) => all + each, 0))
        expect(total.floorFen).to.be.at.most(total.leastFen)
      }),
    )
  })

  it('a higher fine never takes the right to a hearing away, and none within the range is objected to', () => {
    fc.assert(
      fc.property(act, fc.double({ min: 0, max: 1, noNaN: true }), yuan, (any, share, more) => {
        const { total } = sheet(anInput([any]))
        const fineFen = Math.round(total.leastFen + share * (total.capFen! - total.leastFen))
        const of = (fen: number) =>
          sheet(anInput([{ ...any, seriousReason: '屡次' }], { proposed: { ...aProposal(0), fineFen: fen } }))
        expect(of(fineFen).objections).to.deep.equal([])
        if (of(fineFen).hearing.needed === 'yes') expect(of(fineFen + more).hearing.needed).to.equal('yes')
      }),
    )
  })
})
