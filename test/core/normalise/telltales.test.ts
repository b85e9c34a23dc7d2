import { expect } from 'chai'
import fc from 'fast-check'
import { applyEdits, asWritten, type CleanText } from '../../../src/core/normalise/clean-text.ts'
import { normalise, STEPS } from '../../../src/core/normalise/normalise.ts'
import { buildTargets } from '../../../src/core/normalise/targets.ts'
import { telltalesOf } from '../../../src/core/normalise/telltales.ts'

const TARGETS = buildTargets(['保本', '保本保息', '高收益', '返利', '会员', '养老金', '0风险'])

describe('the telltales of a text', () => {
  it('never keep a step from undoing what it would undo: each of the 65,536 units, bare and between the characters of a word', () => {
    const missed: string[] = []
    for (let unit = 0; unit < 0x10000; unit++) {
      const odd = String.fromCharCode(unit)
      for (const text of [`保${odd}本`, `保(${odd})本`, `1${odd}${odd}万`]) {
        const telltales = telltalesOf(text, TARGETS)
        for (const { undo, needs } of STEPS) {
          if (needs === undefined || (telltales & needs) !== 0) continue
          if (undo(text, TARGETS).length > 0) missed.push(`${undo.name} U+${unit.toString(16)}`)
        }
      }
    }
    expect(missed).to.deep.equal([])
  }).timeout(20_000)

  it('leave every text as all steps one after another make it', () => {
    const pieces = fc.constantFrom(
      ...'保本息高收益返利会员养老金禾刂夲溢12①⑤０％ \n*._-/·，。（）(){}[]',
      ...[
        '\u200b',
        '\u0301',
        '\ufffd',
        '锟斤拷',
        'ï¿½',
        '&#20445;',
        '&nbsp;',
        '😀',
        '𝟙',
        '\ud83d',
        '保保',
        '收收收',
        '錢會員',
      ],
      ...[
        'bao',
        'Ben',
        'xí',
        'yǎng lǎo',
        '（yǎng lǎo）',
        'ä¿\u009dæ\u009c¬',
        '⺀',
        '著',
        '一二三四五六七八九十一二三\n',
        '每 个 月 给 您 三 百',
        '保·本·高·收·益·返',
        '返 禾 刂',
        '亻呆 本',
        '亻',
        '返❖俐',
        '収',
        '銭',
        '保😀本😀高😀收😀益😀返',
      ],
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        expect(normalise(text, TARGETS)).to.deep.equal(stepByStep(text))
      }),
      { numRuns: 400 },
    )
  })
})

function stepByStep(text: string): CleanText {
  let clean = asWritten(text)
  for (const { undo } of STEPS) clean = applyEdits(clean, undo(clean.text, TARGETS))
  return clean
}
