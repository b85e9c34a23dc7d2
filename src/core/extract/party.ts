import { markSet } from '../search/mark-set.ts'
import { sieved, wordList } from '../search/sieve.ts'
import type { Fact } from './fact.ts'
import { factAt, type Reading } from './reading.ts'

const LABELS: Readonly<Record<string, string>> = {
  甲方: 'party_a',
  乙方: 'party_b',
  丙方: 'party_c',
  被投诉人: 'respondent',
  被投诉方: 'respondent',
  被投诉单位: 'respondent',
  被举报人: 'respondent',
  被举报单位: 'respondent',
  被举报方: 'respondent',
  投诉人: 'complainant',
  举报人: 'complainant',
  申诉人: 'complainant',
  主办单位: 'organiser',
  主办方: 'organiser',
  承办单位: 'organiser',
  收款人: 'payee',
  户名: 'payee',
  收款单位: 'payee',
  开户名: 'payee',
  法定代表人: 'legal_representative',
  出借人: 'lender',
  借款人: 'borrower',
}
const LABELLED = sieved(
  new RegExp(
    `(?<!被)(${Object.keys(LABELS)
      .sort((a, b) => b.length - a.length)
      .join(
        '|',
      )})(?:[(（][^()（）\\n]{1,16}[)）])?(?:名称|姓名)?[:：][ \\u3000]{0,4}([\\u4e00-\\u9fff·()（）A-Za-z0-9]{2,40})`,
    'g',
  ),
)
const KINDS =
  '有限责任公司|股份有限公司|有限公司|养老服务中心|养老院|敬老院|福利院|护理院|养老公寓|老年公寓|颐养院|颐养中心|康养中心|旅行社|合作社|俱乐部|养老服务站|门诊部|医院|基金会|协会'
const NAME_ENDS = wordList(KINDS.split('|'))
/** Characters and words that do not stand inside an enterprise's name; a name is read back to the nearest of them. */
const OUTSIDE = markSet('与和由向在到经被是的了给称为及或从对让叫去进入把将跟受我你他她该本这那某其各等个家名位于')
const OUTSIDE_WORDS: ReadonlySet<string> = new Set('委托 购买 投诉 举报 联系 通过 签订 隶属 参加'.split(' '))
const WORD_ENDS = markSet('托买诉报系过订属加')
const GENERAL =
  /^(?:有限公司|养老院|医院|旅行社|俱乐部|协会|敬老院|福利院|(?:养老|老年|康养|健康|旅游|投资|医疗)?(?:公司|机构|协会|医院))$/
const LONGEST = 28

/** Without these it has nothing to read. */
export const PARTY_SIGNS = [LABELLED, NAME_ENDS]

/** Who is named: the parties by their labels, and enterprises by the ending of their names. */
export function parties(reading: Reading): Fact[] {
  const { text, clean } = reading
  const facts: Fact[] = []
  const taken = new Set<number>()
  for (const match of reading.sieve.all(LABELLED)) {
    const name = match[2]!.replace(/[(（]?(?:以下|下称|简称|盖章|签字|签章).*$/, '')
    if (name.length < 2) continue
    const start = match.index + match[0].length - match[2]!.length
    for (let i = start; i < start + name.length; i++) taken.add(i)
    facts.push(
      factAt(clean, start, start + name.length, { type: 'party', value: name, unit: '', role: LABELS[match[1]!]! }),
    )
  }
  for (const ending of reading.sieve.words(NAME_ENDS)) {
    if (taken.has(ending.start)) continue
    const { end } = ending
    const start = nameStart(text, ending.start)
    const name = text.slice(start, end)
    if (ending.start - start < 2 || GENERAL.test(name)) continue
    facts.push(factAt(clean, start, end, { type: 'party', value: name, unit: '', role: 'enterprise' }))
  }
  return facts
}

function nameStart(text: string, at: number): number {
  const floor = Math.max(0, at - LONGEST)
  let start = at
  while (start > floor && !isOutside(text, start - 1, floor)) start--
  // A closing bracket without its opening one belongs to what stands before the name.
  while (start < at && /[)）]/.test(text[start]!)) start++
  return start
}

/** Whether what ends at a character is no part of a name: a mark, a letter, a word of speaking or doing. */
function isOutside(text: string, at: number, floor: number): boolean {
  const unit = text.charCodeAt(at)
  if (unit < 0x4e00 || unit > 0x9fff) return !'()（）'.includes(text[at]!)
  if (OUTSIDE[unit] !== 0) return true
  return WORD_ENDS[unit] !== 0 && at > floor && OUTSIDE_WORDS.has(text.slice(at - 1, at + 1))
}
