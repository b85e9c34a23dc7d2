import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { Problem } from '../../src/core/problem.ts'
import { rootPath } from '../../src/root.ts'
import { loadLetters } from '../../src/rulebook/load-letters.ts'

describe('a template of a letter', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'sojourn-letters-'))
    for (const part of ['letters', 'clocks.yaml', 'moves.yaml', 'calendar'])
      cpSync(join(rootPath('rules'), part), join(folder, part), { recursive: true })
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  /** What the loader says of one change in one file, and nothing changed afterwards. */
  function mistakes(file: string, from: string | RegExp, to: string): string[] {
    const path = join(folder, 'letters', file)
    const before = readFileSync(path, 'utf8')
    const after = before.replace(from, to)
    expect(after, 'the change must change something').not.to.equal(before)
    writeFileSync(path, after)
    try {
      loadLetters(folder)
      throw new Error('expected mistakes, but it was read')
    } catch (error) {
      if (error instanceof Problem) return error.detail.mistakes as string[]
      throw error
    } finally {
      writeFileSync(path, before)
    }
  }

  it('is refused for a source nobody knows, with its line', () => {
    const [says] = mistakes('rectification-order.yaml', '{input.deadline}', '{input.dedline}')
    expect(says).to.match(/\/letters\/rectification-order\.yaml:\d+:\d+ {2}input\.dedline is no source/)
    expect(says).to.include('现责令你（单位）')
  })

  it('is refused where the reported party would read who told', () => {
    const [says] = mistakes('rectification-order.yaml', "to: '{operator.name}：'", "to: '{complainant.name}：'")
    expect(says).to.include('complainant.name is no source these readers may learn of')
  })

  it('is refused where mediation would give away a telephone', () => {
    const [says] = mistakes('termination-notice.yaml', '  - p: 特此告知。', "  - p: '{complainant.phone}'")
    expect(says).to.include('complainant.phone')
  })

  it('is refused for a cite without articles', () => {
    const [says] = mistakes('closing-form.yaml', '{cite:closing}', '{cite:clsing}')
    expect(says).to.include('clsing is not among the cites of this letter')
  })

  it('is refused for a clock, a state, a condition and a move that are not there', () => {
    expect(mistakes('acceptance-notice.yaml', 'clock.T03.due', 'clock.T99.due')[0]).to.include('clock.T99.due')
    expect(mistakes('acceptance-notice.yaml', '[accepted, mediation', '[acepted, mediation')[0]).to.include('acepted')
    expect(mistakes('acceptance-notice.yaml', 'moves: [accept]', 'moves: [acept]')[0]).to.include('acept')
    expect(mistakes('penalty-notice.yaml', '[penalty_proposed]', '[penalty_purposed]')[0]).to.include(
      'allowed: two_handlers',
    )
  })

  it('is refused for a row that does not fill its table', () => {
    const [says] = mistakes(
      'closing-form.yaml',
      "text: '{matter.title}', across: 3",
      "text: '{matter.title}', across: 2",
    )
    expect(says).to.include('the row fills 3 columns of 4')
  })

  it('is refused beside another of its type for the same days', () => {
    const [says] = mistakes('acceptance-notice.yaml', 'place: 1\n', 'place: 1\ntype: refusal-notice\n')
    expect(says).to.include('another template of refusal-notice')
  })

  it('is refused for a key, an audience and a brace that mean nothing', () => {
    expect(mistakes('acceptance-notice.yaml', 'word: 投受', 'wrod: 投受')[0]).to.include('unknown key "wrod"')
    expect(mistakes('acceptance-notice.yaml', 'audience: complainant', 'audience: public')[0]).to.include(
      'allowed: complainant, reported',
    )
    expect(mistakes('acceptance-notice.yaml', '{complainant.name}', '{complainant name}')[0]).to.include(
      'cannot be filled',
    )
  })
})
