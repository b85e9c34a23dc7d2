import { expect } from 'chai'
import fc from 'fast-check'
import type { Step } from '../../../src/core/clock/clock.ts'
import { addDays } from '../../../src/core/clock/day.ts'
import { dueOf } from '../../../src/core/clock/due.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'
import { SLOW_CLOCKS, slowDue } from '../../support/slow-clock.ts'
import { oracleCases } from './oracle-cases.ts'

const { clocks, calendar } = loadClocks()

describe('the clocks against a second, slow calculator', () => {
  const cases = oracleCases()

  it('agree in every worked case', () => {
    const differences = cases.flatMap(({ text, clock, eventAt, variant, steps }) => {
      const { due, dueAlt } = dueOf(clocks[clock]!, eventAt, steps, calendar, variant?.name)
      const slow = slowDue(clock, eventAt, steps, variant?.place)
      return due === slow.due && dueAlt === slow.dueAlt
        ? []
        : [`${text}: ${due} ${dueAlt}, slowly ${slow.due} ${slow.dueAlt}`]
    })
    expect(differences, differences.join('\n')).to.deep.equal([])
  })

  it('work 150 cases or more, every clock among them and none twice', () => {
    expect(cases.length).to.be.at.least(150)
    expect(new Set(cases.map(({ text }) => text)).size).to.equal(cases.length)
    expect([...new Set(cases.map(({ clock }) => clock))]).to.have.members(Object.keys(clocks))
    expect(SLOW_CLOCKS).to.have.members(Object.keys(clocks))
  })

  it('reach a date in most cases: agreeing on nothing would prove little', () => {
    const dated = cases.filter(
      ({ clock, eventAt, variant, steps }) => slowDue(clock, eventAt, steps, variant?.place).due,
    )
    expect(dated.length).to.be.at.least(150)
  })

  it('agree on cases at random', () => {
    const day = fc.integer({ min: 0, max: 1200 }).map((n) => addDays('2023-11-15', n))
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({
        op: fc.constant('extend' as const),
        n: fc.integer({ min: 1, max: 60 }),
        unit: fc.constantFrom('workday', 'day'),
      }),
      fc
        .tuple(day, fc.integer({ min: 0, max: 40 }))
        .map(([from, n]) => ({ op: 'suspend' as const, from, to: addDays(from, n) })),
      fc.record({ op: fc.constantFrom('restart', 'received'), at: day }),
    )
    const near = fc.tuple(day, fc.array(step, { maxLength: 3 })).map(([event, steps]) => ({
      event,
      // Steps near the event: elsewhere most would touch nothing.
      steps: steps.map((each, i) => {
        if (each.op === 'suspend') return { ...each, from: addDays(event, 5 * i), to: addDays(event, 5 * i + 9) }
        return each.op === 'extend' ? each : { ...each, at: addDays(event, 4 * i - 1) }
      }),
    }))
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(clocks)),
        fc.oneof(near, fc.record({ event: day, steps: fc.array(step, { maxLength: 3 }) })),
        fc.boolean(),
        (id, { event, steps }, isSecond) => {
          const clock = clocks[id]!
          const second = isSecond ? clock.versions.flatMap(({ lengths }) => lengths[1]?.id ?? [])[0] : undefined
          const { due, dueAlt } = dueOf(clock, event, steps, calendar, second)
          expect({ due, dueAlt }).to.deep.equal(slowDue(id, event, steps, second ? 1 : 0))
        },
      ),
      { numRuns: 600 },
    )
  })
})
