import { expect } from 'chai'
import fc from 'fast-check'
import { personsNamedIn } from '../../../src/core/letter/protected-person.ts'
import { aFilledLetter, letters, persons } from '../../support/letters.ts'

const [reporter, complainant] = persons as [(typeof persons)[number], (typeof persons)[number]]

describe('who told stays unnamed', () => {
  const given = (words: string, type = 'rectification-order') =>
    personsNamedIn(aFilledLetter(type, { 'input.facts': words }).letter, 'reported', persons).map(({ by }) => by)

  it('is silent on a letter that names nobody', () => expect(given('发放宣传单')).to.deep.equal([]))

  for (const [words, by] of [
    ['欧阳试言反映的情况', 'name'],
    ['欧 阳 试 言反映的情况', 'name'],
    ['欧\u200b阳\u2060试\u00ad言反映的情况', 'name'],
    ['欧阳女士反映的情况', 'name'],
    ['欧阳某反映的情况', 'name'],
    ['林某某交了钱', 'name'],
    ['联系13900000002', 'phone'],
    ['联系139-0000-0002', 'phone'],
    ['联系１３９０００００００２', 'phone'],
    ['联系139****0002', 'phone'],
    ['证件440000195001010021', 'id_number'],
    ['证件440000********0021', 'id_number'],
    ['住示例省示例市样本区梧桐路88号2栋301的住户', 'address'],
    ['住梧桐路88号2栋301的住户', 'address'],
    ['微信shiyan_sample转发', 'other'],
  ] as const)
    it(`finds ${by} in “${words}”`, () => expect(given(words)).to.include(by))

  it('finds them however spaces, dashes and width are scattered', () => {
    const noise = fc.constantFrom('', ' ', '-', '　', '·')
    const wide = (text: string, isWide: boolean) =>
      isWide ? text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0)) : text
    const secrets = [
      reporter.name!,
      ...reporter.phones,
      ...reporter.idNumbers,
      complainant.name!,
      ...complainant.phones,
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...secrets),
        fc.array(noise, { minLength: 20, maxLength: 20 }),
        fc.boolean(),
        (secret, between, isWide) => {
          const words = [...secret].map((each, i) => each + (between[i] ?? '')).join('')
          expect(given(`情况来自${wide(words, isWide)}的反映`)).not.to.deep.equal([])
        },
      ),
      { numRuns: 60 },
    )
  })

  it('keeps who reported from a complainant who did not: she handles no report (令121 art. 37)', () => {
    const toHer = (words: string, told = persons) =>
      personsNamedIn(aFilledLetter('elder-warning', { 'input.signs': words }).letter, 'complainant', told)
    expect(toHer('欧阳试言反映的情况').map(({ role, by }) => [role, by])).to.deep.equal([['reporter', 'name']])
    expect(toHer('联系13900000002').map(({ by }) => by)).to.deep.equal(['phone'])
    expect(toHer('林试梅反映的情况')).to.deep.equal([])
    // Who did both is no stranger to herself.
    expect(toHer('林试梅反映的情况', [{ ...complainant, role: 'reporter' }, complainant])).to.deep.equal([])
  })

  it('finds them in the list of exhibits and in tables', () => {
    const { letter } = aFilledLetter('evidence-registration', {
      'input.items': [{ name: '欧阳试言的举报材料', kind: '纸质', quantity: '1份', note: '' }],
    })
    expect(personsNamedIn(letter, 'reported', persons).map(({ by }) => by)).to.deep.equal(['name'])
  })

  it('lets mediation name who complains, and nothing more, and never who reports', () => {
    const { letter } = aFilledLetter('termination-notice')
    expect(personsNamedIn(letter, 'both_parties', persons)).to.deep.equal([])
    const told = aFilledLetter('termination-notice', { 'move.ground': '欧阳试言与13900000001' })
    expect(personsNamedIn(told.letter, 'both_parties', persons).map(({ role, by }) => `${role} ${by}`)).to.deep.equal([
      'reporter name',
      'complainant phone',
    ])
  })

  it('tells another department of who paid, and not of who reported', () => {
    const { letter } = aFilledLetter('department-notice', { 'input.facts': '林试梅（13900000001）交款，欧阳试言反映' })
    expect(personsNamedIn(letter, 'department', persons).map(({ role, by }) => `${role} ${by}`)).to.deep.equal([
      'reporter name',
    ])
    expect(personsNamedIn(letter, 'police', persons)).to.deep.equal([])
  })

  it('takes who complains and reports for who complains, where that may be told', () => {
    const both = [{ ...complainant, role: 'reporter' as const }, complainant]
    const { letter } = aFilledLetter('termination-notice')
    expect(personsNamedIn(letter, 'both_parties', both)).to.deep.equal([])
    expect(personsNamedIn(letter, 'reported', both)).not.to.deep.equal([])
  })

  it('says whose it is and never repeats it', () => {
    const { letter } = aFilledLetter('rectification-order', { 'input.facts': '欧阳试言，13900000002' })
    const said = JSON.stringify(personsNamedIn(letter, 'reported', persons))
    expect(said).to.include('举报人')
    for (const secret of ['欧阳', '13900000002']) expect(said).not.to.include(secret)
  })

  it('holds for every letter the reported party reads, wherever an officer may type', () => {
    for (const template of letters.filter(({ audience }) => audience === 'reported')) {
      for (const [name, { type }] of Object.entries(template.input)) {
        if (type !== 'text' && type !== 'long' && type !== 'quote') continue
        const { letter } = aFilledLetter(template.type, { [`input.${name}`]: '据欧阳试言反映' })
        expect(personsNamedIn(letter, template.audience, persons), `${template.type} ${name}`).not.to.deep.equal([])
      }
    }
  })
})
