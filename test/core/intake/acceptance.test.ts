import { expect } from 'chai'
import { type AcceptanceSetting, proposeAcceptance, type ReadFromCall } from '../../../src/core/intake/acceptance.ts'
import type { Call } from '../../../src/core/intake/call.ts'
import { missingElements } from '../../../src/core/intake/missing-elements.ts'
import { NO_HISTORY, profitSigns } from '../../../src/core/intake/profit-signs.ts'
import { loadIntake } from '../../../src/rulebook/load-intake.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'
import { aCall } from '../../support/a-call.ts'

const law = loadIntake()
const setting: AcceptanceSetting = { law, procedure: loadMoves(), bureauRegion: '440300', receivedOn: '2026-05-06' }
const NOTHING: ReadFromCall = { hints: [], isFundraisingSuspected: false }

function proposed(over: Partial<Call>, read: Partial<ReadFromCall> = {}, where: Partial<AcceptanceSetting> = {}) {
  const call = aCall(over)
  const at = { ...setting, ...where }
  const hints = read.hints ?? []
  const missing = missingElements(law, call, [], 0, at.receivedOn)
  const profit = profitSigns(law.profitSigns, NO_HISTORY, hints, at.receivedOn)
  return proposeAcceptance(at, call, { ...NOTHING, ...read }, missing, profit)
}

