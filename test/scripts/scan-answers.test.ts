import { expect } from 'chai'
import { type Engines, startAnswers } from '../../scripts/scan-answers.ts'
import { shipped } from '../support/rulebook.ts'

describe('the answers of a scan', () => {
  let written: string[]
  let told: string[]
  const [out, err] = [process.stdout.write, process.stderr.write]

  beforeEach(() => {
    written = []
    told = []
  })

  /** What is written meanwhile is kept; the test runner writes in between. */
  function listening<T>(work: () => T): T {
    process.stdout.write = ((line: string) => written.push(line) > 0) as typeof out
    process.stderr.write = ((line: string) => told.push(line) > 0) as typeof err
    try {
      return work()
    } finally {
      process.stdout.write = out
      process.stderr.write = err
    }
  }

  it('name the one paper of a group that cannot be judged, and lose no other', async () => {
    const answers = startAnswers({ compiled: shipped, model: STUMBLES })
    for (const id of ['a', 'b', 'c']) await answers.take(id, { text: id === 'b' ? '绊倒' : '食堂今天供应饺子。' })
    expect(listening(() => answers.finish())).to.equal(false)
    expect(written.map((line) => JSON.parse(line).id)).to.deep.equal(['a', 'c'])
    expect(told).to.have.length(1)
    expect(told[0]).to.match(/^b: .*无法研判.*stumbled/)
  })

  it('come in the order in which papers were taken', async () => {
    const answers = startAnswers({ compiled: shipped, model: SILENT })
    for (let i = 0; i < 30; i++) await answers.take(`${i}`, { text: `第${i}份` })
    expect(listening(() => answers.finish())).to.equal(true)
    expect(written.map((line) => JSON.parse(line).id)).to.deep.equal(Array.from({ length: 30 }, (_, i) => `${i}`))
  })
})

const SILENT: Engines['model'] = {
  hash: 'silent',
  classify: () => [],
  probabilities: () => ({ illegal_fundraising: 0, deceptive_sales: 0, false_advertising: 0 }),
}

const STUMBLES: Engines['model'] = {
  ...SILENT,
  classify({ text }) {
    if (text === '绊倒') throw new Error('stumbled')
    return []
  },
}
