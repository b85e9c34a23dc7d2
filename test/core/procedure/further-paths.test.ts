import { expect } from 'chai'
import type { FactValue } from '../../../src/core/procedure/move.ts'
import { ANN, BEN, DAN, Desk, EVE, FAY } from './desk.ts'

/** A report checked by two handlers. */
function checked(at: string, hooks = ['advertising'], facts: Record<string, FactValue> = {}): Desk {
  const desk = new Desk('report', at, facts)
  desk.move('take_up', ANN, at)
  desk.move('assign_handlers', DAN, at, { handlers: ['ann', 'ben'] })
  desk.move('record_check', ANN, at, { hooks, fundraising: false, gravity: 'ordinary' })
  return desk
}

function filed(at: string, hooks = ['advertising'], facts: Record<string, FactValue> = {}): Desk {
  const desk = checked(at, hooks, facts)
  desk.move('file', ANN, at)
  return desk
}

function noticed(at: string, grounds: string[] = []): Desk {
  const desk = filed(at)
  desk.move('submit_review', ANN, at, { report: 'r1', legal_grounds: grounds })
  desk.move('review_agree', EVE, at, { review_kind: grounds.length > 0 ? 'legal' : 'case' })
  desk.move('propose_penalty', ANN, at)
  desk.move('serve_notice', ANN, at, { hearing_right: false, method: '直接送达', proof: 'r2' })
  desk.move('record_waiver', ANN, at)
  return desk
}

const SPOT = { party: 'unit', penalty: 'fine', fine_fen: 300_000, decision: 'r1' }
const PENALTY = { serious: false, publication: 'same_province' }
const TOLD = { channel: '电话', proof: 'r1' }

describe('a decision on the spot (程序规定第六十六至七十条)', () => {
  it('takes 3,000 yuan from a body and 200 from a person, or warns, and no more', () => {
    const desk = checked('2026-06-01')
    const why = (over: object) => desk.why('decide_summarily', ANN, '2026-06-01', { ...SPOT, ...over })
    expect(why({})).to.equal('')
    expect(why({ fine_fen: 300_001 })).to.include('on the spot')
    expect(why({ party: 'person', fine_fen: 20_000 })).to.equal('')
    expect(why({ party: 'person', fine_fen: 20_001 })).to.include('on the spot')
    expect(why({ penalty: 'warning', fine_fen: 0 })).to.equal('')
    expect(why({ penalty: 'warning', fine_fen: 100 })).to.include('on the spot')
    expect(why({ fine_fen: 0 })).to.include('on the spot')
  })

  it('is served at once, its papers handed in by the seventh working day, and never published', () => {
    const desk = checked('2026-06-17')
    desk.move('decide_summarily', ANN, '2026-06-17', SPOT)
    expect(desk.matter.state).to.equal('enforcement')
    expect(desk.running()).to.have.members(['T28', 'T38', 'T39', 'T25'])
    expect(desk.due('T28')).to.equal('2026-06-29') // 18, then 22 to 26, then 29 June: 19 to 21 are the Dragon Boat Festival
    expect(desk.why('record_performed', ANN, '2026-06-18')).to.include('on the spot')
    expect(desk.why('publish_penalty', ANN, '2026-06-18', { period: 'short' })).to.include('publication in the')
    desk.move('close_summary', ANN, '2026-06-18')
    expect(desk.why('archive', ANN, '2026-06-18')).to.include('T28')
    desk.move('deposit_summary', BEN, '2026-06-22', { receipt: 'r2' })
    desk.move('archive', ANN, '2026-06-22')
    expect(desk.matter.state).to.equal('archived')
  })

  it('with a mere warning leaves nothing to pay', () => {
    const desk = checked('2026-06-17')
    desk.move('decide_summarily', ANN, '2026-06-17', { party: 'unit', penalty: 'warning', decision: 'r1' })
    expect(desk.running()).to.not.include('T25')
  })
})