describe('the acceptance check', () => {
  it('proposes to accept what is complete, in time and ours', () => {
    expect(proposed({})).to.deep.equal({ propose: 'accept', grounds: [], toLookAt: [], livesOnAsLead: false })
  })

  const told: [string, Partial<Call>, string, string][] = [
    [
      'a seller of another district',
      { seller: { name: '甲', region: '210100' } },
      'not_competent',
      '第十六条第（一）项',
    ],
    ['a quarrel that is in court', { elsewhere: 'court' }, 'handled_elsewhere', '第十六条第（二）项'],
    ['an investment', { paidFor: 'investment' }, 'not_consumption', '第十六条第（三）项'],
    ['what was known more than three years ago', { knownOn: '2023-04-20' }, 'time_barred', '第十六条第（四）项'],
  ]
  for (const [what, over, ground, article] of told)
    it(`proposes not to accept ${what}, with the article`, () => {
      const { propose, grounds } = proposed(over)
      expect(propose).to.equal('not_accept')
      expect(grounds.map((one) => one.ground)).to.deep.equal([ground])
      expect(grounds[0]!.article!.zh).to.include('总局令第121号').and.include(article)
    })

  it('refuses for no place that is known only roughly', () => {
    const county = { bureauRegion: '440305' }
    for (const region of ['440300', '440000'])
      expect(proposed({ seller: { name: '甲', region } }, {}, county).grounds, region).to.deep.equal([])
    expect(proposed({ seller: { name: '甲', region: '440304' } }, {}, county).propose).to.equal('not_accept')
  })

  it('goes by the seller’s place and not by that of the act (令121 art. 13)', () => {
    const seller = { name: '甲', region: '440305' }
    expect(proposed({ seller, happenedIn: '210100' })).to.deep.include({ propose: 'accept', toLookAt: [] })
    const { grounds } = proposed({ seller: { name: '甲', region: '210100' }, happenedIn: '440305' })
    expect(grounds.map(({ ground }) => ground)).to.deep.equal(['not_competent'])
  })

  it('asks where the seller is, and turns nobody away, where only a far place of the act is told', () => {
    const far = proposed({ seller: { name: '甲' }, happenedIn: '210100' })
    expect(far).to.deep.include({ propose: 'look', grounds: [] })
    expect(far.toLookAt[0]!.zh).to.include('210100').and.include('总局令第121号').and.include('第十三条')
    const before = proposed({ seller: { name: '甲' }, happenedIn: '210100' }, {}, { receivedOn: '2026-04-14' })
    expect(before.toLookAt[0]!.zh).to.include('总局令第20号').and.include('第十二条')
    for (const happenedIn of ['440305', '440000'])
      expect(proposed({ seller: { name: '甲' }, happenedIn }).toLookAt, happenedIn).to.deep.equal([])
  })

  it('asks where a seller on the net is competent, for the county of the platform may handle it too (令121 art. 13)', () => {
    for (const channel of ['web', 'app', 'live'] as const) {
      const { propose, grounds } = proposed({ seller: { name: '甲', region: '210100' }, channel })
      expect(propose, channel).to.equal('look')
      expect(grounds.map(({ ground, sure }) => [ground, sure])).to.deep.equal([['not_competent', 'read']])
      expect(grounds[0]!.why.zh).to.include('平台')
    }
  })

  it('speaks of the unified receiver only since the law does', () => {
    const elsewhere = { seller: { name: '甲', region: '210100' } }
    expect(proposed(elsewhere).grounds[0]!.why.zh).to.include('退回统一接收机构')
    const { grounds } = proposed(elsewhere, {}, { receivedOn: '2026-04-14' })
    expect(grounds[0]!.why.zh).to.not.include('统一接收机构')
  })

  it('cites the old measures for what was received before them', () => {
    const { grounds } = proposed({ elsewhere: 'court' }, {}, { receivedOn: '2026-04-14' })
    expect(grounds[0]!.article!.zh).to.include('总局令第20号').and.include('第十五条第（二）项')
  })

  it('counts three years to their last day, which moves on from a holiday', () => {
    expect(proposed({ knownOn: '2023-05-06' }).propose).to.equal('accept')
    expect(proposed({ knownOn: '2023-05-05' }).propose).to.equal('accept')
    expect(proposed({ knownOn: '2023-04-30' }).propose).to.equal('not_accept')
  })

  it('lets a refused investor live on as a lead', () => {
    expect(proposed({ paidFor: 'investment' }).livesOnAsLead).to.equal(true)
    expect(proposed({}, { isFundraisingSuspected: true }).livesOnAsLead).to.equal(true)
    expect(proposed({ elsewhere: 'court' }).livesOnAsLead).to.equal(false)
  })

  it('takes a prepaid service for consumption, whatever the words', () => {
    const hints = [{ code: 'PX-03', quote: '投入的本金不还' }]
    expect(proposed({ paidFor: 'service' }, { hints }).propose).to.equal('accept')
  })

  it('proposes no refusal from words alone: a person looks', () => {
    const { paidFor: _, knownOn: __, ...unsaid } = aCall()
    for (const [code, quote, ground] of [
      ['PX-03', '投资款要不回', 'not_consumption'],
      ['PX-04', '法院已立案', 'handled_elsewhere'],
      ['PX-04', '五年前交', 'time_barred'],
    ] as const) {
      const missing = missingElements(law, unsaid, [], 0, setting.receivedOn)
      const read = { hints: [{ code, quote }], isFundraisingSuspected: false }
      const found = proposeAcceptance(setting, unsaid, read, missing, undefined)
      expect(found.propose).to.equal('look')
      expect(found.grounds.map((one) => [one.ground, one.sure, one.quote])).to.deep.equal([[ground, 'read', quote]])
    }
  })

  it('asks first where papers are missing', () => {
    const { propose, grounds } = proposed({ authority: 'pending' })
    expect(propose).to.equal('ask_first')
    expect(grounds[0]).to.include({ ground: 'incomplete', sure: 'told' })
    expect(grounds[0]!.why.zh).to.include('授权委托书')
  })

  it('brings doubts about capacity and authority before a person', () => {
    expect(proposed({ hasCapacityDoubt: true }).propose).to.equal('look')
    expect(proposed({ relation: 'other', authority: 'none' }).toLookAt[0]!.zh).to.include('冒名')
    const forMother = { story: '我妈七十三岁，交了九万八千元不退。' }
    expect(proposed({ ...forMother, relation: 'self' }).toLookAt[0]!.zh).to.include('关系')
    expect(proposed({ ...forMother, relation: 'child', authority: 'seen' }).toLookAt).to.deep.equal([])
  })
})

describe('signs of a complaint for profit', () => {
  const bounds = law.profitSigns
  it('never propose refusal, however many there are', () => {
    const history = { complaints: 90, sellers: 60, personsUnderPhone: 9, personsOfSameSeller: 1 }
    const hints = [{ code: 'PX-06', quote: '不赔就举报' }]
    const signs = profitSigns(bounds, history, hints, '2026-05-06')!
    const found = proposeAcceptance(setting, aCall(), NOTHING, [], signs)
    expect(signs.signs).to.have.length(4)
    expect(found.propose).to.equal('look')
    expect(found.grounds).to.deep.equal([])
    expect(found.toLookAt[0]!.zh).to.include('人工判断').and.include('第十七条')
  })

  it('say what speaks against them: victims of one seller share a telephone', () => {
    const history = { complaints: 0, sellers: 1, personsUnderPhone: 5, personsOfSameSeller: 5 }
    expect(profitSigns(bounds, history, [], '2026-05-06')!.against[0]!.zh).to.include('群体受害者')
  })

  it('are none for the first complaint of a person', () => {
    expect(profitSigns(bounds, NO_HISTORY, [], '2026-05-06')).to.equal(undefined)
  })
})
