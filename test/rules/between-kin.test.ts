import { expect } from 'chai'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { loadForAuthors } from '../../src/rulebook/load.ts'
import { sharedIn } from '../../src/rulebook/read-exceptions.ts'
import { shipped } from '../support/rulebook.ts'

const TODAY = '2026-11-22'
/** The exceptions of private loans and true partnerships: many rules ask for them. */
const SHARED = ['between-kin', 'loan-paper']

describe('money between kin and friends', () => {
  for (const id of SHARED)
    it(`is excused by ${id}, which is written once and asked for by more than ten rules`, () => {
      const { rulebook, sources, exceptionSources } = loadForAuthors()
      expect([...exceptionSources.keys()]).to.include(id)
      const having = rulebook.rules.filter(({ unless }) => unless.some((one) => one.id === id))
      const asking = rulebook.rules.filter((rule) => sharedIn(sources.get(rule.id)!.root).includes(id))
      expect(having.length).to.be.greaterThan(10)
      expect(having).to.deep.equal(asking)
    })

  const LAWFUL: [string, Paper][] = [
    [
      'a brother who does not pay back',
      told('我弟弟开面馆，去年跟我借了五万养老钱，说好一年给两千块利息，到期还本，现在本钱不还。'),
    ],
    [
      'a nephew with an I.O.U.',
      told('我侄子借我八万说给养老院买床，讲好一年给四千，三年还本，写有欠条，他就跟我一个人借的。'),
    ],
    [
      'a loan from an uncle',
      paper('今借到三叔现金五万元，翻盖老屋给老人过冬住，年利三厘，两年到期还本付息，每年给一千五。侄儿马六斤'),
    ],
    [
      'a numbered agreement of sister and brother',
      paper(
        '借款协议\n出借人：任某梅（姐）　借款人：任某柱（弟）\n1、弟弟因岳母住护理院借六万元。\n2、年息3%，一年一付，每次1800元，两年后还本。',
      ),
    ],
    [
      'three cousins who share the losses',
      paper('合伙字据：表哥秦广、表弟贺平、贺安三人各拿五万开养老食堂，年底分一次红，赔了大家均摊，不许再拉人。'),
    ],
    [
      'an agreement of father and son, named as parties',
      paper('家庭借款协议：甲方父亲赵某，乙方儿子赵小某，乙方向甲方借款20万元买旅居房，年利率3%，三年内还清本金。'),
    ],
    [
      'a contract that names the sister who lends',
      paper(
        '借款合同：出借人二姐刘芳，借款人刘军，借款十五万元，用于刘军开农家乐接待旅居老人，月息五厘，一年后连本带利还清。',
      ),
    ],
    [
      'what a son owes his father, by instalments',
      paper('还款计划：借款人（儿子）欠父亲旅居房购房款30万元，每月还5000元，不计利息。'),
    ],
    [
      'a business handed over because a brother is owed',
      offer('转让声明：本人经营的养老餐厅因欠大哥十万元，每年付利息六千，今将餐厅转让，所得先还大哥本金。'),
    ],
    [
      'what a mother lent her brother',
      told('我妈把八万养老钱借给了我二舅开养老院，说一年给四千利息，现在不知找谁要。'),
    ],
    [
      'a house given for what a sister lent',
      paper('转让协议：因无力偿还二姐借款十五万元（年息4%），现将旅居小院的租赁权转给二姐，抵还本金和利息。'),
    ],
    [
      'a letter to the office that speaks politely to it',
      told(
        '您好，我打12345热线反映：我弟开旅居客栈跟我借了五万养老钱，说一年给两千利息，两年还本。您得帮帮我，借条照片我发您，您放心都是真的。',
      ),
    ],
    [
      'a loan of the mother that is returned by the year',
      paper(
        '家庭借款协议：儿子向母亲借款十万元开康养馆，年利率3%，每年返还两万元本金，五年还清。母亲如生病可提前要求归还。',
      ),
    ],
    [
      'brothers of whom one is paid for his work',
      paper(
        '兄弟合伙办旅居小院，盈亏均担，各出十万。弟弟看店每月领工资三千元，每年付房租两万，剩余按出资平分，亏了一起补。',
      ),
    ],
  ]
  for (const [what, one] of LAWFUL)
    it(`is no sign of fundraising: ${what}`, () => {
      expect(fundraising(one)).to.deep.equal([])
    })

  const ABUSED: [string, Paper][] = [
    [
      'a company borrows',
      paper('借条：今借到大姐陈某兰人民币拾万元，年息百分之十，一年到期还本付息。借款人：福康养老服务有限公司'),
    ],
    [
      'a home puts its seal',
      paper('借条：今借到大姐陈某兰伍万元用于颐养院周转，年息百分之十，到期还本付息。借款人：清河颐养院（盖章）'),
    ],
    [
      'a group is asked',
      offer('今借到二姐五万元，年息百分之十，到期还本付息。群里想借给我盖旅居院的姐妹，一样的利息。'),
    ],
    [
      'relatives in general are asked to pass it on',
      offer('各位亲友：我家旅居民宿扩建，向亲友借钱，一家三万起，年息一分，到期还本，请转告街坊。'),
    ],
    [
      'many lend alike',
      told('我弟弟开养老公寓，跟我借了五万，也跟村里二十多户人家借了，说一年给一成利息，到期还本，现在都不给了。'),
    ],
    [
      'a godmother is borrowed from',
      offer('干妈，您借给我五万，我每年给您六千，三年到期还本，给您写借条，旅居院子您随便住。'),
    ],
    [
      'cousins take in households at a fixed gain',
      offer(
        '合伙字：表兄弟三人合开养老食堂，亏了均摊。面向街坊再招十二户，每户两万，每年分红不低于两千，满三年退还本金。',
      ),
    ],
    [
      'kin are only a manner of speaking',
      offer('就当您把钱借给亲侄子：旅居山庄一万元起，每月给您一百五，三年原数退。'),
    ],
    [
      'the seller poses as kin',
      offer('您就把我当亲外甥，借给外甥五万块建养老村，年年有六千块利息拿，第三年本钱一分不少。'),
    ],
    [
      'a line of a sister stands below an offer',
      offer('旅居公寓床位，交五万元，每月返四百元，三年到期退还本金。\n借条（其姐）'),
    ],
    [
      'a line of shared losses stands below an offer',
      offer('旅居公寓床位，交五万元，每月返四百元，三年后给回全部的钱。\n战友们盈亏自负。'),
    ],
    [
      'the partner is a firm and the gain is fixed',
      paper('合伙协议：甲方康养中心与邻居王大妈等合伙，盈亏共担，王大妈出资五万元，每年得六千元，三年退还五万'),
    ],
    ['comrades are asked one and all', offer('战友旅居基地，找战友们借款，每人五万，年息一分五，三年还本')],
    [
      'partners have their money back at term',
      offer('同学合伙开康养民宿，盈亏自负，一人出十万，年底一人分两万，三年把本拿回'),
    ],
    ['a loan is the pretext', report('有人以向邻居借款为名吸收老人存款，一万元每月利息150元，三年还本')],
    [
      'an I.O.U. is a form to be filled in',
      offer(
        '借条模板：今借到______（姐）人民币伍万元，用于颐和旅居中心扩建，年息10%，一年还本付息，签完拍照发给客服。',
      ),
    ],
  ]
  for (const [what, one] of ABUSED)
    it(`excuses nothing where ${what}`, () => {
      expect(assess(one, TODAY, shipped).labels).to.include('illegal_fundraising')
    })
})

function paper(text: string): Paper {
  return { text, kind: 'contract' }
}

function told(text: string): Paper {
  return { text, kind: 'complaint' }
}

function report(text: string): Paper {
  return { text, kind: 'report' }
}

function offer(text: string): Paper {
  return { text, kind: 'marketing' }
}

function fundraising(one: Paper): string[] {
  const { findings } = assess(one, TODAY, shipped)
  return findings.filter(({ category }) => category === 'illegal_fundraising').map(({ code }) => code)
}
