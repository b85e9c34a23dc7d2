import { expect } from 'chai'
import { changesOf } from '../../../src/core/procedure/changes.ts'
import { replay } from '../../../src/core/procedure/evolve.ts'
import type { Actor } from '../../../src/core/procedure/matter.ts'
import { movesOpen } from '../../../src/core/procedure/moves-open.ts'
import { ANN, BEN, CAI, DAN, Desk, EVE, FAY, GUO, HAN, officer, procedure } from './desk.ts'

const TOLD = { to: '投诉人', channel: '短信', proof: 'r1' }
const PROVED = { method: '直接送达', proof: 'r2' }
const CHECKED = { hooks: ['advertising'], fundraising: false, gravity: 'ordinary' }

/** A report checked by two handlers. */
function checked(at: string, found = CHECKED, facts = {}): Desk {
  const desk = new Desk('report', at, facts)
  desk.move('take_up', ANN, at)
  desk.move('assign_handlers', DAN, at, { handlers: ['ann', 'ben'] })
  desk.move('record_check', ANN, at, found)
  return desk
}

function filed(at: string): Desk {
  const desk = checked(at)
  desk.move('file', ANN, at)
  return desk
}

function reviewed(at: string): Desk {
  const desk = filed(at)
  desk.move('submit_review', ANN, at, { report: 'r3', legal_grounds: [] })
  desk.move('review_agree', EVE, at, { review_kind: 'case' })
  desk.move('propose_penalty', ANN, at)
  return desk
}

