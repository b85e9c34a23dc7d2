import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { readRegionList, regionFiles } from '../../scripts/regions.ts'
import { rootPath } from '../../src/root.ts'

describe('renewing the list of regions', () => {
  const page =
    '<td>330000</td><td>浙江省</td>\n<td>330100</td><td> 杭州市</td><td>330113</td><td>临平区</td><td>330171</td><td>某开发区</td>'

  it('reads lists of any format, and codes of provinces and cities without their zeros', () => {
    const pairs: [string, string][] = [
      ['330000', '浙江省'],
      ['330100', '杭州市'],
      ['330113', '临平区'],
    ]
    const json =
      '[{"c":33,"n":"浙江省"},{"c":"3301","n":"杭州市","p":"33"},{"c":"330113","n":"临平区","cc":"3301"},{"c":"330113001000","n":"临平街道"}]'
    expect([...readRegionList(json)]).to.deep.equal(pairs)
    expect([...readRegionList('code,name\n330000,"浙江省"\n330100,"杭州市",33\n330113,"临平区",3301\n')]).to.deep.equal(
      pairs,
    )
    expect([...readRegionList(page)].slice(0, 3)).to.deep.equal(pairs)
  })

  it('keeps what is in force, what was and when it was last listed, and zones apart', () => {
    const files = regionFiles({
      on: '2024-12-31',
      current: readRegionList(page.replace(/<td>330171.*/, '')),
      before: [
        {
          year: 2020,
          list: new Map([
            ['330103', '下城区'],
            ['330113', '旧名区'],
            ['330101', '市辖区'],
            ['330105', '某某街道'],
          ]),
        },
        {
          year: 2012,
          list: new Map([
            ['330103', '下城区'],
            ['330900', '舟山地区'],
          ]),
        },
      ],
      zones: readRegionList(page),
    })
    expect(files['divisions.ts'])
      .to.include("LISTED_ON = '2024-12-31'")
      .and.include('\n33 浙江省\n3301 杭州市 13临平区\n')
      .and.include('\n3301 71某开发区\n')
    expect(files['former-divisions.ts'])
      .to.include('\n3301 03下城区2020\n')
      .and.not.include('街道')
      .and.not.include('旧名区')
  })

  it('writes what stands in the project', () => {
    for (const name of ['divisions.ts', 'former-divisions.ts'])
      expect(readFileSync(rootPath(`src/core/regions/${name}`), 'utf8')).to.match(
        /^\/\/ Made by `scripts\/regions.ts`; do not edit\./,
      )
  })
})
