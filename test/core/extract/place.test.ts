import { expect } from 'chai'
import fc from 'fast-check'
import { regionOfName } from '../../../src/core/extract/place.ts'
import { namedRegions, regionNames } from '../../../src/core/regions/region.ts'
import { factsOf } from './support.ts'

const placesOf = (text: string) => factsOf(text, 'place').map(({ quote, value }) => `${quote} ${value}`)

describe('places of a text', () => {
  it('are counties by their whole names, where one county alone has it', () => {
    expect(placesOf('公司位于临安区，在婺源县与琼海市设有旅居基地')).to.deep.equal([
      '临安区 330112',
      '婺源 361130',
      '琼海 469002',
    ])
    expect(placesOf('前往新源县看花')).to.deep.equal(['新源县 654025'])
  })

  it('are told from their namesakes by the city or the province before them', () => {
    expect(placesOf('长春市朝阳区')).to.deep.equal(['长春 220100', '朝阳区 220104'])
    expect(placesOf('北京朝阳区与长春朝阳区')).to.deep.equal([
      '北京 110000',
      '朝阳区 110105',
      '长春 220100',
      '朝阳区 220104',
    ])
    expect(placesOf('徐州鼓楼区')).to.deep.equal(['鼓楼区 320302'])
    expect(placesOf('南京市 鼓楼区')).to.deep.equal(['南京 320100', '鼓楼区 320106'])
    expect(placesOf('济南市市中区')).to.deep.equal(['济南 370100', '市中区 370103'])
    expect(placesOf('宁波江北区')).to.deep.equal(['宁波 330200', '江北区 330205'])
  })

  it('are told by the one city of a namesake that the text names elsewhere', () => {
    expect(placesOf('我们是长春的公司，门店开在朝阳区')).to.deep.equal(['长春 220100', '朝阳区 220104'])
    expect(placesOf('门店开在朝阳区')).to.deep.equal([])
    expect(placesOf('北京和长春都有店，门店开在朝阳区')).to.deep.equal(['北京 110000', '长春 220100'])
  })

  it('are no words of every day', () => {
    for (const text of [
      '城区、郊区、矿区和新区都可报名',
      '老城区改造，港口区域，和平区域',
      '沿海城市、新兴城市、适应城市生活、适宜都市人群',
      '西南山区、江南山区、华北湖区',
      '协会同县里商定，全国各县级市均有网点',
      '合作市场广阔，新民市场',
      '营运城市公交',
      '东区与西区，城关区',
    ])
      expect(placesOf(text), text).to.deep.equal([])
    expect(placesOf('拉萨市城关区')).to.deep.equal(['拉萨 540100', '城关区 540102'])
    expect(placesOf('攀枝花市东区')).to.deep.equal(['攀枝花 510400', '东区 510402'])
    expect(placesOf('安徽省和县')).to.deep.equal(['安徽 340000', '和县 340523'])
    expect(placesOf('义乌市市场监管局、瑞安市场监管局')).to.deep.equal(['义乌市 330782', '瑞安市 330381'])
    expect(placesOf('大理石台面，海南鸡饭')).to.deep.equal([])
  })

  it('are cities by their whole names, of which a shorter one would be another place', () => {
    expect(placesOf('吉林市与海南藏族自治州')).to.deep.equal(['吉林市 220200', '海南藏族自治州 632500'])
    expect(placesOf('临沂市和安康市')).to.deep.equal(['临沂市 371300', '安康市 610900'])
  })
})

describe('a place written out', () => {
  it('is any county with its city and province, spaced or not', () => {
    const counties = namedRegions().filter(([code]) => !code.endsWith('00'))
    fc.assert(
      fc.property(fc.constantFrom(...counties), fc.constantFrom('', ' '), ([code], space) => {
        expect(regionOfName(regionNames(code).join(space)), regionNames(code).join(space)).to.equal(code)
      }),
      { numRuns: 500 },
    )
  })

  it('is the most exact that can be told', () => {
    expect(regionOfName('辽宁省沈阳市浑南区')).to.equal('210112')
    expect(regionOfName('朝阳区')).to.equal(undefined)
    expect(regionOfName('某地')).to.equal(undefined)
  })
})
