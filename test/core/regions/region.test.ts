import { expect } from 'chai'
import fc from 'fast-check'
import { LISTED_ON } from '../../../src/core/regions/divisions.ts'
import { whyNoRegion } from '../../../src/core/regions/no-such-region.ts'
import {
  isRegion,
  isRegionPrefix,
  lastListed,
  namedRegions,
  nearestRegion,
  regionNames,
  wasRegion,
} from '../../../src/core/regions/region.ts'

describe('the regions of GB/T 2260', () => {
  const counties = namedRegions().filter(([code]) => !code.endsWith('00'))

  it('are as many as the list of the end of 2024 counts: 31 provinces and 3 beyond, 333 cities and prefectures, 2,846 counties', () => {
    expect(LISTED_ON).to.equal('2024-12-31')
    expect(namedRegions().filter(([code]) => code.endsWith('0000'))).to.have.length(34)
    const cities = namedRegions().filter(([code]) => code.endsWith('00') && !code.endsWith('0000'))
    // Four more gather the districts of the municipalities.
    expect(cities).to.have.length(333 + 4)
    // Four districts of 大兴安岭 are set up by their prefecture and not among the 2,846.
    expect(counties).to.have.length(2846 + 4)
  })

  it('are called as they are today', () => {
    const called: Record<string, string> = {
      330113: '浙江省 杭州市 临平区',
      330114: '浙江省 杭州市 钱塘区',
      460202: '海南省 三亚市 海棠区',
      460400: '海南省 儋州市',
      370116: '山东省 济南市 莱芜区',
      440311: '广东省 深圳市 光明区',
      659001: '新疆维吾尔自治区 石河子市',
      659012: '新疆维吾尔自治区 白杨市',
      653228: '新疆维吾尔自治区 和田地区 和康县',
      130638: '河北省 保定市 雄县',
      540581: '西藏自治区 山南市 错那市',
      429021: '湖北省 神农架林区',
      110105: '北京市 朝阳区',
      500229: '重庆市 城口县',
      469002: '海南省 琼海市',
      520203: '贵州省 六盘水市 六枝特区',
      320576: '江苏省 苏州市 苏州工业园区',
      441900: '广东省 东莞市',
      810000: '香港特别行政区',
    }
    for (const [code, name] of Object.entries(called)) {
      expect(isRegion(code), code).to.equal(true)
      expect(regionNames(code).join(' '), code).to.equal(name)
    }
  })

  it('have no counties in 东莞, 中山, 儋州 and 嘉峪关', () => {
    for (const city of ['4419', '4420', '4604', '6202'])
      expect(counties.filter(([code]) => code.startsWith(city))).to.have.length(0)
  })

  it('are not what no list has', () => {
    for (const code of [
      '529999',
      '529900',
      '990000',
      '440399',
      '370400a',
      '44',
      '',
      '1234567',
      '000001',
      '010000',
      '710101',
    ])
      expect(wasRegion(code), code).to.equal(false)
  })

  it('that are abolished are known by their names and may stand in papers alone', () => {
    const gone: Record<string, string> = {
      330103: '浙江省 杭州市 下城区',
      371202: '山东省 莱芜市 莱城区',
      230702: '黑龙江省 伊春市 伊春区',
      500234: '重庆市 开县',
      542400: '西藏自治区 那曲地区',
      110103: '北京市 崇文区',
    }
    for (const [code, name] of Object.entries(gone)) {
      expect(isRegion(code), code).to.equal(false)
      expect(wasRegion(code), code).to.equal(true)
      expect(regionNames(code).join(' ')).to.equal(name)
      expect(lastListed(code)).to.be.within(2002, 2024)
    }
  })

  it('take codes that gather counties: 469000 and 110100 everywhere, 440301 in papers', () => {
    for (const code of ['469000', '419000', '110100', '500200']) expect(isRegion(code), code).to.equal(true)
    expect([isRegion('440301'), wasRegion('440301')]).to.deep.equal([false, true])
    expect(regionNames('469000')).to.deep.equal(['海南省'])
  })

  it('take the zones that the statistics number from 71, listed or newer', () => {
    expect([isRegion('220171'), isRegion('440375'), isRegion('529975')]).to.deep.equal([true, true, false])
    expect(regionNames('440375').join(' ')).to.equal('广东省 深圳市')
  })

  it('are met by their prefixes', () => {
    for (const prefix of ['44', '4403', '440305']) expect(isRegionPrefix(prefix), prefix).to.equal(true)
    for (const prefix of ['4', '440', '99', '4499', '440399', '4400', ''])
      expect(isRegionPrefix(prefix), prefix).to.equal(false)
  })

  it('lie within one another: the nearest region of any six digits is in force and around it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (number) => {
        const code = String(number).padStart(6, '0')
        const nearest = nearestRegion(code)
        if (nearest === undefined) {
          expect(code.startsWith('00') || !isRegion(`${code.slice(0, 2)}0000`)).to.equal(true)
          return
        }
        expect(isRegion(nearest)).to.equal(true)
        expect(code.startsWith(nearest.replace(/(00)+$/, ''))).to.equal(true)
      }),
    )
  })
})

describe('a code that is no region', () => {
  it('is told with the nearest that is one and what lies there', () => {
    const { zh, en } = whyNoRegion('529999')
    expect(zh).to.include('529999 不存在：贵州省没有此代码；可填 520000 贵州省，或 520100 贵阳市')
    expect(en).to.include('529999 does not exist in 贵州省; use 520000 贵州省, or 520100 贵阳市, 520200 六盘水市')
    expect(whyNoRegion('440399').zh).to.include('可填 440300 广东省 深圳市，或 440303 罗湖区')
    expect(whyNoRegion('419999').zh).to.include('419001 济源市')
    expect(whyNoRegion('110199').zh).to.include('110105 朝阳区')
  })

  it('is told to be abolished where it was one', () => {
    expect(whyNoRegion('330103').zh).to.include(
      '330103 下城区已撤销，最后见于 2020 年代码表；可填 330100 浙江省 杭州市',
    )
  })

  it('is told that there is no such province, or that six digits are wanted', () => {
    expect(whyNoRegion('990101').zh).to.include('没有以 99 开头的省份')
    expect(whyNoRegion('深圳').zh).to.include('六位')
  })
})
