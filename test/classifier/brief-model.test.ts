import { expect } from 'chai'
import fc from 'fast-check'
import { loadModel } from '../../src/classifier/load.ts'
import { readCorpus } from '../../src/classifier/training/corpus.ts'
import { startBacktest } from '../../src/core/backtest.ts'
import { briefly } from '../../src/core/brief-model.ts'
import { KINDS } from '../../src/core/document.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess } from '../../src/core/pipeline.ts'
import type { Signal } from '../../src/core/score/assessment.ts'
import { rootPath } from '../../src/root.ts'
import { papersAtRandom } from '../support/papers-at-random.ts'
import { shipped } from '../support/rulebook.ts'
import { aSmallModel } from '../support/small-model.ts'
import { versionWithout } from '../support/versions.ts'

describe('A model that is asked for labels alone', () => {
  const model = loadModel()
  const brief = briefly(model)
  const { papers } = readCorpus(rootPath('src/classifier/corpus'))
  const unlawful = papers.filter(({ labels, text }) => labels.length > 0 && text.length < 200)
  const calm = '今天天气晴朗，大家在湖边散步，午后回到屋里喝茶聊天，晚饭吃了面条和青菜。'

  /** Whole papers of the corpus, pieces of several put together, with calm sentences between, and words of no language. */
  const texts = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...papers).map(({ text }) => text) },
        {
          weight: 5,
          arbitrary: fc
            .tuple(fc.constantFrom(...papers), fc.nat(), fc.integer({ min: 1, max: 120 }))
            .map(([{ text }, at, length]) => text.slice(at % text.length, (at % text.length) + length)),
        },
        {
          weight: 5,
          arbitrary: fc.constantFrom(...unlawful).map(({ text }) => `${calm.repeat(8)}\n${text}\n${calm}`),
        },
        { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
      ),
      { maxLength: 3 },
    )
    .map((parts) => parts.join(''))

  it('gives every paper the scores, labels, bands and reasons that it gives with its explanations', () => {
    const seen = { labels: 0, explained: 0, flips: 0, passages: 0 }
    fc.assert(
      fc.property(texts, fc.constantFrom(...KINDS), (text, kind) => {
        const whole = assess({ text, kind }, '2026-05-01', shipped, model)
        const lean = assess({ text, kind }, '2026-05-01', shipped, brief)
        expect({ ...lean, signals: [] }).to.deep.equal({ ...whole, signals: [] })
        expect(lean.signals).to.deep.equal(whole.signals.map(unexplained))
        seen.labels += whole.labels.length
        for (const { spans, flip, passage } of whole.signals) {
          if (spans.length > 0) seen.explained++
          if (flip) seen.flips++
          if (passage) seen.passages++
        }
      }),
      { numRuns: 250 },
    )
    // Enough of each sort, or nothing was shown.
    for (const [what, count] of Object.entries(seen)) expect(count, what).to.be.above(10)
  })

  it('says the same of any model, trained on whatever', () => {
    for (const seed of [31, 32, 33]) {
      const small = aSmallModel(seed)
      for (const text of papersAtRandom(60, seed + 100)) {
        const clean = normalise(text)
        expect(briefly(small).classify(clean)).to.deep.equal(small.classify(clean).map(unexplained))
      }
    }
  })

  it('keeps its name and its probabilities', () => {
    const clean = normalise(papers[0]!.text)
    expect(brief.hash).to.equal(model.hash)
    expect(brief.probabilities(clean)).to.deep.equal(model.probabilities(clean))
  })

  it('is asked so by a backtest', () => {
    const explained: string[] = []
    const { text } = papers.find(({ labels }) => labels.length > 0)!
    const test = startBacktest(shipped, versionWithout('IF-02'), {
      ...model,
      classify(clean) {
        explained.push(clean.text)
        return model.classify(clean)
      },
    })
    test.add([{ id: 'a', paper: { text }, receivedOn: '2026-05-01' }])
    expect(explained).to.deep.equal([])
  })

  function unexplained({ flip, ...signal }: Signal): Signal {
    return { ...signal, spans: [] }
  }
})
