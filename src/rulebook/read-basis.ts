import type { BasisArticle, Penalty } from '../core/check/rule.ts'
import { bilingual, day, has, isMap, list, number, oneOf, onlyKeys, text, texts } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

const CONFIDENCES = ['V', 'V*', 'M'] as const

const ARTICLE_KEYS = [
  'article',
  'gist',
  'from',
  'to',
  'confidence',
  'penalty',
  'punishes',
  'unpunished',
  'alternative',
  'succeeds',
] as const

/** Reads one instrument: its articles, each with the range in which it stood as cited. */
export function readBasis(node: YamlNode, instrument: string): BasisArticle[] {
  onlyKeys(node, ['title', 'from', 'to', 'confidence', 'unpunished', 'articles'])
  const title = bilingual(node.at('title'))
  const range = { from: day(node.at('from')), to: has(node, 'to') ? day(node.at('to')) : null }
  const confidence = oneOf(node.at('confidence'), CONFIDENCES)
  const unpunished = has(node, 'unpunished') ? bilingual(node.at('unpunished')) : undefined
  const articles = node.at('articles')
  if (!isMap(articles.value)) {
    articles.complain('articles must be named by number')
    return []
  }
  return Object.keys(articles.value).map((number) => {
    const at = articles.at(number)
    onlyKeys(at, ARTICLE_KEYS)
    const from = has(at, 'from') ? day(at.at('from')) : range.from
    const to = has(at, 'to') ? day(at.at('to')) : range.to
    if (to !== null && to < from) at.complain(`ends (${to}) before it begins (${from})`)
    if (has(at, 'punishes') !== has(at, 'penalty'))
      at.complain('a penalty says in punishes: which articles it punishes, and nothing else does')
    const why = has(at, 'unpunished') ? bilingual(at.at('unpunished')) : has(at, 'penalty') ? undefined : unpunished
    return {
      id: `${instrument}/${number}`,
      title,
      article: bilingual(at.at('article')),
      from,
      to,
      confidence: has(at, 'confidence') ? oneOf(at.at('confidence'), CONFIDENCES) : confidence,
      gist: bilingual(at.at('gist')),
      ...(has(at, 'penalty') && { penalty: penalty(at.at('penalty')) }),
      ...(has(at, 'punishes') && { punishes: texts(at.at('punishes'), 1) }),
      ...(why && { unpunished: why }),
      ...(has(at, 'alternative') && { alternative: alternative(at.at('alternative')) }),
      ...(has(at, 'succeeds') && { succeeds: texts(at.at('succeeds'), 1) }),
    }
  })
}

/** Amounts are written in yuan and kept in fen. */
function penalty(node: YamlNode): Penalty {
  onlyKeys(node, ['floor_yuan', 'cap_yuan', 'times', 'times_of', 'serious', 'besides', 'department'])
  if (has(node, 'serious')) onlyKeys(node.at('serious'), ['floor_yuan', 'cap_yuan', 'times'])
  return {
    ...tier(node),
    ...(has(node, 'times_of') && { timesOf: text(node.at('times_of')) }),
    ...(has(node, 'serious') && { serious: tier(node.at('serious')) }),
    ...(has(node, 'besides') && { besides: bilingual(node.at('besides')) }),
    department: text(node.at('department')),
  }
}

function tier(node: YamlNode): NonNullable<Penalty['serious']> {
  const fen = (key: string) => Math.round(number(node.at(key), 0, 1e12) * 100)
  const times = list(node.at('times')).map((item) => number(item, 0, 100))
  if (times.length !== 0 && times.length !== 2)
    node.at('times').complain('times needs two numbers, the least and the most')
  const [floorFen, capFen] = [
    has(node, 'floor_yuan') ? fen('floor_yuan') : undefined,
    has(node, 'cap_yuan') ? fen('cap_yuan') : undefined,
  ]
  if (floorFen !== undefined && capFen !== undefined && capFen < floorFen)
    node.at('cap_yuan').complain('cap_yuan is below floor_yuan')
  return {
    ...(floorFen !== undefined && { floorFen }),
    ...(capFen !== undefined && { capFen }),
    ...(times.length === 2 && { times: [times[0]!, times[1]!] as [number, number] }),
  }
}

function alternative(node: YamlNode): NonNullable<BasisArticle['alternative']> {
  onlyKeys(node, ['key', 'rank', 'why'])
  return { key: text(node.at('key')), rank: number(node.at('rank'), 1, 9), why: bilingual(node.at('why')) }
}
