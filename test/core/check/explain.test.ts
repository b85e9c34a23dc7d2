import { expect } from 'chai'
import { whatIsLifted, whySilent } from '../../../scripts/rules/why.ts'
import { tryRule } from '../../../src/core/check/explain.ts'
import type { Rule } from '../../../src/core/check/rule.ts'
import { look } from '../../../src/core/check/seen.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { anArticle, aRule, aRulebook } from '../../support/rulebook.ts'

function tried(over: Partial<Rule>, paper: Paper) {
  const compiled = aRulebook([aRule(over)], [anArticle({ from: '2020-01-01' })])
  const { facts, framing, circumstances } = assess(paper, '2026-05-01', compiled)
  const clean = normalise(paper.text, compiled.targets)
  const seen = look(clean, facts, framing, compiled)
  const trial = tryRule(compiled.rules[0]!, seen, circumstances)
  return { ...trial, why: trial.silent ? whySilent(trial, compiled.rulebook, circumstances).join('; ') : '' }
}

describe('why a rule keeps silent', () => {
  const two = {
    kind: 'nearby',
    elements: [
      { id: 'word', any: [{ words: ['保本'] }] },
      { id: 'pay', any: [{ words: ['交款'] }] },
    ],
  } as const satisfies Partial<Rule>
  const rule = { ...two, elements: [...two.elements] } as unknown as Partial<Rule>

  for (const [silent, over, paper, words] of [
    ['element_not_seen', rule, { text: '本卡保本。' }, 'element "pay" is nowhere'],
    ['elements_too_far_apart', rule, { text: '本卡保本。交款从速。' }, 'further apart than within: "sentence"'],
    [
      'other_kind_of_paper',
      { documents: ['contract'] },
      { text: '本卡保本。', kind: 'marketing' },
      'the paper is marketing',
    ],
    ['other_entity', { entities: ['care_institution'] }, { text: '本卡保本。', entity: 'hotel' }, 'the body is hotel'],
    [
      'other_region',
      { region: { group: 'beijing', members: ['11'], condition: { zh: '若', en: 'if' } } },
      { text: '本卡保本。', region: '440300' },
      'the rule is one of beijing (11)',
    ],
    ['no_law_in_force', {}, { text: '本卡保本。', date: '2019-12-31' }, 'no article of the rule stood on 2019-12-31'],
    [
      'denied',
      { deniable: true },
      { text: '本产品收益好，但不保本，购卡须知。', kind: 'marketing' },
      'denied, forbidden or warned of on the spot',
    ],
    [
      'only_in_frames_not_read',
      { frames: ['judgment'] },
      { text: '本卡保本。', kind: 'marketing' },
      'the rule reads judgment',
    ],
  ] as [string, Partial<Rule>, Paper, string][]) {
    it(`tells ${silent}`, () => {
      const trial = tried(over, paper)
      expect(trial.silent).to.equal(silent)
      expect(trial.why).to.include(words)
    })
  }

  it('names the exception that silenced it, and not one that only stands somewhere', () => {
    const unless: Rule['unless'] = [
      { id: 'licensed', within: 'sentence', any: [{ words: ['持牌银行'] }] },
      { id: 'elsewhere', within: 'clause', any: [{ words: ['保险公司'] }] },
    ]
    const trial = tried({ unless }, { text: '持牌银行发行，保本。另有保险公司。', kind: 'marketing' })
    expect(trial).to.deep.include({ silent: 'excused', silencedBy: ['licensed'] })
    expect(trial.why).to.equal('the exception "licensed" silences it (“持牌银行”) / 因例外不命中')
  })

  it('names all exceptions when each of them would do', () => {
    const unless: Rule['unless'] = [
      { id: 'one', within: 'sentence', any: [{ words: ['银行'] }] },
      { id: 'two', within: 'phrase', any: [{ words: ['保本型'] }] },
    ]
    const trial = tried({ unless }, { text: '银行发行的保本型产品。', kind: 'marketing' })
    expect(trial.silencedBy).to.deep.equal(['one', 'two'])
  })

  describe('of an exception that another word keeps from holding', () => {
    const kin = { id: 'kin', within: 'clause', any: [{ words: ['二姐'] }], but: [{ words: ['公司', '会员'] }] } as const
    const unless = [kin] as unknown as Rule['unless']
    const lifted = (text: string, more: Rule['unless'] = []) =>
      whatIsLifted(tried({ unless: [...unless, ...more] }, { text, kind: 'marketing' }).exceptions)

    it('names it, and the words beside which it does not hold', () => {
      const trial = tried({ unless }, { text: '公司说二姐的卡保本。', kind: 'marketing' })
      expect(trial).to.not.have.property('silent')
      expect(trial.exceptions).to.deep.equal([
        {
          id: 'kin',
          places: [{ start: 3, end: 5, quote: '二姐' }],
          lifted_by: [{ start: 0, end: 2, quote: '公司' }],
        },
      ])
      expect(whatIsLifted(trial.exceptions)).to.deep.equal([
        'the exception "kin" (“二姐”) does not hold beside “公司” / 例外因“公司”不适用',
      ])
    })

    it('says nothing of one that holds, or that would not have reached', () => {
      expect(lifted('二姐的卡保本，公司在城东。')).to.deep.equal([])
      expect(lifted('公司的二姐来了，本卡保本。')).to.deep.equal([])
    })

    it('leaves out words that stand elsewhere', () => {
      expect(lifted('公司说二姐的卡保本，会员可办。').join()).to.include('“公司”').and.not.include('会员')
    })

    it('says so too where another exception silences the rule', () => {
      const bank = { id: 'bank', within: 'sentence', any: [{ words: ['银行'] }] } as unknown as Rule['unless'][number]
      expect(lifted('公司说二姐的卡保本，银行代销。', [bank])).to.have.length(1)
    })
  })

  it('is nothing when it speaks', () => {
    expect(tried({}, { text: '本卡保本。', kind: 'marketing' })).to.not.have.property('silent')
  })
})
