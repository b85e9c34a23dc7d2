import { expect } from 'chai'
import fc from 'fast-check'
import { BARE_PARTS } from '../../../src/core/normalise/bare-parts.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { splitCharacters } from '../../../src/core/normalise/split-character.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'

const targets = buildTargets([
  '分红',
  '分利',
  '季分',
  '施工',
  '红利',
  '保本',
  '返利',
  '返本',
  '床位',
  '治疗',
  '医疗',
  '会员',
  '养老',
  '投资',
  '返还',
  '还本付息',
  '住海南',
  '担保',
  '情况',
])
const read = (text: string) => normalise(text, targets).text
const kinds = (text: string) => normalise(text, targets).disguises.map(({ kind }) => kind)

describe('characters in halves', () => {
  it('are read whatever is typed for a part: a radical, a Japanese letter of its shape, a part like it', () => {
    for (const hidden of ['亻呆本', 'イ呆本', '人呆本']) expect(read(hidden), hidden).to.equal('保本')
    for (const hidden of ['分纟工', '分糸工', '分糹工', '分幺工', '分丝工'])
      expect(read(hidden), hidden).to.equal('分红')
    for (const hidden of ['氵台疗', 'シ台疗', '冫台疗', '水台疗']) expect(read(hidden), hidden).to.equal('治疗')
    for (const hidden of ['返禾刂', '返禾リ', '返禾刀']) expect(read(hidden), hidden).to.equal('返利')
    for (const hidden of ['辶反本', '反辶本', '辵反本']) expect(read(hidden), hidden).to.equal('返本')
  })

  it('of which both parts are characters of everyday are read only as far as a longer word bears them out', () => {
    for (const plain of ['之反本', '小青况', '才旦保', '人主', '金失']) expect(read(plain), plain).to.equal(plain)
    const everyday = splitCharacters(targets.characters).filter(({ written }) => /^[之小才口文四]/.test(written))
    for (const { written, doubt } of everyday.filter(({ written }) => '反不青旦殳'.includes(written[1]!)))
      expect(doubt, written).to.equal(written === '才殳' ? 'none' : 'some')
  })

  it('explain both halves: 糸工 is 红, neither 利 before a 工 nor 施工', () => {
    expect(read('分糸工')).to.equal('分红')
    expect(read('每人分糸工三千元')).to.equal('每人分红三千元')
    expect(read('糸工利三千元')).to.equal('红利三千元')
    expect(read('孚分糸工三千元')).to.equal('孚分红三千元')
    expect(kinds('分糸工')).to.deep.equal(['split_character'])
  })

  it('of which one stands in no text by itself are read where no word holds them, too', () => {
    const stay = buildTargets(['入住', '海外'])
    expect(normalise('亻主山里', stay).text).to.equal('住山里')
    expect(normalise('人主山里', stay).text).to.equal('人主山里')
    expect(normalise('偏旁亻和氵', stay).text).to.equal('偏旁亻和氵')
  })

  it('are put together across even blanks and marks, and across one beside them', () => {
    expect(read('孚 分 糸 工')).to.equal('孚分红')
    expect(read('分 糸工')).to.equal('分红')
    expect(read('返❖禾刂')).to.equal('返利')
    expect(read('亻主 氵每 南')).to.equal('住海南')
    expect(read('返·辶不')).to.equal('返还')
    expect(kinds('分 糸工')).to.deep.equal(['inserted_mark', 'split_character'])
  })

  it('leave the blanks of lists and forms', () => {
    for (const plain of ['甲 乙 丙', '男 女 老 少', '审 判 长', '一 日 十 时', '木 子 李'])
      expect(read(plain), plain).to.equal(plain)
  })

  it('ends soon where nothing but halves and blanks come', function () {
    this.timeout(10_000)
    for (const unit of ['糸', '亻 ', '分 糸', '亻主 ', '山里亻', '返❖', '夲 返❖'])
      expect(read(unit.repeat(40_000)).length, unit).to.be.greaterThan(0)
  })

  it('keep every character at its place, whatever stands among bare parts', () => {
    const piece = fc.constantFrom(...BARE_PARTS, ...'分工利主反不呆本返夲溢收益 ·❖。', '返❖夲', '亻主 山 里')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const clean = normalise(pieces.join(''), targets)
        expect(clean.starts.length).to.equal(clean.text.length)
        let last = 0
        for (let i = 0; i < clean.text.length; i++) {
          expect(clean.starts[i]).to.be.at.least(last)
          expect(clean.ends[i]).to.be.within(clean.starts[i]! + 1, clean.original.length)
          last = clean.starts[i]!
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a mark inside a word of which a character is written for another', () => {
  it('is taken out where that is beyond doubt', () => {
    for (const hidden of ['返❖夲', '返.夲', '返·夲', '返❀夲', '返*夲', '返😀夲', '返 夲'])
      expect(read(hidden), hidden).to.equal('返本')
    expect(read('葆·本')).to.equal('保本')
    expect(kinds('返❖夲')).to.deep.equal(['inserted_mark', 'look_alike'])
  })

  it('is taken out of words that tell nothing only where more is hidden nearby', () => {
    const lesser = buildTargets(['住宿', '团费', '保本'])
    const plain = (text: string) => normalise(text, lesser).text
    expect(plain('含竺❖宿')).to.equal('含竺❖宿')
    expect(plain('团❖绯六百，含竺❖宿')).to.equal('团费六百，含住宿')
    expect(plain('团 绯六百，含竺 宿')).to.equal('团 绯六百，含竺 宿')
  })

  it('is no number in a circle', () => {
    expect(read('返⒏夲')).to.equal('返⒏夲')
  })

  it('stays where characters of everyday meet, or sentences', () => {
    for (const plain of ['返。夲', '返，夲', '返、夲', '宝❖本', '确保.苯环', '红·俐落', '返\n\n夲'])
      expect(read(plain), plain).to.equal(plain)
  })
})

describe('forms of other scripts', () => {
  it('that only Japanese has are read as the characters they are, beside kana as Japanese', () => {
    expect(read('可返銭五万，価格毎月，労営応会画覚')).to.equal('可返钱五万，价格每月，劳营应会画觉')
    expect(read('実発経済続図団，権険歳気，収帰関，賬戸')).to.equal('实发经济续图团，权险岁气，收归关，账户')
    expect(kinds('毎月')).to.deep.equal(['look_alike'])
    expect(read('の価格')).to.equal('の价格')
    for (const plain of ['毎月お得な価格です', '3000円', '洋泾浜', '证弁']) expect(read(plain), plain).to.equal(plain)
  })

  it('that nobody uses are read as the characters they look like in the words they make', () => {
    const old = buildTargets(['每年返还', '老人', '今天', '回报', '生活', '工作日'])
    const plain = (text: string) => normalise(text, old).text
    expect(plain('毎姩返还，老亾，今兲，囙报，甡活，エ作日')).to.equal('每年返还，老人，今天，回报，生活，工作日')
  })
})
