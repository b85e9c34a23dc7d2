import { createHash } from 'node:crypto'
import { expect } from 'chai'
import { compileModel } from '../../src/classifier/compile-model.ts'
import { pullOf } from '../../src/classifier/explain.ts'
import { readModel, writeModel } from '../../src/classifier/model-file.ts'
import { passagesOf } from '../../src/classifier/passages.ts'
import { labelMargin } from '../../src/classifier/reading.ts'
import { marginWith } from '../../src/classifier/training/label-calibration.ts'
import { trainAll } from '../../src/classifier/training/train-all.ts'
import { learnMean, trainModel } from '../../src/classifier/training/train-model.ts'
import { CATEGORIES } from '../../src/core/document.ts'
import { SAYS_FROM } from '../../src/core/learn/stability.ts'
import { asWritten } from '../../src/core/normalise/clean-text.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { CLEAR } from '../../src/core/score/assessment.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'
import { problemOf } from '../support/problem-of.ts'

describe('The compiled model', () => {
  const examples = papersAtRandom(80, 21).map((text, i) => ({
    id: `p${i}`,
    batch: `author-${i % 4}`,
    text,
    labels: CATEGORIES.filter((_, k) => text.includes(['返', '退款', '专家'][k]!)),
    weight: 1,
  }))
  const written = writeModel({
    ...trainModel(examples).model,
    date: '2026-11-22',
    corpus: 'c',
    rulings: 'none',
    metrics: { macroF1: 0.5 },
  })
  const file = readModel(written)
  const model = compileModel(file)

  it('gives the margins of the model as trained, and so the same ranking, on 1,000 papers', () => {
    const trained = trainAll(examples, learnMean)
    const papers = papersAtRandom(1000, 22)
    expect(papers.filter((text) => passagesOf(text).length > 1).length, 'of several passages').to.be.above(200)
    for (const [k, label] of CATEGORIES.entries()) {
      const { share } = file.labels[k]!
      const slow = papers.map((text) => marginWith(share, trained.margins(text), label))
      const fast = papers.map((text) => model.margins(text)[k]!)
      const ranked = papers.map((_, i) => i).sort((a, b) => slow[b]! - slow[a]!)
      for (const [place, paper] of ranked.entries()) {
        expect(fast[paper]).to.be.closeTo(slow[paper]!, 1e-4)
        // Weights have 32 bits: two margins nearer than that may change places.
        if (place > 0) expect(fast[paper]).to.be.at.most(fast[ranked[place - 1]!]! + 2e-4)
      }
    }
  })

  it('is named by the hash of its file, and reads back as it was written', () => {
    const { hash, ...rest } = file
    expect(hash).to.equal(createHash('sha256').update(written).digest('hex'))
    expect(writeModel(rest)).to.equal(written)
  })

  it('refuses a file that is something else or cut short', async () => {
    expect((await problemOf(reading(written.slice(0, 500)))).code).to.equal('model.invalid')
    expect((await problemOf(reading('{"format":"other"}'))).code).to.equal('model.invalid')
    const short = JSON.parse(written)
    short.terms = short.terms.split('\n').slice(1).join('\n')
    expect((await problemOf(reading(JSON.stringify(short)))).code).to.equal('model.invalid')
    const spoiled: ((row: Record<string, any>) => void)[] = [
      (row) => delete row.labels,
      (row) => row.labels.pop(),
      (row) => (row.labels[1].label = row.labels[0].label),
      (row) => delete row.labels[0].bias,
      (row) => delete row.labels[0].calibration,
      (row) => (row.labels[0].share = null),
      (row) => delete row.subject,
      (row) => delete row.unknownIdf,
      (row) => delete row.ballast,
    ]
    for (const spoil of spoiled) {
      const row = JSON.parse(written)
      spoil(row)
      expect((await problemOf(reading(JSON.stringify(row)))).code, String(spoil)).to.equal('model.invalid')
    }
    expect((await problemOf(reading('null'))).code).to.equal('model.invalid')
  })

  it('reads models of before, which carry no ballast and, the oldest, look at no passage', () => {
    const row = JSON.parse(written)
    expect(file.ballast).to.be.above(0)
    const third = readModel(JSON.stringify({ ...row, format: 'linear-grams-3', ballast: undefined }))
    expect([third.ballast, third.labels.map(({ share }) => share)]).to.deep.equal([
      0,
      file.labels.map(({ share }) => share),
    ])
    const second = readModel(JSON.stringify({ ...row, format: 'linear-grams-2', ballast: undefined }))
    expect([second.ballast, second.labels.map(({ share }) => share)]).to.deep.equal([0, [0, 0, 0]])
  })

  it('never says more of a text than it would without ballast', () => {
    const [label] = file.labels
    const bare = compileModel({ ...file, ballast: 0 })
    for (const text of papersAtRandom(40, 26)) {
      const few = text.slice(0, 8)
      const pull = (of: typeof model) => Math.abs(of.margins(few)[0]! - label!.bias * (1 + label!.share))
      expect(pull(model)).to.be.at.most(pull(bare) + 1e-6)
    }
  })

  it('leaves a few letters to the rules', () => {
    expect(model.classify(asWritten('专家返退款了'))).to.deep.equal([])
    expect(model.classify(asWritten('专家。返。退款，，，，，，，，，，，，，，，，，，，了'))).to.deep.equal([])
    expect(model.classify(asWritten('专家说返退款了'))).to.have.length(3)
  })

  async function reading(content: string) {
    return readModel(content)
  }

  it('what its characters add, with the bias, is the margin', () => {
    for (const text of papersAtRandom(50, 23)) {
      const reading = model.read(text)
      for (const each of file.labels)
        for (const share of [0, 0.3]) {
          const label = { ...each, share }
          const biases = label.bias * (1 + share)
          const sum = pullOf(text, label, model.table, reading).reduce((total, value) => total + value, biases)
          expect(sum).to.be.closeTo(labelMargin(label, reading), 1e-3)
        }
    }
  })

  it('points at the words that moved it, where they stand in the original', () => {
    const original = '每月退*款，房间和酒店'
    const [signal] = model.classify(normalise(original)).filter(({ label }) => label === 'deceptive_sales')
    expect(signal).to.not.equal(undefined)
    const strongest = signal!.spans[0]!
    expect(original.slice(strongest.start, strongest.end)).to.match(/退|款/)
    expect(strongest.weight).to.be.above(0)
  })

  it('tells the places without which it would not say the label, and they suffice', () => {
    let told = 0
    for (const original of papersAtRandom(60, 24)) {
      for (const { label, probability, flip } of model.classify(normalise(original))) {
        if (probability < SAYS_FROM) expect(flip).to.equal(undefined)
        if (!flip) continue
        told++
        const without = flip.reduce(
          (text, { start, end }) => text.slice(0, start) + '，'.repeat(end - start) + text.slice(end),
          original,
        )
        const after = model.probabilities!(asWritten(without))
        expect(after[label]).to.be.below(SAYS_FROM)
      }
    }
    expect(told).to.be.above(5)
  })

  it('points at a passage that by itself says more than the whole, with what it would be given alone', () => {
    let told = 0
    let clear = 0
    for (const offer of papersAtRandom(60, 25)) {
      const paper = `${'今天天气晴朗，大家在湖边散步，午后回到屋里喝茶聊天，晚饭吃了面条和青菜。'.repeat(6)}${offer}。`
      for (const { label, probability, passage, passages = [] } of model.classify(asWritten(paper))) {
        for (const { start, end, probability: own } of passages) {
          expect(own).to.be.at.least(CLEAR)
          expect(own).to.be.above(probability)
          expect(model.probabilities(asWritten(paper.slice(start, end)))[label]).to.be.closeTo(own, 1e-3)
        }
        clear += passages.length
        if (!passage) continue
        expect(passages).to.deep.include(passage)
        told++
        expect(passage.probability).to.be.above(probability)
        const alone = model.probabilities(asWritten(paper.slice(passage.start, passage.end)))
        expect(alone[label]).to.be.closeTo(passage.probability, 1e-3)
      }
    }
    expect(told).to.be.above(5)
    expect(clear, 'passages that are no plainest').to.be.above(told)
  })

  it('says nothing of an empty paper that would be a signal', () => {
    for (const { probability } of model.classify(normalise(''))) expect(probability).to.be.below(0.6)
  })
})
