/** An earlier story, by whatever names it. */
export interface EarlierStory {
  id: string
  story: string
}

export interface SimilarStory {
  id: string
  /** 0..1: pairs of characters both have, of all that either has. */
  likeness: number
}

/** From here on two stories are worth comparing by a person. */
const ALIKE = 0.18

/** The few earlier stories most like this one, the most alike first. Short ones say too little to be compared. */
export function similarStories(story: string, earlier: readonly EarlierStory[], limit: number): SimilarStory[] {
  const ours = pairsOf(story)
  if (ours.size < LEAST_PAIRS) return []
  return earlier
    .map(({ id, story: theirs }) => ({ id, likeness: likeness(ours, pairsOf(theirs)) }))
    .filter(({ likeness: alike }) => alike >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, limit)
}

const LEAST_PAIRS = 8
/** What is said in the first lines tells stories apart; the rest of a long letter costs time while somebody is talking. */
const READ_CHARACTERS = 600

function pairsOf(story: string): Set<string> {
  const bare = story.replace(/[^\p{L}\p{N}]+/gu, '').slice(0, READ_CHARACTERS)
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < bare.length; i++) pairs.add(bare.slice(i, i + 2))
  return pairs
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (b.size < LEAST_PAIRS) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return shared / (a.size + b.size - shared)
}
