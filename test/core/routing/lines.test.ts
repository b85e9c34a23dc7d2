import { expect } from 'chai'
import type { IntakeFacts } from '../../../src/core/routing/intake-facts.ts'
import { linesFor } from '../../../src/core/routing/lines.ts'
import { anIntake, found, table } from './table.ts'

const ids = (more: Partial<IntakeFacts>) => linesFor(table, anIntake(more)).map(({ line }) => line.id)

describe('the lines of one intake', () => {
  it('are none where nothing is asked and nothing found', () => {
    expect(ids({})).to.deep.equal([])
  })

  it('split a letter that asks a remedy and reports: a mediation and a check', () => {
    expect(ids({ asks: ['complaint', 'report'] })).to.deep.equal(['complaint_mediation', 'report_check'])
  })

  it('open several at once: mediation, check, lead department, civil affairs', () => {
    const findings = [
      found('IF-02', 'illegal_fundraising'),
      found('FA-02', 'false_advertising'),
      found('PF-06', 'deceptive_sales'),
    ]
    expect(
      ids({ asks: ['complaint'], findings, labels: ['illegal_fundraising'], entity: 'care_institution' }),
    ).to.deep.equal([
      'complaint_mediation',
      'report_check',
      'fundraising_lead',
      'civil_affairs_notice',
      'financial_notice',
    ])
  })

  it('keep the lead of an investor whose complaint may be refused, and say so on the mediation', () => {
    const lines = linesFor(table, anIntake({ asks: ['complaint'], findings: [found('PX-03')] }))
    expect(lines.map(({ line }) => line.id)).to.deep.equal(['complaint_mediation', 'fundraising_lead'])
    expect(lines[0]!.cautions.map(({ zh }) => zh).join()).to.include('由人决定')
  })

  it('never refuse what looks like claims for profit: a person judges', () => {
    const [mediation] = linesFor(table, anIntake({ asks: ['complaint'], findings: [found('PX-06')] }))
    expect(mediation!.cautions.map(({ zh }) => zh).join()).to.include('不得自动拒绝')
  })

  it('propose the police only where payout stopped or the sums are those of a crime, beside a serious finding', () => {
    const stopped = found('IF-21', 'illegal_fundraising', 4)
    expect(ids({ findings: [stopped] })).to.not.include('police_referral')
    expect(ids({ findings: [stopped, found('IF-02', 'illegal_fundraising', 2)] })).to.not.include('police_referral')
    expect(ids({ findings: [stopped, found('IF-02', 'illegal_fundraising', 3)] })).to.include('police_referral')
    expect(ids({ notes: ['coerced'] })).to.include('police_referral')
  })

  it('say the wording and that our own matter goes on with a lead for the lead department', () => {
    const lead = linesFor(table, anIntake({ labels: ['illegal_fundraising'] })).find(
      ({ line }) => line.id === 'fundraising_lead',
    )!
    expect(lead.cautions[0]!.zh).to.include('涉嫌').and.include('本局案件和时限照常进行')
    expect(lead.line.reply).to.deep.equal({ n: 5, unit: 'workday', isHouse: true })
    expect(lead.line.moves).to.equal('refer_fundraising')
  })

  it('name what brings each about, once', () => {
    const twice = [found('DS-02', 'deceptive_sales'), found('DS-02', 'deceptive_sales')]
    const [tourism] = linesFor(table, anIntake({ findings: twice }))
    expect(tourism!.line.id).to.equal('tourism_notice')
    expect(tourism!.because).to.have.length(1)
    expect(tourism!.because[0]!.why).to.deep.equal([
      { by: 'finding', code: 'DS-02', title: { zh: 'DS-02', en: 'DS-02' }, quote: '' },
    ])
  })

  it('hear what an officer states and what stands in the text where no rule finds it', () => {
    expect(ids({ notes: ['subsidy'] })).to.deep.equal(['finance_notice'])
    expect(ids({ notes: ['data_needed'] })).to.deep.equal(['data_request'])
    expect(ids({ text: '销售说这里是农用地上盖的房' })).to.deep.equal(['natural_resources_notice'])
    expect(ids({ text: '说住进去可以刷医保' })).to.deep.equal(['medical_insurance_notice'])
  })

  it('ask the cyberspace office only for what spreads online', () => {
    const findings = [found('IF-01', 'illegal_fundraising', 3)]
    expect(ids({ findings, channel: 'app' })).to.include('cyberspace_notice')
    expect(ids({ findings, channel: 'seminar' })).to.not.include('cyberspace_notice')
  })

  it('rest on the law of the day of receipt', () => {
    const basis = (on: string) =>
      linesFor(table, anIntake({ asks: ['complaint'], on }))[0]
        ?.basis.map(({ article }) => article.zh)
        .join()
    expect(basis('2026-04-15')).to.include('总局令第121号').and.include('第十五条')
    expect(basis('2026-04-14')).to.include('总局令第20号')
    expect(basis('2019-12-31')).to.equal(undefined)
    const insurance = (on: string) =>
      linesFor(table, anIntake({ notes: ['insurance_fund'], on }))[0]!
        .basis.map(({ article }) => article.zh)
        .join()
    expect(insurance('2026-12-31')).to.not.include('《医疗保障法》')
    expect(insurance('2027-01-01')).to.include('《医疗保障法》第三十八条')
  })

  it('mark those already open', () => {
    const lines = linesFor(table, anIntake({ asks: ['complaint', 'report'], opened: ['complaint_mediation'] }))
    expect(lines.map(({ isOpen }) => isOpen)).to.deep.equal([true, false])
  })
})
