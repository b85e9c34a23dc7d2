import { expect } from 'chai'
import { lawMatters } from '../../../src/core/case/law-version.ts'
import type { Choice } from '../../../src/core/check/finding.ts'

const choice = (changes: Choice['changes']): { choice: Choice } => ({
  choice: { because: 'conduct_spans_change', changes, successors: [], note: { zh: '从旧兼从轻', en: 'note' } },
})
const change = (old: string | undefined, later: string, lighter?: 'old' | 'new' | 'same') => ({
  ...(old ? { old } : {}),
  new: later,
  on: '2025-10-15',
  ...(lighter ? { lighter } : {}),
})

describe('the changes of law a paper met', () => {
  it('are one matter for each instrument that took the place of another, over all findings', () => {
    const matters = lawMatters([
      choice([change('a-2019/8', 'a-2025/9'), change('a-2019/20', 'a-2025/25', 'new')]),
      {},
      choice([change('a-2019/8', 'a-2025/9'), change(undefined, 'b-2025/1')]),
    ])
    expect(matters.map(({ key, old, new: later, findings }) => [key, old, later, findings])).to.deep.equal([
      ['a-2019>a-2025', ['a-2019/8', 'a-2019/20'], ['a-2025/9', 'a-2025/25'], [0, 2]],
      ['>b-2025', [], ['b-2025/1'], [2]],
    ])
  })

  it('are none where no law changed', () => {
    expect(lawMatters([{}, {}])).to.deep.equal([])
  })
})
