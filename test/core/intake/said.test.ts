import { expect } from 'chai'
import { givenFrom } from '../../../src/core/intake/said.ts'

describe('what an export says of a paper', () => {
  it('is taken in our words', () => {
    expect(
      givenFrom({
        kind: '投诉',
        date: '2026-05-01 10:22',
        region: '辽宁省沈阳市浑南区',
        entity: '旅行社',
        channel: '微信群',
      }),
    ).to.deep.equal({
      kind: 'complaint',
      date: '2026-05-01',
      region: '210112',
      entity: 'travel_agency',
      channel: 'group_chat',
    })
  })

  it('is left alone where it says nothing we know', () => {
    expect(givenFrom({ kind: '投诉举报', date: '昨天', region: '某地', entity: '其他', channel: '-' })).to.deep.equal(
      {},
    )
  })

  it('is taken as a code where it is one', () => {
    expect(givenFrom({ kind: 'contract', region: '440305' })).to.deep.equal({ kind: 'contract', region: '440305' })
    expect(givenFrom({ region: '440005' })).to.deep.equal({})
  })
})
