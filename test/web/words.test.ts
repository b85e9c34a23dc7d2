import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import { correctCircumstances } from '../../src/actions/papers/correct-circumstances.ts'
import { SIGNS_OF_OTHERS } from '../../src/core/frame/strongest-genre.ts'
import { UNREADABLE_REASONS } from '../../src/reader/reading.ts'
import { rootPath } from '../../src/root.ts'
import { STAGES } from '../../src/store/documents.ts'
import { regionName } from '../../src/web/words/regions.ts'
import { WORDS } from '../../src/web/words/words.ts'
import { UNLAWFUL_COPY } from '../support/parts.ts'
import { shown, type WebApp, webApp } from '../support/web-app.ts'

describe('the words on screen', () => {
  let app: WebApp

  before(async () => {
    app = await webApp()
  })
  after(() => app.close())

  it('are the same set in both languages, none of them empty', () => {
    expect(keysOf(WORDS.en)).to.deep.equal(keysOf(WORDS.zh))
    for (const language of [WORDS.zh, WORDS.en]) {
      for (const word of leavesOf(language)) {
        if (typeof word === 'string') expect(word.trim()).not.to.equal('')
      }
    }
  })

  it('cover every stage and every reason a file cannot be read', () => {
    expect(WORDS.zh.terms.stage).to.have.all.keys([...STAGES])
    expect(WORDS.zh.terms.unreadable).to.have.all.keys([...UNREADABLE_REASONS])
  })

  it('cover every sign that papers tell of others by', () => {
    expect(WORDS.zh.document.genreSign).to.include.all.keys([...SIGNS_OF_OTHERS])
  })

  it('never say that the machine found anybody guilty', () => {
    for (const category of Object.values(WORDS.zh.terms.category)) expect(category).to.match(/^涉嫌/)
    for (const category of Object.values(WORDS.en.terms.category)) expect(category).to.match(/^Suspected/)
  })

  it('stand on every page in place of keys, in both languages', async () => {
    const id = await app.paper(UNLAWFUL_COPY)
    const { id: leadId } = await app.db('leads').first()
    const given = { kind: 'marketing', region: '440300', date: '2025-10-14', until: '2025-10-15' }
    const straddling = await app.paper('海屿康养馆：全国第一品牌，国家级养老基地。', { given } as never)
    const { version } = await app.db('documents').where({ id: straddling }).first()
    const order = { documentId: straddling, version, reason: '现场检查笔录' }
    await correctCircumstances(app.parts, app.cast.alice, {
      ...order,
      changes: { channel: 'seminar', region: '110000' },
    })
    const alice = await app.as(app.cast.alice)
    const pages = [
      '/inbox',
      `/leads/${leadId}`,
      '/documents',
      `/documents/${id}`,
      `/documents/${straddling}`,
      '/upload',
      '/imports',
      '/matters',
      '/clocks',
      '/approvals',
      '/delegations',
      '/articles?show=all',
      '/articles/prepaid-care-guidance/no-return',
      '/rulebook',
      '/status',
    ]
    for (const language of ['zh', 'en']) {
      const reader = app.guest(`${alice.cookie}; sojourn_lang=${language}`)
      for (const path of pages) {
        const text = shown((await reader.get(path)).text)
        expect(text, path).not.to.match(/\b(?:undefined|null|NaN|\[object|function)\b/)
        expect(text, path).not.to.match(/\b(?:lead|document|finding|case|shell|terms|problem|form|auth)\.[a-z_]+\b/)
        expect(text, path).not.to.match(
          /\b(?:illegal_fundraising|deceptive_sales|false_advertising|health_company|group_chat)\b/,
        )
      }
    }
  })

  it('join lists with the stops of their language: no screen brings its own', () => {
    const folder = rootPath('src/web')
    const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.tsx?$/.test(path) && !path.startsWith('words'),
    )
    const bringing = screens.filter((path) => /\.join\('[、；，]'\)/.test(readFileSync(join(folder, path), 'utf8')))
    expect(screens.length).to.be.above(100)
    expect(bringing).to.deep.equal([])
  })

  it('name a region by its code of GB/T 2260', () => {
    const named = (code: string) => regionName(code, 'zh', '全国')
    expect(named('000000')).to.equal('全国')
    expect(named('440000')).to.equal('广东省')
    expect(named('440300')).to.equal('广东省 深圳市')
    expect(named('440305')).to.equal('广东省 深圳市 南山区')
    expect(named('330113')).to.equal('浙江省 杭州市 临平区')
    expect(named('210199')).to.equal('辽宁省 沈阳市 210199')
    expect(named('110101')).to.equal('北京市 东城区')
    expect(named('469002')).to.equal('海南省 琼海市')
    expect(named('330103')).to.equal('浙江省 杭州市 下城区（已撤销）')
    expect(named('440301')).to.equal('广东省 深圳市')
    expect(named('990000')).to.equal('990000')
    const inEnglish = (code: string) => regionName(code, 'en', 'Whole country')
    expect(inEnglish('440300')).to.equal('Shenzhen (Guangdong)')
    expect(inEnglish('440305')).to.equal('Nanshan (Shenzhen)')
    expect(inEnglish('330113')).to.equal('临平区 (Hangzhou)')
    expect(inEnglish('110105')).to.equal('朝阳区 (Beijing)')
    expect(inEnglish('469002')).to.equal('Qionghai (Hainan)')
    expect(inEnglish('110000')).to.equal('Beijing')
    expect(inEnglish('330103')).to.equal('下城区 (Hangzhou) (abolished)')
    expect(inEnglish('210199')).to.equal('Shenyang (Liaoning) 210199')
  })
})

function keysOf(words: unknown, path = ''): string[] {
  if (typeof words !== 'object' || words === null) return [path]
  return Object.entries(words)
    .flatMap(([key, value]) => keysOf(value, `${path}/${key}`))
    .sort()
}

function leavesOf(words: unknown): unknown[] {
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(leavesOf) : [words]
}
