import { expect } from 'chai'
import fc from 'fast-check'
import { matchWithoutAnchor } from '../../src/rulebook/match-without-anchor.ts'

describe('a match without an anchor', () => {
  const of = (pattern: string, ...anchors: string[]) => matchWithoutAnchor({ pattern, anchors })

  it('is a branch that no anchor covers', () => {
    expect(of('(?:锁|反锁|关)(?:上|死)?门', '锁门', '锁上', '反锁', '关门', '关上', '关死')).to.equal('锁死门')
    expect(of('(?:锁|反锁|关)(?:上|死)?门', '锁', '关')).to.equal(undefined)
  })

  it('is one with something between the characters of an anchor', () => {
    expect(of('免费.{0,3}游', '免费游')).to.equal('免费某游')
    expect(of('免费.{0,3}游', '免费', '日游')).to.equal(undefined)
  })

  it('counts characters of a class one by one, and takes one that no anchor has where there is one', () => {
    expect(of('占[一二三]', '占一', '占三')).to.equal('占二')
    expect(of('占[一-三]', '占一')).to.equal('占三')
    expect(of('占[一二三]', '占一', '占二', '占三')).to.equal(undefined)
    expect(of('\\d{2}元', '元')).to.equal(undefined)
    expect(of('\\d{2}元', '0元', '1元', '2元', '3元', '4元')).to.match(/^\d[5-9]元$/)
    expect(of('[^，。]{2}', '某')).to.match(/^[^，。某]{2}$/)
  })

  it('is as a pattern matches, without regard to capitals', () => {
    expect(of('\\d[wW]', 'w')).to.equal(undefined)
    expect(of('vip卡', 'VIP')).to.equal(undefined)
  })

  it('goes round what a look around refuses, and as far as one asks', () => {
    expect(of('\\d0(?!\\d?[天日]).{0,2}[天月]给', '月给')).to.match(/^\d0.{1,2}天给$/)
    expect(of('\\d0(?!.{0,2}天).{0,2}[天月]给', '月给')).to.equal(undefined)
    expect(of('(?<!不)退.{0,2}款|不退款', '退款')).to.equal('退某款')
    expect(of('(?:航天|研究)(?<=航天)员', '航天员')).to.equal(undefined)
    expect(of('等.{1,4}(?=[，。])', '说等')).to.equal('等某')
  })

  it('gives up on a pattern that would take hours to go through', () => {
    const wide = (times: number) => '(?!.{0,20}丁.{0,20}戊)[甲乙].{0,9}'.repeat(times)
    expect(of(`${wide(2)}[末尾]`, '末')).to.equal('甲甲尾')
    expect(of(`${wide(12)}末`, '末')).to.equal(undefined)
  })

  it('is given exactly where there is one', () => {
    const { part } = fc.letrec<{ part: string }>((tie) => ({
      part: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom('a', 'b', '[ab]', '[^a]', '.'),
        fc.tuple(tie('part'), tie('part')).map(([one, other]) => `(?:${one}|${other})`),
        fc.tuple(tie('part'), tie('part')).map((two) => two.join('')),
        fc.tuple(fc.constantFrom('a', 'b', '.'), fc.constantFrom('?', '{0,2}', '{1,2}')).map((two) => two.join('')),
        fc.tuple(fc.constantFrom('a', 'b', 'ab?', '.b'), tie('part')).map(([not, then]) => `(?!${not})${then}`),
      ),
    }))
    const anchors = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'aa', 'bb', 'aba'), { minLength: 1, maxLength: 4 })
    const texts = ['']
    for (const text of texts) if (text.length < 5) texts.push(...['a', 'b', 'x', '\n'].map((one) => text + one))
    fc.assert(
      fc.property(part, anchors, (pattern, given) => {
        const whole = new RegExp(`^(?:${pattern})$`, 'i')
        // What can be empty stands everywhere. Beyond five characters the texts tried are no longer all.
        fc.pre(!whole.test('') && longest(pattern) <= 5)
        const holds = (text: string) => given.some((anchor) => text.includes(anchor))
        const found = matchWithoutAnchor({ pattern, anchors: given })
        expect(found !== undefined, `${pattern} ${found}`).to.equal(
          texts.some((text) => whole.test(text) && !holds(text)),
        )
        if (found !== undefined) expect(holds(found), found).to.equal(false)
      }),
      { numRuns: 400 },
    )
  })
})

/** At least the length of the longest match: every character or class counts, whichever branch it is in. */
function longest(pattern: string): number {
  const seen = pattern.replace(/\(\?![^)]*\)/g, '').match(/(?:\[[^\]]*\]|[ab.])(?:\{\d,2\})?/g) ?? []
  return seen.reduce((sum, each) => sum + (each.endsWith('2}') ? 2 : 1), 0)
}
