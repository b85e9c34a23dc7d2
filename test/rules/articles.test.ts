import { expect } from 'chai'
import { joinArticles } from '../../src/rulebook/join-articles.ts'
import { readBasis } from '../../src/rulebook/read-basis.ts'
import { parseYaml } from '../../src/rulebook/yaml-source.ts'
import { shipped } from '../support/rulebook.ts'

const OLD = `
title: { zh: 《旧法》, en: Old Law }
from: 2019-04-23
to: 2025-10-14
confidence: V
articles:
  '8': { article: { zh: 第八条, en: art. 8 }, gist: { zh: 不得, en: no } }
`

const NEW = `
title: { zh: 《新法》, en: New Law }
from: 2025-10-15
confidence: V
unpunished: { zh: 民事责任, en: civil liability }
articles:
  '9': { article: { zh: 第九条, en: art. 9 }, gist: { zh: 不得, en: no }, succeeds: [old/8] }
  '25':
    article: { zh: 第二十五条, en: art. 25 }
    gist: { zh: 罚款, en: a fine }
    penalty: { floor_yuan: 1, cap_yuan: 2.5, times: [1, 3], serious: { cap_yuan: 9 }, department: 市监 }
    punishes: [new/9]
    alternative: { key: fines, rank: 1, why: { zh: 位阶高, en: higher } }
`

describe('the articles of an instrument', () => {
  it('are joined to what they succeed, in both directions, and to what they punish', () => {
    const { articles, mistakes } = read({ old: OLD, new: NEW })
    expect(mistakes).to.deep.equal([])
    expect(articles['old/8']!.succeededBy).to.deep.equal(['new/9'])
    expect(articles['new/25']).to.deep.include({ punishes: ['new/9'] })
    expect(articles['new/25']!.alternative).to.include({ key: 'fines', rank: 1 })
  })

  it('keep amounts in fen, the grave tier apart, and no floor where the law has none', () => {
    const { penalty } = read({ old: OLD, new: NEW }).articles['new/25']!
    expect(penalty).to.deep.include({ floorFen: 100, capFen: 250, times: [1, 3], serious: { capFen: 900 } })
  })

  it('take from the instrument why nothing follows, unless they are penalties', () => {
    const { articles } = read({ old: OLD, new: NEW })
    expect(articles['new/9']!.unpunished?.en).to.equal('civil liability')
    expect(articles['new/25']).to.not.have.property('unpunished')
  })

  const wrong: [what: string, change: [string, string], says: string][] = [
    ['succeed what is not there', ['succeeds: [old/8]', 'succeeds: [old/88]'], 'unknown article "old/88"'],
    ['succeed what still stands', ['from: 2025-10-15', 'from: 2025-10-14'], 'it must end before 2025-10-14'],
    ['punish what is not there', ['punishes: [new/9]', 'punishes: [new/99]'], 'unknown article "new/99"'],
    ['punish a penalty', ['punishes: [new/9]', 'punishes: [new/25]'], 'is a penalty itself'],
    ['threaten without saying for what', ['    punishes: [new/9]\n', ''], 'punishes'],
    ['have a cap below the floor', ['cap_yuan: 2.5', 'cap_yuan: 0.5'], 'cap_yuan is below floor_yuan'],
    ['have a word nobody knows', ['serious:', 'grave:'], 'unknown key "grave"'],
  ]
  for (const [what, [from, to], says] of wrong) {
    it(`are refused with the line when they ${what}`, () => {
      const { mistakes } = read({ old: OLD, new: NEW.replace(from, to) })
      expect(mistakes.map((mistake) => `${mistake.line}: ${mistake.says}`).join('\n')).to.include(says)
    })
  }

  it('are named by rules in their newest version only, the older coming by itself', () => {
    const old = shipped.rulebook.rules.flatMap(({ code, basis }) =>
      basis.filter(({ id }) => shipped.rulebook.basis[id]!.succeededBy).map(({ id }) => `${code} ${id}`),
    )
    expect(old).to.deep.equal([])
  })

  it('follow each other without a gap, where the older one had a successor at all', () => {
    for (const article of Object.values(shipped.rulebook.basis)) {
      for (const older of article.succeeds ?? []) {
        const { to } = shipped.rulebook.basis[older]!
        const next = new Date(`${to}T00:00:00Z`)
        next.setUTCDate(next.getUTCDate() + 1)
        expect(next.toISOString().slice(0, 10), `${older} to ${article.id}`).to.equal(article.from)
      }
    }
  })
})

function read(files: Record<string, string>) {
  const sources = Object.entries(files).map(([name, text]) => ({ name, source: parseYaml(text, `basis/${name}.yaml`) }))
  const placed = sources.flatMap(({ name, source }) =>
    readBasis(source.root, name).map((article) => ({
      article,
      at: source.root.at('articles').at(article.id.slice(name.length + 1)),
    })),
  )
  const articles = joinArticles(placed)
  return { articles, mistakes: sources.flatMap(({ source }) => source.mistakes) }
}
