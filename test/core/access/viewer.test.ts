import { expect } from 'chai'
import { covers, regionPrefix } from '../../../src/core/access/viewer.ts'

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
})
