import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from 'chai'
import { loadModel } from '../../src/classifier/load.ts'
import { rootPath } from '../../src/root.ts'
import { nodeArguments } from '../support/run-file.ts'

const shippedModel = loadModel().hash
const FEW = ['guaranteed-return', 'superlative', 'no-refund', 'payout-stopped']

describe('npm run rules', function () {
  this.timeout(60_000)
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'))
    for (const name of ['old', 'new'])
      cpSync(rootPath('rules'), join(folder, name), {
        recursive: true,
        filter: (path) =>
          // Who answers for what speaks of every rule's code, most of which are left out here.
          !/\/(?:(?:marketing|contract|complaint|procedure)\/[^/]+|responsibilities)\.yaml$/.test(path) ||
          FEW.some((rule) => path.includes(rule)),
      })
    const rule = join(folder, 'new/marketing/guaranteed-return.yaml')
    writeFileSync(rule, readFileSync(rule, 'utf8').replace('severity: 3', 'severity: 4'))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  function rules(...args: string[]) {
    const done = spawnSync(process.execPath, [...nodeArguments('scripts/rules.ts'), ...args], {
      cwd: dirname(rootPath('package.json')),
      encoding: 'utf8',
    })
    const lines = done.stdout.split('\n').filter((line) => line !== '')
    return { status: done.status, lines: lines.map((line) => JSON.parse(line)), said: done.stderr }
  }

  it('tries a text given as it is, and says why a rule keeps silent', () => {
    const text = '旅居养老会员卡，所谓保本保息均不属实。'
    const { status, lines, said } = rules('try', '--folder', join(folder, 'old'), '--rule', 'IF-02', text)
    expect(status, said).to.equal(0)
    expect(lines).to.have.length(2)
    expect(lines[0]).to.include({ fired: false, code: 'IF-02' })
    expect(lines[1]).to.deep.include({ fired: 0, silent: 1, byRulesAlone: { labels: [] }, model: shippedModel })
    expect(said).to.include('silent / 未命中 IF-02').and.include('“保本保息”')
    expect(said).to.include('整段文字按全部规则和分类器，不只是 IF-02: Suspected illegal fundraising')
  })

  describe('tries a text that is heard a second time', () => {
    const offer = '交十万元，每月返一千元，三年期满十万元全额退还，保本保息，老人可到店办理。'
    const told = (before: string) => rules('try', '--rule', 'IF-124', '--kind', 'marketing', `${before}${offer}`)

    it('and says that the rule fires, despite what, and why not at first', () => {
      const { lines, said } = told('本报讯（记者 林某）8日，云栖旅居推出新卡：')
      const [trial, summary] = lines
      expect(trial).to.deep.include({ fired: true, code: 'IF-124', firstHearing: 'only_in_frames_not_read' })
      expect(trial.despite).to.include({ genre: 'news' })
      expect(trial).to.not.have.property('silent')
      expect(summary).to.deep.include({ fired: 1, heardAgain: 1, silent: 0, labels: ['illegal_fundraising'] })
      expect(summary.byRulesAlone.labels).to.deep.equal([])
      expect(summary.classifier[0]).to.include({ findings: 'nothing_to_lower', leaves: 1 })
      expect(summary.classifier[0].heardAgain).to.include('IF-124')
      expect(said)
        .to.include('FIRES in a second hearing / 二次研判命中 IF-124')
        .and.include('二次研判所得')
        .and.include('at first / 首次研判: element "back" stands only in the frame news')
        .and.include('1 fire / 命中 (1 in a second hearing / 二次研判命中 1), 0 met something')
        .and.include('首次研判没有计分的疑点; a second hearing finds / 二次研判命中 ')
        .and.not.include('silent / 未命中 IF-124')
    })

    it('and says nothing of it where the rule fires at once', () => {
      const { lines, said } = told('云栖旅居推出新卡：')
      expect(lines[0]).to.include({ fired: true }).and.not.have.any.keys('despite', 'firstHearing')
      expect(lines[1]).to.include({ fired: 1, heardAgain: 0, silent: 0 })
      expect(said).to.not.include('二次研判')
    })
  })

  it('tells, of trial and finding alike, which exception does not hold and beside what', () => {
    const text = '今借到三舅八万元，本公司会员认购，到期八万原样退回。'
    for (const command of ['try', 'explain']) {
      const { lines, said } = rules(command, '--rule', 'IF-124', '--kind', 'contract', '--no-model', text)
      const { exceptions } = lines[0]
      expect(exceptions.find(({ id }: { id: string }) => id === 'between-kin').lifted_by).to.deep.include({
        start: 10,
        end: 12,
        quote: '公司',
      })
      expect(said).to.match(
        /the exception "between-kin" \(“今借到三舅”\) does not hold beside “公司”.* \/ 例外因“公司”.*不适用/,
      )
    }
  })

  it('sets two folders against each other over a corpus, with the words of each difference', () => {
    const corpus = join(folder, 'corpus.jsonl')
    const papers = [
      { id: 1, text: '旅居养老会员卡，保本保息，到期退还本金。', kind: 'marketing' },
      { id: 2, text: '听潮小筑月租房每月2600元。', kind: 'news' },
    ]
    writeFileSync(corpus, papers.map((paper) => JSON.stringify(paper)).join('\n'))
    const args = ['--old', join(folder, 'old'), '--new', join(folder, 'new'), '--corpus', corpus]
    const { status, lines, said } = rules('backtest', ...args)
    expect(status, said).to.equal(0)
    const changed = lines.filter(({ what }) => what === 'changed')
    expect(changed.map(({ code, because, paper }) => [code, because.join(), paper])).to.deep.include([
      'IF-02',
      'severity',
      `${corpus}:1`,
    ])
    expect(lines.at(-1)).to.include({ papers: 2, papersChanged: 1, new: 0, lost: 0 })
    expect(lines.at(-1).scope).to.deep.equal({ over: corpus, model: shippedModel })
    const alone = rules('backtest', ...args, '--no-model')
    expect(alone.lines.at(-1).scope.model).to.equal('none')
    expect(alone.said).to.include('left out by --no-model').and.include('仅按规则判断')
    expect(said)
      .to.include('circumstances like these are left out')
      .and.include('IF-02 marketing/guaranteed-return: 0 new, 0 lost')
  })

  it('explains what the classifier says, what it leaves of a finding and whether the label stands', () => {
    const warned = '银行代销：本理财不保本，旅居客户定期存款保本保息，受存款保险保障。'
    const { lines, said } = rules('explain', '--folder', join(folder, 'old'), '--rule', 'IF-02', warned)
    const [finding, summary] = lines
    expect(finding.adds[0]).to.include({ lowered: 'signal' })
    expect(finding.adds[0].points).to.be.lessThan(finding.byRulesAlone[0].points)
    expect(summary).to.deep.include({ labels: [], model: shippedModel })
    expect(summary.byRulesAlone.labels).to.deep.equal(['illegal_fundraising'])
    expect(summary.classifier[0]).to.include({
      category: 'illegal_fundraising',
      findings: 'lowered',
      labelByRules: true,
    })
    expect(said)
      .to.include('文本分类器存疑')
      .and.match(/lowers the findings to (\d+)% of their points \/ 疑点计分调低至 \1%/)
      .and.include('makes no lead; by the rules alone it would / 不形成线索，仅按规则会')
  })

  it('explains by the rules alone when asked to, and says so', () => {
    const text = '旅居养老会员卡，保本保息，到期退还本金。'
    const of = (...args: string[]) => rules('explain', '--folder', join(folder, 'old'), ...args, text)
    const alone = of('--no-model')
    expect(alone.lines.at(-1)).to.deep.include({ classifier: [], model: 'none' })
    expect(alone.said).to.include('none, left out by --no-model').and.not.include('疑点计分')
    const beside = of()
    expect(beside.lines.at(-1).classifier[0]).to.include({ findings: 'kept', label: true })
    expect(beside.said).to.include('keeps the findings as they are / 疑点计分未调低')
  })

  it('explains what each finding adds by itself, a repeat of the same rule less', () => {
    const text = '购买旅居养老会员卡，保本保息。另购康养卡一张，三年后本金退还。'
    const { lines } = rules('explain', '--folder', join(folder, 'old'), '--rule', 'IF-02', '--no-model', text)
    const [first, second] = lines.map(({ adds }) => adds)
    expect([first.length, second.length]).to.deep.equal([1, 1])
    expect(second[0]).to.include({ lowered: 'repeat' })
    expect(second[0].points).to.be.lessThan(first[0].points)
  })

  it('checks a folder, and tells mistakes as JSON lines and in words', () => {
    expect(rules('check', join(folder, 'old')).lines.at(-1)).to.include({ rules: 4, failed: 0 })
    const file = join(folder, 'new/marketing/superlative.yaml')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^severity: \d/m, 'severity: 9'))
    const { status, lines, said } = rules('check', join(folder, 'new'))
    expect(status).to.equal(2)
    expect(lines[0].mistake).to.match(/\/new\/marketing\/superlative\.yaml:\d+:\d+ {2}severity is 9; allowed/)
    expect(said).to.include(' | severity: 9')
  })

  it('fails on a pattern with a match that holds no anchor, beside all else there is to tell', () => {
    const file = join(folder, 'old/marketing/superlative.yaml')
    const asItWas = readFileSync(file, 'utf8')
    const matcher = "    any:\n      - { pattern: '头等奖.{0,4}万', anchors: [头奖] }"
    writeFileSync(file, asItWas.replace(/^ {4}any:$/m, matcher))
    const { status, lines, said } = rules('check', join(folder, 'old'))
    expect(status).to.equal(2)
    expect(lines[0].mistake).to.match(/\/old\/marketing\/superlative\.yaml:\d+:\d+ {2}the pattern matches "头等奖万"/)
    expect(lines.at(-1)).to.include({ rules: 4, failed: 0, unanchored: 1 })
    expect(said).to.include('1 pattern with a match that holds no anchor')
    writeFileSync(file, asItWas)
  })

  it('names what it doubts and the examples that misbehave by the folder it was given', () => {
    const [rule, examples] = ['superlative.yaml', 'superlative.examples.yaml'].map((name) =>
      join(folder, 'old/marketing', name),
    )
    const [asItWas, asTheyWere] = [readFileSync(rule!, 'utf8'), readFileSync(examples!, 'utf8')]
    writeFileSync(rule!, asItWas.replace(/^ {4}any:$/m, '    any:\n      - { words: [甲乙丙, 甲乙丙] }'))
    writeFileSync(examples!, asTheyWere.replace(/quote: .*/, 'quote: 来住'))
    const { lines, said } = rules('check', join(folder, 'old'))
    writeFileSync(rule!, asItWas)
    writeFileSync(examples!, asTheyWere)
    expect(lines.find(({ doubt }) => doubt?.includes('甲乙丙'))?.file).to.equal(rule)
    const missed = lines.find(({ failure }) => failure)
    expect(missed).to.include({ failure: 'hit_not_found', file: examples, quote: '来住' })
    const line =
      readFileSync(examples!, 'utf8')
        .split('\n')
        .findIndex((one) => /quote: /.test(one)) + 1
    expect(missed.line).to.equal(line)
    expect(missed.found).to.not.be.empty
    expect(said)
      .to.include(`${rule}:`)
      .and.include(`${examples}:${line}:`)
      .and.include(`hit not found: expected “来住”, found “${missed.found[0]}”`)
      .and.not.include(' rules/')
  })

  it('leaves out the doubts and cost of other rules when asked about one, and tells a long line in part', () => {
    const rule = join(folder, 'old/marketing/superlative.yaml')
    const asItWas = readFileSync(rule, 'utf8')
    const long = Array.from({ length: 90 }, (_, i) => `甲乙${String.fromCharCode(0x4e00 + i)}`).join(', ')
    writeFileSync(rule, asItWas.replace(/^ {4}any:$/m, `    any:\n      - { words: [甲乙丙, 甲乙丙, ${long}] }`))
    const [own, other] = ['marketing/superlative', 'IF-02'].map((name) =>
      rules('check', join(folder, 'old'), '--rule', name),
    )
    const unknown = rules('check', join(folder, 'old'), '--rule', 'XX-99')
    writeFileSync(rule, asItWas)
    expect(own!.lines.find(({ doubt }) => doubt)?.text).to.include(long)
    expect(own!.said).to.include('甲乙丙').and.include('…\n').and.not.include(long)
    expect(other!.lines.filter(({ doubt, file }) => doubt && file === rule)).to.deep.equal([])
    expect(other!.lines.filter(({ cost }) => cost).map(({ cost }) => cost.code)).to.deep.equal(['IF-02'])
    expect(other!.said).to.match(/\d+ doubts about marketing\/guaranteed-return/)
    expect(unknown.said).to.include('没有规则 "XX-99"')
  })

  it('runs the disguises of one rule', () => {
    const { status, lines, said } = rules('disguises', join(folder, 'old'), '--rule', 'IF-02')
    expect(status, said).to.equal(0)
    expect(lines.at(-1).share).to.be.at.least(0.97)
    expect(lines.filter(({ disguise }) => disguise).length).to.be.greaterThan(15)
    expect(said).to.match(/^good enough .* status 0 .*退出码 0$/m)
  })

  it('lists what a rule asked about loses under a disguise, and ends with 2 where that is too much', () => {
    const rule = (name: string) => join(folder, `old/marketing/${name}`)
    const short = readFileSync(rootPath('rules/README.md'), 'utf8')
      .match(/^```yaml\n# \/srv.*?^```/gms)!
      .map((block) =>
        block
          .replace(/^```.*\n?/gm, '')
          .replaceAll(/养老(?=床位|房间)/g, '')
          .replaceAll('一辈子不花钱', '白住'),
      )
    writeFileSync(rule('short.yaml'), short[0]!)
    writeFileSync(rule('short.examples.yaml'), short[1]!)
    const all = rules('disguises', join(folder, 'old'))
    const one = rules('disguises', join(folder, 'old'), '--rule', 'FA-901')
    for (const name of ['short.yaml', 'short.examples.yaml']) rmSync(rule(name))
    const lost = one.lines.filter(({ lost }) => lost)
    expect(one.said.match(/^lost under .*$/gm)).to.deep.equal(
      lost.map(({ disguise, text }) => `lost under ${disguise}: ${text}`),
    )
    expect([one.status, one.said.match(/^not good enough .* status 2 .*退出码 2$/m)?.length]).to.deep.equal([2, 1])
    expect(all.said).to.include('marketing/short').and.not.include('lost under')
  })

  it('tends a folder: who answers, and what cannot be told without papers', () => {
    const { lines, said } = rules('hygiene', join(folder, 'old'), '--all')
    expect(lines.find(({ what }) => what === 'sole_cover')).to.include({ owner: '规则维护岗 / rule desk' })
    expect(lines.some(({ what }) => what === 'silent')).to.equal(false)
    expect(said).to.include('NOT LOOKED AT')
    expect(lines[0].things).to.equal(lines.length - 1)
  })

  it('tells the summary first and three of each kind, unless all are asked for', () => {
    const { lines, said } = rules('hygiene', join(folder, 'old'))
    const [summary, ...some] = lines
    expect(summary.counts.sole_cover).to.be.greaterThan(3)
    expect(some.filter(({ what }) => what === 'sole_cover')).to.have.length(3)
    expect(said)
      .to.match(/^\d+ things to tend/)
      .and.include(`${summary.counts.sole_cover - 3} more: --all`)
  })

  it('tells that outranks may go once the classifier agrees with every hit', () => {
    const rule = join(folder, 'old/marketing/guaranteed-return.yaml')
    const asItWas = readFileSync(rule, 'utf8')
    writeFileSync(rule, asItWas.replace('severity: 3', 'severity: 3\noutranks: true'))
    const examples = join(folder, 'old/marketing/guaranteed-return.examples.yaml')
    const examplesAsTheyWere = readFileSync(examples, 'utf8')
    const told = () => rules('hygiene', join(folder, 'old')).lines.filter(({ what }) => what === 'outranks')
    expect(told()).to.have.length(1)
    expect(told()[0]).to.include({ code: 'IF-02', papers: 0 })
    // Lawful in truth, and so no hit of the real rule: the classifier will always doubt it.
    const doubted = '银行代销：本理财不保本，旅居客户定期存款保本保息，受存款保险保障。'
    const hit = `hits:\n  - { text: ${doubted}, quote: 保本保息, kind: marketing }`
    writeFileSync(examples, examplesAsTheyWere.replace(/^hits:/m, hit))
    expect(told()).to.deep.equal([])
    writeFileSync(rule, asItWas)
    writeFileSync(examples, examplesAsTheyWere)
  })

  it('tells in words what it refuses, with the code', () => {
    const { status, lines, said } = rules('explain', 'nofile.txt')
    expect(status).to.equal(2)
    expect(said).to.equal('no file / 没有文件: nofile.txt [form.invalid]\n')
    expect(lines).to.deep.equal([{ mistake: 'no file / 没有文件: nofile.txt', code: 'form.invalid' }])
  })

  it('keeps no backtest of the rules alone for an approval to rest on', () => {
    const { status, said } = rules('backtest', '--data', '--save', '--by', 'wang', '--no-model')
    expect(status).to.equal(2)
    expect(said).to.include('--save goes without --no-model')
  })

  it('says how it is used', () => {
    const { status, said } = rules('approve', 'abcd')
    expect(status).to.equal(2)
    expect(said).to.include('缺少: --by --reason').and.include('rules -- approve HASH --by LOGIN')
  })
})
