import { expect } from 'chai'
import type { PenaltySheet } from '../../src/core/worksheet/penalty-sheet.ts'
import { WORDS } from '../../src/web/words/words.ts'
import { sheetText } from '../../src/web/worksheet/sheet-text.ts'

const SHEET: PenaltySheet = { version: 2, hash: 'a', fineFen: 10_000_000, takenFen: 0, kinds: [], hearing: true }

describe('a worksheet in one line, as a head approves it', () => {
  const said = (changes: Partial<PenaltySheet>, language: 'zh' | 'en' = 'zh') =>
    sheetText({ ...SHEET, ...changes }, { words: WORDS[language] })

  it('tells sums, kinds and that a hearing is told of', () => {
    expect(said({ takenFen: null, kinds: ['warning'] })).to.match(/^第 2 版：罚款 100,000 元；没收.*；警告；/)
  })

  it('tells that the right to a hearing is left out, and why', () => {
    const text = said({ hearing: false, leftOut: '本省标准为二十万元' })
    expect(text).to.include('不告知：本省标准为二十万元')
    expect(said({ hearing: false, leftOut: '本省标准为二十万元' }, 'en')).to.include('not told of: 本省标准为二十万元')
    expect(said({ hearing: false })).not.to.include('听证')
  })
})
