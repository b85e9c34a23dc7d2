import type { Standard } from '../core/check/rule.ts'
import { bilingual, list, onlyKeys, text } from './fields.ts'
import { matchers } from './read-matchers.ts'
import { type Known, readElements } from './read-rule.ts'
import type { YamlNode } from './yaml-source.ts'

/** Reads one checklist of the clauses a sort of contract must have. */
export function readStandard(node: YamlNode, known: Pick<Known, 'lexicons' | 'articles'>): Standard {
  onlyKeys(node, ['title', 'elements', 'items'])
  const items = list(node.at('items'), 1).map((item) => {
    onlyKeys(item, ['id', 'title', 'article', 'any'])
    const article = text(item.at('article'))
    if (article !== '' && !known.articles.has(article)) item.at('article').complain(`unknown article "${article}"`)
    return {
      id: text(item.at('id')),
      title: bilingual(item.at('title')),
      any: matchers(item.at('any'), known),
      article,
    }
  })
  return { title: bilingual(node.at('title')), elements: readElements(node.at('elements'), known, 1), items }
}
