import { expect } from 'chai'
import fc from 'fast-check'
import type { Circumstances } from '../../../src/core/document.ts'
import {
  CORRECTABLE,
  type Correction,
  isPlaceKnown,
  sourcedCircumstances,
  standingCorrections,
  withCorrections,
} from '../../../src/core/intake/correction.ts'
import { type Given, givenOver } from '../../../src/core/intake/envelope.ts'

const CIRCUMSTANCES: Circumstances = {
  kind: 'marketing',
  date: '2026-05-06',
  dateAssumed: true,
  region: '440300',
  entity: 'hotel',
  channel: 'group_chat',
  channelAssumed: { because: 'chat_transcript', quote: '微信群公告：', start: 0, end: 6 },
}

describe('the place of the conduct', () => {
  it('is known once the sender or an officer said it, and not because a bureau took the paper in', () => {
    const assumed: Given = { region: '440300', regionAssumed: true }
    expect(isPlaceKnown({ region: '440300' }, [])).to.equal(true)
    expect(isPlaceKnown({}, [])).to.equal(false)
    expect(isPlaceKnown(assumed, [])).to.equal(false)
    expect(isPlaceKnown(assumed, [{ field: 'region', value: '440300' }])).to.equal(true)
    expect(
      isPlaceKnown(assumed, [
        { field: 'region', value: '440300' },
        { field: 'region', value: null },
      ]),
    ).to.equal(false)
  })

  it('of a row outdoes what was assumed of its whole sheet', () => {
    const whole: Given = { kind: 'complaint', region: '440300', regionAssumed: true }
    expect(givenOver(whole, { date: '2026-05-01' })).to.deep.equal({ ...whole, date: '2026-05-01' })
    expect(givenOver(whole, { region: '440305' })).to.deep.equal({ kind: 'complaint', region: '440305' })
  })
})

describe('corrections of circumstances', () => {
  it('overrule what was given, the newest of a field first; one taken back overrules nothing', () => {
    const given = { kind: 'marketing', date: '2026-05-01', title: '折页' } as const
    const corrections: Correction[] = [
      { field: 'date', value: '2025-10-14' },
      { field: 'channel', value: 'web' },
      { field: 'date', value: '2025-10-15' },
      { field: 'channel', value: null },
    ]
    expect(withCorrections(given, corrections)).to.deep.equal({ ...given, date: '2025-10-15' })
    expect([...standingCorrections(corrections).keys()]).to.deep.equal(['date'])
  })

  it('leave what was given alone once all are taken back', () => {
    const correction = fc.record({ field: fc.constantFrom(...CORRECTABLE), value: fc.constantFrom('a', 'b', null) })
    fc.assert(
      fc.property(fc.array(correction), (corrections) => {
        const given = { date: '2026-05-01', region: '440300' }
        const undone = CORRECTABLE.map((field) => ({ field, value: null }))
        expect(withCorrections(given, [...corrections, ...undone])).to.deep.equal(given)
      }),
    )
  })

  it('tell where each circumstance came from', () => {
    const sources = sourcedCircumstances(CIRCUMSTANCES, true, { region: '440300' }, [
      { field: 'entity', value: 'hotel' },
    ])
    expect(sources.map(({ field, value, source }) => [field, value, source])).to.deep.equal([
      ['kind', 'marketing', 'read'],
      ['date', '2026-05-06', 'assumed'],
      ['until', '', 'none'],
      ['region', '440300', 'given'],
      ['entity', 'hotel', 'corrected'],
      ['channel', 'group_chat', 'read'],
    ])
    const place = (given: Given, corrections: Correction[] = []) =>
      sourcedCircumstances(CIRCUMSTANCES, true, given, corrections)[3]!.source
    expect(place({ region: '440300', regionAssumed: true })).to.equal('assumed')
    expect(place({ region: '440300', regionAssumed: true }, [{ field: 'region', value: '440300' }])).to.equal(
      'corrected',
    )
    expect(sources.at(-1)!.sign!.quote).to.equal('微信群公告：')
  })
})
