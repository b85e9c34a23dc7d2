import { expect } from 'chai'
import { countGrams } from '../../src/classifier/grams.ts'
import { trainBayes } from '../../src/classifier/training/bayes.ts'
import { naturalBayes, planeOfNatural } from '../../src/classifier/training/natural-bayes.ts'
import { buildVocabulary, vectorOf } from '../../src/classifier/training/vectors.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'

describe("Naive Bayes as a plane of grams, against natural's own", () => {
  const texts = papersAtRandom(60, 3).map((text) => text.slice(0, 40))
  const isYes = texts.map((text) => text.includes('返'))
  const vocabulary = buildVocabulary(texts, 2, 400)
  const { terms } = vocabulary
  const known = new Set(terms)
  const tokensOf = (text: string) => [...countGrams(text).keys()].filter((gram) => known.has(gram))
  const natural = naturalBayes()
  for (const [i, text] of texts.entries()) natural.addDocument(tokensOf(text), isYes[i] ? 'yes' : 'no')
  natural.train()
  const compiled = planeOfNatural(natural, 'yes', 'no')

  it('gives the logarithm of the ratio of its two values on 1,000 papers, so the same ranking', () => {
    const weightOf = new Map(compiled.terms.map((term, i) => [term, compiled.plane.weights[i]!]))
    let compared = 0
    for (const text of papersAtRandom(1000, 4)) {
      const tokens = tokensOf(text.slice(0, 40))
      const values = Object.fromEntries(natural.getClassifications(tokens).map(({ label, value }) => [label, value]))
      const margin = tokens.reduce((sum, token) => sum + weightOf.get(token)!, compiled.plane.bias)
      if (values.yes! > 0 && values.no! > 0) {
        compared++
        expect(margin).to.be.closeTo(Math.log(values.yes!) - Math.log(values.no!), 1e-4)
      }
    }
    expect(compared).to.equal(1000)
  })

  it('leaves mathematics as it was', () => {
    expect([Math.sign(0), Math.sign(-3), Math.sign(2)]).to.deep.equal([0, -1, 1])
  })

  it('is trained alike without natural', () => {
    const vectors = texts.map((text) => vectorOf(text, vocabulary))
    const own = trainBayes(vectors, isYes, terms.length)
    const weightOf = new Map(compiled.terms.map((term, i) => [term, compiled.plane.weights[i]!]))
    for (const [i, term] of terms.entries())
      if (weightOf.has(term)) expect(own.weights[i]).to.be.closeTo(weightOf.get(term)!, 1e-5)
    expect(own.bias).to.be.closeTo(compiled.plane.bias, 1e-9)
  })
})
