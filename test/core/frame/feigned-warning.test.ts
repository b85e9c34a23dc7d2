import { expect } from 'chai'
import { assess } from '../../../src/core/pipeline.ts'
import { shipped } from '../../support/rulebook.ts'

const DAY = '2026-11-22'
const read = (text: string) => assess({ text }, DAY, shipped)

describe('a warning of the police or the neighbourhood', () => {
  const warnings = [
    '民警提醒：凡承诺“保本高息、年化18%、随时提现”的旅居养老项目都可能是非法集资，请勿上当。',
    '社区民警提醒：旅居养老、保本返利、年化15%的“养老公寓”涉嫌非法集资，请勿上当。',
    '社区民警提醒：对承诺保本、年化20%返利的旅居养老会员卡，涉嫌非法集资，请勿转账。',
    '派出所提醒：以旅居养老名义许诺每月返利2%、到期返还本金的，多为非法集资，请勿参与。',
    '保本保息、年化12%的旅居养老项目均为非法集资，切莫参与。',
    '近期有人在小区推销“保本高息”旅居养老卡，年化18%，请勿轻信。',
    '不要被“交5万元每年返利8000元、免费旅居养老”的说法迷惑。',
    '居委会提醒各位老人：凡说“养老床位包租、年回报15%、保本回购”的都是非法集资。',
    '反诈中心提醒：“旅居养老投资5万元、年化24%、随时退本”属于非法集资，切莫转账。',
    '市场监管所提醒: 养老公寓“售后返租、固定回报10%”可能是非法集资，如遇推销请拨打12345。',
    '子女请转告父母：承诺高额返利、保本的康养旅居项目多为骗局，不要被免费旅游打动，请勿上当。',
    '银行网点提醒：有人以“康养基地入股、年分红20%、保本”吸引老年客户，涉嫌非法集资，请勿转账。',
  ]
  for (const text of warnings) {
    it(`is no lead: ${text}`, () => {
      const { framing, labels, band } = read(text)
      expect([framing.genre, labels, band]).to.deep.equal(['warning', [], 'none'])
    })
  }
})

describe('a column of the police that takes sellers at their word', () => {
  const column = `上周分局端掉一个挂着“候鸟养老”牌子的窝点，下面是他们的话。
他们说：“一张床位六万，每月给您五百，满两年六万原数退您。”
民警说：养老院收的是照料的钱，发利息的不是养老院。
他们说：“带一位老姐妹来，给您两个点。”
民警说：拿后来人的钱发前面人的钱，早晚要断。`
  it('is no lead, whatever kind it is given as', () => {
    for (const kind of ['unknown', 'marketing'] as const)
      expect(assess({ text: column, kind }, DAY, shipped).labels, kind).to.deep.equal([])
  })

  it('is an offer where the seller borrows its form alone', () => {
    const text = column
      .split('\n')
      .slice(1, 2)
      .join()
      .replace(/他们说：|[“”]/g, '')
    expect(assess({ text: `民警说：放心。\n${text}`, kind: 'marketing' }, DAY, shipped).labels).to.not.deep.equal([])
  })
})

describe('a judgment handed in as a contract', () => {
  const judgment = `民事判决书。原告诉称：签订康养权益协议，交付16万元，被告每月支付1600元，三年期满退还16万元。
被告辩称：协议合法有效。本院认为，本案涉嫌非法集资，应移送公安机关。裁定如下：驳回原告的起诉。`
  it('is no contract', () => {
    const { framing, labels } = assess({ text: judgment, kind: 'contract' }, DAY, shipped)
    expect([framing.genre, labels]).to.deep.equal(['judgment', []])
  })

  it('is one where it quotes the form alone', () => {
    const text = '乙方交付16万元，甲方每月支付1600元，三年期满退还16万元。本院认为，判决如下：本协议有效。'
    const { framing, labels } = assess({ text, kind: 'contract' }, DAY, shipped)
    expect(framing.genre).to.equal('contract')
    expect(labels).to.include('illegal_fundraising')
  })
})

describe('a card or a notice that teaches', () => {
  const LESSONS = [
    '【养老诈骗识别卡】\n“存五万，每月领五百，三年还本”——假！\n“政府兜底的养老床位，住不住都给钱”——假！\n记住：养老院不发利息。',
    '子女必读：爸妈如果突然说这些话，请警觉：“那边存钱比银行高”“老师说不用吃药了”“再介绍两个人就能升级”。\n社区居委会 印',
  ]
  for (const text of LESSONS)
    it(`finds nothing in ${text.slice(0, 10)}`, () => {
      for (const kind of ['unknown', 'marketing'] as const) {
        const { framing, findings } = assess({ text, kind }, DAY, shipped)
        expect([framing.genre, findings]).to.deep.equal(['warning', []])
      }
    })

  it('is an offer where a seller signs as an authority', () => {
    const text = '候鸟养老公寓床位认购，每份五万元，每月返利600元，三年期满原价回购，保本保息。\n某某社区居委会'
    expect(assess({ text, kind: 'marketing' }, DAY, shipped).labels).to.include('illegal_fundraising')
  })
})

