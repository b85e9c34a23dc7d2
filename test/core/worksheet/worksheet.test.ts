import { expect } from 'chai'
import { type Worksheet, type WorksheetInput, worksheetOf as worksheet } from '../../../src/core/worksheet/worksheet.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'
import { loadDiscretion } from '../../../src/rulebook/load-discretion.ts'
import { anAct, anInput, aProposal, finding, known, NONE } from './sheets.ts'

const discretion = loadDiscretion()
const books = { discretion, ...loadClocks() }

function worksheetOf(input: WorksheetInput): Worksheet {
  return worksheet(input, books)
}

/** Lowest and highest fine of the first act in yuan, and the article it goes by. */
function fineOf({ acts }: Worksheet): unknown {
  const fine = acts[0]!.fine
  return fine.kind === 'range' ? [fine.by, fine.range.floorFen / 100, fine.range.capFen! / 100] : fine.kind
}

function statuses({ acts }: Worksheet): Record<string, string> {
  return Object.fromEntries(acts[0]!.lines.map(({ id, status }) => [id, status]))
}

const AD = finding(['advertising-law/28', 'advertising-law/55'], { id: 'f1' })
const RETURN = finding(['advertising-law/25.1', 'advertising-law/58'], { id: 'f2' })
const TERMS = finding(
  [
    'consumer-regulation/17',
    'consumer-regulation/50.1',
    'consumer-infringement-measures/12',
    'consumer-infringement-measures/15',
    'contract-measures/7',
    'contract-measures/18',
  ],
  { id: 'f3' },
)
const RAISING = finding(['fundraising-regulation/19.3', 'fundraising-regulation/30'], { id: 'f4' })

describe('one act, one fine', () => {
  it('takes the heaviest: fee 100,000 gives 300,000–500,000 by art. 55 and 100,000–300,000 by art. 58; never 400,000–800,000', () => {
    const sheet = worksheetOf(anInput([anAct([AD, RETURN], { fee: known(100_000) })]))
    expect(fineOf(sheet)).to.deep.equal(['advertising-law/55', 300_000, 500_000])
    expect(sheet.total).to.include({ floorFen: 30_000_000, capFen: 50_000_000 })
    expect(sheet.acts[0]!.fine).to.have.property('others').with.length(1)
  })

  it('of two with the same highest amount takes the one with the higher lowest: 57 (200,000–1,000,000) before 25 (0–1,000,000)', () => {
    const both = [
      finding(['advertising-law/9.3', 'advertising-law/57']),
      finding(['unfair-competition-law-2025/9', 'unfair-competition-law-2025/25']),
    ]
    expect(fineOf(worksheetOf(anInput([anAct(both)])))).to.deep.equal(['advertising-law/57', 200_000, 1_000_000])
  })

  it('adds separate acts up: 300,000–500,000 and 0–300,000 make 300,000–800,000', () => {
    const acts = [anAct([AD], { fee: known(100_000) }), anAct([TERMS], { gains: NONE }, { id: 'a2' })]
    expect(worksheetOf(anInput(acts)).total).to.include({ floorFen: 30_000_000, capFen: 80_000_000 })
  })

  it('is open while the fee is unknown, with what stands already as the least', () => {
    const sheet = worksheetOf(anInput([anAct([AD, finding(['advertising-law/8', 'advertising-law/59'])])]))
    expect(sheet.acts[0]!.fine).to.deep.include({ kind: 'open', needs: ['fee'] })
    expect(sheet.acts[0]!.fine).to.have.nested.property('atLeast.capFen', 10_000_000)
    expect(sheet.total.capFen).to.equal(null)
    expect(sheet.questions.map(({ zh }) => zh)).to.include('须查明广告费用')
  })

  it('lets the law on unfair competition give way where the same act is a false advertisement (art. 25(2))', () => {
    const seminar = finding(['unfair-competition-law-2025/9', 'unfair-competition-law-2025/25'], { id: 'f5' })
    const sheet = worksheetOf(anInput([anAct([AD, seminar], { fee: known(10_000) })]))
    expect(statuses(sheet)['unfair-competition-law-2025/25']).to.equal('gives_way')
    expect(fineOf(sheet)).to.deep.equal(['advertising-law/55', 30_000, 50_000])
  })
})

