import { expect } from 'chai'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'

const targets = buildTargets([
  '做上',
  '手印',
  '高达',
  '公司说',
  '工程款',
  '级押金',
  '收益',
  '保本',
  '床位',
  '专家',
  '自己的房',
  '年报',
])
const read = (text: string) => normalise(text, targets).text
const isLeft = (text: string) => expect(read(text), text).to.equal(text)

describe('ordinary text beside the words that are hidden', () => {
  it('leaves a character that stands in a word of its own', () => {
    for (const plain of ['放在电脑桌上', '供述自己的犯罪事实', '建设工程框架合同', '省羁押材料', '戴一只玉手镯'])
      isLeft(plain)
  })

  it('leaves the seldom character of a name, however often the name comes', () => {
    isLeft('签字捺印。')
    isLeft('由高奕芙继承，高奕芙须于十日内到场，其余由高奕芙处置。')
  })

  it('reads the same characters otherwise where money or care is spoken of, or where more is hidden nearby', () => {
    expect(read('有抟家坐诊')).to.equal('有抟家坐诊')
    expect(read('预交三千元，抟家坐诊')).to.equal('预交三千元，专家坐诊')
    expect(read('有抟家坐诊，送来抻印')).to.equal('有专家坐诊，送来手印')
  })

  it('does not take a word of Japanese for one of ordinary Chinese', () => {
    expect(read('今天来了都有収益')).to.equal('今天来了都有收益')
  })

  it('reads a word of an offer though its first character could end a lesser word', () => {
    for (const around of ['每年葆本', '每年葆本返还10万元']) expect(read(around), around).to.include('年保本')
  })

  it('reads a word of an offer wherever it stands', () => {
    for (const hidden of ['葆本', '收溢', '牀位']) expect(read(hidden), hidden).to.not.equal(hidden)
  })

  it('ends soon with a name that comes a hundred thousand times', function () {
    this.timeout(10_000)
    const names = '佰奕芙与高奕芙，'.repeat(100_000)
    expect(read(names)).to.have.length(names.length)
  })
})
