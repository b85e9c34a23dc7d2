import { expect } from 'chai'
import fc from 'fast-check'
import type { Kind } from '../../../src/core/document.ts'
import { extract } from '../../../src/core/extract/extract.ts'
import { clauseAt, clauses } from '../../../src/core/frame/clauses.ts'
import { frameAt, frameDocument } from '../../../src/core/frame/frame-document.ts'
import { negated } from '../../../src/core/frame/negation.ts'
import { sentences } from '../../../src/core/frame/sentences.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'
import { cpuMs } from '../../support/cpu-time.ts'

const targets = buildTargets(['保本', '非法集资', '欺诈消费', '虚假宣传', '返利'])
function framed(text: string, kind?: Kind) {
  const clean = normalise(text, targets)
  return { clean, framing: frameDocument(clean, extract(clean), kind) }
}
const frames = (text: string, kind?: Kind) => framed(text, kind).framing.sentences.map((sentence) => sentence.frame)

describe('sentences', () => {
  it('cover the text without gaps, whatever it is', () => {
    const piece = fc.constantFrom(
      '保本',
      '。',
      '！',
      '\n',
      '\r\n',
      ' ',
      '；',
      '？”',
      'a',
      '一二三四五六七八九十一二三四五六七八九十一二三四五六',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let at = 0
        for (const sentence of sentences(text)) {
          expect(sentence.start).to.equal(at)
          expect(sentence.end).to.be.greaterThan(at)
          at = sentence.end
        }
        expect(at).to.equal(text.length)
      }),
    )
  })

  it('of nothing but white space go with the one before', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('保本', '。', '！', '\n', ' ', '\u3000', '」')), (pieces) => {
        const text = pieces.join('')
        const [, ...later] = sentences(text)
        for (const { start, end } of later) expect(text.slice(start, end)).to.match(/\S/)
      }),
    )
  })

  it('read on over a line that the page broke', () => {
    const text = '本公司郑重声明旅居养老会员卡仅用于预订各地基地的住宿服务不\n承诺保本。'
    expect(sentences(text).length).to.equal(1)
  })

  it('end at a short line and before a list item', () => {
    expect(sentences('旅居卡\n保本').length).to.equal(2)
    expect(sentences('本公司郑重声明旅居养老会员卡仅用于预订各地基地的住宿服务吗\n第二条 保本').length).to.equal(2)
  })
})

describe('clauses', () => {
  it('takes care about illness and weather for no warning of swindlers', () => {
    const offer = '旅居养老卡，存10万每月返1000元，到期退本金，介绍一人奖励2000元。'
    for (const care of ['天冷了，叔叔阿姨当心身体。', '警惕老年痴呆！', '当心路面湿滑，谨防感冒。']) {
      expect(frames(care + offer, 'marketing').at(-1), care).to.equal('seller')
    }
  })

  it('end at commas and colons but not inside numbers', () => {
    const text = '费用：1,000元，12:30前付'
    expect(clauses(text).map(({ start, end }) => text.slice(start, end))).to.deep.equal([
      '费用',
      '1,000元',
      '12:30前付',
    ])
    expect(clauseAt(text, 5)).to.deep.equal({ start: 3, end: 9 })
  })
})