describe('the consumer law, which fills gaps', () => {
  const REFUSED = finding(['consumer-law/53', 'consumer-law/56'], { id: 'f7' })
  const UNTRUE = finding(['consumer-law/20', 'consumer-law/56'], { id: 'f8' })
  const gains = { gains: known(500_000), fee: known(10_000) }

  it('gives way where false publicity is punished by its own law (art. 56: 其他法律、法规有规定的，依照其规定)', () => {
    const sheet = worksheetOf(anInput([anAct([UNTRUE, AD], gains)]))
    expect(statuses(sheet)['consumer-law/56']).to.equal('gives_way')
    expect(fineOf(sheet)).to.deep.equal(['advertising-law/55', 30_000, 50_000])
  })

  it('stands for a refund that is refused, whatever the advertisement said: 1 to 10 times 500,000', () => {
    for (const findings of [
      [REFUSED, AD],
      [REFUSED, UNTRUE, AD],
    ])
      expect(fineOf(worksheetOf(anInput([anAct(findings, gains)])))).to.deep.equal([
        'consumer-law/56',
        500_000,
        5_000_000,
      ])
  })

  it('asks whether another law goes first wherever one counts beside it, and not where it stands alone', () => {
    const asks = (of: (typeof AD)[]) =>
      worksheetOf(anInput([anAct(of, gains)])).questions.filter(({ zh }) => zh.includes('对处罚机关和处罚方式有规定'))
    expect(asks([REFUSED, RETURN])).to.have.length(1)
    expect(asks([REFUSED])).to.have.length(0)
  })
})

describe('sources that conflict', () => {
  it('stand side by side: the preferred one counts, the others say what they would bring', () => {
    const sheet = worksheetOf(
      anInput([anAct([TERMS], { gains: NONE })], {
        law: { conditions: {}, confirmed: ['contract-measures/18'] },
      }),
    )
    expect(statuses(sheet)).to.deep.equal({
      'consumer-regulation/50.1': 'applies',
      'consumer-infringement-measures/15': 'alternative',
      'contract-measures/18': 'alternative',
    })
    expect(fineOf(sheet)).to.deep.equal(['consumer-regulation/50.1', 0, 300_000])
    expect(sheet.acts[0]!.otherwise.map(({ id, range }) => [id, range.capFen! / 100])).to.deep.equal([
      ['consumer-infringement-measures/15', 10_000],
      ['contract-measures/18', 100_000],
    ])
    expect(sheet.review.grounds).to.deep.include.members([
      {
        ground: 'complex',
        standing: 'proposed',
        why: { zh: '处罚依据相互冲突', en: 'the sources of the penalty conflict' },
      },
    ])
  })

  it('are both asked about where the agency without a licence earned 99,999: 10,000–100,000 by the law, 100,000–500,000 by the regulation', () => {
    const agency = finding(['tourism-law/28', 'tourism-law/95', 'travel-agency-regulation/46'])
    const sheet = worksheetOf(anInput([anAct([agency], { gains: known(99_999) })]))
    expect(fineOf(sheet)).to.deep.equal(['tourism-law/95', 10_000, 100_000])
    expect(sheet.acts[0]!.otherwise[0]!.range).to.include({ floorFen: 10_000_000, capFen: 50_000_000 })
    expect(statuses(sheet)).to.include({ 'tourism-law/95': 'shared' })
  })
})

