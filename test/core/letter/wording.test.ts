import { expect } from 'chai'
import fc from 'fast-check'
import type { LaidLetter } from '../../../src/core/letter/laid-letter.ts'
import type { Wording } from '../../../src/core/letter/template.ts'
import { overstatedIn } from '../../../src/core/letter/wording.ts'

describe('the words of a letter', () => {
  const refused: [Wording, string][] = [
    ['suspicion', '该公司系非法集资'],
    ['suspicion', '经认定该公司虚假宣传'],
    ['suspicion', '当事人的行为构成虚假广告'],
    ['suspicion', '你单位违反了《广告法》第二十八条'],
    ['suspicion', '该公司涉嫌虚假宣传，已构成非法集资'],
    ['suspicion', '这是诈骗，请报警'],
    ['suspicion', '您参与非法集资'],
    ['suspicion', '当事人违反法律规定'],
    ['suspicion', '不法分子诈骗老年人'],
    ['suspicion', '经线索核查该公司系非法集资'],
    ['suspicion', '经查明，当事人发放宣传单'],
    ['suspicion', '事实清楚，证据确凿'],
    ['proposal', '上述行为违反了《广告法》第二十八条'],
    ['proposal', '该公司系非法集资'],
    ['finding', '当事人的行为构成非法集资'],
    ['finding', '当事人实施集资诈骗'],
  ]
  for (const [wording, words] of refused)
    it(`may not say “${words}” (${wording})`, () => expect(overstatedIn(saying(words), wording)).not.to.deep.equal([]))

  const allowed: [Wording, string][] = [
    ['suspicion', '涉嫌违反《广告法》第二十八条的规定'],
    ['suspicion', '依据《防范和处置非法集资条例》第五条、第十一条的规定'],
    ['suspicion', '是否成立由你单位依法调查认定'],
    ['suspicion', '是否构成非法集资，由处置非法集资牵头部门依法认定'],
    ['suspicion', '涉嫌非法集资线索移送函'],
    ['suspicion', '现将违法线索移送你单位'],
    ['suspicion', '谨防非法集资，远离诈骗'],
    ['suspicion', '举报人称该公司诈骗'],
    ['suspicion', '本机关决定不予认定'],
    ['suspicion', '经核查，没有违法事实'],
    ['suspicion', '请示例市公安局经济犯罪侦查支队协助'],
    ['suspicion', '可以拨打反诈骗专线96110'],
    ['suspicion', '对方违反合同约定不予退款'],
    ['proposal', '拟认定构成虚假广告'],
    ['proposal', '涉嫌违反《广告法》第二十八条'],
    ['finding', '上述行为违反了《广告法》第二十八条，属于虚假广告'],
    ['finding', '涉嫌非法集资的线索已另行移送'],
  ]
  for (const [wording, words] of allowed)
    it(`may say “${words}” (${wording})`, () => expect(overstatedIn(saying(words), wording)).to.deep.equal([]))

  it('are not ours where others are quoted', () => {
    const letter = saying('')
    letter.blocks = [{ kind: 'paragraph', runs: [{ text: '他们就是诈骗', source: 'complaint.facts', isQuoted: true }] }]
    expect(overstatedIn(letter, 'suspicion')).to.deep.equal([])
  })

  it('are seen in tables and attachments too', () => {
    const letter = saying('')
    letter.blocks = [
      {
        kind: 'table',
        columns: [1],
        rows: [
          {
            isHead: false,
            cells: [
              { isLabel: false, lines: [[{ text: '系非法集资', source: null }]], across: 1, down: 1, height: null },
            ],
          },
        ],
      },
    ]
    expect(overstatedIn(letter, 'suspicion')).to.have.length(1)
  })

  it('never let illegal fundraising be stated of anybody, in whatever sentence', () => {
    const verbs = fc.constantFrom('系', '构成', '属于', '实施', '从事', '组织', '进行', '参与', '的行为是')
    const grave = fc.constantFrom('非法集资', '非法吸收公众存款', '集资诈骗', '合同诈骗', '犯罪')
    const who = fc.constantFrom('该公司', '当事人', '你单位', '示例康养服务有限公司', '其法定代表人')
    const wording = fc.constantFrom<Wording>('suspicion', 'proposal', 'finding')
    fc.assert(
      fc.property(who, verbs, grave, wording, (a, b, c, each) => {
        expect(overstatedIn(saying(`${a}${b}${c}`), each), `${a}${b}${c}`).not.to.deep.equal([])
        expect(overstatedIn(saying(`${a}涉嫌${b}${c}`), each), `${a}涉嫌${b}${c}`).to.deep.equal([])
      }),
    )
  })
})

function saying(words: string): LaidLetter {
  return {
    type: 'test',
    style: 'decree',
    bureau: [],
    title: [],
    number: null,
    blocks: [{ kind: 'paragraph', runs: [{ text: words, source: null }] }],
    signatures: [],
    copies: null,
  }
}
