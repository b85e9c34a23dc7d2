import { expect } from 'chai'
import { BANDS, CATEGORIES, type Kind, perCategory } from '../../src/core/document.ts'
import { assess, type Model } from '../../src/core/pipeline.ts'
import { shipped } from '../support/rulebook.ts'

const DAY = '2026-11-22'
const GRAVE = ['red', 'orange']
const OFFERS = [
  '旅居床位一张十万元，院里替您出租，每季给您两千五，两年后十万元一分不少退给您，住进来另打八折。',
  '老茶树认养：一棵三万六，认养三年，每年给您两千八的丰收红包，期满公司按三万九收回，钱当天到您卡上。',
  '山里的养老小木屋又加盖了一排。放五万块在我们院里，每月初一给您六百元零花，放满三年五万原样拿回去，住不住随您。',
]
/** Words by which rules of fundraising stay silent on a whole paper, and signs of papers that tell of others. */
const BESIDE = ['反诈宣传。', '金融许可证。', '经法院审理查明。', '分红不保证。', '防骗课堂。']
/** So much of a warning that the paper reads as one, whatever stands below it. */
const LESSON =
  '反诈宣传：凡声称保本高息的多为骗局，请勿轻信，谨防上当，切勿转账，一旦被骗立即报警，守好您的养老钱，不法分子打着养老旗号行骗，要多和家人商量。'

/** A classifier that is so sure of fundraising, whatever it reads. */
function sure(probability: number): Model {
  return {
    hash: 'sure',
    classify: () => [{ label: 'illegal_fundraising', probability, spans: [] }],
    probabilities: () => ({ ...perCategory(() => 0), illegal_fundraising: probability }),
  }
}

function heard(text: string, probability: number, kind: Kind = 'marketing', compiled = shipped) {
  return assess({ text, kind }, DAY, compiled, sure(probability))
}

describe('a second hearing', () => {
  it('finds the offer that a line beside it would excuse, and says in spite of what', () => {
    for (const offer of OFFERS) {
      const plain = heard(offer, 0.95)
      expect(GRAVE, offer).to.include(plain.band)
      expect(plain.findings.some(({ despite }) => despite)).to.equal(false)
      for (const line of BESIDE) {
        const text = `${offer}\n${line}`
        const { band, labels, findings, framing } = heard(text, 0.95)
        expect(GRAVE, text).to.include(band)
        expect(labels, text).to.include('illegal_fundraising')
        for (const { despite } of findings) {
          if (!despite) continue
          expect(despite.genre, text).to.be.oneOf([undefined, framing.genre])
          for (const word of despite.words) expect(text).to.include(word)
        }
      }
    }
  })

  it('names the words, as written, that were set aside', () => {
    const { findings } = heard(`${OFFERS[1]}\n金*融许可证。`, 0.95)
    const words = findings.flatMap(({ despite }) => despite?.words ?? [])
    expect(words).to.include('金*融许可证')
  })

  it('names the sort of writing that was set aside, and leaves the reading as it was', () => {
    const { findings, framing } = heard(`${LESSON}\n${OFFERS[0]}`, 0.95)
    expect(framing.genre).to.equal('warning')
    expect(findings).to.not.have.lengthOf(0)
    for (const { despite } of findings) expect(despite?.genre).to.equal('warning')
  })

  it('names the signs of that sort of writing, and none where it was not set aside', () => {
    const news = heard(`责任编辑推荐，${OFFERS[1]}`, 0.95)
    const added = news.findings.flatMap(({ despite }) => despite ?? [])
    expect(added).to.not.have.lengthOf(0)
    for (const { genre, because } of added) expect([genre, because]).to.deep.equal(['news', ['reporter']])
    const licence = heard(`${OFFERS[0]}\n金融许可证。`, 0.95).findings.flatMap(({ despite }) => despite ?? [])
    expect(licence).to.not.have.lengthOf(0)
    for (const despite of licence) expect(despite).to.have.all.keys('words')
  })

  it('is given only where the classifier plainly hears it', () => {
    const text = `${LESSON}\n${OFFERS[0]}`
    const { from } = shipped.rulebook.scoring.secondHearing!
    expect(heard(text, from).findings).to.not.have.lengthOf(0)
    expect(heard(text, from - 0.001).findings).to.deep.equal([])
    expect(assess({ text, kind: 'marketing' }, DAY, shipped).findings).to.deep.equal([])
  })

  it('goes no higher than orange, where the same words heard at first are red', () => {
    expect(heard(OFFERS[0]!, 0.99).band).to.equal('red')
    for (const line of [LESSON, '金融许可证。']) expect(heard(`${line}\n${OFFERS[0]}`, 0.99).band).to.equal('orange')
  })

  it('changes no paper that the rules took as high at first', () => {
    const once = { ...shipped, rulebook: { ...shipped.rulebook, scoring: { ...shipped.rulebook.scoring } } }
    delete once.rulebook.scoring.secondHearing
    for (const offer of OFFERS) expect(heard(offer, 0.95)).to.deep.equal(heard(offer, 0.95, 'marketing', once))
  })

  it('adds nothing of a category that the classifier does not hear', () => {
    const text = `会员费一经缴纳概不退还，解释权归本店。${OFFERS[1]}\n金融许可证。`
    const added = heard(text, 0.95).findings.filter(({ despite }) => despite)
    expect(added).to.not.have.lengthOf(0)
    expect(new Set(added.map(({ category }) => category))).to.deep.equal(new Set(['illegal_fundraising']))
  })

  it('asks of each sentence still whose words it holds', () => {
    const text = '警惕！不法分子以“保本保息、年化12%”为诱饵骗取老人养老钱。请勿轻信，谨防上当。'
    expect(heard(text, 0.99).findings).to.deep.equal([])
  })

  it('takes no warning, news or judgment of unknown kind for an offer', () => {
    const text = `经审理查明，被告人以${OFFERS[0]}本院认为，其行为构成犯罪，判决如下。`
    expect(heard(text, 0.99, 'unknown').findings.filter(({ despite }) => despite?.genre)).to.deep.equal([])
  })

  it('never makes a band milder, whatever stands beside an offer', () => {
    const once = { ...shipped, rulebook: { ...shipped.rulebook, scoring: { ...shipped.rulebook.scoring } } }
    delete once.rulebook.scoring.secondHearing
    for (const offer of OFFERS)
      for (const line of [...BESIDE, LESSON])
        for (const probability of [0, 0.5, 0.9, 1]) {
          const text = `${line}\n${offer}\n${line}`
          const [one, two] = [heard(text, probability, 'marketing', once), heard(text, probability)]
          for (const category of CATEGORIES)
            expect(BANDS.indexOf(two.bands[category]), text).to.be.at.most(BANDS.indexOf(one.bands[category]))
          expect(two.labels).to.include.members(one.labels)
        }
  })
})