describe('a named reporter of unfair competition (反不正当竞争法第二十条)', () => {
  const outcome = (hooks: string[], named: boolean) => {
    const desk = checked('2026-06-01', hooks, { named })
    desk.move('not_file', ANN, '2026-06-02', { ground: 'minor' })
    return desk
  }

  it('is told the outcome promptly: the duty runs without a last day and keeps the file open', () => {
    const desk = outcome(['advertising', 'unfair_competition'], true)
    expect(desk.running()).to.deep.equal(['T08'])
    expect(desk.due('T08')).to.equal(null)
    expect(desk.why('archive', ANN, '2026-06-03')).to.include('T08')
    desk.move('tell_competition_result', ANN, '2026-06-03', TOLD)
    expect(desk.why('archive', ANN, '2026-06-03')).to.equal('')
  })

  it('is owed nothing where nobody gave a name or the matter is another', () => {
    expect(outcome(['unfair_competition'], false).running()).to.deep.equal([])
    expect(outcome(['advertising'], true).running()).to.deep.equal([])
  })
})

describe('assistance (程序规定第四十五条)', () => {
  it('asked of another bureau runs fifteen working days from its receipt there, longer where it says so in time', () => {
    const desk = filed('2026-06-01')
    desk.move('ask_assistance', ANN, '2026-06-02', { asked_bureau: '某市市场监督管理局', letter: 'r1' })
    expect(desk.running()).to.not.include('T14')
    const receipt = { received_on: '2026-06-05', proof: 'r2' }
    expect(desk.why('assistance_letter_received', ANN, '2026-06-04', receipt)).to.include('future')
    desk.move('assistance_letter_received', ANN, '2026-06-08', receipt)
    expect(desk.due('T14')).to.equal('2026-06-29') // 8 to 12, 15 to 18, 22 to 26, 29
    desk.move('assistance_delayed', ANN, '2026-06-26', { n: 5 })
    expect(desk.due('T14')).to.equal('2026-07-06')
    desk.move('assistance_back', ANN, '2026-07-01')
    expect(desk.running()).to.not.include('T14')
  })

  it('asked of us is answered within fifteen working days, or the other is told before they are over', () => {
    const desk = new Desk('assistance_request', '2026-06-01')
    expect([desk.matter.state, desk.due('T14')]).to.deep.equal(['assisting', '2026-06-23'])
    const more = { n: 5, to: '某市市场监督管理局', proof: 'r1' }
    expect(desk.why('delay_assistance', ANN, '2026-06-24', more)).to.include('over')
    desk.move('delay_assistance', ANN, '2026-06-23', more)
    expect(desk.due('T14')).to.equal('2026-06-30')
    desk.move('answer_assistance', ANN, '2026-06-29', { to: '某市市场监督管理局', proof: 'r2' })
    desk.move('archive_assistance', ANN, '2026-06-29')
    expect(desk.matter.state).to.equal('archived')
  })
})

describe('measures on goods and evidence', () => {
  it('are released only with approval (程序规定第三十三、三十六条)', () => {
    const desk = filed('2026-06-01')
    desk.move('seize', ANN, '2026-06-02', { list: 'r1' })
    const { seq } = desk.must(
      { op: 'propose', move: 'release_seizure', input: {}, evidence: ['e1'] },
      ANN,
      '2026-06-03',
    )
    expect(desk.running()).to.include('T17')
    desk.must({ op: 'approve', proposal: seq }, FAY, '2026-06-03')
    expect(desk.running()).to.not.include('T17')
  })

  it('taken in urgency wait for approval one at a time, within 24 hours', () => {
    const desk = filed('2026-06-01')
    desk.move('register_urgently', ANN, '2026-06-02T10:00:00+08:00', { list: 'r1' })
    expect([desk.due('T16'), desk.due('T15')]).to.deep.equal(['2026-06-03T10:00:00+08:00', '2026-06-11'])
    expect(desk.why('seize_urgently', ANN, '2026-06-02T11:00:00+08:00', { list: 'r2' })).to.include('another urgent')
    expect(desk.why('confirm_urgent_registration', ANN, '2026-06-03T10:00:01+08:00')).to.include('24 hours')
    desk.move('confirm_urgent_registration', ANN, '2026-06-03T09:00:00+08:00')
    expect(desk.why('seize_urgently', ANN, '2026-06-03T11:00:00+08:00', { list: 'r2' })).to.equal('')
    desk.move('release_registered', ANN, '2026-06-05')
    expect(desk.running()).to.not.include('T15')
  })
})

