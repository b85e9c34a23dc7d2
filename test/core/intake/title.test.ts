import { expect } from 'chai'
import { titleOf } from '../../../src/core/intake/title.ts'

describe('the title of a paper', () => {
  it('is what the sender called it', () => {
    expect(titleOf('  候鸟卡\n招募 ', '别的文字', 'a.txt')).to.equal('候鸟卡 招募')
  })

  it('is else the first line that says something, with its brackets and quotation marks', () => {
    expect(titleOf(undefined, '\n  ***\n\n· “海屿·候鸟卡”创始会员招募\n正文', 'a.txt')).to.equal(
      '“海屿·候鸟卡”创始会员招募',
    )
    expect(titleOf('', '【内部资料】主持词', 'a.txt')).to.equal('【内部资料】主持词')
  })

  it('is else the name of the file', () => {
    expect(titleOf(undefined, '。。。\n12', '空白.txt')).to.equal('空白.txt')
  })

  it('ends after sixty characters, never in the middle of one', () => {
    const title = titleOf(undefined, '𠮷'.repeat(100), '')
    expect([...title]).to.have.length(60)
    expect(title.isWellFormed()).to.equal(true)
  })

  it('names nobody', () => {
    const line = '投诉：本人张三，电话13900001234，身份证号460200195001011234，卡号6222000000000000000'
    expect(titleOf(undefined, line, '')).to.equal('投诉：本人××，电话××，身份证号××，卡号××')
    expect(titleOf(undefined, '投诉人：李小明 要求退款', '')).to.equal('投诉人：×× 要求退款')
    expect(titleOf(undefined, '我叫王小明今年七十，手机+8613900001234', '')).to.equal('我叫××今年七十，手机××')
    expect(titleOf(undefined, '我是退休教师，本人要求退款', '')).to.equal('我是退休教师，本人要求退款')
  })
})
