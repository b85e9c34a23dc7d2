import { expect } from 'chai'
import type { RuleStatus } from '../../../src/core/check/rule.ts'
import { assess } from '../../../src/core/pipeline.ts'
import { aRule, aRulebook } from '../../support/rulebook.ts'

const found = (part: RuleStatus, whole: RuleStatus) => {
  const composed = aRule({
    id: 'test/whole',
    code: 'TT-02',
    status: whole,
    kind: 'composition',
    severity: 4,
    elements: [{ id: 'part', any: [{ finding: 'TT-01' }] }],
  })
  const rulebook = aRulebook([aRule({ status: part }), composed])
  const { findings, labels } = assess({ text: '本卡保本。', kind: 'marketing' }, '2026-05-01', rulebook)
  return { findings: findings.map(({ code, unscored }) => `${code} ${unscored ?? 'scored'}`).sort(), labels }
}

describe('a rule on trial', () => {
  it('is found and makes no label', () => {
    expect(found('trial', 'retired')).to.deep.equal({ findings: ['TT-01 trial'], labels: [] })
    expect(found('active', 'retired').labels).to.deep.equal(['illegal_fundraising'])
  })

  it('scores nothing through a composition that is active, and is part of one that is on trial itself', () => {
    expect(found('trial', 'active')).to.deep.equal({ findings: ['TT-01 trial'], labels: [] })
    expect(found('trial', 'trial').findings).to.deep.equal(['TT-01 trial', 'TT-02 trial'])
    expect(found('active', 'active').findings).to.deep.equal(['TT-01 scored', 'TT-02 scored'])
  })
})
