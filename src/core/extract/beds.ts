import { sieved } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'
import { clauseBefore, lastMatch, sentenceBefore } from './window.ts'

const MEASURE =
  /^[ ]?(?:多|余|来)?[ ]?(?:[张个](?:[\u4e00-\u9fff]{0,6}?床(?:位)?(?!费|上|头|垫|单|旁|前|边))?|床(?!位费|费|上|头|垫|单|旁|前|边|品|榻))/
/** The characters that a measure begins with, asked before the pattern is. */
const MEASURE_OPENS = ' 多余来张个床'
const BED_BEFORE = /床位?[^，。；\n]{0,8}$/
/** Only what counts them may stand between 床位 and the number (床位200张), not another thing (床位旁放10个柜子). */
const ROLES: readonly [string, string][] = [
  ['sold', '已售|售出|卖出|卖了|销售|预售|认购|认筹|已订|收取|签约|超售|收了'],
  ['occupied', '入住|住了|在住|已住'],
  ['approved', '核定|备案|登记|许可|批准|核准|设计|规划'],
  ['held', '现有|共有|拥有|设有|设置|开放|总|共|有|提供|护理型|其中|床位'],
]
const ROLE_OF = new Map(
  ROLES.flatMap(([role, words]) => words.split('|').map((word): [string, string] => [word, role])),
)
const ROLE = new RegExp([...ROLE_OF.keys()].sort((a, b) => b.length - a.length).join('|'), 'g')

/** 设计床位500张，开放300张: the second number counts the same. */
function isListed(text: string, start: number, before: string): boolean {
  return (
    before.length <= 6 &&
    lastMatch(before, ROLE) !== undefined &&
    /床位[^。；\n]{0,10}张/.test(sentenceBefore(text, start, 26))
  )
}

/** Without these it has nothing to read. */
export const BED_SIGNS = [sieved(/床/)]

/** Numbers of beds, and whether they are approved, held, occupied or sold: 核定床位200张, 已售床位3000张. */
export function beds(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  for (const { start, end, value } of reading.numerals) {
    const match = MEASURE_OPENS.includes(text[end] ?? '-') ? MEASURE.exec(text.slice(end, end + 14)) : null
    if (!match || value < 2 || !Number.isInteger(value)) continue
    const before = clauseBefore(text, start, 14)
    if (!match[0].includes('床') && !BED_BEFORE.test(before) && !isListed(text, start, before)) continue
    if (/[第每]$/.test(before)) continue
    const word = lastMatch(before.replace(/床位/g, '  '), ROLE)?.[0] ?? lastMatch(match[0], ROLE)?.[0]
    const role = (word && ROLE_OF.get(word)) ?? 'held'
    facts.push(factAt(clean, start, end + match[0].length, { type: 'beds', value, unit: 'bed', role }))
  }
  return facts
}