describe('denial', () => {
  const DENIED: [string, string][] = [
    ['不承诺保本', '保本'],
    ['本产品不承诺任何形式的保本', '保本'],
    ['不得以任何形式承诺保本或固定收益', '固定收益'],
    ['不存在任何收益', '收益'],
    ['拒绝承诺回报', '回报'],
    ['我们从不保本', '保本'],
    ['没有任何保本承诺', '保本'],
    ['严禁以返利吸引老年人', '返利'],
    ['保本承诺均不属实', '保本'],
    ['谨防高息返利', '返利'],
    ['非保本浮动收益', '保本'],
    ['绝不返利', '返利'],
    ['会费不产生收益，也未承诺分红', '分红'],
    ['并不保证收益', '收益'],
  ]
  for (const [text, word] of DENIED) {
    it(`is seen in ${text}`, () => {
      const at = text.indexOf(word)
      expect(negated({ text }, at, at + word.length)).to.equal(true)
    })
  }

  const ASSERTED: [string, string][] = [
    ['保本不是梦', '保本'],
    ['不仅保本，还有分红', '保本'],
    ['不仅保本，还有分红', '分红'],
    ['如不返还本金，赔偿十倍', '返还本金'],
    ['绝不亏损保本保息', '保本'],
    ['不入住也返房费', '返房费'],
    ['未入住每月返利500元', '返利'],
    ['无风险，保本', '保本'],
    ['承诺不低于8%的收益', '收益'],
    ['绝不拖欠分红', '分红'],
    ['是不是保本', '保本'],
    ['不怕亏损，全额返本', '返本'],
    ['不花一分钱，年年返利', '返利'],
    ['错过不再有，高额回报', '回报'],
  ]
  for (const [text, word] of ASSERTED) {
    it(`is not seen in ${text}`, () => {
      const at = text.indexOf(word)
      expect(negated({ text }, at, at + word.length)).to.equal(false)
    })
  }

  it('holds for its own clause only', () => {
    const text = '不是所有产品都保本，我们保本'
    expect(negated({ text }, text.indexOf('保本'))).to.equal(true)
    expect(negated({ text }, text.lastIndexOf('保本'))).to.equal(false)
  })
})

