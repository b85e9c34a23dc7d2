import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { rootPath } from '../../../src/root.ts'
import { loadClocks } from '../../../src/rulebook/load-clocks.ts'
import { loadMoves } from '../../../src/rulebook/load-moves.ts'
import { readMoves } from '../../../src/rulebook/read-moves.ts'
import { parseYaml, sayMistake } from '../../../src/rulebook/yaml-source.ts'

const shipped = readFileSync(rootPath('rules/moves.yaml'), 'utf8')
const known = {
  instruments: parseYaml(readFileSync(rootPath('rules/clocks.yaml'), 'utf8'), 'clocks.yaml').root.at('instruments'),
  clocks: loadClocks().clocks,
}

/** What the reader says of the shipped table with one thing written otherwise. */
function said(from: string, to: string): string {
  expect(shipped).to.include(from)
  const { root, mistakes } = parseYaml(shipped.replace(from, to), 'moves.yaml')
  readMoves(root, known)
  return mistakes.map(sayMistake).join('\n')
}

describe('moves.yaml', () => {
  it('reads as shipped, every move with its article and every state within reach', () => {
    const { moves, states, openings } = loadMoves()
    const reached = new Set(Object.values(openings).map(({ state }) => state))
    for (let size = 0; size !== reached.size; ) {
      size = reached.size
      for (const { from, to } of Object.values(moves))
        if (to !== null && from.some((each) => reached.has(each))) reached.add(to)
    }
    expect(Object.keys(states).filter((state) => !reached.has(state))).to.deep.equal([])
    for (const { articles } of Object.values(moves)) expect(articles[0]!.article.zh).to.include('《')
  })

  it('names file, line and what is allowed for a state, clock, condition, role, choice or instrument it does not know', () => {
    expect(said('to: not_accepted,', 'to: refused,')).to.match(
      /rules\/moves\.yaml:\d+:\d+ .*"refused"; allowed: proposed, received/,
    )
    expect(said('starts: [T22,', 'starts: [T99,')).to.include('unknown clock "T99"')
    expect(said("after: ['T26:demand']", "after: ['T26:later']")).to.include(
      'no length "later"; allowed: demand, court',
    )
    expect(said('checked, own_hook,', 'checked, hook_of_ours,')).to.include('"hook_of_ours"; allowed: two_handlers')
    expect(said('by: [reviewer], handler: never', 'by: [boss], handler: never')).to.include('"boss"; allowed: hotline')
    expect(said('one refusal_ground', 'one refusal')).to.include('"one refusal"; allowed: flag')
    expect(said('{ order-121: [第十五条', '{ order-122: [第十五条')).to.include('unknown instrument "order-122"')
    expect(said('handler: only, approval: head, takes: { n: count }', 'handler: only, takes: { n: count }')).to.include(
      'it needs approval',
    )
  })
})
