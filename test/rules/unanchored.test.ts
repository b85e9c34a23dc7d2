import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { compile } from '../../src/core/check/compile.ts'
import type { Kind } from '../../src/core/document.ts'
import { assess } from '../../src/core/pipeline.ts'
import { rootPath } from '../../src/root.ts'
import { loadForAuthors } from '../../src/rulebook/load.ts'
import { findUnanchored } from '../../src/rulebook/unanchored.ts'
import { sayMistake } from '../../src/rulebook/yaml-source.ts'

const shipped = loadForAuthors()

describe('patterns with matches that hold no anchor', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    cpSync(rootPath('rules'), folder, {
      recursive: true,
      filter: (path) =>
        !/\/(?:marketing|contract|complaint|procedure)\/[^/]+\.yaml$/.test(path) || path.includes('superlative'),
    })
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const rule = () => join(folder, 'marketing/superlative.yaml')
  /** One more matcher for the element of the rule that is there. */
  function add(pattern: string, anchors: string) {
    const matcher = `    any:\n      - pattern: ${pattern}\n        anchors: ${anchors}`
    const text = readFileSync(rule(), 'utf8')
    writeFileSync(rule(), text.replace(/^ {4}any:$/m, matcher))
    expect(readFileSync(rule(), 'utf8')).to.include(matcher)
  }
  const told = () => findUnanchored(loadForAuthors(folder)).map(sayMistake)

  it('are told at their anchors, with a match and what is allowed', () => {
    add('头等奖.{0,4}万', '[大奖, 头奖]')
    expect(told()).to.have.length(1)
    expect(told()[0]).to.match(
      /\/rules-\w+\/marketing\/superlative\.yaml:\d+:\d+ {2}the pattern matches "头等奖万" and that holds none of its anchors: .*; allowed: anchors of which every match holds one, or a pattern without that match\n {4}\d+ \| {9}anchors: \[大奖, 头奖\]$/,
    )
  })

  it('are left alone once the anchors are complete, or the rule does not run', () => {
    add('头等奖.{0,4}万', '[等奖]')
    expect(told()).to.deep.equal([])
    add('一等奖.{0,4}万', '[大奖]')
    expect(told()).to.have.length(1)
    writeFileSync(rule(), readFileSync(rule(), 'utf8').replace('status: active', 'status: draft'))
    expect(told()).to.deep.equal([])
  })

  it('are told with what an example holds, where one does', () => {
    add("'[一二三]等奖.{0,4}万'", '[大奖]')
    const examples = join(folder, 'marketing/superlative.examples.yaml')
    const text = readFileSync(examples, 'utf8')
    writeFileSync(examples, `${text.trimEnd()}\n  - { text: 抽中二等奖得三万元。, why: 抽奖 }\n`)
    expect(told().join()).to.include('the pattern matches "二等奖得三万", which an example holds, and that holds none')
  })

  it('are told of a checklist too', () => {
    const standard = join(folder, 'standards/care-agreement.yaml')
    const text = readFileSync(standard, 'utf8')
    writeFileSync(standard, text.replace(/^ {4}any: .*$/m, "    any: [{ pattern: '甲.{0,2}乙', anchors: [甲乙] }]"))
    expect(told().join()).to.match(
      /\/rules-\w+\/standards\/care-agreement\.yaml:\d+:\d+ {2}the pattern matches "甲某乙"/,
    )
  })

  it('are none in the rules we ship', () => {
    expect(findUnanchored(shipped).map(sayMistake)).to.deep.equal([])
  })
})

describe('words beside which no other anchor stands', () => {
  const compiled = compile(shipped.rulebook)
  const found = (code: string, kind: Kind, text: string) =>
    assess({ text, kind }, '2026-11-22', compiled)
      .findings.filter((finding) => finding.code === code)
      .map(({ quote }) => quote)
  const said: [code: string, kind: Kind, text: string, quote: string][] = [
    ['IF-01', 'marketing', '旅居养老床位认购后逐日领三十元。', '认购后逐日领三十元'],
    ['IF-01', 'marketing', '旅居养老卡存三万元，按日返七块。', '存三万元，按日返七块'],
    ['IF-15', 'marketing', '旅居养老卡会员又荐一人，您还有提成。', '又荐一人，您还有提'],
    ['IF-123', 'marketing', '存五万元，每星期领五百元。', '五万元，每星期领五百'],
    ['IF-128', 'marketing', '每季给您添一成。闲钱搁这儿。', '每季给您添一成'],
    ['IF-140', 'marketing', '旅居小院认养6万元，逐日3千，三年后本金全退。', '逐日3千，三年后本金全退'],
    ['UC-01', 'contract', '旅居会员入会合同：交完都别说二话。', '交完都别说二话'],
    ['UC-04', 'contract', '基地可将其调至别处。', '基地可将其调'],
    ['UC-06', 'contract', '退会的，已付捌成归院方。', '退会的，已付捌成'],
    ['UC-22', 'contract', '餐费每人每天四十元，不吃照缴。', '不吃照缴'],
    ['DS-01', 'marketing', '2元康养游，到了听讲座，当场办会员卡。', '2元康养游，到了听讲座，当场办'],
    ['DS-04', 'complaint', '旅居团把我们带进店，导游叫人关店门，不买不让走。', '关店门'],
    [
      'DS-05',
      'complaint',
      '养老院的护理费我交了一年，护理员只做了两次，单子写成八次。',
      '交了一年，护理员只做了两次，单子写成八次',
    ],
    ['DS-13', 'complaint', '旅居公寓全包两千元，第二月收费用。', '全包两千元，第二月收费'],
    ['DS-14', 'marketing', '旅居会员卡三万元，别跟侄提，今天去取。', '别跟侄提'],
    ['DS-20', 'marketing', '旅居抽奖，头等奖六万。', '抽奖，头等奖六万'],
    ['DS-23', 'marketing', '旅居团购物站，每站逛足四十分钟才发车。', '购物站，每站逛足'],
    ['FA-115', 'marketing', '旅居养老基地国企占5，会费每年返一成。', '国企占5，会费每年返一成'],
    ['FA-117', 'marketing', '喝了这个，药撇光。', '药撇光'],
  ]
  for (const [code, kind, text, quote] of said) {
    it(`are found by ${code} in “${text}”`, () => {
      expect(found(code, kind, text)).to.include(quote)
    })
  }
})
