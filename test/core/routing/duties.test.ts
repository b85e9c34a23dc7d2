import { expect } from 'chai'
import { answerableFor, departmentName, levelOf, organName } from '../../../src/core/routing/duties.ts'
import { whatToDo } from '../../../src/core/routing/misdirected.ts'
import type { LEVELS } from '../../../src/core/routing/responsibility.ts'
import { table } from './table.ts'

const at = (region: string, level: (typeof LEVELS)[number] | null = null, on = '2026-06-01') => ({ region, level, on })

describe('the table of responsibilities', () => {
  it('names for every matter a lead department with a duty at some level', () => {
    for (const matter of Object.values(table.matters)) {
      const all = answerableFor(matter, at('000000', null, '2026-11-22'))
      expect(all.find(({ isLead }) => isLead)?.department, matter.id).to.equal(matter.lead)
    }
  })

  it('gives the four further departments of the key work a lead of their own', () => {
    const leads = new Set(Object.values(table.matters).map(({ lead }) => lead))
    for (const department of [
      'market',
      'fundraising_lead',
      'police',
      'civil_affairs',
      'culture_tourism',
      'health',
      'medical_insurance',
      'cyberspace',
      'financial_regulator',
      'development_reform',
      'finance',
      'natural_resources',
      'data_resources',
    ])
      expect([...leads], department).to.include(department)
  })

  it('calls a department after the county whose it is, a district with its city', () => {
    const called = (department: string, region: string) => organName(table, department, region).zh
    expect(called('market', '440305')).to.equal('深圳市南山区市场监督管理部门')
    expect(called('civil_affairs', '330127')).to.equal('淳安县民政部门')
    expect(called('market', '469002')).to.equal('琼海市市场监督管理部门')
    expect(called('data_resources', '440305')).to.equal('深圳市南山区政务服务和数据管理局')
    expect(called('market', '440300')).to.equal('市场监督管理部门')
    // No county has one of its own; a county that is no more has no department.
    expect(called('telecom', '440305')).to.equal('电信主管部门（通信管理局）')
    expect(called('market', '330103')).to.equal('市场监督管理部门')
    expect(organName(table, 'market', '440305').en).to.equal('market regulator of 深圳市南山区')
  })

  it('marks a law whose text nobody has read', () => {
    const duties = answerableFor(table.matters.medical_insurance!, at('440305', null, '2027-03-01')).flatMap(
      (each) => each.duties,
    )
    const unread = duties.filter(({ basis }) => basis.article.zh.includes('《医疗保障法》'))
    expect(unread.map(({ basis }) => basis.confidence)).to.deep.equal(['M', 'M'])
    // Of the Beijing measures nobody has found the day they took effect.
    const beijing = answerableFor(table.matters.prepaid_supervision!, at('110105', 'county')).flatMap(
      ({ duties: each }) => each,
    )
    expect(beijing.find(({ isLocal }) => isLocal)!.basis.confidence).to.equal('M')
  })

  it('goes down to the township', () => {
    const here = answerableFor(table.matters.illegal_fundraising!, at('440305', 'township'))
    expect(here.map(({ department }) => department)).to.deep.equal(['township'])
  })

  it('knows what only the higher levels decide', () => {
    const exit = (level: 'city' | 'county') =>
      answerableFor(table.matters.illegal_fundraising!, at('440300', level))
        .flatMap(({ duties }) => duties)
        .some(({ duty }) => duty.does.zh.includes('限制出境') && duty.department === 'fundraising_lead')
    expect(exit('city')).to.equal(true)
    expect(exit('county')).to.equal(false)
  })

  it('adds the stricter rules of a region there and nowhere else, from their day on', () => {
    const local = (region: string, on?: string) =>
      answerableFor(table.matters.prepaid_supervision!, at(region, 'county', on))
        .flatMap(({ duties }) => duties)
        .filter(({ isLocal }) => isLocal)
        .map(({ basis }) => basis.article.zh)
    expect(local('110105')).to.have.length(1)
    expect(local('210102')).to.have.length(2)
    expect(local('210202')).to.have.length(1)
    expect(local('440305')).to.deep.equal([])
    expect(local('110105', '2026-02-28')).to.deep.equal([])
  })

  it('calls a department as people there do', () => {
    expect(departmentName(table, 'data_resources', '440305').zh).to.equal('政务服务和数据管理局')
    expect(departmentName(table, 'data_resources', '210102').zh).to.include('数据资源')
  })

  it('reads the level from a region code', () => {
    expect(['000000', '440000', '440300', '440305'].map(levelOf)).to.deep.equal([null, 'province', 'city', 'county'])
  })
})

describe('a misdirected paper', () => {
  it('goes back to the unified receiver, never sideways', () => {
    for (const kind of ['complaint', 'report'] as const) {
      const told = whatToDo(table, { kind, on: '2026-04-15', holder: 'unit', remit: 'market' })!
      expect(told.rule.do).to.equal('return_to_receiver')
      expect(told.rule.move).to.equal('return_to_receiver')
      expect(told.basis.article.zh).to.include('第四十一条')
      expect(told.rule.says.zh).to.include('不得自行移送')
    }
  })

  it('is refused with a reason where the bureau itself is not competent for a complaint', () => {
    const told = whatToDo(table, { kind: 'complaint', on: '2026-06-01', holder: 'bureau', remit: 'other' })!
    expect(told.rule).to.include({ do: 'refuse', move: 'refuse_acceptance', ground: 'not_competent' })
  })

  it('sends the reporter to the competent bureau', () => {
    const told = whatToDo(table, { kind: 'report', on: '2026-06-01', holder: 'bureau', remit: 'market' })!
    expect(told.rule.do).to.equal('tell_reporter')
    expect(told.basis.article.zh).to.include('第三十四条')
  })

  it('followed the older order before 2026-04-15, which knew no way back', () => {
    expect(whatToDo(table, { kind: 'complaint', on: '2026-04-14', holder: 'unit', remit: 'market' })!.rule.do).to.equal(
      'refuse',
    )
    expect(whatToDo(table, { kind: 'report', on: '2019-12-31', holder: 'unit', remit: 'market' })).to.equal(undefined)
  })
})