describe('frames', () => {
  const POLICY = `關於加強旅居(lǚ jū)養老市場監管的通知
各市（州）民政局、市場監督管理局：
為貫徹落實四省旅居養老合作框架協議精神，嚴厲打擊以旅居養老為名的非法(fēi fǎ)集\ufffd\ufffd資、欺詐消\ufffd費、虛假(xū jiǎ)宣傳等違法行為，現就有關事項通知如下。
一、壓實屬地監管責任。
二、加強部門協同。`

  it('reads a policy notice in traditional script with pinyin and broken bytes as policy', () => {
    const { clean, framing } = framed(POLICY)
    expect(clean.text).to.include('非法集资、欺诈消费、虚假宣传等违法行为')
    expect(framing.genre).to.equal('policy')
    expect(new Set(framing.sentences.map((sentence) => sentence.frame))).to.deep.equal(new Set(['policy']))
    expect(framing.guessedKind).to.equal('unknown')
  })

  it('leaves such a notice policy even when it is given as marketing', () => {
    expect(framed(POLICY, 'marketing').framing.genre).to.equal('policy')
  })

  it('reads a warning as a warning', () => {
    const text =
      '警惕养老骗局！不法分子以高额回报为诱饵，承诺保本付息。请老年朋友不要轻信，发现线索请拨打0431-88886666举报。'
    expect(framed(text).framing.genre).to.equal('warning')
  })

  it('reads a warning with a contact and a call to pay as an offer', () => {
    const { framing } = framed('警惕养老骗局！选择正规旅居养老，年化12%保本，名额有限，立即预订，咨询热线13800138000。')
    expect(framing.genre).to.equal('offer')
    expect(framing.sentences.at(-1)!.frame).to.equal('seller')
    expect(framing.guessedKind).to.equal('marketing')
  })

  it('reads a news item as news, and as an offer once it sells', () => {
    const news = '本报讯（记者 李某）某公司以旅居养老为名承诺返利，被立案调查。'
    expect(framed(news).framing.genre).to.equal('news')
    expect(framed(`${news}康养基地招商，扫码预约参观，咨询热线13800138000。`).framing.genre).to.equal('offer')
  })

  it('reads what a court found as judgment', () => {
    expect(framed('经审理查明，被告人李某承诺年化12%保本付息，向老年人吸收资金。').framing.genre).to.equal('judgment')
  })

  it('takes a judgment given as a complaint as evidence against the persons named', () => {
    const { framing } = framed('经审理查明，被告人李某承诺年化12%保本付息。', 'complaint')
    expect(framing.genre).to.equal('judgment')
    expect(framing.sentences[0]!.frame).to.equal('complainant')
  })

  it('reads a contract by its parties', () => {
    const { framing } = framed('甲方：示例公司\n乙方：王某\n第一条 乙方一次性预付24个月服务费。')
    expect([framing.genre, framing.guessedKind]).to.deep.equal(['contract', 'contract'])
  })

  it('reads a victim’s account as the complainant’s', () => {
    const { framing } = framed('我母亲交了10万元，业务员承诺保本年化12%，现在人去楼空，要求退款。')
    expect(framing.guessedKind).to.equal('complaint')
    expect(framing.sentences[0]!.frame).to.equal('complainant')
  })

  it('tells a tip-off from a complaint', () => {
    expect(framed('举报线索：某公司在小区发传单，宣称养老投资高收益。').framing.guessedKind).to.equal('report')
  })

  it('keeps a refusal to pay back as the complainant’s account', () => {
    expect(frames('商家拒绝返还本金。', 'complaint')).to.deep.equal(['complainant'])
  })

  it('frames a question of a complainant as a question, not one of a seller', () => {
    expect(frames('我母亲交了10万元。请问这样返利合法吗？', 'complaint')).to.deep.equal(['complainant', 'question'])
    expect(frames('想要年化12%的收益吗？', 'marketing')).to.deep.equal(['seller'])
  })

  it('frames a denial in an offer as negation and what follows as the seller’s', () => {
    expect(frames('本卡不承诺保本，不存在任何收益。持卡享折扣。', 'marketing')).to.deep.equal(['negation', 'seller'])
    expect(frames('别家不保本，我们保本。', 'marketing')).to.deep.equal(['seller'])
  })

  it('reads a leaflet without a contact', () => {
    expect(framed('三亚候鸟旅居卡，投10万月返2000，到期还本，名额有限，欢迎您加入').framing.genre).to.equal('leaflet')
  })

  it('leaves an authority’s notice policy although it names a number to enquire at', () => {
    const text =
      '某市民政局\n关于发放床位补贴的公告\n现就床位补贴有关事项公告如下：每人每月补贴500元。\n咨询电话：0431-8888 6666\n特此公告。'
    expect(framed(text).framing.genre).to.equal('policy')
  })

  it('reads what a contract withholds or forbids as a term, no denial', () => {
    expect(frames('会员中途放弃的，甲方无返还义务。不得转让。', 'contract')).to.deep.equal(['seller', 'seller'])
  })

  it('reads a contract by its title and by its two parties', () => {
    expect(framed('旅居养老服务合同\n第一条 服务期限三年。\n第二条 会费概不退还。').framing.guessedKind).to.equal(
      'contract',
    )
    expect(framed('甲方每年向乙方返还本金的10%，合同期满返还全部本金。').framing.guessedKind).to.equal('contract')
  })

  it('reads a price beside a number as an offer', () => {
    expect(framed('冬季旅居过冬，39800元/季，含食宿。电话0898-66668888').framing.genre).to.equal('offer')
  })

  it('grows in proportion to the text', () => {
    for (const unit of ['不承诺保本，', '保本', '\n', '甲方']) {
      const time = (length: number) => {
        const { clean } = { clean: normalise(unit.repeat(Math.ceil(length / unit.length))) }
        return cpuMs(() => frameDocument(clean, []))
      }
      expect(time(80_000), unit).to.be.lessThan(Math.max(time(8_000), 5) * 60)
    }
  })

  it('reads who says where the payouts come from, or showed the seller the door, as one who warns', () => {
    for (const text of [
      '有个会所说交六万一年给八千。这八千从哪来？从下一个交钱的人那里来。',
      '楼道里有人塞条子，说认购床位年底分红。我把条子交给民警了。',
      '存三万按月拿四百，他们没有金融牌照，就不能这么收老人的钱。',
    ]) {
      expect(framed(text, 'marketing').framing.genre, text).to.equal('warning')
    }
    expect(framed('交六万一年给八千，钱从哪来？公司三十家基地挣来的，立即认购。', 'marketing').framing.genre).to.equal(
      'leaflet',
    )
  })

  it('says nothing of a headline', () => {
    expect(framed('央行下调存款准备金率0.5个百分点').framing.genre).to.equal('other')
  })

  it('finds the sentence of any offset', () => {
    const { framing } = framed('一句。两句。三句。')
    expect(frameAt(framing, 0).start).to.equal(0)
    expect(frameAt(framing, 4).start).to.equal(3)
    expect(frameAt(framing, 99).start).to.equal(6)
    expect(frameAt({ ...framing, sentences: [] }, 0).frame).to.equal('other')
  })
})
