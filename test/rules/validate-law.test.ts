import { expect } from 'chai'
import type { BasisArticle, RuleBasis } from '../../src/core/check/rule.ts'
import { validateLaw } from '../../src/rulebook/validate-law.ts'
import { parseYaml } from '../../src/rulebook/yaml-source.ts'
import { anArticle, aRule } from '../support/rulebook.ts'

const fine = { capFen: 100, department: '市监' }
const articles: Record<string, BasisArticle> = {
  'old/8': anArticle({ id: 'old/8', to: '2025-10-14', succeededBy: ['new/9'] }),
  'new/9': anArticle({ id: 'new/9', from: '2025-10-15', succeeds: ['old/8'] }),
  'new/25': anArticle({ id: 'new/25', penalty: fine, punishes: ['new/9'] }),
  'other/1': anArticle({ id: 'other/1', unpunished: { zh: '民事', en: 'civil' } }),
}

describe('the basis of a rule as law', () => {
  it('fits when it names the newest version, and penalties for what it names', () => {
    expect(complaints(['new/9 violates', 'new/25 penalises', 'other/1 violates'])).to.deep.equal([])
    expect(complaints(['new/9 defines'])).to.deep.equal([])
  })

  const wrong: [what: string, basis: string[], says: string][] = [
    ['names what was superseded', ['old/8 violates'], '4: old/8 was superseded; allowed: new/9'],
    [
      'cites a penalty for nothing',
      ['other/1 violates', 'new/25 penalises'],
      '5: new/25 punishes nothing this rule names',
    ],
    ['calls a penalty a breach', ['new/9 violates', 'new/25 violates'], '5: new/25 is a penalty; allowed: penalises'],
    ['calls a duty a penalty', ['new/9 violates', 'new/25 penalises', 'other/1 penalises'], '6: other/1 is no penalty'],
  ]
  for (const [what, basis, says] of wrong) {
    it(`is refused at its line when it ${what}`, () => expect(complaints(basis).join('\n')).to.include(says))
  }
})

/** Complaints as `line: what`, the first entry standing on line 4. */
function complaints(entries: string[]): string[] {
  const basis = entries.map((entry) => {
    const [id, role] = entry.split(' ') as [string, RuleBasis['role']]
    return { id, role }
  })
  const lines = basis.map(({ id, role }) => `  - { article: ${id}, role: ${role} }`)
  const source = parseYaml(['code: TT-01', 'severity: 2', 'basis:', ...lines].join('\n'), 'test/rule.yaml')
  validateLaw([{ rule: aRule({ basis }), source }], articles)
  return source.mistakes.map(({ line, says }) => `${line}: ${says}`)
}
