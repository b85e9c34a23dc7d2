import { expect } from 'chai'
import { lookAlikes } from '../../../src/core/normalise/look-alike.ts'
import { normalise } from '../../../src/core/normalise/normalise.ts'
import { isInOrdinaryWord } from '../../../src/core/normalise/ordinary-words.ts'
import { isTraditional } from '../../../src/core/normalise/script.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'

const WORDS = [
  '投资理财',
  '到期返还本金',
  '养老公寓床位',
  '旅居养老基地',
  '预付会员充值卡',
  '终身免费居住权益',
  '消费返利',
  '原始股认购',
]

describe('respelt words', () => {
  const targets = buildTargets(WORDS)
  const readings = lookAlikes(targets.characters).filter(
    // A traditional form is turned before words are looked for.
    ({ written }) => written.length === 1 && !isTraditional(written.charCodeAt(0)),
  )

  it('are read back whichever one character of a word of four or more is written otherwise', () => {
    const lost: string[] = []
    let asked = 0
    for (const word of WORDS)
      for (let at = 0; at < word.length; at++)
        for (const { written, unit, doubt } of readings) {
          if (unit !== word.charCodeAt(at) || doubt === 'key') continue
          const text = `。${word.slice(0, at)}${written}${word.slice(at + 1)}。`
          if (isInOrdinaryWord(text, at + 1)) continue
          asked++
          if (normalise(text, targets).text !== `。${word}。`) lost.push(text)
        }
    expect(asked).to.be.greaterThan(500)
    expect(lost).to.deep.equal([])
  })

  it('are left as they stand where they are written plainly, alone and as the beginning of longer ones', () => {
    for (const word of WORDS) {
      const longer = buildTargets([...WORDS, `${word}方案`, `${word}收益方案`])
      for (const text of [word, `${word}方案`, `${word}收益`, `${word}收益方案`])
        expect(normalise(`我们的${text}。`, longer).disguises).to.deep.equal([])
    }
  })
})