describe('decision and publication', () => {
  it('needs a collective discussion on record wherever legal review was due (程序规定第六十条第二款)', () => {
    const legal = noticed('2026-06-01', ['complex'])
    expect(legal.why('decide_penalty', ANN, '2026-06-01', PENALTY)).to.include('collective discussion')
    expect(legal.why('decide_penalty', ANN, '2026-06-01', { ...PENALTY, discussion: 'r9' })).to.equal('')
    expect(noticed('2026-06-01').why('decide_penalty', ANN, '2026-06-01', PENALTY)).to.equal('')
  })

  it('leaves out of the handling period the time for refunding overcharges (程序规定第六十四条)', () => {
    const desk = noticed('2026-06-01')
    expect(desk.due('T22')).to.equal('2026-08-30')
    desk.move('order_refund', ANN, '2026-06-10', { letter: 'r3' })
    desk.move('refund_over', ANN, '2026-06-20')
    expect(desk.due('T22')).to.equal('2026-09-09') // ten days later
  })

  it('hands over what belongs to another department even after the review (程序规定第六十条第一款第四项)', () => {
    const desk = noticed('2026-06-01')
    desk.move('transfer_out', ANN, '2026-06-02', { authority: '文化和旅游局' })
    expect([desk.matter.state, desk.running()]).to.deep.equal(['concluded', ['T27']])
  })

  it('is approved though it was asked for while the move still asked for what it no longer takes', () => {
    const desk = noticed('2026-06-01')
    expect(desk.why('decide_penalty', ANN, '2026-06-01', { ...PENALTY, worksheet: 'r1' })).to.equal(
      'worksheet is not asked for',
    )
    const { seq } = desk.must(
      { op: 'propose', move: 'decide_penalty', input: PENALTY, evidence: ['e1'] },
      ANN,
      '2026-06-01',
    )
    const pending = desk.matter.pending.map((each) => ({ ...each, input: { ...each.input, worksheet: 'r1' } }))
    desk.matter = { ...desk.matter, pending }
    desk.must({ op: 'approve', proposal: seq }, FAY, '2026-06-02')
    expect(desk.matter.facts).to.include({ outcome: 'penalty', worksheet: 'r1' })
  })

  it('withdraws a published decision within three working days of its being undone, archived or not', () => {
    const desk = noticed('2026-06-01')
    desk.move('decide_penalty', ANN, '2026-06-01', PENALTY)
    desk.move('serve_decision', ANN, '2026-06-01', { method: '直接送达', proof: 'r4' })
    desk.move('publish_penalty', ANN, '2026-06-02', { period: 'short' })
    desk.move('record_performed', ANN, '2026-06-03')
    desk.move('close', ANN, '2026-06-04')
    desk.move('archive', ANN, '2026-06-04')
    desk.move('decision_undone', DAN, '2026-06-18')
    expect(desk.due('T31')).to.equal('2026-06-24')
    desk.move('withdraw_publication', DAN, '2026-06-22', { proof: 'r5' })
    expect(desk.running().filter((key) => key.startsWith('T3') && key < 'T33')).to.deep.equal([])
  })
})

