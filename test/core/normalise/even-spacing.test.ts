import { expect } from 'chai'
import fc from 'fast-check'
import { normalise } from '../../../src/core/normalise/normalise.ts'

describe('Even spacing', () => {
  it('after every character is taken out, blanks, marks and pictures alike, words known or not', () => {
    expect(normalise('每 个 月 给 您 三 百 块').text).to.equal('每个月给您三百块')
    expect(normalise('每·个·月·给·您·3·0·0·块').text).to.equal('每个月给您300块')
    expect(normalise('到😊期😊一😊分😊不😊少😊还').text).to.equal('到期一分不少还')
    expect(normalise('招　冬　住　三　年　床　位　费').text).to.equal('招冬住三年床位费')
  })

  it('tells the hiding, but a short heading hides nothing', () => {
    expect(normalise('每 个 月 给 您 三 百 块').disguises.map(({ kind }) => kind)).to.include('inserted_mark')
    expect(normalise('通 知 公 告 栏 目').disguises).to.deep.equal([])
  })

  it('leaves words parted by blanks and lists as they are', () => {
    for (const text of [
      '海南 三亚 旅居 养老 基地 招商',
      '甲 乙 丙',
      '1 2 3 4 5 6 7',
      '护理、餐饮、住宿、医疗、接送、保洁',
    ])
      expect(normalise(text).text).to.equal(text)
  })

  it('keeps every character at its place', () => {
    fc.assert(
      fc.property(fc.constantFrom(' ', '·', '★', '😀'), fc.string({ unit: 'grapheme', maxLength: 5 }), (mark, tail) => {
        const original = `${[...'每个月给您三百块'].join(mark)}${tail}`
        const { text, starts, ends } = normalise(original)
        for (let i = 0; i < 8; i++) expect(original.slice(starts[i], ends[i])).to.equal(text[i])
      }),
    )
  })
})

describe('Letters for noughts', () => {
  it('in a number are noughts', () => {
    expect(normalise('交36ooo元').text).to.equal('交36000元')
    expect(normalise('领4OO元').text).to.equal('领400元')
    expect(normalise('每月12 oo，').text).to.equal('每月12 00，')
    expect(normalise('返1O%').text).to.equal('返10%')
  })

  it('in names and words stay letters', () => {
    for (const text of ['iPhone 6o', 'Web3Open', '24ok', 'CO2ok', '3 only', 'O型血', 'H2O'])
      expect(normalise(text).text).to.equal(text)
  })
})

describe('Digits in circles', () => {
  it('before what is counted are digits, at the head of a clause numbers of a list', () => {
    expect(normalise('您的③份到期，第⑩人').text).to.equal('您的3份到期，第10人')
    expect(normalise('包括：①人员费②餐费').text).to.equal('包括：①人员费②餐费')
  })
})
