import { expect } from 'chai'
import { saveBacktest } from '../../src/actions/rulebook/propose-rulebook.ts'
import { shipRulebook } from '../../src/actions/rulebook/ship-rulebook.ts'
import type { Viewer } from '../../src/core/access/viewer.ts'
import type { BacktestResult, BacktestScope } from '../../src/core/backtest.ts'
import { keepRulebook } from '../../src/store/rulebooks.ts'
import { shipped } from '../support/rulebook.ts'
import { versionWithout } from '../support/versions.ts'
import { shown, type WebApp, webApp } from '../support/web-app.ts'

const MODEL = 'ab12cd34ef56'.padEnd(64, '0')

/** As it was kept when the classifier was left out always. */
const older: BacktestResult & BacktestScope = {
  over: 'archive',
  papers: 7,
  papersChanged: 2,
  same: 3,
  new: 1,
  lost: 1,
  changed: 0,
  labels: {
    illegal_fundraising: { gained: 4, lost: 5 },
    deceptive_sales: { gained: 0, lost: 0 },
    false_advertising: { gained: 0, lost: 0 },
  },
  rulings: { upheldKept: 3, upheldLost: 0, dismissedGone: 0, dismissedKept: 1 },
  rules: [],
}

const newer: BacktestResult & BacktestScope = {
  ...older,
  model: MODEL,
  rulesAlone: { ...older.labels, illegal_fundraising: { gained: 8, lost: 9 } },
  unlabelled: { upheld: 2, dismissed: 1 },
}

describe('a kept backtest', () => {
  let app: WebApp
  const [beside, alone, without] = ['PX-01', 'PX-02', 'PX-03'].map((code) => versionWithout(code).rulebook)

  before(async () => {
    app = await webApp()
    await shipRulebook(app.parts, shipped)
    const author: Viewer = { ...app.cast.alice, role: 'analyst' }
    const oldHash = shipped.rulebook.hash
    const kept = [
      [beside!, newer],
      [alone!, { ...older, model: 'none' }],
      [without!, older],
    ] as const
    for (const [rulebook, result] of kept) {
      await keepRulebook(app.db, rulebook, '2026-05-01T02:00:00.000Z')
      await saveBacktest(app.parts, author, { oldHash, newHash: rulebook.hash, result })
    }
  })
  after(() => app.close())

  it('shows which model judged, and leads to what is known of it', async () => {
    const page = await (await app.as(app.cast.carol)).get(`/rulebook/${beside!.hash}`)
    expect(shown(page.text)).to.match(/分类模型\s*ab12cd34ef56/)
    expect(page.text).to.match(/<a [^>]*href="\/models"[^>]*>ab12cd34ef56</)
  })

  it('shows beside each label what the rules alone would give', async () => {
    const text = await read('zh', beside!.hash)
    expect(text).to.include('增 4 份，减 5 份').and.include('仅按规则：增 8 份，减 9 份')
    expect(await read('en', beside!.hash))
      .to.include('4 papers gain it, 5 lose it')
      .and.include('by the rules alone: 8 gain it, 9 lose it')
  })

  it('shows the ruled findings that are found still while their paper loses the label', async () => {
    expect(await read('zh', beside!.hash)).to.include(
      '仍能发现，但所在材料不再列入该涉嫌类别：认定成立的 2 处，认定排除的 1 处',
    )
    expect(await read('en', beside!.hash)).to.include(
      'Found still while their paper loses the suspicion: 2 upheld, 1 dismissed',
    )
  })

  for (const [what, version] of [
    ['judged by the rules alone', alone!],
    ['kept when there was no classifier', without!],
  ] as const)
    it(`${what} says so, and promises nothing of what was not measured`, async () => {
      const text = await read('zh', version.hash)
      expect(text).to.match(/分类模型\s*未用，仅按规则/)
      expect(text).to.include('增 4 份，减 5 份').and.not.include('仅按规则：').and.not.include('仍能发现')
      expect(await read('en', version.hash)).to.match(/Classifier\s*none: the rules alone/)
    })

  async function read(language: 'zh' | 'en', hash: string): Promise<string> {
    const { cookie } = await app.as(app.cast.carol)
    const page = await app.guest(`${cookie}; sojourn_lang=${language}`).get(`/rulebook/${hash}`)
    expect(page.status).to.equal(200)
    return shown(page.text)
  }
})
