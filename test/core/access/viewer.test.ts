import { expect } from 'chai'
import { covers, isRegion, regionPrefix } from '../../../src/core/access/viewer.ts'

describe('regions', () => {
  it('cover what lies below them under GB/T 2260', () => {
    expect(regionPrefix('440000')).to.equal('44')
    expect(regionPrefix('440300')).to.equal('4403')
    expect(regionPrefix('451000')).to.equal('4510')
    expect(regionPrefix('440305')).to.equal('440305')
    expect(regionPrefix('000000')).to.equal('')
    expect(covers('440000', '440305')).to.equal(true)
    expect(covers('440300', '440000')).to.equal(false)
    expect(covers('210100', '440300')).to.equal(false)
    expect(covers('000000', '000000')).to.equal(true)
  })

  it('are six digits with nothing named below a level left open', () => {
    for (const region of ['000000', '110000', '440300', '440305', '469021'])
      expect(isRegion(region), region).to.equal(true)
    for (const region of ['', '44', '4403', '440005', '000100', '44030a', '4403050'])
      expect(isRegion(region), region).to.equal(false)
  })
})