describe('a complaint', () => {
  it('is accepted, told, mediated and settled inside its periods', () => {
    const desk = new Desk('complaint', '2026-05-11')
    expect(desk.due('T01')).to.equal('2026-05-20')
    desk.move('accept', ANN, '2026-05-13')
    expect(desk.running()).to.have.members(['T01', 'T03']) // accepted is not yet told
    desk.move('tell_acceptance', HAN, '2026-05-14', TOLD)
    expect(desk.due('T03')).to.equal('2026-07-12')
    desk.move('begin_mediation', ANN, '2026-05-18')
    desk.move('send_to_appraisal', ANN, '2026-05-20', { expert: '鉴定所' })
    expect(desk.due('T03')).to.equal(null) // it stands still
    desk.move('appraisal_back', ANN, '2026-05-30')
    expect(desk.due('T03')).to.equal('2026-07-22')
    desk.move('settle', ANN, '2026-07-22', { agreement: 'r1' })
    expect(desk.matter.state).to.equal('settled')
    expect(desk.running()).to.deep.equal([])
    desk.move('archive_complaint', ANN, '2026-07-23')
    expect(replay(desk.events)).to.deep.equal(desk.matter)
  })

  it('that was not accepted lives on as a lead where an investor speaks', () => {
    const desk = new Desk('complaint', '2026-05-11')
    const event = desk.move('refuse_acceptance', ANN, '2026-05-13', { ground: 'not_consumption', fundraising: true })
    expect(event.opens).to.equal('refused_complaint')
    expect(desk.why('archive_complaint', ANN, '2026-05-13')).to.include('T01')
    desk.move('tell_acceptance', HAN, '2026-05-14', TOLD)
    desk.move('archive_complaint', ANN, '2026-05-15')
    const lead = new Desk(event.opens!, '2026-05-13')
    expect([lead.matter.kind, lead.matter.state, lead.running()]).to.deep.equal(['lead', 'checking', ['T06']])
    const other = new Desk('complaint', '2026-05-11')
    expect(
      other.move('refuse_acceptance', ANN, '2026-05-13', { ground: 'time_barred', fundraising: false }).opens,
    ).to.equal(null)
  })

  it('is not turned away without its lead where the call told of an investment or of suspected fundraising', () => {
    const desk = new Desk('complaint', '2026-05-11', { lead_inside: true })
    for (const ground of ['not_consumption', 'time_barred'])
      expect(desk.why('refuse_acceptance', ANN, '2026-05-13', { ground, fundraising: false })).to.include('as a lead')
    expect(desk.why('refuse_acceptance', ANN, '2026-05-13', { ground: 'not_consumption', fundraising: true })).to.equal(
      '',
    )
  })

  it('is terminated for lapse of time only after the 60th day, and both parties are told within seven working days', () => {
    const desk = new Desk('complaint', '2026-05-11')
    desk.move('accept', ANN, '2026-05-12')
    desk.move('begin_mediation', ANN, '2026-05-12')
    const over = { ground: 'time_over' }
    // The 60th day is Saturday 11 July: Monday 13 is the last day on the other reading.
    expect(desk.due('T03')).to.equal('2026-07-11')
    expect(desk.why('terminate_mediation', ANN, '2026-07-13', over)).to.include('not over')
    expect(desk.why('settle', ANN, '2026-07-14', { agreement: 'r1' })).to.include('is over')
    desk.move('terminate_mediation', ANN, '2026-07-14', over)
    expect(desk.due('T04')).to.equal('2026-07-23')
    desk.move('tell_termination', HAN, '2026-07-15', TOLD)
    expect(desk.running()).to.deep.equal(['T01']) // nobody ever told the complainant that it was accepted
  })

  it('older than three years, or without its papers, is not accepted', () => {
    expect(new Desk('complaint', '2026-05-11', { known_on: '2023-05-08' }).why('accept', ANN, '2026-05-12')).to.include(
      'three years',
    )
    // The end lies in a year without a calendar; that makes it no younger.
    expect(new Desk('complaint', '2026-05-11', { known_on: '2019-05-08' }).why('accept', ANN, '2026-05-12')).to.include(
      'three years',
    )
    expect(new Desk('complaint', '2026-05-11', { known_on: '2023-05-12' }).why('accept', ANN, '2026-05-12')).to.equal(
      '',
    )
    expect(new Desk('complaint', '2026-05-11', { missing: ['identity'] }).why('accept', ANN, '2026-05-12')).to.include(
      'papers',
    )
  })

  it('is accepted once the missing papers have come, and only what is missing can come', () => {
    const desk = new Desk('complaint', '2026-05-11', { missing: ['mandate'] })
    expect(desk.why('accept', ANN, '2026-05-12')).to.include('papers')
    desk.move('papers_complete', ANN, '2026-05-12', { papers: '委托书' })
    expect(desk.why('papers_complete', ANN, '2026-05-12', { papers: '委托书' })).to.include('no papers')
    expect(desk.running()).to.deep.equal(['T01'])
    desk.move('accept', ANN, '2026-05-13')
    expect(new Desk('complaint', '2026-05-11').why('papers_complete', ANN, '2026-05-12', { papers: '' })).to.include(
      'no',
    )
  })

  it('goes back to the unified receiver only since Order 121', () => {
    expect(
      new Desk('complaint', '2026-05-11').why('return_to_receiver', ANN, '2026-05-11', { receiver: '12345' }),
    ).to.equal('')
    expect(
      new Desk('complaint', '2026-04-13').why('return_to_receiver', ANN, '2026-04-13', { receiver: '12345' }),
    ).to.include('law of that day')
  })

  it('in which a lead is found opens it under T05 and goes on itself', () => {
    const desk = new Desk('complaint', '2026-05-11')
    desk.move('accept', ANN, '2026-05-12')
    const { opens } = desk.move('find_lead_in_mediation', ANN, '2026-05-13')
    expect(desk.matter.state).to.equal('accepted')
    expect(new Desk(opens!, '2026-05-13').running()).to.deep.equal(['T05'])
  })
})

