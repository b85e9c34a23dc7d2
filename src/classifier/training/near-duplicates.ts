/** Two papers that share much of their wording. */
export interface AlikePair {
  a: string
  b: string
  /** Share of their character 5-grams that both have (Jaccard). */
  share: number
}

/** Pairs of texts whose 5-grams overlap by at least `least`, most alike first. Every pair that shares a gram is compared. */
export function nearDuplicates(texts: readonly { id: string; text: string }[], least = 0.35): AlikePair[] {
  const grams = texts.map(({ text }) => gramsOf(text.replace(/\s+/g, '')))
  const holders = new Map<string, number[]>()
  const pairs: AlikePair[] = []
  for (const [at, own] of grams.entries()) {
    const common = new Map<number, number>()
    for (const gram of own) {
      const before = holders.get(gram)
      for (const other of before ?? []) common.set(other, (common.get(other) ?? 0) + 1)
      if (before) before.push(at)
      else holders.set(gram, [at])
    }
    for (const [other, both] of common) {
      const share = both / (own.size + grams[other]!.size - both)
      if (share >= least) pairs.push({ a: texts[other]!.id, b: texts[at]!.id, share: Math.round(share * 1000) / 1000 })
    }
  }
  return pairs.sort((x, y) => y.share - x.share)
}

function gramsOf(text: string): Set<string> {
  const grams = new Set<string>()
  for (let i = 0; i + 5 <= text.length; i++) grams.add(text.slice(i, i + 5))
  return grams
}
