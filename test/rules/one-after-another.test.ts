import { isDeepStrictEqual } from 'node:util'
import { expect } from 'chai'
import fc from 'fast-check'
import { sampleInbox } from '../../scripts/bench-corpus.ts'
import { checkPlainly, plainRulebook } from '../../scripts/check-plainly.ts'
import { check } from '../../src/core/check/run.ts'
import { CHANNELS, ENTITIES, KINDS } from '../../src/core/document.ts'
import { normalise } from '../../src/core/normalise/normalise.ts'
import { assess, type Paper } from '../../src/core/pipeline.ts'
import { shipped, shippedExamples } from '../support/rulebook.ts'

const TODAY = '2026-11-22'
const examples = shippedExamples()
const plain = plainRulebook(shipped)

describe('all rules at once say what they say one after another', function () {
  this.timeout(60_000)
  const written: Paper[] = [...examples.values()].flatMap(({ hits, misses }) => [...hits, ...misses])

  let inbox: string[]
  before(async () => {
    inbox = await sampleInbox()
  })

  it('of every example', () => {
    const spoke = new Set<string>()
    for (const paper of written) for (const { rule } of saidAlike(paper)) spoke.add(rule)
    expect(spoke.size).to.equal(shipped.rulebook.rules.length)
  })

  it('of every paper of the sample inbox, given as one kind or another', () => {
    expect(inbox.length).to.be.greaterThan(30)
    const said = inbox.flatMap((text, i) => [
      ...saidAlike({ text }),
      ...saidAlike({ text, kind: KINDS[i % KINDS.length]! }),
    ])
    expect(said.length).to.be.greaterThan(500)
  })

  it('of a paper so long that places of a rule are left out', () => {
    const paper: Paper = { text: '旅居会员卡保本保息，年化收益12%，到期返还本金。\n'.repeat(60), kind: 'marketing' }
    saidAlike(paper)
    expect(assess(paper, TODAY, shipped).omitted.map(({ code }) => code)).to.include('IF-02')
  })

  it('of sentences thrown together, whoever sends them and when', () => {
    const texts = [...written.map(({ text }) => text), ...inbox]
    const sentences = [...new Set(texts.flatMap((text) => text.split(/(?<=[。！？\n])/)))]
    const paper = fc.record({
      text: fc
        .array(fc.tuple(fc.constantFrom(...sentences), fc.constantFrom('', ' ', '，', '\n', '\n\n')), {
          minLength: 1,
          maxLength: 40,
        })
        .map((parts) => parts.flat().join('')),
      kind: fc.constantFrom(...KINDS),
      date: fc.constantFrom('2016-03-01', '2021-04-30', '2025-10-14', '2025-10-15', TODAY),
      entity: fc.constantFrom(...ENTITIES),
      channel: fc.constantFrom(...CHANNELS),
      region: fc.constantFrom('000000', '110105', '440300'),
    })
    let said = 0
    fc.assert(
      fc.property(paper, (one) => {
        said += saidAlike(one).length
      }),
      { numRuns: 150, interruptAfterTimeLimit: 30_000 },
    )
    expect(said).to.be.greaterThan(100)
  })
})

/** What the engine says of a paper, after seeing that it is what the rules say one after another. */
function saidAlike(paper: Paper): { rule: string }[] {
  const clean = normalise(paper.text, shipped.targets)
  const { facts, framing, circumstances } = assess(paper, TODAY, shipped)
  const { marked, ...atOnce } = check(clean, facts, framing, circumstances, shipped)
  const oneByOne = checkPlainly(clean, facts, framing, circumstances, plain)
  // To let chai compare them would take longer than all the rest.
  if (!isDeepStrictEqual(atOnce, oneByOne)) expect(atOnce, paper.text).to.deep.equal(oneByOne)
  return [...atOnce.findings, ...atOnce.procedure]
}