describe('what the law leaves to a person', () => {
  it('counts no article known from memory until its text was looked up', () => {
    const clause = finding(['contract-measures/7', 'contract-measures/18'])
    const input = anInput([anAct([clause])])
    expect(statuses(worksheetOf(input))).to.deep.equal({ 'contract-measures/18': 'to_confirm' })
    expect(fineOf(worksheetOf(input))).to.equal('none')
    const confirmed = worksheetOf({ ...input, law: { ...input.law, confirmed: ['contract-measures/18'] } })
    expect(fineOf(confirmed)).to.deep.equal(['contract-measures/18', 0, 100_000])
  })

  it('counts no article on a condition until the condition is said to hold', () => {
    const perhaps = finding(['advertising-law/28', 'advertising-law/55'], {
      condition: { 'advertising-law/55': '若属广告' },
    })
    const input = anInput([anAct([perhaps], { fee: known(100_000) })])
    const said = (holds: boolean) =>
      worksheetOf({ ...input, law: { ...input.law, conditions: { 'advertising-law/55': holds } } })
    expect(fineOf(worksheetOf(input))).to.equal('none')
    expect(worksheetOf(input).questions[0]!.zh).to.include('若属广告')
    expect(fineOf(said(true))).to.deep.equal(['advertising-law/55', 300_000, 500_000])
    expect(statuses(said(false))).to.deep.equal({ 'advertising-law/55': 'excluded' })
  })

  const OLD = finding(['unfair-competition-law-2019/8', 'unfair-competition-law-2019/20'], {
    date: '2025-09-01',
    receivedOn: '2026-05-01',
  })

  it('proposes the lighter new law for conduct before 2025-10-15: 0–1,000,000 instead of 200,000–1,000,000, and asks', () => {
    const sheet = worksheetOf(anInput([anAct([OLD])]))
    expect(fineOf(sheet)).to.deep.equal(['unfair-competition-law-2025/25', 0, 1_000_000])
    expect(statuses(sheet)).to.deep.equal({
      'unfair-competition-law-2019/20': 'other_version',
      'unfair-competition-law-2025/25': 'applies',
    })
    expect(sheet.acts[0]!.law[0]).to.include({ taken: 'new', isProposed: true })
    expect(sheet.acts[0]!.lines.map(({ punishes }) => punishes)).to.deep.equal([
      ['unfair-competition-law-2019/8'],
      ['unfair-competition-law-2019/8'],
    ])
  })

  it('takes the old law where a person chose it: 200,000–1,000,000', () => {
    const sheet = worksheetOf(anInput([anAct([{ ...OLD, version: 'old' }])]))
    expect(fineOf(sheet)).to.deep.equal(['unfair-competition-law-2019/20', 200_000, 1_000_000])
    expect(sheet.acts[0]!.law[0]).to.include({ taken: 'old', isProposed: false })
  })
})

describe('what is for others', () => {
  it('is shown as to be referred and is no part of the range: 20% to the whole of 3,000,000 raised', () => {
    const sheet = worksheetOf(anInput([anAct([RAISING, AD], { fee: known(100_000), raised: known(3_000_000) })]))
    expect(sheet.referred.map(({ id, department }) => [id, department])).to.deep.equal([
      ['fundraising-regulation/30', '处置非法集资牵头部门'],
    ])
    expect(sheet.referred[0]!.fine).to.have.nested.property('range.floorFen', 60_000_000)
    expect(fineOf(sheet)).to.deep.equal(['advertising-law/55', 300_000, 500_000])
    expect(sheet.review.grounds.map(({ ground }) => ground)).to.include('public_interest')
  })

  it('leaves nothing of ours for fundraising alone', () => {
    const sheet = worksheetOf(anInput([anAct([RAISING])]))
    expect(fineOf(sheet)).to.equal('none')
    expect(sheet.total).to.include({ floorFen: 0, capFen: 0 })
  })
})

describe('gains and licence', () => {
  it('takes the gains less what is paid back: 500,000 − 420,000 = 80,000 (art. 28)', () => {
    const sheet = worksheetOf(anInput([anAct([TERMS], { gains: known(500_000) }, { refundFen: 42_000_000 })]))
    expect(sheet.acts[0]!.confiscation.fen).to.equal(8_000_000)
    expect(sheet.total.takenFen).to.equal(8_000_000)
  })

  it('takes nothing below nothing, and nothing known of unknown gains', () => {
    const taken = (sums: Parameters<typeof anAct>[1], refundFen: number) =>
      worksheetOf(anInput([anAct([TERMS], sums, { refundFen })])).total.takenFen
    expect(taken({ gains: known(100) }, 20_000)).to.equal(0)
    expect(taken({ gains: NONE }, 0)).to.equal(0)
    expect(taken({}, 0)).to.equal(null)
  })

  it('opens the licence only in a grave case', () => {
    const of = (serious: boolean) =>
      worksheetOf(anInput([anAct([AD], { fee: known(100_000) }, { serious, seriousReason: '两年内三次' })])).acts[0]!
    expect(of(false).licence).to.equal(false)
    expect(of(true).licence).to.equal(true)
    expect(of(true).fine).to.have.nested.property('range.capFen', 100_000_000)
  })
})

