import { expect } from 'chai'
import type { FindingOnPage } from '../../src/store/views/findings-on-page.ts'
import { gravestFindings } from '../../src/web/documents/gravest-findings.ts'

const finding = (code: string, severity: number, verdict?: 'upheld' | 'dismissed') =>
  ({ code, severity, confidence: 0.8, rulings: verdict ? [{ verdict }] : [] }) as unknown as FindingOnPage
const reason = (source: string, points: number) => ({ category: 'illegal_fundraising' as const, source, points })

describe('the findings to look at first', () => {
  const findings = [
    finding('IF-16', 1),
    finding('IF-03', 3),
    finding('DS-04', 2),
    finding('IF-03', 4),
    finding('IF-01', 4),
  ]
  const reasons = [
    reason('IF-01', 0.8),
    reason('IF-03', 0.7),
    reason('signal', 0.9),
    reason('DS-04', 0.3),
    reason('IF-16', 0.1),
  ]

  it('are the three rules that moved the scores most, each at its gravest place', () => {
    expect(gravestFindings(findings, reasons)).to.deep.equal([4, 3, 2])
  })

  it('leave out what was dismissed and what counts nothing', () => {
    const dismissed = findings.map((one) => (one.code === 'IF-01' ? finding('IF-01', 4, 'dismissed') : one))
    expect(gravestFindings(dismissed, reasons)).to.deep.equal([3, 2, 0])
    const rested = reasons.map((one) => (one.source === 'DS-04' ? { ...one, points: 0 } : one))
    expect(gravestFindings(findings, rested)).to.deep.equal([4, 3, 0])
  })

  it('are none of few findings, nor where one rule speaks alone', () => {
    expect(gravestFindings(findings.slice(0, 3), reasons)).to.deep.equal([])
    expect(gravestFindings(Array(9).fill(finding('IF-01', 4)), reasons)).to.deep.equal([])
  })
})