describe('a lead or report', () => {
  it('that a machine proposes starts no clock until an officer confirms it', () => {
    const desk = new Desk('machine_lead', '2026-05-11', {}, 'machine')
    expect(desk.running()).to.deep.equal([])
    desk.move('confirm_lead', ANN, '2026-06-01')
    expect(desk.running()).to.deep.equal(['T06'])
    expect(desk.due('T06')).to.equal('2026-06-23') // 端午 on 19 June
  })

  it('runs from receipt when a person reports, is extended once by a head, and starts anew with new facts', () => {
    const desk = checked('2026-05-11')
    expect(desk.due('T06')).to.equal('2026-06-01')
    expect(desk.why('extend_check', ANN, '2026-05-20', { n: 16 })).to.include('at most')
    desk.move('extend_check', ANN, '2026-05-20', { n: 15 })
    expect(desk.due('T06')).to.equal('2026-06-23')
    expect(desk.why('extend_check', ANN, '2026-05-21', { n: 1 })).to.include('already')
    desk.move('repeat_report', HAN, '2026-05-25')
    expect(desk.due('T06')).to.equal('2026-06-15')
    expect(desk.why('extend_check', ANN, '2026-06-16', { n: 1 })).to.include('over')
  })

  it('tells a named reporter within five working days, under the old rule alone', () => {
    const old = checked('2026-04-13', CHECKED, { named: true })
    old.move('file', ANN, '2026-04-14')
    expect(old.due('T07')).to.equal('2026-04-21')
    const now = checked('2026-04-13', CHECKED, { named: true })
    now.move('file', ANN, '2026-04-15')
    expect(now.running()).to.deep.equal(['T22'])
  })

  it('with suspected fundraising alone is not filed but referred to the lead department', () => {
    const desk = checked('2026-05-11', {
      hooks: [],
      fundraising: true,
      gravity: 'serious',
    } as unknown as typeof CHECKED)
    expect(desk.why('file', ANN, '2026-05-12')).to.include('lead department')
    expect(desk.why('not_file', ANN, '2026-05-12', { ground: 'no_own_hook' })).to.include('has not been referred')
    desk.move('refer_fundraising', ANN, '2026-05-12', { department: '地方金融管理局' })
    expect(desk.running()).to.deep.equal(['T06']) // our own clock goes on
    desk.move('not_file', ANN, '2026-05-13', { ground: 'no_own_hook' })
    desk.move('lead_department_accepts', ANN, '2026-05-20')
    expect(desk.move('lead_department_determines', ANN, '2026-08-20').opens).to.equal('advertisement_task')
  })

  it('needs two handlers, a check on record, and conduct within the limitation', () => {
    const desk = new Desk('officer_lead', '2026-05-11')
    expect(desk.why('record_check', ANN, '2026-05-11', CHECKED)).to.include('handler')
    expect(desk.why('assign_handlers', DAN, '2026-05-11', { handlers: ['ann', 'ann'] })).to.include('two different')
    desk.move('assign_handlers', DAN, '2026-05-11', { handlers: ['ann', 'ben'] })
    expect(desk.why('file', ANN, '2026-05-11')).to.include('no check')
    desk.move('record_check', ANN, '2026-05-11', { ...CHECKED, conduct_ended_on: '2024-05-10' })
    expect(desk.why('file', ANN, '2026-05-11')).to.include('limitation')
    desk.move('record_check', ANN, '2026-05-11', { ...CHECKED, conduct_ended_on: '2021-08-10' })
    expect(desk.why('file', ANN, '2026-05-11')).to.include('limitation')
    desk.move('record_check', ANN, '2026-05-12', { ...CHECKED, gravity: 'serious', conduct_ended_on: '2024-05-10' })
    desk.move('file', ANN, '2026-05-12')
    expect(desk.running()).to.deep.equal(['T22'])
  })
})