describe('circumstances', () => {
  const sheet = (...ids: string[]) =>
    worksheetOf(
      anInput([anAct([AD], { fee: known(100_000) })], { factors: ids.map((id) => ({ id, reason: '有证据' })) }),
    )
  const band = (...ids: string[]) => {
    const found = sheet(...ids).acts[0]!.band
    return found && [found.floorFen / 100, found.capFen! / 100]
  }

  it('lighter: the lower 30% of 300,000–500,000 is 300,000–360,000', () => {
    expect(band('cooperates')).to.deep.equal([300_000, 360_000])
  })

  it('heavier for harm to the elderly: the upper 30% is 440,000–500,000, with the caution that a campaign sets no penalty', () => {
    expect(band('elder_harm')).to.deep.equal([440_000, 500_000])
    expect(sheet('elder_harm').weighed.factors[0]!.caution!.zh).to.include('第十六条')
  })

  it('reduction goes below 300,000 and shows the lighter part too', () => {
    expect(band('harm_undone')).to.deep.equal([300_000, 360_000])
    expect(sheet('harm_undone').acts[0]!.reducedBelowFen).to.equal(30_000_000)
    expect(sheet('cooperates').acts[0]!.reducedBelowFen).to.equal(null)
  })

  it('pull both ways: no part is proposed, a person weighs', () => {
    expect(band('elder_harm', 'harm_undone')).to.equal(null)
    expect(sheet('elder_harm', 'harm_undone').weighed.direction).to.equal('weigh')
    expect(sheet('elder_harm', 'harm_undone').questions.map(({ zh }) => zh)).to.include(
      '从轻与从重情节并存，须综合权衡并说明',
    )
  })

  it('forbid a penalty where the breach was slight, put right and harmless, whatever else there is', () => {
    expect(sheet('minor_corrected', 'elder_harm').weighed.direction).to.equal('no_penalty')
    expect(sheet('first_minor_corrected').weighed.direction).to.equal('may_no_penalty')
  })

  it('have the articles of the day of the decision', () => {
    const cited = (today: string) =>
      worksheetOf(anInput([anAct([AD])], { factors: [{ id: 'harm_undone', reason: '已清退' }], today })).weighed
        .factors[0]?.cited.article.zh
    expect(cited('2025-10-14')).to.not.include('反不正当竞争法')
    expect(cited('2025-10-15')).to.include('《反不正当竞争法》（2025年修订）第三十二条')
    expect(cited('2021-07-14')).to.equal(undefined)
  })
})

