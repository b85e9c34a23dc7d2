import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { CHINESE_FIGURES } from './figure-runs.ts'
import { factAt, factOver, type Reading } from './reading.ts'
import { clauseAfter, sentenceAfter, sentenceBefore } from './window.ts'

const MEASURE = /^[ ]?(?:个)?(期|次|笔|批|个月)/
const PAID = /付|交|缴|还|款|返|退|兑|元|万|金|费/
const BUILT = /建设|开发|开班|出发|施工|工程|服用|服药|培训|授课|举办|招/
const EACH = /每(?:期|次|笔|批|月)/

/** Without these it has nothing to read: a number stands right behind 分. */
export const INSTALMENT_SIGNS = [sieved(new RegExp(`分[0123456789${CHINESE_FIGURES}]`))]

/** Into how many parts a payment is cut: 分3期，每期2万元. `role` says whether it is paid in or paid back. */
export function instalments(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  for (const { start, end, value } of reading.numerals) {
    if (text[start - 1] !== '分' || value < 2 || value > 600 || !Number.isInteger(value)) continue
    const unit = MEASURE.exec(text.slice(end, end + 4))
    if (!unit) continue
    const after = clauseAfter(text, end, 16)
    const before = sentenceBefore(text, start, 24)
    if (BUILT.test(after) || !PAID.test(sentenceAfter(text, end + unit[0].length, 16) + before)) continue
    const each = reading.amounts.find(
      (amount) => amount.start >= end && amount.start - end < 24 && EACH.test(text.slice(end, amount.start)),
    )
    const role = /返|退|兑|还给/.test(after) ? 'returned' : 'paid'
    const own = { start: start - 1, end: end + unit[0].length }
    facts.push(
      each
        ? factOver(clean, [own, each], {
            type: 'instalments',
            value,
            unit: '',
            role,
            working: `${value} × ${each.fen / 100} = ${(value * each.fen) / 100}`,
          })
        : factAt(clean, own.start, own.end, { type: 'instalments', value, unit: '', role }),
    )
  }
  return facts
}
