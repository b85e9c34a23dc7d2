/** The names that may stand where one that nobody knows does: those it is likeliest meant for first, others by the alphabet. */
export function nearestFirst(unknown: string, names: Iterable<string>): string[] {
  const written = pairsOf(unknown)
  const likeness = (name: string) => {
    const pairs = pairsOf(name)
    const shared = [...pairs].filter((pair) => written.has(pair)).length
    const share = shared / (pairs.size + written.size - shared)
    return share < LEAST_ALIKE ? 0 : share
  }
  const ranked = [...names].map((name) => ({ name, alike: likeness(name) }))
  return ranked.sort((a, b) => b.alike - a.alike || (a.name < b.name ? -1 : 1)).map(({ name }) => name)
}

/** Below this share of pairs in common, likeness is chance. */
const LEAST_ALIKE = 0.2

/** Letters two by two, with the borders. */
function pairsOf(name: string): Set<string> {
  const bordered = ` ${name} `
  return new Set([...bordered].slice(1).map((letter, i) => bordered[i]! + letter))
}