describe('the right to a hearing', () => {
  const needed = (yuan: number, over: Partial<WorksheetInput> = {}, proposal = {}) =>
    worksheetOf(
      anInput([anAct([AD], { fee: known(100_000), gains: NONE })], { proposed: aProposal(yuan, proposal), ...over }),
    ).hearing.needed

  it('is reached by 100,000 for a body and not by 99,999.99', () => {
    expect(needed(100_000)).to.equal('yes')
    expect(needed(99_999.99)).to.equal('no')
  })

  it('is reached by 10,000 for a person and not by 9,999', () => {
    expect(needed(10_000, { party: 'person' })).to.equal('yes')
    expect(needed(9_999, { party: 'person' })).to.equal('no')
  })

  it('is reached by what is taken alone: 120,000 of gains and a fine of 1,000', () => {
    const sheet = worksheetOf(anInput([anAct([TERMS], { gains: known(120_000) })], { proposed: aProposal(1_000) }))
    expect(sheet.hearing.needed).to.equal('yes')
  })

  it('is not reached by 60,000 of fine and 60,000 taken: each is held against the threshold by itself', () => {
    const sheet = worksheetOf(anInput([anAct([TERMS], { gains: known(60_000) })], { proposed: aProposal(60_000) }))
    expect(sheet.hearing.needed).to.equal('no')
  })

  it('comes with a licence revoked or a business closed, whatever the amount', () => {
    expect(needed(0, {}, { licence: true })).to.equal('yes')
    expect(needed(0, {}, { closure: true })).to.equal('yes')
  })

  it('depends while only a range is known: 0–300,000 perhaps, 300,000–500,000 surely', () => {
    expect(worksheetOf(anInput([anAct([TERMS], { gains: NONE })])).hearing.needed).to.equal('perhaps')
    expect(worksheetOf(anInput([anAct([AD], { fee: known(100_000), gains: NONE })])).hearing.needed).to.equal('yes')
  })

  it('goes by the figures of the province where it has its own, and says how sure they are', () => {
    const local = { ...discretion.thresholds[0]!, region: '4401', personFen: 300_000, unitFen: 5_000_000 }
    const own = { ...books, discretion: { ...discretion, thresholds: [...discretion.thresholds, local] } }
    const of = (region: string | null) =>
      worksheet(
        anInput([anAct([AD], { fee: known(100_000), gains: NONE })], { region, proposed: aProposal(60_000) }),
        own,
      ).hearing
    expect(of('440106').needed).to.equal('yes')
    expect(of('440300').needed).to.equal('no')
    expect(of(null).threshold).to.include({ region: '', confidence: 'M' })
  })

  it('cannot be told for a day without figures', () => {
    expect(needed(1, { today: '2021-07-14' })).to.equal('perhaps')
  })
})

describe('review, discussion and publication', () => {
  const one = anAct([AD], { fee: known(5_000), gains: NONE })

  it('case review alone for one small case', () => {
    const { review } = worksheetOf(anInput([one], { proposed: aProposal(20_000) }))
    expect([review.legal, review.discussion]).to.deep.equal(['no', 'no'])
    expect(review.cited.article.zh).to.include('第五十二条')
  })

  it('legal review and collective discussion go together: after a hearing, or where the officer names a ground', () => {
    const heard = worksheetOf(anInput([one], { isHeard: true })).review
    expect([heard.legal, heard.discussion]).to.deep.equal(['yes', 'yes'])
    const named = worksheetOf(anInput([one], { grounds: ['public_interest'] })).review
    expect(named.grounds[0]).to.include({ ground: 'public_interest', standing: 'demanded' })
    expect(named.discussionCited.article.zh).to.include('第六十条第二款')
  })

  it('says of a case that may be heard that legal review would follow', () => {
    const { review } = worksheetOf(anInput([one], { proposed: aProposal(100_000) }))
    expect(review.legal).to.equal('perhaps')
    expect(review.grounds).to.deep.include({
      ground: 'after_hearing',
      standing: 'if_heard',
      why: { zh: '达到听证标准，举行听证的须法制审核', en: 'if the hearing it may ask for is held' },
    })
  })

  // 2026-06-01 is a Monday; 20 working days on, with the Dragon Boat Festival of 19–21 June off, is Tuesday the 30th.
  it('is published in the same province by 2026-06-30; a low fine is shown until 2026-09-30, any other for years whose calendar is not loaded', () => {
    const of = (isLowFine: boolean | null) =>
      worksheetOf(
        anInput([one], { decidedOn: '2026-06-01', isLowFine, proposed: aProposal(20_000, { confiscate: false }) }),
      ).publication.clocks
    expect(of(null).map(({ clock, variant, due }) => [clock, variant, due?.due ?? null])).to.deep.equal([
      ['T29', null, '2026-06-30'],
      ['T32', 'long', null],
    ])
    expect(of(true)[1]).to.deep.include({ clock: 'T32', variant: 'short' })
    expect(of(true)[1]!.due!.due).to.equal('2026-09-30')
  })

  it('is sent elsewhere by the tenth working day, 2026-06-15; both are shown while the seat is not known', () => {
    const of = (seat: WorksheetInput['seat']) =>
      worksheetOf(anInput([one], { decidedOn: '2026-06-01', seat })).publication.clocks.map(({ clock, due }) => [
        clock,
        due?.due ?? null,
      ])
    expect(of('other_province')).to.deep.equal([
      ['T30', '2026-06-15'],
      ['T32', null],
    ])
    expect(of('unknown').map(([clock]) => clock)).to.deep.equal(['T29', 'T30', 'T32'])
  })

  it('is not published where it is a mere warning, or decided on the spot', () => {
    const of = (over: Partial<WorksheetInput>) => worksheetOf(anInput([one], over)).publication.published
    expect(of({ proposed: aProposal(0, { warning: true, confiscate: false }) })).to.equal(false)
    expect(of({ proposed: aProposal(3_000, { confiscate: false }), isSummary: true })).to.equal(false)
  })
})

