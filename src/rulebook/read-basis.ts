import type { BasisArticle, Penalty } from '../core/check/rule.ts'
import { bilingual, day, has, isMap, list, number, oneOf, onlyKeys, text } from './fields.ts'
import type { YamlNode } from './yaml-source.ts'

const CONFIDENCES = ['V', 'V*', 'M'] as const

/** Reads one instrument: its articles, each with the range in which it stood as cited. */
export function readBasis(node: YamlNode, instrument: string): BasisArticle[] {
  onlyKeys(node, ['title', 'from', 'to', 'confidence', 'articles'])
  const title = bilingual(node.at('title'))
  const range = { from: day(node.at('from')), to: has(node, 'to') ? day(node.at('to')) : null }
  const confidence = oneOf(node.at('confidence'), CONFIDENCES)
  const articles = node.at('articles')
  if (!isMap(articles.value)) {
    articles.complain('articles must be named by number')
    return []
  }
  return Object.keys(articles.value).map((number) => {
    const at = articles.at(number)
    onlyKeys(at, ['article', 'gist', 'from', 'to', 'confidence', 'penalty'])
    const from = has(at, 'from') ? day(at.at('from')) : range.from
    const to = has(at, 'to') ? day(at.at('to')) : range.to
    if (to !== null && to < from) at.complain(`ends (${to}) before it begins (${from})`)
    return {
      id: `${instrument}/${number}`,
      title,
      article: bilingual(at.at('article')),
      from,
      to,
      confidence: has(at, 'confidence') ? oneOf(at.at('confidence'), CONFIDENCES) : confidence,
      gist: bilingual(at.at('gist')),
      ...(has(at, 'penalty') && { penalty: penalty(at.at('penalty')) }),
    }
  })
}

/** Amounts are written in yuan and kept in fen. */
function penalty(node: YamlNode): Penalty {
  onlyKeys(node, ['floor_yuan', 'cap_yuan', 'times', 'times_of', 'department'])
  const fen = (key: string) => Math.round(number(node.at(key), 0, 1e12) * 100)
  const times = list(node.at('times')).map((item) => number(item, 0, 100))
  if (times.length !== 0 && times.length !== 2)
    node.at('times').complain('times needs two numbers, the least and the most')
  return {
    ...(has(node, 'floor_yuan') && { floorFen: fen('floor_yuan') }),
    ...(has(node, 'cap_yuan') && { capFen: fen('cap_yuan') }),
    ...(times.length === 2 && { times: [times[0]!, times[1]!] as [number, number] }),
    ...(has(node, 'times_of') && { timesOf: text(node.at('times_of')) }),
    department: text(node.at('department')),
  }
}
