import { expect } from 'chai'
import { linesFor } from '../../../src/core/routing/lines.ts'
import { noticeText } from '../../../src/core/routing/notice-text.ts'
import { anIntake, found, table } from './table.ts'

describe('the text of a notice to another department', () => {
  const noticeOf = (id: string, more: Parameters<typeof anIntake>[0]) => {
    const intake = anIntake(more)
    const proposed = linesFor(table, intake).find(({ line }) => line.id === id)!
    const because = proposed.because.map(({ matter, why }) => ({ matter: matter?.id ?? null, why }))
    return noticeText(table, proposed.line, { region: intake.bureau, on: intake.on, because })
  }

  it('cites the duty of the department where its article was read in full, and no article where it was not', () => {
    const read = noticeOf('tourism_notice', { findings: [found('DS-02', 'deceptive_sales')] })
    expect(read.duty).to.match(/《旅游法》第三十五条、第四十一条、第九十八条）$/)
    for (const [line, code, more] of [
      ['civil_affairs_notice', 'PF-06', {}],
      ['social_security_notice', 'IF-11', {}],
      ['financial_notice', 'DS-17', {}],
    ] as const) {
      const { duty } = noticeOf(line, { findings: [found(code, 'deceptive_sales')], ...more })
      expect(duty, line)
        .to.match(/：.+/)
        .and.not.match(/[《〔]/)
    }
  })

  it('names the department, its duty, and what was found', () => {
    const quoted = {
      ...found('PF-06', 'deceptive_sales'),
      quote: '钱打到经理个人卡上',
      title: { zh: '预收费未入存管专户', en: '' },
    }
    const { department, duty, facts, wish } = noticeOf('civil_affairs_notice', { findings: [quoted] })
    expect(department).to.equal('深圳市南山区民政部门')
    expect(duty).to.include('养老机构预收费监管')
    expect(facts).to.equal('材料中有“钱打到经理个人卡上”，疑似预收费未入存管专户\n以上均为线索，尚未认定。')
    expect(wish).to.include('10个工作日').and.include('如可行')
  })

  it('asks within the days the law sets where it sets them', () => {
    expect(noticeOf('data_request', { notes: ['data_needed'] }).wish).to.equal(
      '请依职责办理，并自收到之日起10个工作日内答复。',
    )
  })

  it('calls nothing proven', () => {
    const findings = Array.from({ length: 20 }, (_, i) => ({ ...found('DS-02', 'deceptive_sales'), quote: `引文${i}` }))
    const { facts } = noticeOf('tourism_notice', { findings, entity: 'travel_agency' })
    expect(facts).to.include('以上均为线索')
    expect(facts).to.not.match(/认定为|构成|违反了/)
  })
})
