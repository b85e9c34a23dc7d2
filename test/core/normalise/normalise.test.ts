import { expect } from 'chai'
import fc from 'fast-check'
import { originalSpan } from '../../../src/core/normalise/clean-text.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'
import { cpuMs } from '../../support/cpu-time.ts'
import { aRule, aRulebook } from '../../support/rulebook.ts'

const targets = buildTargets(['保本', '还本付息', '高收益', '返利', '保本保息', '非法集资', '旱涝保收', '终身养老'])
const read = (text: string) => normalise(text, targets).text
const kinds = (text: string) => normalise(text, targets).disguises.map((disguise) => disguise.kind)

describe('normalise', () => {
  it('narrows full-width letters and digits and keeps Chinese punctuation', () => {
    expect(read('年化１２％，ＶＩＰ会员！（首年）')).to.equal('年化12%，VIP会员！（首年）')
    expect(kinds('年化１２％')).to.deep.equal([])
  })

  it('reads radicals and compatibility forms as the characters they pass for', () => {
    expect(read('⺟亲⽼⼈')).to.equal('母亲老人')
    expect(kinds('⺟亲')).to.deep.equal(['look_alike'])
  })

  it('turns traditional characters and only them', () => {
    expect(read('嚴厲打擊非法集資，後期補貼，乾貨')).to.equal('严厉打击非法集资，后期补贴，干货')
    expect(read('著名景点，乾坤湾，象徵，床位费')).to.equal('著名景点，乾坤湾，象徵，床位费')
  })

  it('records a few traditional characters as hiding, a text in traditional script as none', () => {
    expect(kinds('本公司旅居卡每年给您高收益並且保証夲金，欢迎广大老年朋友前来体验')).to.include('traditional')
    expect(kinds('關於加強旅居養老市場監管的通知')).to.deep.equal([])
  })

  it('takes out what cannot be seen', () => {
    expect(read('\ufeff保\u200b本\u00ad保\u2060息')).to.equal('保本保息')
    expect(read('保\u0336本\u0336')).to.equal('保本')
    expect(kinds('\ufeff保本')).to.deep.equal([])
    expect(kinds('保\u200b本')).to.deep.equal(['invisible'])
  })

  it('takes marks, blanks, pictures and line breaks out of target words only', () => {
    for (const hidden of ['保*本', '保.本', '保 本', '保😊本', '保\n本', '保_本', '保★本'])
      expect(read(hidden), hidden).to.equal('保本')
    expect(read('还 本\n付*息')).to.equal('还本付息')
    expect(read('天 气 很 好')).to.equal('天 气 很 好')
  })

  it('does not make a target word out of two neighbouring ones', () => {
    for (const plain of ['确保 本公司', '返还/本金', '确保，本公司', '担保\n本合同', '医保\n\n本店'])
      expect(read(plain), plain).to.equal(plain)
  })

  it('takes repeated characters back to one inside a target word', () => {
    expect(read('高收收收益')).to.equal('高收益')
    expect(read('天天好，爸爸妈妈')).to.equal('天天好，爸爸妈妈')
  })

  it('takes out pinyin in brackets and leaves abbreviations', () => {
    expect(read('習(xí)，养老（yǎng lǎo），返利(fan li)')).to.equal('习，养老，返利')
    expect(read('人工智能(AI)，会员（VIP），酒店(hotel)')).to.equal('人工智能(AI)，会员（VIP），酒店(hotel)')
  })

  it('reads styled digits as digits and leaves list markers', () => {
    expect(read('年息①②%，投⑤萬，𝟙𝟚%')).to.equal('年息12%，投5万，12%')
    expect(read('①本机构 ②5万名会员')).to.equal('①本机构 ②5万名会员')
    expect(read('①③⑧①②③④⑤⑥⑦⑧')).to.equal('13812345678')
  })

  it('reads a circled digit behind 十, 百, 千 or 万 as part of the number, and a note as a note', () => {
    expect(read('交①万①年给①千②，推荐奖百分之十②')).to.equal('交1万1年给1千2，推荐奖百分之十二')
    for (const paper of [
      '增长百分之十②，见下。\n①含税\n②按可比价格',
      '投保金额二万①。①不含税',
      '费用包括：①门票二百②餐费一百③住宿三百，共计六百元。',
      '①会员费三千②每年返利百分之十③到期退本',
      '入住须知：①押金五千②月费三千③餐费八百④取暖费一千',
      '奖励：①获一等奖奖金一万②二等奖五千',
      '门票每人二百②，老人半价。\n[②] 含讲解。',
      '收益上浮百分之十②。\n注②：见附表。',
    ])
      expect(read(paper)).to.equal(paper)
    const many = '十②，'.repeat(50_000)
    expect(read(many)).to.equal('十二，'.repeat(50_000))
  })

  it('reads entities', () => {
    expect(read('保&#26412;&nbsp;A&amp;B')).to.equal('保本 A&B')
    expect(kinds('保&#26412;')).to.deep.equal(['html_entity'])
  })

  it('marks lost bytes and lets them break no word', () => {
    expect(read('非法\ufffd\ufffd集资，锟斤拷欺诈')).to.equal('非法集资，欺诈')
    expect(kinds('非法\ufffd\ufffd集资')).to.deep.equal(['mojibake'])
    expect(read('保\ud800本')).to.equal('保本')
  })

  it('reads look-alikes, characters in halves and pinyin as the target word they make', () => {
    for (const hidden of ['保夲', '葆本', '亻呆本', 'bao本', '保ben']) expect(read(hidden), hidden).to.equal('保本')
    expect(read('返禾刂，fan利，高收溢，还本付xi')).to.equal('返利，返利，高收益，还本付息')
    expect(kinds('返禾刂')).to.deep.equal(['split_character'])
    expect(kinds('保夲')).to.deep.equal(['look_alike'])
    expect(kinds('bao本')).to.deep.equal(['pinyin'])
  })

  it('reads halves that may be two characters only beside two that nobody writes by chance', () => {
    const stay = buildTargets(['返利', '学费', '入住', '床位'])
    const plain = (text: string) => normalise(text, stay).text
    expect(plain('床人立已满，入人主即送')).to.equal('床人立已满，入人主即送')
    expect(plain('返禾刂多，床人立已满')).to.equal('返利多，床人立已满')
    expect(plain('返禾刂高，辶反利快，床人立已满，入人主即送')).to.equal('返利高，返利快，床位已满，入住即送')
  })

  it('reads characters of like sound and shape, seldom ones in any word and common ones in long words', () => {
    expect(read('收溢高，膏收益，非法积资，旱澇保収')).to.include('高收益')
    for (const hidden of ['葆本', '返痢', '非法寂资', '终身氧老']) expect(read(hidden), hidden).to.not.equal(hidden)
    expect(read('非法经营，终身教授，还本周')).to.equal('非法经营，终身教授，还本周')
  })

  it('reads key words through everyday characters only amid an offer', () => {
    expect(read('宝本，年化12%')).to.equal('保本，年化12%')
    expect(read('每月返力2000元')).to.equal('每月返利2000元')
    expect(read('这家店的镇店之宝本周展出')).to.equal('这家店的镇店之宝本周展出')
  })

  it('reads the words of a warning too, which no rule need ask for', () => {
    const { targets: ofRules } = aRulebook([aRule()])
    expect(normalise('谨fang马扁局', ofRules).text).to.equal('谨防骗局')
  })

  it('mends lines cut to one width', () => {
    const words = '候鸟养老卡每年给您百分之十二的补贴到期退还本金欢迎广大老年朋友前来咨询办理'
    expect(read(words.replace(/.{13}/g, '$&\n'))).to.equal(words)
    expect(read('天天有车接\n顿顿有肉吃\n月月有补贴')).to.equal('天天有车接\n顿顿有肉吃\n月月有补贴')
  })

  it('leaves ordinary words that a stand-in could turn', () => {
    for (const plain of ['宝本', '反利', '陪护', '会议', '保障bao', 'Hi利', 'abao本公司'])
      expect(read(plain), plain).to.equal(plain)
  })

  it('leaves what everybody says, and writes on plaques and in names, as it is in short words', () => {
    const short = buildTargets(['说在', '的骗', '打伙', '给两', '一日', '您投'])
    for (const plain of ['让他睡在走廊', '门口挂着的匾', '两家搭伙过冬', '一年寄两回', '一沓收据'])
      expect(normalise(plain, short).text, plain).to.equal(plain)
  })

  it('undoes UTF-8 that was read as Latin or as GBK', () => {
    const words = '我们承诺保本，年化收益'
    const bytes = new TextEncoder().encode(words)
    expect(read(new TextDecoder('windows-1252').decode(bytes))).to.equal(words)
    const gbk = read(new TextDecoder('gbk').decode(bytes))
    expect(gbk.slice(0, 10)).to.equal(words.slice(0, 10))
    expect(read('café naïve，涓涓细流，浜海')).to.equal('café naïve，涓涓细流，浜海')
  })

  it('takes empty text and text of marks alone', () => {
    expect(read('')).to.equal('')
    expect(read('***')).to.equal('***')
    expect(read('\u200b')).to.equal('')
    expect(read('\udc00')).to.equal('')
  })

  it('keeps characters of the supplementary planes whole', () => {
    expect(read('𠮷祥😀')).to.equal('𠮷祥😀')
  })

  it('keeps the place of every character in the original', () => {
    const clean = normalise('我們保*本(běn)，年化１２％', targets)
    const at = clean.text.indexOf('保本')
    const span = originalSpan(clean, at, at + 2)
    expect(clean.original.slice(span.start, span.end)).to.equal('保*本')
    const rate = clean.text.indexOf('12%')
    const place = originalSpan(clean, rate, rate + 3)
    expect(clean.original.slice(place.start, place.end)).to.equal('１２％')
  })

  it('keeps maps in order, inside the original and as long as the text, whatever comes', () => {
    const piece = fc.constantFrom(
      '保本',
      '高收益',
      '*',
      ' ',
      '\u200b',
      '\ufffd',
      '(xí)',
      '習',
      '①',
      '１',
      '😀',
      '\ud800',
      '&#26412;',
      '\n',
      '年化12%',
      '𝟙',
      'a\u0301',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 40 }),
        (pieces) => {
          const clean = normalise(pieces.join(''), targets)
          expect(clean.starts.length).to.equal(clean.text.length)
          expect(clean.ends.length).to.equal(clean.text.length)
          let last = 0
          const wrong = [...clean.starts].findIndex((start, i) => {
            const isWrong = start < last || clean.ends[i]! <= start || clean.ends[i]! > clean.original.length
            last = start
            return isWrong
          })
          expect(wrong).to.equal(-1)
        },
      ),
      { numRuns: 200 },
    )
  })

  it('finds nothing more to undo in what it has made plain', () => {
    const once = read('保*本 高收收益 習(xí) ①③⑧①②③④⑤⑥⑦⑧ 非法\ufffd集資')
    expect(read(once)).to.equal(once)
  })

  it('grows in proportion to the text', () => {
    for (const unit of ['保*本 ', '①', '习(xi)', '高收收益', '葆bao']) {
      const short = timed(unit.repeat(Math.ceil(8_000 / unit.length)))
      const long = timed(unit.repeat(Math.ceil(80_000 / unit.length)))
      expect(long, unit).to.be.lessThan(Math.max(short, 5) * 60)
    }
  })
})

function timed(text: string): number {
  return cpuMs(() => normalise(text, targets))
}