describe('what does not fit is objected to', () => {
  const objections = (yuan: number, over: Partial<WorksheetInput> = {}, proposal = {}) =>
    worksheetOf(
      anInput([anAct([AD], { fee: known(100_000), gains: NONE })], { proposed: aProposal(yuan, proposal), ...over }),
    ).objections.map(({ zh }) => zh)

  it('accepts the bounds themselves, 300,000 and 500,000', () => {
    expect(objections(300_000)).to.deep.equal([])
    expect(objections(500_000)).to.deep.equal([])
  })

  it('above the highest, and below the lowest without a ground for reduction', () => {
    expect(objections(500_000.01)[0]).to.include('高于上限 500,000 元')
    expect(objections(299_999)[0]).to.include('低于下限 300,000 元')
    expect(objections(100_000, { factors: [{ id: 'harm_undone', reason: '已清退' }] })).to.deep.equal([])
    expect(objections(100_000, { factors: [{ id: 'cooperates', reason: '配合' }] })).to.have.length(1)
  })

  it('below one times the gains where there is a fine, though none need be: 80,000 of gains, no fine or 80,000–400,000', () => {
    const terms = anAct([TERMS], { gains: known(80_000) })
    const of = (yuan: number) => worksheetOf(anInput([terms], { proposed: aProposal(yuan) })).objections.length
    expect([of(0), of(1), of(79_999), of(80_000), of(400_000), of(400_001)]).to.deep.equal([0, 1, 1, 0, 0, 1])
  })

  it('no reason, a revoked licence in an ordinary case, gains left where they are', () => {
    expect(objections(400_000, {}, { reason: ' ' })).to.have.length(1)
    expect(objections(400_000, {}, { licence: true })[0]).to.include('吊销执照')
    const rich = anAct([AD], { fee: known(100_000), gains: known(1_000) })
    expect(
      worksheetOf(anInput([rich], { proposed: aProposal(400_000, { confiscate: false }) })).objections,
    ).to.have.length(1)
  })

  it('a decision on the spot over 3,000 yuan, or 200 for a person', () => {
    const small = anAct([TERMS], { gains: NONE })
    const of = (yuan: number, party: 'person' | 'unit') =>
      worksheetOf(anInput([small], { party, isSummary: true, proposed: aProposal(yuan, { confiscate: false }) }))
        .objections.length
    expect([of(3_000, 'unit'), of(3_001, 'unit'), of(200, 'person'), of(201, 'person')]).to.deep.equal([0, 1, 0, 1])
  })

  it('a penalty where a circumstance forbids it', () => {
    expect(objections(300_000, { factors: [{ id: 'no_fault', reason: '有查验记录' }] })[0]).to.include('不予处罚')
  })
})

describe('limitation', () => {
  const barred = (endedOn: string, foundOn: string, serious = false) =>
    worksheetOf(anInput([anAct([AD])], { limitation: { endedOn, foundOn, serious } })).barred?.is

  it('is two years, five where life, health or money was harmed: of 2024-05-20 found on 2026-05-21', () => {
    expect(barred('2024-05-20', '2026-05-20')).to.equal(false)
    expect(barred('2024-05-20', '2026-05-21')).to.equal(true)
    expect(barred('2024-05-20', '2026-05-21', true)).to.equal(false)
  })

  it('is not said while a day is missing', () => {
    expect(worksheetOf(anInput([anAct([AD])])).barred).to.equal(null)
  })
})
