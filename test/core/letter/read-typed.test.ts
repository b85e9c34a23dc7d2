import { expect } from 'chai'
import { proposedFor } from '../../../src/core/letter/proposed.ts'
import { readTyped } from '../../../src/core/letter/read-typed.ts'
import type { LetterInput } from '../../../src/core/letter/template.ts'
import { aTemplate } from '../../support/letters.ts'

const anInput = (type: LetterInput['type'], of?: LetterInput['of']): LetterInput => ({
  zh: '某项',
  en: 'something',
  type,
  optional: false,
  proposed: null,
  ...(of && { of }),
})

describe('what an officer typed', () => {
  const read = (type: LetterInput['type'], typed: string) => readTyped({ input: { x: anInput(type) } }, { x: typed })

  for (const [type, typed, value] of [
    ['day', '2026-06-01', '2026-06-01'],
    ['moment', '2026-05-06T10:00', '2026-05-06T02:00:00.000Z'],
    ['fen', '1,080,000.5', 108_000_050],
    ['fen', '0.29', 29],
    ['count', '36', 36],
    ['flag', 'no', false],
    ['text', ' 示例 ', '示例'],
  ] as const)
    it(`reads ${type} “${typed}”`, () => expect(read(type, typed).facts['input.x']).to.equal(value))

  for (const [type, typed] of [
    ['day', '六月一日'],
    ['day', '2026-02-30'],
    ['moment', '10:00'],
    ['fen', '三万'],
    ['fen', '1.234'],
    ['count', '-1'],
    ['flag', 'maybe'],
  ] as const)
    it(`names what it cannot read: ${type} “${typed}”`, () => {
      const { facts, unreadable } = read(type, typed)
      expect(facts).to.deep.equal({})
      expect(unreadable[0]!.zh).to.include('某项')
    })

  it('knows nothing of what was left empty', () => {
    expect(read('day', '  ')).to.deep.equal({ facts: {}, unreadable: [] })
  })

  it('reads a list line by line, columns parted by either stroke or tabs', () => {
    const { facts, unreadable } = readTyped(aTemplate('evidence-registration'), {
      items: '旅居会员合同｜纸质|36份\n\n会员台账\t纸质\t1册\t2026年',
    })
    expect(unreadable).to.deep.equal([])
    expect(facts['input.items']).to.deep.equal([
      { name: '旅居会员合同', kind: '纸质', quantity: '36份', note: null },
      { name: '会员台账', kind: '纸质', quantity: '1册', note: '2026年' },
    ])
  })

  it('names the row with too many columns', () => {
    const { unreadable } = readTyped(aTemplate('evidence-registration'), { items: 'a｜b｜c｜d｜e' })
    expect(unreadable.map(({ zh }) => zh)).to.deep.equal(['“物品清单第1行”栏目过多'.replace('第1行”', '”第1行')])
  })

  it('is proposed from the matter as she would type it', () => {
    const proposed = proposedFor(aTemplate('penalty-notice'), {
      'worksheet.fine': 20_000_050,
      'matter.title': '涉嫌虚假广告',
    })
    expect(proposed).to.deep.equal({ cause: '涉嫌虚假广告', fine: '200000.50' })
  })
})
