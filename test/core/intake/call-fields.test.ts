import { expect } from 'chai'
import fc from 'fast-check'
import { fenOf, IDENTITY_FIELDS, PLAIN_FIELDS, readCallFields } from '../../../src/core/intake/call-fields.ts'
import { callNote } from '../../../src/core/intake/call-note.ts'

describe('the fields of a call', () => {
  it('are read as typed, and what cannot be read is told and not lost', () => {
    const { call, wrong } = readCallFields({
      wants: 'both',
      caller_name: '林小雨',
      caller_phone: '13900000001',
      relation: 'child',
      complainant_name: '林老太',
      paid: '3万',
      paid_on: '2026-13-40',
      asked: '不知道',
      region: '44',
      requests: 'refund,penalty,nonsense',
      story: ' 交了钱 ',
    })
    expect(wrong).to.have.members(['paid_on', 'asked', 'region'])
    expect(call.paidFen).to.equal(3_000_000)
    expect(call.paidOn).to.equal(undefined)
    expect(call.requests).to.deep.equal(['refund', 'penalty'])
    expect(call.people).to.deep.equal({
      caller: { name: '林小雨', phone: '13900000001' },
      complainant: { name: '林老太' },
    })
    expect(call.story).to.equal(' 交了钱 ')
  })

  it('name nobody in an anonymous report, whatever was typed before', () => {
    const { call } = readCallFields({ wants: 'report', anonymous: 'yes', caller_name: '林小雨' })
    expect(call.people).to.deep.equal({})
  })

  it('take money as people type it', () => {
    for (const [typed, fen] of [
      ['128000', 12_800_000],
      ['12.8万', 12_800_000],
      ['１２，８００元', 1_280_000],
      ['¥99.5', 9950],
      ['3千块', 300_000],
    ] as const)
      expect(fenOf(typed), typed).to.equal(fen)
    for (const typed of ['', '很多', '-5', '1e9', '999999999万', '3万5'])
      expect(fenOf(typed), typed).to.equal(undefined)
  })

  it('never make the reader stumble', () => {
    const anyField = fc.constantFrom(...PLAIN_FIELDS, ...IDENTITY_FIELDS, 'nobody_knows')
    fc.assert(
      fc.property(fc.dictionary(anyField, fc.string()), (fields) => {
        const { call } = readCallFields(fields)
        expect(Number.isInteger(call.paidFen ?? 0)).to.equal(true)
      }),
    )
  })

  it('leave every identity out of the paper made of the call', () => {
    const secret = Object.fromEntries(IDENTITY_FIELDS.map((field) => [field, `秘密${field}`]))
    const plain = Object.fromEntries(PLAIN_FIELDS.map((field) => [field, '2026-05-06']))
    const note = callNote(
      readCallFields({ ...plain, ...secret, anonymous: '', story: '我交了钱不给住，叫秘密payer_name去闹。' }).call,
    )
    expect(note).to.not.include('秘密')
    expect(note.startsWith('我交了钱不给住，叫××去闹。')).to.equal(true)
  })
})
