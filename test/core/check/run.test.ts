import { expect } from 'chai'
import type { Rule } from '../../../src/core/check/rule.ts'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { cpuMs } from '../../support/cpu-time.ts'
import { aRule, aRulebook, shipped } from '../../support/rulebook.ts'

const DAY = '2026-01-10'

function quotes(rules: Rule[], paper: string | Paper): string[] {
  const given: Paper = typeof paper === 'string' ? { text: paper, kind: 'marketing' } : paper
  return assess(given, DAY, aRulebook(rules)).findings.map(({ quote }) => quote)
}

const pay = { id: 'pay', any: [{ words: ['缴纳'] }] }
const gain = { id: 'gain', any: [{ words: ['返利', '高额返利'] }] }

describe('mention', () => {
  it('finds its words once in a clause', () => {
    expect(quotes([aRule()], '保本又保本，真的保本。')).to.have.length(2)
  })

  it('lets the longest word win', () => {
    const rule = aRule({ elements: [{ id: 'word', any: [{ words: ['保本', '保本保息'] }] }] })
    expect(quotes([rule], '保本保息')).to.deep.equal(['保本保息'])
  })

  it('is silent where a phrase that excuses overlaps the words', () => {
    const rule = aRule({ unless: [{ id: 'cost', within: 'phrase', any: [{ words: ['成本保本点'] }] }] })
    expect(quotes([rule], '测算成本保本点')).to.deep.equal([])
  })

  it('is silent where a denial stands before the words in the same clause, and only there', () => {
    const rule = aRule({ unless: [{ id: 'denied', within: 'before', any: [{ words: ['谢绝'] }] }] })
    expect(quotes([rule], '谢绝保本')).to.deep.equal([])
    expect(quotes([rule], '谢绝推销，我们保本')).to.deep.equal(['保本'])
  })

  it('is silent by an exception only where nothing within the same reach speaks against it', () => {
    const kin = { id: 'kin', within: 'sentence' as const, any: [{ words: ['向二妹'] }], but: [{ words: ['会员'] }] }
    const rule = aRule({ unless: [kin] })
    expect(quotes([rule], '向二妹借三万，保本。')).to.deep.equal([])
    expect(quotes([rule], '向二妹借三万，保本，会员都借。')).to.deep.equal(['保本'])
    expect(quotes([rule], '向二妹借三万，保本。她是会员。')).to.deep.equal([])
    expect(quotes([rule], '会员都借，保本。')).to.deep.equal(['保本'])
  })

  it('is not for papers of a kind that it does not name', () => {
    const rule = aRule({ documents: ['contract'] })
    expect(quotes([rule], { text: '保本', kind: 'complaint' })).to.deep.equal([])
    expect(quotes([rule], { text: '保本', kind: 'contract' })).to.deep.equal(['保本'])
  })
})

describe('nearby', () => {
  it('needs every element within reach', () => {
    const rule = aRule({ kind: 'nearby', within: 'sentence', elements: [pay, gain] })
    expect(quotes([rule], '缴纳五万，年年返利。')).to.deep.equal(['缴纳五万，年年返利'])
    expect(quotes([rule], '缴纳五万。另有返利。')).to.deep.equal([])
  })

  it('does not take one word for two elements', () => {
    const rule = aRule({ kind: 'nearby', elements: [gain, { id: 'again', any: [{ words: ['返利'] }] }] })
    expect(quotes([rule], '高额返利')).to.deep.equal([])
  })

  it('takes what may stand anywhere as context, outside the quotation', () => {
    const rule = aRule({ kind: 'nearby', elements: [gain, { id: 'care', anywhere: true, any: [{ words: ['养老'] }] }] })
    expect(quotes([rule], '我们做养老。\n这里返利。')).to.deep.equal(['返利'])
    expect(quotes([rule], '这里返利。')).to.deep.equal([])
  })
})

describe('threshold', () => {
  it('takes its severity from the step reached, and none below the first', () => {
    const rule = aRule({
      kind: 'threshold',
      elements: [{ id: 'rate', any: [{ fact: 'annual_rate' }] }],
      steps: [
        { atLeast: 8, severity: 3 },
        { atLeast: 10, severity: 4 },
      ],
    })
    const severities = (text: string) =>
      assess({ text, kind: 'marketing' }, DAY, aRulebook([rule])).findings.map((f) => f.severity)
    expect(severities('年化收益12%')).to.deep.equal([4])
    expect(severities('年化收益8%')).to.deep.equal([3])
    expect(severities('年化收益5%')).to.deep.equal([])
  })
})

