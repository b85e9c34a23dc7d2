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
})
