import { expect } from 'chai'
import { NO_HISTORY } from '../../../src/core/intake/profit-signs.ts'
import { type ReadingSetting, readCall } from '../../../src/core/intake/read-call.ts'
import { loadIntake } from '../../../src/rulebook/load-intake.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'
import { aCallForm } from '../../support/a-call-form.ts'
import { shipped } from '../../support/rulebook.ts'

const setting: ReadingSetting = {
  compiled: shipped,
  procedure: loadMoves(),
  law: loadIntake(),
  bureauRegion: '440300',
  receivedOn: '2026-05-06',
}
const read = (over: Record<string, string> = {}, at: Partial<ReadingSetting> = {}) =>
  readCall({ ...setting, ...at }, aCallForm(over), 0, NO_HISTORY)

describe('a call as it is read', () => {
  it('is registered as its words show, unless the officer says otherwise', () => {
    expect(read().call.wants).to.equal('both')
    expect(read({ wants: 'report' }).call.wants).to.equal('report')
    expect(read({ story: '想问问旅居合同怎么签。' }).call.wants).to.equal('complaint')
  })

  it('has asked for what its story asks for', () => {
    const { asks: _, requests: __, ...fields } = aCallForm()
    const without = readCall(setting, { ...fields, story: '交了房费不给安排入住。' }, 0, NO_HISTORY)
    expect(without.missing.map(({ id }) => id)).to.include('request')
    const within = readCall(setting, { ...fields, story: '交了房费不给安排入住。要求退还。' }, 0, NO_HISTORY)
    expect(within.missing.map(({ id }) => id)).to.not.include('request')
  })

  it('asks for papers first, and no more once an officer noted that they have come', () => {
    const fields = aCallForm({ relation: 'child', complainant_name: '林某', authority: 'pending' })
    const waiting = readCall(setting, fields, 0, NO_HISTORY)
    expect(waiting.acceptance!.propose).to.equal('ask_first')
    const come = readCall(setting, fields, 0, NO_HISTORY, true)
    expect(come.acceptance!.propose).to.equal('accept')
    expect(come.missing.filter(({ isRequired }) => isRequired)).to.deep.equal([])
  })

  it('is not accepted or refused where it is a mere report', () => {
    expect(read({ wants: 'report' }).acceptance).to.equal(undefined)
    expect(read().acceptance!.propose).to.equal('accept')
  })

  it('is read by the local law of the place of the act, where that is told, and else by that of the seller', () => {
    const story = '我妈在养老院住，养老机构一次收了她六个月的养老服务费，现在不退。要求退款。'
    const codes = (places: Record<string, string>) =>
      read({ story, seller_name: '海屿养老院', happened_on: '2026-04-02', ...places }).assessment.findings.map(
        ({ code }) => code,
      )
    expect(codes({ region: '110000' })).to.include('PF-03')
    expect(codes({ region: '440300', happened_in: '110000' })).to.include('PF-03')
    expect(codes({ region: '110000', happened_in: '440300' })).to.not.include('PF-03')
  })

  it('speaks of fundraising where a return on money was promised, and keeps the matter a lead if the complaint is refused', () => {
    const { isFundraisingSuspected, acceptance } = read({
      story: '我妈被他们拉去听课，说投10万一年返1.2万，到期退本。要求退款。',
      paid_for: '',
    })
    expect(isFundraisingSuspected).to.equal(true)
    expect(acceptance).to.deep.include({ propose: 'look', livesOnAsLead: true })
  })

  it('is split by nobody where the rule for it was retired', () => {
    const rules = shipped.rulebook.rules.filter(({ code }) => code !== 'PX-01')
    const compiled = { ...shipped, rulebook: { ...shipped.rulebook, rules } }
    expect(read({}, { compiled }).call.wants).to.equal('complaint')
  })
})
