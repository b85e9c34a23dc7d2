import { expect } from 'chai'
import fc from 'fast-check'
import { countGrams } from '../../src/classifier/grams.ts'
import { passagesOf } from '../../src/classifier/passages.ts'
import { fitLabel } from '../../src/classifier/training/label-calibration.ts'
import { mulberry32 } from '../../src/classifier/training/svm.ts'
import { perCategory } from '../../src/core/document.ts'

describe('Passages of a text', () => {
  it('are its sentences, joined until each has forty characters', () => {
    const short = `${'短'.repeat(15)}。`
    const long = `${'长'.repeat(50)}！`
    const text = `${short}${short}${short}${long}${short}`
    // 16 + 16 are not enough, 48 are; the long one stands alone; the last keeps what is left.
    expect(passagesOf(text)).to.deep.equal([
      { start: 0, end: 48 },
      { start: 48, end: 99 },
      { start: 99, end: 115 },
    ])
  })

  it('do not end in marks and blanks that say nothing', () => {
    const text = `${'长'.repeat(45)}。\n\n……\n`
    expect(passagesOf(text)).to.deep.equal([{ start: 0, end: 46 }])
    expect(passagesOf('')).to.deep.equal([{ start: 0, end: 0 }])
  })

  it('cut through no gram: together they hold those of the whole text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('退', '款。', '月\n', 'a', '1', '！', '；', ' ', '返利'), { maxLength: 200 }),
        (bits) => {
          const text = bits.join('')
          const sum = new Map<string, number>()
          for (const { start, end } of passagesOf(text))
            for (const [gram, times] of countGrams(text.slice(start, end))) sum.set(gram, (sum.get(gram) ?? 0) + times)
          expect(sum).to.deep.equal(countGrams(text))
        },
      ),
    )
  })
})

describe('What the plainest passage counts', () => {
  const random = mulberry32(17)
  const rows = Array.from({ length: 4000 }, (_, i) => {
    const [whole, passage] = [random() * 2 - 1, random() * 2 - 1]
    const of = (share: number) => random() < 1 / (1 + Math.exp(-4 * (whole + share * passage)))
    const labels = [
      ...(of(0) ? (['illegal_fundraising'] as const) : []),
      ...(of(0.5) ? (['deceptive_sales'] as const) : []),
    ]
    return {
      example: { id: `p${i}`, batch: 'a', text: '', labels, weight: 1 },
      margins: perCategory(() => whole),
      passages: perCategory(() => passage),
      subjectMargin: 0,
    }
  })

  it('is found as it was drawn: nothing for one label, half for another', () => {
    expect(fitLabel(rows, 'illegal_fundraising').share).to.be.at.most(0.1)
    const { share, calibration } = fitLabel(rows, 'deceptive_sales')
    expect(share).to.be.within(0.4, 0.5)
    expect(calibration.slope).to.be.closeTo(-4, 0.4)
  })
})
