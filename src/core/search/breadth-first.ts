/**
 * The nodes of a tree numbered anew by their depth, the root 0: those near the root, where a search spends most of its time, then stand
 * side by side in memory. `edges` are by node, from what is read to the node it leads to.
 */
export function breadthFirst<T>(
  edges: readonly Map<number, number>[],
  ofNode: readonly T[],
): { edges: Map<number, number>[]; ofNode: T[] } {
  const order = [0]
  for (let head = 0; head < order.length; head++) for (const next of edges[order[head]!]!.values()) order.push(next)
  const number = new Uint32Array(edges.length)
  order.forEach((node, place) => {
    number[node] = place
  })
  return {
    edges: order.map((node) => {
      const leads = new Map<number, number>()
      for (const [symbol, next] of edges[node]!) leads.set(symbol, number[next]!)
      return leads
    }),
    ofNode: order.map((node) => ofNode[node]!),
  }
}
