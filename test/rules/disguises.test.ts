import { expect } from 'chai'
import { GUESSED, MUTATORS } from '../../scripts/disguise/mutators.ts'
import { type DisguiseRun, runDisguises } from '../../scripts/disguise/run.ts'
import { shipped, shippedExamples } from '../support/rulebook.ts'

/** Every so manieth pair of example and disguise; shares no factor with the number of disguises, so each rule meets most of them in turn. */
const EVERY = 11

describe('disguised examples', () => {
  const examples = shippedExamples()
  let run: DisguiseRun
  before(() => {
    run = runDisguises(shipped, examples, MUTATORS, (number) => number % EVERY === 0)
  })

  it('are tried in number, under every disguise', () => {
    expect(run.tried).to.be.greaterThan(shipped.rulebook.rules.length * 6)
    // Few texts go through GBK without losing bytes for good.
    const missing = Object.keys(MUTATORS).filter((name) => !(name in run.byDisguise) && name !== 'readAsGbk')
    expect(missing).to.deep.equal([])
  })

  it('still fire, 97 of a hundred', () => {
    expect(run.kept / run.tried, listed(run.lost)).to.be.at.least(0.97)
  })

  it('raise nothing where the plain text raises nothing', () => {
    expect(run.raised.length / run.missesTried, listed(run.raised)).to.be.at.most(0.001)
  })

  it('are guessed from everyday characters in two of ten cases, and make no near miss fire', () => {
    const guessed = runDisguises(shipped, examples, GUESSED)
    expect(guessed.kept / guessed.tried, listed(guessed.lost)).to.be.at.least(0.2)
    expect(guessed.raised.length / guessed.missesTried, listed(guessed.raised)).to.be.at.most(0.02)
  })
})

function listed(cases: readonly { rule: string; disguise: string; text: string }[]): string {
  return cases.map(({ rule, disguise, text }) => `\n${rule} (${disguise}): ${text}`).join('')
}
