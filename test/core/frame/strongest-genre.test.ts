import { expect } from 'chai'
import fc from 'fast-check'
import type { Genre } from '../../../src/core/frame/frame.ts'
import { WRITING_SIGNS } from '../../../src/core/frame/genre-signs.ts'
import { BEYOND_DOUBT, strongestGenre, TELL_OF_OTHERS } from '../../../src/core/frame/strongest-genre.ts'
import { TELLING_SIGNS } from '../../../src/core/frame/tells-of-others.ts'

const RANK: readonly Genre[] = ['judgment', 'account', 'contract', 'policy', 'warning', 'news']
const SIGNS = [...WRITING_SIGNS, ...TELLING_SIGNS]

describe('the strongest genre', () => {
  const piece = fc.constantFrom(
    '被告人张某',
    '经审理查明',
    '本院认为',
    '我母亲交了三万元',
    '要求退款',
    '至今未退',
    '甲方（公司）',
    '甲方应支付',
    '本合同一式两份',
    '关于做好养老服务的通知',
    '特此公告',
    '未发现违法行为',
    '责令改正',
    '谨防诈骗',
    '请勿轻信',
    '不法分子',
    '记者获悉',
    '近日，民政局在会上公布',
    '。',
    '，',
    '\n',
  )
  const weigh = (genre: Genre, text: string) => {
    const met = SIGNS.filter(
      (sign) => sign.genre === genre && sign.pattern.test(text) && !(sign.unless?.test(text) ?? false),
    )
    return { genre, because: met.map(({ key }) => key), weight: met.reduce((sum, { weight }) => sum + weight, 0) }
  }

  it('is that of which all signs together weigh most, although not all are looked for', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const all = RANK.map((genre) => weigh(genre, text))
        const most = Math.max(...all.map(({ weight }) => weight))
        const best = all.find(({ weight }) => weight === most)!
        const told = strongestGenre(text)
        expect(told.genre).to.equal(most === 0 ? 'other' : best.genre)
        expect(told.because).to.deep.equal(best.because)
        const tells = TELL_OF_OTHERS.includes(best.genre)
        const whole = tells ? TELL_OF_OTHERS.reduce((sum, genre) => sum + weigh(genre, text).weight, 0) : most
        expect(Math.min(told.strength, BEYOND_DOUBT)).to.equal(Math.min(whole, BEYOND_DOUBT))
      }),
      { numRuns: 300 },
    )
  })
})