describe('absence', () => {
  const rule = aRule({ kind: 'absence', within: 'document', required: [{ words: ['风险提示'] }] })

  it('points at an empty place when what is required is missing', () => {
    const [finding] = assess({ text: '保本产品', kind: 'marketing' }, DAY, aRulebook([rule])).findings
    expect(finding).to.include({ quote: '', start: 2, end: 2 })
  })

  it('is silent when it is there', () => {
    expect(quotes([rule], '保本产品。风险提示见下。')).to.deep.equal([])
  })
})

describe('composition', () => {
  it('joins findings of other rules, and runs after them whatever their order', () => {
    const whole = aRule({
      id: 'test/whole',
      code: 'TT-09',
      kind: 'composition',
      elements: [
        { id: 'lure', any: [{ finding: 'TT-01' }] },
        { id: 'public', any: [{ words: ['推介会'] }] },
      ],
    })
    const codes = (text: string) =>
      assess({ text, kind: 'marketing' }, DAY, aRulebook([whole, aRule()])).findings.map(({ code }) => code)
    expect(codes('推介会上说保本')).to.have.members(['TT-01', 'TT-09'])
    expect(codes('推介会')).to.deep.equal([])
  })
})

describe('frames', () => {
  it('take a police account given as a report for evidence against the persons named', () => {
    const text = '公诉机关指控，被告人王某以保本为诱饵吸收老人资金，犯非法吸收公众存款罪。'
    expect(quotes([aRule()], { text, kind: 'report' })).to.deep.equal(['保本'])
    expect(quotes([aRule()], { text })).to.deep.equal([])
  })

  it('discount what a complainant says of the seller', () => {
    const [finding] = assess({ text: '业务员跟我说保本', kind: 'complaint' }, DAY, aRulebook([aRule()])).findings
    expect(finding!.frame).to.equal('complainant')
    expect(finding!.confidence).to.be.lessThan(0.8)
  })
})

describe('the run over a long text', () => {
  it('grows with the text and not with its square', () => {
    const piece = '候鸟养老卡缴纳五万元，不得每月返利600元，保本保息。押金不退，甲方概不负责！'
    const time = (times: number) => {
      const text = piece.repeat(times)
      return cpuMs(() => assess({ text, kind: 'marketing' }, DAY, shipped))
    }
    time(50)
    // Ten times the text took a hundred times as long when exceptions were searched from the start each time.
    expect(time(1000)).to.be.lessThan(40 * Math.max(time(100), 5))
  })
})

describe('a rule met in very many places', () => {
  const many = (places: number): Paper => ({ text: '这里保本。'.repeat(places), kind: 'marketing' })
  const told = (paper: Paper, rule = aRule()) => assess(paper, DAY, aRulebook([rule]))

  it('tells the first fifty of equals and counts the rest', () => {
    const { findings, reasons, omitted } = told(many(120))
    expect(findings.map(({ start }) => start)).to.deep.equal(Array.from({ length: 50 }, (_, i) => i * 5 + 2))
    expect(reasons).to.have.length(50)
    expect(omitted).to.deep.equal([{ code: 'TT-01', count: 70 }])
  })

  it('omits nothing of fifty', () => {
    const { findings, omitted } = told(many(50))
    expect([findings.length, omitted]).to.deep.equal([50, []])
  })

  it('tells the gravest however late it stands', () => {
    const rule = aRule({
      kind: 'threshold',
      confidence: 0.95,
      elements: [{ id: 'rate', any: [{ fact: 'annual_rate', atLeast: 6 }] }],
      steps: [
        { atLeast: 6, severity: 2 },
        { atLeast: 10, severity: 4 },
      ],
    })
    const { findings, bands } = told({ text: `${'年化收益7%。'.repeat(90)}年化收益15%。`, kind: 'marketing' }, rule)
    expect(findings).to.have.length(50)
    expect(findings.at(-1)).to.include({ severity: 4 })
    expect(bands.illegal_fundraising).to.equal('red')
  })

  it('scores what it would score with all of them', () => {
    const few = told(many(50)).scores
    for (const places of [51, 400])
      expect(told(many(places)).scores.illegal_fundraising).to.be.closeTo(few.illegal_fundraising, 1e-3)
  })
})