describe('a case', () => {
  it('goes through legal review twice, a hearing, decision, service, payment, closing and archive', () => {
    const desk = filed('2026-03-02')
    expect(desk.due('T22')).to.equal('2026-05-31')
    desk.move('submit_review', ANN, '2026-03-20', { report: 'r3', legal_grounds: ['complex'] })
    expect(desk.due('T18')).to.equal('2026-04-03')
    expect(desk.why('review_agree', EVE, '2026-03-24', { review_kind: 'case' })).to.include('kind of review')
    desk.move('review_supplement', EVE, '2026-03-24', { review_kind: 'legal' })
    expect(desk.why('submit_review', ANN, '2026-04-01', { report: 'r4', legal_grounds: [] })).to.include('stays so')
    desk.move('submit_review', ANN, '2026-04-01', { report: 'r4', legal_grounds: ['complex'] })
    expect(desk.due('T18')).to.equal('2026-04-16') // anew; 清明 on 6 April
    desk.move('review_agree', EVE, '2026-04-03', { review_kind: 'legal' })
    // No party hears of a penalty that no head has approved to be proposed (程序规定第五十六条).
    const notice = { hearing_right: true, ...PROVED }
    expect(desk.why('serve_notice', ANN, '2026-04-07', notice)).to.include('no head has approved')
    expect(desk.why('publish_notice', ANN, '2026-04-07', { hearing_right: true, proof: 'r2' })).to.include('no head')
    desk.move('propose_penalty', ANN, '2026-04-07')
    desk.move('serve_notice', ANN, '2026-04-07', { hearing_right: true, ...PROVED })
    expect(desk.due('T19')).to.equal('2026-04-14')
    const penalty = { serious: true, publication: 'same_province' }
    expect(desk.why('decide_penalty', ANN, '2026-04-14', { ...penalty, discussion: 'r6' })).to.include('runs on')

    const hearing = { requested_on: '2026-04-10', hearing_on: '2026-04-27', proof: 'r7' }
    expect(desk.why('call_hearing', EVE, '2026-04-14', { ...hearing, hearing_on: '2026-04-22' })).to.include(
      'seven working days',
    )
    expect(desk.why('call_hearing', EVE, '2026-04-14', { ...hearing, requested_on: '2026-04-15' })).to.include(
      'within the period',
    )
    desk.move('call_hearing', EVE, '2026-04-14', hearing)
    expect(desk.due('T20')).to.equal('2026-04-16')
    expect(desk.why('hold_hearing', EVE, '2026-04-24')).to.include('has not come')
    desk.move('hold_hearing', EVE, '2026-04-27')
    expect(desk.due('T22')).to.equal('2026-06-13') // 13 days of hearing left out
    expect(desk.why('decide_penalty', ANN, '2026-04-27', { ...penalty, discussion: 'r6' })).to.include('not while')
    expect(
      desk.why('submit_after_hearing', ANN, '2026-04-28', { report: 'r8', legal_grounds: ['complex'] }),
    ).to.include('hearing')
    desk.move('submit_after_hearing', ANN, '2026-04-28', { report: 'r8', legal_grounds: ['complex', 'after_hearing'] })
    desk.move('review_agree', EVE, '2026-04-29', { review_kind: 'legal' })

    expect(desk.why('decide_penalty', ANN, '2026-05-06', penalty)).to.include('collective discussion')
    desk.move('decide_penalty', ANN, '2026-05-06', { ...penalty, discussion: 'r6' })
    expect(desk.due('T23')).to.equal('2026-05-14') // Saturday 9 May is worked
    expect(desk.due('T29')).to.equal('2026-06-02')
    expect(desk.why('close', ANN, '2026-05-06')).to.include('not while')
    desk.move('serve_decision', ANN, '2026-05-08', PROVED)
    expect([desk.due('T25'), desk.due('T38')]).to.deep.equal(['2026-05-23', '2026-07-07'])
    desk.move('publish_penalty', ANN, '2026-05-11', { period: 'long' })
    desk.move('record_performed', ANN, '2026-05-20')
    expect(desk.due('T27')).to.equal('2026-06-10')
    desk.move('close', ANN, '2026-05-25')
    desk.move('archive', BEN, '2026-05-26')
    expect(desk.matter.state).to.equal('archived')
    expect(desk.running()).to.have.members(['T38', 'T39', 'T32:long'])
    expect(desk.matter.clocks.filter(({ key }) => key === 'T18')).to.have.length(3)
    expect(replay(desk.events)).to.deep.equal(desk.matter)
  })

  it('leaves suspension and tests out of T22, each day once', () => {
    const desk = filed('2026-03-02')
    desk.move('send_to_test', ANN, '2026-03-05', { expert: '检测中心' })
    desk.move('suspend', ANN, '2026-03-10', { ground: 'whereabouts' })
    expect(desk.why('extend_handling', ANN, '2026-03-11', { n: 30 })).to.include('not while')
    desk.move('test_back', BEN, '2026-03-20')
    expect(desk.due('T22')).to.equal(null)
    desk.move('resume', ANN, '2026-03-30')
    // 5 to 30 March: 25 days, not 15 and 20. The 90th day was 31 May.
    expect(desk.due('T22')).to.equal('2026-06-25')
  })

  it('is extended by 30 days by a head, and again only after a recorded collective discussion', () => {
    const desk = filed('2026-03-02')
    expect(desk.why('extend_handling', ANN, '2026-05-20', { n: 31 })).to.include('30 days at most')
    expect(desk.why('extend_handling_further', ANN, '2026-05-20', { n: 10, discussion: 'r1' })).to.include('once')
    desk.move('extend_handling', ANN, '2026-05-20', { n: 30 })
    expect(desk.due('T22')).to.equal('2026-06-30')
    expect(desk.why('extend_handling', ANN, '2026-06-20', { n: 10 })).to.include('already')
    expect(desk.why('extend_handling_further', ANN, '2026-06-20', { n: 45 })).to.include('discussion is needed')
    desk.move('extend_handling_further', ANN, '2026-06-20', { n: 45, discussion: 'r1' })
    expect(desk.due('T22')).to.equal('2026-08-14')
    expect(desk.why('extend_handling_further', ANN, '2026-08-15', { n: 5, discussion: 'r2' })).to.include('over')
  })

  it('is referred to the police by the principal head within three days, handed over within 24 hours, and goes on itself', () => {
    const desk = filed('2026-03-02')
    const { seq } = desk.must(
      { op: 'propose', move: 'refer_to_police', input: { crime: '合同诈骗' }, evidence: ['e1'] },
      ANN,
      '2026-03-09',
    )
    expect(desk.due('T33')).to.equal('2026-03-12')
    const approve = { op: 'approve', proposal: seq } as const
    const said = (actor: Actor, act: Parameters<Desk['try']>[0] = approve) => {
      const applied = desk.try(act, actor, '2026-03-10')
      return 'refused' in applied ? applied.why[0]!.en : ''
    }
    expect(said(FAY)).to.include('principal head')
    expect(said(ANN, { op: 'withdraw', proposal: seq })).to.include('who decides')
    expect(desk.why('terminate_investigation', BEN, '2026-03-10')).to.include('no penalty in its stead')
    desk.must(approve, GUO, '2026-03-10T16:30:00+08:00')
    expect(desk.due('T34')).to.equal('2026-03-11T16:30:00+08:00')
    expect(desk.matter.state).to.equal('investigation')
    desk.move('hand_over_to_police', ANN, '2026-03-11', { receipt: 'r1' })
    expect(desk.running()).to.have.members(['T22', 'T35'])
    desk.move('police_file', ANN, '2026-03-13')
    expect(desk.due('T37')).to.equal('2026-03-16')
    desk.move('hand_over_evidence', ANN, '2026-03-16', { receipt: 'r2' })
    expect(desk.running()).to.deep.equal(['T22'])
  })

  it('keeps the refusal of a referral on record, and a challenge to the police has three days', () => {
    const desk = filed('2026-03-02')
    const ask = () =>
      desk.must(
        { op: 'propose', move: 'refer_to_police', input: { crime: '合同诈骗' }, evidence: ['e1'] },
        ANN,
        '2026-03-09',
      )
    const refusal = desk.must({ op: 'refuse', proposal: ask().seq }, GUO, '2026-03-09')
    expect([refusal.type, refusal.proposedBy, refusal.reason]).to.deep.equal(['refused', 'ann', '依法办理'])
    expect(desk.running()).to.deep.equal(['T22'])
    desk.must({ op: 'approve', proposal: ask().seq }, GUO, '2026-03-09')
    desk.move('hand_over_to_police', ANN, '2026-03-09', { receipt: 'r1' })
    desk.move('police_refuse', ANN, '2026-03-11')
    expect(desk.due('T36:review')).to.equal('2026-03-14')
    expect(desk.why('challenge_refusal', ANN, '2026-03-15')).to.include('has passed')
    expect(desk.why('challenge_refusal', ANN, '2026-03-13')).to.equal('')
    // Instead of a review by the police the procuratorate may be asked within the same three days.
    expect(desk.why('ask_prosecutor', ANN, '2026-03-13', { letter: 'r2' })).to.equal('')
    expect(desk.why('ask_prosecutor', ANN, '2026-03-15', { letter: 'r2' })).to.include('has passed')
    desk.move('challenge_refusal', ANN, '2026-03-13')
    expect(desk.why('police_file', ANN, '2026-03-16')).to.equal('')
    desk.move('uphold_refusal', ANN, '2026-03-16')
    expect(desk.due('T36:prosecutor')).to.equal('2026-03-19')
    expect(desk.why('ask_prosecutor', ANN, '2026-03-20', { letter: 'r2' })).to.include('has passed')
    desk.move('ask_prosecutor', ANN, '2026-03-18', { letter: 'r2' })
    expect(desk.running()).to.deep.equal(['T22'])
    desk.move('police_file', ANN, '2026-03-30')
    expect(desk.due('T37')).to.equal('2026-04-02')
  })

  it('counts T19 from the end of a public notice, and leaves the notice out of T22', () => {
    const desk = reviewed('2026-03-02')
    desk.move('publish_notice', ANN, '2026-03-10', { hearing_right: false, proof: 'r1' })
    expect(desk.due('T24')).to.equal('2026-04-09')
    expect(desk.why('notice_deemed_served', ANN, '2026-04-09')).to.include('not over')
    expect(desk.why('serve_notice', ANN, '2026-04-01', { hearing_right: false, ...PROVED })).to.include('public notice')
    desk.move('notice_deemed_served', ANN, '2026-04-13')
    expect(desk.due('T19')).to.equal('2026-04-16')
    expect(desk.due('T22')).to.equal('2026-06-30') // 30 days later, however late it is written down
  })

  it('with no penalty needs review and service all the same, and is closed within 15 working days of the decision', () => {
    const desk = reviewed('2026-03-02')
    desk.move('decide_no_penalty', ANN, '2026-03-10', { ground: 'no_breach' })
    expect(desk.due('T27')).to.equal('2026-03-31')
    expect(desk.why('close', ANN, '2026-03-10')).to.not.equal('')
    desk.move('serve_no_penalty', ANN, '2026-03-12', PROVED)
    desk.move('close', ANN, '2026-03-13')
    expect(desk.matter.state).to.equal('closed')
  })

  it('asks the court only after the demand, and within three months of the end of the period to sue', () => {
    const desk = reviewed('2026-01-05')
    desk.move('serve_notice', ANN, '2026-01-05', { hearing_right: false, ...PROVED })
    desk.move('decide_penalty', ANN, '2026-01-13', { serious: false, publication: 'none' })
    desk.move('serve_decision', ANN, '2026-01-13', PROVED)
    expect(desk.why('send_demand', ANN, '2026-01-28', PROVED)).to.include('not over')
    desk.move('send_demand', ANN, '2026-01-29', PROVED)
    expect(desk.why('apply_to_court', ANN, '2026-03-01', { court: '某法院' })).to.match(/^no period runs for "/)
    desk.move('record_final', ANN, '2026-07-14')
    expect(desk.due('T26:court')).to.equal('2026-10-13')
    desk.move('apply_to_court', ANN, '2026-07-20', { court: '某法院' })
    desk.move('court_ended_enforcement', ANN, '2026-09-01')
    expect(desk.matter.state).to.equal('concluded')
  })

  it('holds goods for seven working days or thirty days, an urgent seizure for 24 hours, and is not closed with them', () => {
    const desk = filed('2026-03-02')
    desk.move('register_evidence', ANN, '2026-03-03', { list: 'r1' })
    expect(desk.due('T15')).to.equal('2026-03-12')
    desk.move('seize_urgently', ANN, '2026-03-04', { list: 'r2' })
    expect(desk.due('T16')).to.equal('2026-03-05T10:00:00+08:00')
    expect(desk.why('confirm_urgent_seizure', ANN, '2026-03-05T10:00:01+08:00')).to.include('24 hours')
    desk.move('confirm_urgent_seizure', ANN, '2026-03-05T09:00:00+08:00')
    desk.move('extend_seizure', ANN, '2026-03-20', { n: 30 })
    expect(desk.due('T17')).to.equal('2026-05-06') // 3 May lies within 劳动节
    desk.move('terminate_investigation', ANN, '2026-03-25')
    expect(desk.why('close', ANN, '2026-03-25')).to.include('goods')
    desk.move('dispose_of_registered', ANN, '2026-03-25', { measure: '退还' })
    desk.move('release_seizure', ANN, '2026-03-25')
    desk.move('close', ANN, '2026-03-26')
    expect(desk.matter.state).to.equal('closed')
  })

  it('is joined only to a case filed earlier, so that no time is gained', () => {
    const desk = filed('2026-03-02')
    const into = (day: string) => ({ into: 'm2', into_filed_at: `${day}T10:00:00+08:00` })
    expect(desk.why('join', ANN, '2026-03-10', into('2026-03-05'))).to.include('gains no time')
    desk.move('join', ANN, '2026-03-10', into('2026-02-05'))
    expect([desk.matter.state, desk.running()]).to.deep.equal(['joined', []])
  })

  it('stands open to a dispute over competence for seven working days', () => {
    const desk = filed('2026-03-02')
    desk.move('dispute_competence', ANN, '2026-03-03', { with: '邻区局' })
    expect(desk.due('T10')).to.equal('2026-03-12')
    expect(desk.why('submit_review', ANN, '2026-03-04', { report: 'r1', legal_grounds: [] })).to.include('dispute')
    desk.move('ask_designation', ANN, '2026-03-12', { superior: '市局' })
    desk.move('designated', ANN, '2026-03-20')
    expect(desk.running()).to.deep.equal(['T22'])
  })
})

describe('approval', () => {
  const proposed = (head = ANN) => {
    const desk = checked('2026-05-11')
    const { seq } = desk.must({ op: 'propose', move: 'file', input: {}, evidence: ['e1'] }, head, '2026-05-12')
    return {
      desk,
      said: (actor: Actor, day = '2026-05-13') => {
        const applied = desk.try({ op: 'approve', proposal: seq }, actor, day)
        return 'refused' in applied ? applied.why.map(({ en }) => en).join('; ') : ''
      },
    }
  }
  const lent = (by: string, inCharge = false) => ({
    ...officer('eve', 'reviewer'),
    delegations: [{ by, from: '2026-05-13', to: '2026-05-15', inCharge }],
  })

  it('is a head’s, never the proposer’s nor a handler’s', () => {
    const { said } = proposed()
    expect(said(DAN)).to.include('for a head')
    expect(said({ ...ANN, role: 'head' })).to.include('never the proposer')
    expect(said({ ...BEN, role: 'head' })).to.include('never a handler')
    expect(said(FAY)).to.equal('')
  })

  it('can be lent for certain days, but not to get round the rule', () => {
    const { desk, said } = proposed()
    expect(said(lent('fay'), '2026-05-13')).to.equal('')
    expect(said(lent('fay'), '2026-05-16')).to.include('for a head')
    expect(said(lent('ann'))).to.include('never the proposer')
    const event = desk.must({ op: 'approve', proposal: desk.matter.pending[0]!.id }, lent('fay'), '2026-05-15')
    expect([event.by, event.onBehalfOf, event.proposedBy]).to.deep.equal(['eve', 'fay', 'ann'])
  })

  it('shows beforehand exactly what it changes', () => {
    const { desk } = proposed()
    const [waiting] = movesOpen(procedure, desk.matter, FAY, '2026-05-13T10:00:00+08:00').proposals
    const event = desk.must({ op: 'approve', proposal: waiting!.proposal.id }, FAY, '2026-05-13')
    for (const change of waiting!.changes) expect(event.changes).to.deep.include(change)
    expect(waiting!.changes).to.deep.include({ set: 'state', from: 'checking', to: 'investigation' })
  })

  it('is judged on the day it is given: what no longer holds cannot be approved, and what lost its place lapses', () => {
    const { desk, said } = proposed()
    desk.must({ op: 'propose', move: 'not_file', input: { ground: 'minor' }, evidence: ['e1'] }, BEN, '2026-05-12')
    desk.move('dispute_competence', CAI, '2026-05-12', { with: '邻区局' })
    expect(said(FAY)).to.include('not settled')
    desk.move('settle_competence', CAI, '2026-05-12')
    desk.must({ op: 'approve', proposal: desk.matter.pending[0]!.id }, FAY, '2026-05-13')
    expect(desk.matter.pending).to.deep.equal([])
    expect(
      desk.events.at(-1)!.changes.filter((change) => 'pending' in change && change.pending === 'drop' && change.lapsed),
    ).to.have.length(1)
  })

  it('of a recusal keeps the officer out at once, with what she proposed', () => {
    const { desk, said } = proposed()
    desk.move('recuse', BEN, '2026-05-12', { officer: 'ann' })
    expect(said(FAY)).to.include('recused')
    expect(desk.why('file', ANN, '2026-05-13')).to.include('recused')
    expect(desk.why('extend_check', BEN, '2026-05-13', { n: 5 })).to.equal('')
    desk.must({ op: 'refuse', proposal: desk.matter.pending[0]!.id }, FAY, '2026-05-13')
    expect(desk.why('file', BEN, '2026-05-13')).to.include('two handlers')
    const ask = desk.must(
      { op: 'propose', move: 'recuse_head', input: { officer: 'fay' }, evidence: [] },
      BEN,
      '2026-05-13',
    )
    expect(movesOpen(procedure, desk.matter, FAY, desk.now).proposals[0]!.approveClosed[0]!.en).to.include('principal')
    desk.must({ op: 'approve', proposal: ask.seq }, GUO, '2026-05-13')
    desk.move('assign_handlers', DAN, '2026-05-14', { handlers: ['ben', 'cai'] })
    desk.must({ op: 'propose', move: 'file', input: {}, evidence: ['e1'] }, CAI, '2026-05-14')
    const [waiting] = movesOpen(procedure, desk.matter, FAY, desk.now).proposals
    expect(waiting!.approveClosed[0]!.en).to.include('recused')
  })
})

describe('every move', () => {
  it('needs a reason and the version last seen, and cannot lie in the future or before the state it leaves', () => {
    const desk = new Desk('complaint', '2026-05-11')
    const accept = { op: 'make', move: 'accept', input: {}, evidence: [] as string[] } as const
    const refused = (act: object, at = '2026-05-12') => {
      const applied = desk.try({ ...accept, ...act } as never, ANN, at)
      return 'refused' in applied ? applied.refused : ''
    }
    expect(refused({ version: 0 })).to.equal('stale')
    expect(refused({ reason: ' ' })).to.equal('input')
    expect(refused({ at: '2026-05-12T10:00:01+08:00' })).to.equal('input')
    expect(refused({ at: '2026-05-11T09:59:59+08:00' })).to.equal('input')
    expect(refused({ input: { surprise: true } })).to.equal('input')
    expect(refused({ at: '2026-05-11T10:00:00+08:00' })).to.equal('')
  })

  it('that is closed says why in both languages, by an article of its day', () => {
    const desk = filed('2026-03-02')
    const { moves } = movesOpen(procedure, desk.matter, CAI, desk.now)
    for (const { closed, move } of moves) {
      expect(procedure.moves[move.id]).to.equal(move)
      for (const why of closed) expect([why.zh, why.en].every((words) => words.trim() !== '')).to.equal(true)
    }
    expect(moves.find(({ move }) => move.id === 'suspend')!.closed.map(({ zh }) => zh)).to.deep.equal([
      '限本案办案人员（由负责人指定）',
    ])
    expect(moves.find(({ move }) => move.id === 'close')!.closed.at(-1)!.zh).to.include('调查中')
  })

  it('tells what it would change without changing anything', () => {
    const desk = filed('2026-03-02')
    const before = structuredClone(desk.matter)
    changesOf(procedure, desk.matter, procedure.moves.suspend!, { ground: 'other' }, desk.now)
    movesOpen(procedure, desk.matter, ANN, desk.now)
    desk.try({ op: 'propose', move: 'suspend', input: { ground: 'other' }, evidence: [] }, ANN, '2026-03-03')
    expect(desk.matter).to.deep.equal(before)
  })
})
