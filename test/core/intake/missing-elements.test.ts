import { expect } from 'chai'
import fc from 'fast-check'
import type { Fact } from '../../../src/core/extract/fact.ts'
import { ELEMENT_IDS } from '../../../src/core/intake/intake-law.ts'
import { missingElements, requiredOfComplaint } from '../../../src/core/intake/missing-elements.ts'
import { loadIntake } from '../../../src/rulebook/load-intake.ts'
import { aCall } from '../../support/a-call.ts'

const law = loadIntake()
const BARE = aCall({ people: {}, seller: {}, story: '', requests: [], asks: '', relation: 'self' })
const ids = (...given: Parameters<typeof missingElements>) => missingElements(...given).map(({ id }) => id)

describe('what a call still lacks', () => {
  it('is nothing but evidence and the like when all is told', () => {
    expect(ids(law, aCall(), [], 0, '2026-05-06')).to.deep.equal([])
    expect(ids(law, aCall({ wants: 'both' }), [], 0, '2026-05-06')).to.deep.equal(['evidence'])
  })

  it('is asked for in the words of the law in force on the day of receipt', () => {
    const [now] = missingElements(law, BARE, [], 0, '2026-04-15')
    const [then] = missingElements(law, BARE, [], 0, '2026-04-14')
    expect(now!.article!.zh).to.include('总局令第121号').and.include('第十条')
    expect(then!.article!.zh).to.include('总局令第20号').and.include('第九条')
    expect(now!.ask.zh).to.include('姓名')
  })

  it('names the required things before those that only help', () => {
    const flags = missingElements(law, BARE, [], 0, '2026-05-06').map(({ isRequired }) => isRequired)
    expect(flags.indexOf(false)).to.be.greaterThan(0)
    expect(flags.lastIndexOf(true)).to.be.lessThan(flags.indexOf(false))
  })

  it('asks whoever calls for another for the power of attorney, and nobody who calls for herself', () => {
    expect(ids(law, aCall({ authority: 'pending' }), [], 0, '2026-05-06')).to.deep.equal(['authority'])
    expect(ids(law, aCall({ authority: 'none', relation: 'self' }), [], 0, '2026-05-06')).to.not.include('authority')
  })

  it('lets an anonymous report be: only who is reported and what they did are required', () => {
    const anonymous = aCall({ wants: 'report', isAnonymous: true, people: {} })
    expect(ids(law, anonymous, [], 1, '2026-05-06')).to.deep.equal([])
    const required = missingElements(law, { ...BARE, wants: 'report', isAnonymous: true }, [], 0, '2026-05-06')
      .filter(({ isRequired }) => isRequired)
      .map(({ id }) => id)
    expect(required).to.deep.equal(['accused', 'clue'])
  })

  it('takes as told what the story itself names', () => {
    const fact = (over: Partial<Fact>) =>
      ({ type: 'party', value: '', unit: '', quote: '', start: 0, end: 0, ...over }) as Fact
    const call = aCall({ seller: {} })
    expect(ids(law, call, [], 0, '2026-05-06')).to.include.members(['respondent', 'respondent_place'])
    const facts = [fact({ role: 'enterprise' }), fact({ type: 'place' })]
    expect(ids(law, call, facts, 0, '2026-05-06')).to.deep.equal([])
    expect(ids(law, call, [fact({ role: 'complainant' })], 0, '2026-05-06')).to.include('respondent')
  })

  it('gives the matter only what a complaint cannot be accepted without', () => {
    const missing = missingElements(law, { ...BARE, wants: 'both' }, [], 0, '2026-05-06')
    expect(requiredOfComplaint(missing)).to.deep.equal([
      'complainant_name',
      'complainant_phone',
      'respondent',
      'request',
      'story',
    ])
  })

  it('shrinks as more is told', () => {
    const parts = fc.record(
      {
        seller: fc.constant(aCall().seller),
        people: fc.constant(aCall().people),
        asks: fc.constant('退款'),
        story: fc.constant(aCall().story),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(parts, (told) => {
        const less = new Set(ids(law, { ...BARE, relation: 'child', ...told } as never, [], 0, '2026-05-06'))
        const more = ids(law, aCall({ knownOn: '2026-04-20' }), [], 0, '2026-05-06')
        expect(more.every((id) => less.has(id))).to.equal(true)
      }),
    )
  })

  it('knows every element of the law file', () => {
    const named = [...law.elements.complaint, ...law.elements.report].map(({ id }) => id)
    expect([...named].sort()).to.deep.equal([...ELEMENT_IDS].sort())
  })
})
