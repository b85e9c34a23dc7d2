import { expect } from 'chai'
import type { Choice, CitedBasis } from '../../src/core/check/finding.ts'
import { type BasisGroup, groupBasis } from '../../src/web/documents/basis-groups.ts'

const cited = (id: string, role: CitedBasis['role'], more: Partial<CitedBasis> = {}): CitedBasis => ({
  id,
  article: id,
  in_force: ['2000-01-01', null],
  role,
  confidence: 'V',
  ...more,
})
const ids = (groups: readonly BasisGroup[]) =>
  groups.map(({ breached, penalties }) => [breached.map(({ id }) => id), penalties.map(({ id }) => id)])

describe('the law of a finding as an officer reads it', () => {
  it('has each breach beside the penalties that punish it, and what only defines apart', () => {
    const { steady, defining } = groupBasis({
      basis: [
        cited('defines', 'defines'),
        cited('duty-1', 'violates', { pairs: ['fine-1'] }),
        cited('duty-2', 'violates', { pairs: ['fine-2', 'fine-3'] }),
        cited('duty-3', 'violates', { pairs: ['fine-1'] }),
        cited('fine-1', 'penalises', { pairs: ['duty-1', 'duty-3'] }),
        cited('fine-2', 'penalises', { pairs: ['duty-2'] }),
        cited('fine-3', 'penalises', { pairs: ['duty-2'] }),
        cited('fine-4', 'penalises'),
      ],
    })
    expect(ids(steady)).to.deep.equal([
      [['duty-1', 'duty-3'], ['fine-1']],
      [['duty-2'], ['fine-2', 'fine-3']],
      [[], ['fine-4']],
    ])
    expect(defining.map(({ id }) => id)).to.deep.equal(['defines'])
  })

  it('has old law beside new where the conduct spans a change, each with its own penalty', () => {
    const choice: Choice = { because: 'conduct_spans_change', changes: [], successors: [], note: { zh: '', en: '' } }
    const {
      steady,
      old,
      new: later,
    } = groupBasis({
      choice,
      basis: [
        cited('new/9', 'violates', { version: 'new', pairs: ['new/25'] }),
        cited('old/8', 'violates', { version: 'old', pairs: ['old/20'] }),
        cited('consumer/20', 'violates', { pairs: ['consumer/56'] }),
        cited('new/25', 'penalises', { version: 'new', pairs: ['new/9'] }),
        cited('old/20', 'penalises', { version: 'old', pairs: ['old/8'] }),
        cited('consumer/56', 'penalises', { pairs: ['consumer/20'] }),
      ],
    })
    expect(ids(steady)).to.deep.equal([[['consumer/20'], ['consumer/56']]])
    expect(ids(old)).to.deep.equal([[['old/8'], ['old/20']]])
    expect(ids(later)).to.deep.equal([[['new/9'], ['new/25']]])
  })

  it('has the law of the day of conduct beside what came since', () => {
    const choice: Choice = {
      because: 'decided_after_change',
      changes: [{ old: 'old/8', new: 'new/9', on: '2025-10-15' }],
      successors: [cited('new/9', 'violates', { version: 'new' }), cited('new/25', 'penalises', { version: 'new' })],
      note: { zh: '', en: '' },
    }
    const {
      steady,
      old,
      new: later,
    } = groupBasis({
      choice,
      basis: [cited('old/8', 'violates'), cited('consumer/20', 'violates')],
    })
    expect(ids(steady)).to.deep.equal([[['consumer/20'], []]])
    expect(ids(old)).to.deep.equal([[['old/8'], []]])
    expect(ids(later)).to.deep.equal([[['new/9'], ['new/25']]])
  })
})
