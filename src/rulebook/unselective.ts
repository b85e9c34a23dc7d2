import { type Cost, lacksSelectiveAnchor, type PatternCost } from './cost.ts'
import type { AuthorsRulebook } from './load.ts'
import type { YamlNode } from './yaml-source.ts'

/** Doubts, told where the pattern stands: its anchors leave it too much text to run over for what it finds. One that rules share is told once. */
export function findUnselective(
  authors: Pick<AuthorsRulebook, 'sources' | 'exceptionSources'>,
  { patterns, characters }: Pick<Cost, 'patterns' | 'characters'>,
): void {
  const told = new Set<string>()
  for (const pattern of patterns.filter((each) => lacksSelectiveAnchor(each, characters))) {
    const { file, node } = placeOf(pattern, authors)
    const place = JSON.stringify([file, node.path])
    if (told.has(place)) continue
    told.add(place)
    const { reads, matches, worst } = pattern
    node.doubt(
      `this pattern is run over ${percent(reads)} of all text and found ${matches} there; its anchor "${worst.anchor}" makes ${percent(worst.share)} of the places; allowed: longer anchors, of which every match holds one`,
    )
  }
}

/** In the rule's file, or in that of the shared exception which brings it. */
function placeOf(
  { rule, path }: PatternCost,
  { sources, exceptionSources }: Pick<AuthorsRulebook, 'sources' | 'exceptionSources'>,
): { file: string; node: YamlNode } {
  const own = sources.get(rule)!
  const [list, index, ...inside] = path
  const shared = list === 'unless' ? own.root.at(list).at(index!).at('shared').value : undefined
  const other = shared === undefined ? undefined : exceptionSources.get(String(shared))
  return other ? { file: other.file, node: step(other.root, inside) } : { file: own.file, node: step(own.root, path) }
}

function step(root: YamlNode, path: readonly (string | number)[]): YamlNode {
  return path.reduce((node, key) => node.at(key), root)
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10}%`
}