describe('a rhyme that warns', () => {
  it('is no lead where a post printed it', () => {
    const text =
      '【塬下派出所、民政所联合印】\n说床位，押三万，月月返你三百块；\n返到秋后人跑了，门锁锈了电话断。\n“保本保息”盖红圈，谁敢保来谁犯险。'
    expect(assess({ text, kind: 'marketing' }, DAY, shipped).labels).to.deep.equal([])
  })
})

describe('a shop that disowns what bears its name', () => {
  const text = '他们冒用我店字号，门口写着“静园旅居”，店员对老人说是我们新开的分店，老人走错了还被收了定金。'
  it('warns the public, and complains where it was handed in as a complaint', () => {
    expect(assess({ text }, DAY, shipped).framing.genre).to.equal('warning')
    expect(assess({ text, kind: 'complaint' }, DAY, shipped).labels).to.deep.equal(['deceptive_sales'])
  })
})

describe('an offer with a contact of its own', () => {
  const offer = '旅居康养年卡39800元，住不满可返现，三年期满全额退回卡款，每年另享18%收益。微信号：qinghe2026'
  const lastLines = [
    '县处置非法集资工作领导小组办公室印制',
    '市反诈中心监制',
    '青禾防骗旅居中心宣',
    '谨防诈骗！',
    '谨防假冒，认准官方',
    '温馨提示：投资有风险，谨防上当受骗',
    '请勿轻信他人',
  ]
  it('loses nothing by a last line, whatever it is given as', () => {
    for (const kind of ['marketing', 'complaint', 'report', 'unknown'] as const)
      for (const last of lastLines) {
        const { labels, findings } = assess({ text: `${offer}\n${last}`, kind }, DAY, shipped)
        expect(labels, last).to.include('illegal_fundraising')
        expect(findings.length, last).to.be.above(3)
      }
  })

  it('is none where a warning names the constable’s telephone and holds the terms against others', () => {
    for (const warning of [
      '有人上门推销年卡，说39800元住三年、期满全退、每年另给18%收益，请勿轻信，谨防诈骗。社区民警王警官 13900001234',
      '凡许诺“交五万元，每年返八千元”的都是骗局，切勿转账。警务室微信：jingwu2026',
    ]) {
      const { framing, labels } = read(warning)
      expect([framing.genre, labels], warning).to.deep.equal(['warning', []])
    }
  })
})

describe('an offer that puts on the words of a warning', () => {
  const offers = [
    '温馨提醒：旅居养老会员卡保本保息、年化18%，随时提现，请勿错过！认购热线13900001234。',
    '民警提醒：外面的非法集资请勿上当。我们的旅居养老项目保本保息、年化18%，立即认购，加微信kangyang888。',
    '提醒：市面上返利多为非法集资，请勿上当，选择我们，旅居养老保本保息年化18%，报名电话13900001234。',
    '社区提醒：请勿轻信别家，本公司旅居养老保本返利，年化15%，扫码立即认购。',
    '友情提醒：年化18%、保本保息的旅居养老卡仅剩20张，切莫错过，速来抢购，电话13900001234。',
    '不要被银行低利息耽误！旅居养老投5万元年返利9000元，保本，加微信ky2026抢名额。',
    '有人说保本高息可能是非法集资，请勿轻信谣言，旅居养老年化18%、到期返还本金，名额有限，扫码认购。',
    '提醒：年化18%、保本保息的旅居养老项目本月截止，请勿转账给他人，认购款请交到前台，预订电话13900001234。',
    '保本保息、年化18%的旅居养老项目，别家的多为非法集资，请勿转账给他人，请到前台认购。',
    '民警提醒：请勿上当。旅居养老会员卡保本保息，年化18%，名额有限，报名电话13900001234。',
    '提醒：旅居养老会员年化18%、到期返还本金，可能是非法集资的请勿参与，本项目除外，加微信ky2026认购。',
  ]
  for (const text of offers) {
    it(`stays an offer: ${text}`, () => {
      const { framing, labels, band } = read(text)
      expect(framing.genre).to.be.oneOf(['offer', 'leaflet'])
      expect([labels.includes('illegal_fundraising'), band]).to.deep.equal([true, 'red'])
    })
  }
})

describe('a tip that names the offence', () => {
  const tips = [
    '幸福路88号的康养之家向老人推销保本返利的旅居养老卡，年化18%，涉嫌非法集资。',
    '夕阳红康养有限公司在小区门口开讲座，旅居养老会员卡保本保息、年化18%，可能是非法集资，请查一查。',
    '举报夕阳红康养有限公司，旅居养老承诺保本、年化15%，属于非法集资。',
  ]
  for (const text of tips) {
    it(`is no warning: ${text}`, () => {
      expect(read(text).framing.genre).not.to.equal('warning')
      expect(read(text).labels).to.include('illegal_fundraising')
    })
  }
})

