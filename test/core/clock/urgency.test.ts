import { expect } from 'chai'
import { daysLeft, urgencyOf } from '../../../src/core/clock/urgency.ts'

describe('how a due day stands', () => {
  // 10:30 in Shanghai.
  const now = new Date('2026-05-06T02:30:00.000Z')

  it('is counted in Shanghai days: over the day after, this week up to seven days on', () => {
    const days = ['2026-05-05', '2026-05-06', '2026-05-07', '2026-05-13', '2026-05-14']
    expect(days.map((day) => urgencyOf(day, now))).to.deep.equal(['overdue', 'today', 'week', 'week', 'later'])
    expect(days.map((day) => daysLeft(day, now))).to.deep.equal([-1, 0, 1, 7, 8])
    expect(urgencyOf('2026-05-06', new Date('2026-05-06T15:59:59.999Z'))).to.equal('today')
    expect(urgencyOf('2026-05-06', new Date('2026-05-06T16:00:00.000Z'))).to.equal('overdue')
  })

  it('is over with its second where hours are counted', () => {
    const hours = ['2026-05-06T10:29:59+08:00', '2026-05-06T10:30:00+08:00', '2026-05-06T23:00:00+08:00']
    expect(hours.map((due) => urgencyOf(due, now))).to.deep.equal(['overdue', 'today', 'today'])
    expect(urgencyOf('2026-05-07T09:00:00+08:00', now)).to.equal('week')
  })

  it('is untold where there is none', () => {
    expect(urgencyOf(null, now)).to.equal('untold')
  })
})