describe('enforcement', () => {
  /** Decided and served on 6 January 2026: the lawsuit's six months end on 6 July. */
  const final = (deferredBy: number): string | null => {
    const desk = noticed('2026-01-05')
    desk.move('decide_penalty', ANN, '2026-01-06', { ...PENALTY, publication: 'none' })
    desk.move('serve_decision', ANN, '2026-01-06', { method: '直接送达', proof: 'r4' })
    if (deferredBy > 0) desk.move('defer_payment', ANN, '2026-01-12', { n: deferredBy })
    desk.move('record_final', ANN, '2026-07-10')
    return desk.due('T26:court')
  }

  it('may ask the court within three months of 6 July, or of the end of a deferral that lasts longer (第七十六条第二款)', () => {
    expect(final(0)).to.equal('2026-10-08') // 6 October falls in National Day
    expect(final(30)).to.equal('2026-10-08')
    // 21 January and 190 days are 30 July; three months on is 30 October.
    expect(final(190)).to.equal('2026-10-30')
  })
})

describe('who complained', () => {
  it('is disclosed only with the approval of a head, for a purpose on record', () => {
    const desk = new Desk('complaint', '2026-06-01')
    const input = { purpose: '组织调解', scope: '向被投诉人出示姓名' }
    const { seq } = desk.must({ op: 'propose', move: 'unmask_reporter', input, evidence: [] }, ANN, '2026-06-02')
    const own = desk.try({ op: 'approve', proposal: seq }, ANN, '2026-06-02')
    expect(own).to.have.property('refused', 'closed')
    const event = desk.must({ op: 'approve', proposal: seq }, FAY, '2026-06-02')
    expect(event).to.deep.include({ type: 'made', by: 'fay', proposedBy: 'ann', input })
  })
})

describe('the lead department', () => {
  it('may determine before it signs for the transfer, and the determination opens the advertisement task', () => {
    const desk = new Desk('officer_lead', '2026-06-01')
    desk.move('assign_handlers', DAN, '2026-06-01', { handlers: ['ann', 'ben'] })
    desk.move('record_check', ANN, '2026-06-01', { hooks: [], fundraising: true, gravity: 'ordinary' })
    expect(desk.why('file', ANN, '2026-06-01')).to.include('no hook of our own')
    desk.move('refer_fundraising', ANN, '2026-06-01', { department: '地方金融管理局' })
    expect(desk.move('lead_department_determines', ANN, '2026-06-05').opens).to.equal('advertisement_task')
  })

  it('may determine of its own accord, what nobody referred or what it returned', () => {
    const desk = new Desk('officer_lead', '2026-06-01')
    expect(desk.move('lead_department_determines', ANN, '2026-06-05').opens).to.equal('advertisement_task')
  })

  it('learns of what comes to light after filing, and no case is closed or joined before it does', () => {
    const desk = new Desk('officer_lead', '2026-06-01')
    desk.move('assign_handlers', DAN, '2026-06-01', { handlers: ['ann', 'ben'] })
    desk.move('record_check', ANN, '2026-06-01', { hooks: ['advertising'], fundraising: false, gravity: 'ordinary' })
    desk.move('file', ANN, '2026-06-02')
    expect(desk.why('refer_fundraising', ANN, '2026-06-03', { department: '地方金融管理局' })).to.include(
      'no suspected',
    )
    desk.move('suspect_fundraising', ANN, '2026-06-03')
    const into = { into: 'AJ-2026-00001', into_filed_at: '2026-05-01T02:00:00.000Z' }
    expect(desk.why('join', ANN, '2026-06-03', into)).to.include('has not been referred')
    desk.move('transfer_out', ANN, '2026-06-04', { authority: '示例市文化和旅游局' })
    expect(desk.why('close', ANN, '2026-06-05')).to.include('has not been referred')
    desk.move('refer_fundraising', ANN, '2026-06-05', { department: '地方金融管理局' })
    expect(desk.why('close', ANN, '2026-06-05')).to.equal('')
  })
})