describe('a paper that tells of others, whatever kind it is given as', () => {
  const told: [string, 'warning' | 'news' | 'policy' | 'judgment', string][] = [
    [
      'an officer’s talk',
      'warning',
      '我是社区民警小何。有人跟您说“交五万，每月领六百，三年还本”，那是骗局，别签字，给我打110。',
    ],
    ['a study', 'news', '摘要：本文以二十份判决书为样本，“不住可返现”类承诺出现率为六成，建议完善旅居预付资金存管。'],
    [
      'an inspection that found all in order',
      'policy',
      '现场检查：旅居公寓押金未超过约定，服务费按月收取，宣传栏无返利承诺，未发现违法行为。',
    ],
    [
      'a decided case',
      'judgment',
      '【基本案情】老人交纳旅居会费6万元，协议约定“会费一经缴纳概不退还”。【裁判结果】本院认为该条款无效，判令公司退还5万元。',
    ],
  ]
  for (const [what, genre, text] of told) {
    for (const kind of ['marketing', 'report', 'complaint'] as const) {
      it(`is no lead: ${what} given as ${kind}`, () => {
        const { framing, labels } = assess({ text, kind }, DAY, shipped)
        expect([framing.genre, labels]).to.deep.equal([genre, []])
      })
    }
  }

  const evidence: [string, string][] = [
    [
      'a victim who was told so by the police',
      '民警说这是骗局。我母亲交了五万元旅居款，说好每月返六百、到期还本金，现在要求退款，请调查。',
    ],
    [
      'an inspection that found something amiss',
      '现场检查：食品许可在有效期内，另发现门店以旅居卡名义承诺每月返利2%、到期返还本金，涉嫌非法集资。',
    ],
  ]
  for (const [what, text] of evidence) {
    it(`stays evidence: ${what}`, () => {
      expect(assess({ text, kind: 'report' }, DAY, shipped).labels).to.include('illegal_fundraising')
    })
  }
})

describe('a complaint taken back', () => {
  const text = '前几天我投诉旅居公寓不退押金五千元，今天押金到账了，是我写错了卡号，给你们添麻烦了，请撤销。'

  it('is no lead', () => {
    const { framing, labels } = assess({ text, kind: 'complaint' }, DAY, shipped)
    expect([framing.genreBecause, labels]).to.deep.equal([['taken_back'], []])
  })

  it('stays one while others are owed or the withdrawal was asked for', () => {
    const owed = [
      '我交了五万元旅居会费，要求退款被拒绝，公司说先签和解书才退，钱至今没退。',
      '我投诉旅居公寓不退押金五千元，我的退了，给你们添麻烦了，可还有十几位老人的押金没退，要求查处。',
    ]
    for (const told of owed) {
      expect(assess({ text: told, kind: 'complaint' }, DAY, shipped).labels).to.include('deceptive_sales')
    }
  })
})

describe('a paper that tells of others plainly and in no voice of its own', () => {
  it('is news although it is given as a report', () => {
    const text = '据晚报报道，两家旅居公司因宣传温泉“能治糖尿病、停药不反弹”被罚款二十万元。'
    const { framing, labels } = assess({ text, kind: 'report' }, DAY, shipped)
    expect([framing.genre, labels]).to.deep.equal(['news', []])
  })

  it('stays evidence where a third person notes what callers told', () => {
    const text = '来电汇总：老人在旅居门店交纳五万元，门店承诺每月返利两千、到期还本金，当心其关门。'
    expect(assess({ text, kind: 'report' }, DAY, shipped).labels).to.include('illegal_fundraising')
  })
})

describe('an offer beside a sentence that tells of others', () => {
  const offers = [
    '候鸟养老公寓床位认购，每份五万元，每月返利600元，三年期满原价回购，保本保息。',
    '泡一泡负氧温泉，高血压、糖尿病三个月根治，停药不反弹，全国唯一，已治愈上万人。',
  ]
  const signs = [
    '经法院审理查明，本公司经营合法。',
    '床位同比增长三成，入住人次同比增长五成。',
    '我公司成功打掉仿冒我公司的团伙。',
    '检查合格，均符合规定。',
    '本次员工培训圆满结束。',
    '冒用我公司名义的，请报警。',
    '谨防诈骗。',
  ]
  it('is heard, wherever the sentence stands', () => {
    for (const offer of offers)
      for (const sign of signs)
        for (const text of [`${offer}${sign}`, `${sign}\n${offer}`]) {
          const { findings, labels } = assess({ text, kind: 'marketing' }, DAY, shipped)
          expect(labels, text).to.not.deep.equal([])
          expect(findings.length, text).to.be.above(1)
        }
  })

  it('is not made of papers whose other sentences tell of others too', () => {
    for (const paper of [
      '近日，市公安局成功打掉一个养老诈骗团伙。该团伙以候鸟养老公寓床位认购为名，许诺每月返利600元、三年期满原价回购。记者了解到，已有数十名老人报案。',
      '本院认为，被告人郑某以床位认购为名，向不特定老人吸收资金，承诺每月返利600元。判决如下：被告人郑某犯非法吸收公众存款罪。',
    ])
      expect(read(paper).framing.genre).to.be.oneOf(['news', 'judgment'])
  })
})
