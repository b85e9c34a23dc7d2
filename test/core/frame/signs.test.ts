import { expect } from 'chai'
import { assess, type Paper } from '../../../src/core/pipeline.ts'
import { shipped } from '../../support/rulebook.ts'

function read(paper: Paper) {
  return assess(paper, '2026-11-22', shipped).circumstances
}

describe('the body that sells, read from its own words', () => {
  for (const [text, kind, entity, quote] of [
    ['养老服务合同\n甲方：松鹤养老院\n乙方：李某', 'contract', 'care_institution', '松鹤养老院'],
    ['入住协议\n甲方（服务方）：林语护理院\n乙方：王某', 'contract', 'care_institution', '林语护理院'],
    ['旅居合同\n甲方：望潮旅行社有限公司\n乙方：赵某', 'contract', 'travel_agency', '望潮旅行社有限公司'],
    [
      '养老机构服务合同\n甲方提供床位一张，每月2000元。乙方按月交费。',
      'contract',
      'care_institution',
      '养老机构服务合同',
    ],
    [
      '被投诉人：乐康健康管理有限公司，收了我妈三万元会员费不退。',
      'complaint',
      'health_company',
      '乐康健康管理有限公司',
    ],
    ['我院环境优美，欢迎老人入住，养老机构备案编号：0000', 'marketing', 'care_institution', '养老机构备案编号：'],
    [
      '第三条 乙方按月支付床位费1800元、护理费2400元，餐费另计。',
      'contract',
      'care_institution',
      '床位费1800元、护理费',
    ],
  ] as const) {
    it(`is ${entity} in “${text.slice(0, 20)}”`, () => {
      const { entity: found, entityAssumed } = read({ text, kind })
      expect(found).to.equal(entity)
      expect(entityAssumed?.quote).to.equal(quote)
      expect(text.slice(entityAssumed!.start, entityAssumed!.end)).to.equal(quote)
    })
  }

  it('is what was given, whatever the text says', () => {
    const { entity, entityAssumed } = read({ text: '甲方：松鹤养老院', kind: 'contract', entity: 'hotel' })
    expect([entity, entityAssumed]).to.deep.equal(['hotel', undefined])
  })

  for (const [why, text, kind] of [
    ['two sorts fit', '甲方：松鹤养老院\n服务方：望潮旅行社有限公司', 'contract'],
    ['only institutions in general are spoken of', '选择养老机构要看备案，养老院收费应当公示。', 'unknown'],
    ['a company may be anything', '甲方：福满堂科技有限公司\n乙方：钱某', 'contract'],
    ['a hotel has beds and carers too', '乙方向酒店支付床位费1800元、护理费2400元。', 'contract'],
    ['the body says it is none', '本公司不是养老机构，我院只办活动。', 'marketing'],
    ['a complainant speaks of a house', '我院子里的邻居投诉本院，我妈交了三万。', 'complaint'],
  ] as const) {
    it(`is not guessed when ${why}`, () => {
      const { entity, entityAssumed } = read({ text, kind })
      expect([entity, entityAssumed]).to.deep.equal(['unknown', undefined])
    })
  }

  it('lets caps that bind care institutions count', () => {
    const text = '养老服务合同\n甲方：松鹤养老院\n乙方：李某\n乙方一次性预付24个月养老服务费。'
    const finding = assess({ text, kind: 'contract' }, '2026-11-22', shipped).findings.find(
      ({ code }) => code === 'PF-01',
    )
    expect(finding?.unscored).to.equal(undefined)
    expect(finding?.basis.some(({ id }) => id === 'prepaid-care-guidance/care-fee-cap')).to.equal(true)
  })
})

describe('the channel, read from the copy itself', () => {
  for (const [text, channel] of [
    ['【康旅之家】存5万送旅居名额，报名从速，退订回T', 'sms'],
    ['会场主持词：在座的叔叔阿姨，今天认购旅居卡年返12%。', 'seminar'],
    ['@所有人 旅居卡今晚八点截止，交款找群主。', 'group_chat'],
    ['直播间的家人们，康养床位还剩三张，拍一号链接。', 'live'],
    ['凭本传单到店领鸡蛋，旅居卡保本保息。', 'print'],
    ['外呼话术：您好，我是康养中心小王，旅居会员卡有补贴。', 'phone'],
  ] as const) {
    it(`is ${channel} in “${text.slice(0, 16)}”`, () => {
      const { channel: found, channelAssumed } = read({ text, kind: 'marketing' })
      expect(found).to.equal(channel)
      expect(text.slice(channelAssumed!.start, channelAssumed!.end)).to.equal(channelAssumed!.quote)
    })
  }

  for (const [why, paper] of [
    ['two fit', { text: '直播间的家人们，凭本传单到店领取旅居卡。', kind: 'marketing' }],
    [
      'a complainant tells of several',
      { text: '我妈在讲座现场录音里听到保本，又在直播间的家人们里下单。', kind: 'complaint' },
    ],
    ['a live show is only announced', { text: '旅居卡详情请看今晚八点直播间。', kind: 'marketing' }],
    ['a bracketed name alone opens the text', { text: '【旅居攻略】海南过冬怎么选房。', kind: 'marketing' }],
  ] as const) {
    it(`is not guessed when ${why}`, () => expect(read(paper).channel).to.equal('unknown'))
  }

  it('decides which law is cited', () => {
    const basis = (text: string) =>
      assess({ text, kind: 'marketing' }, '2026-11-22', shipped)
        .findings.filter(({ code }) => code === 'IF-02')
        .flatMap((finding) => finding.basis.map(({ id }) => id))
    expect(basis('凭本传单到店，旅居卡保本保息。')).to.include('advertising-law/25.1')
    expect(basis('会场主持词：旅居卡保本保息。')).to.not.include('advertising-law/25.1')
  })
})
