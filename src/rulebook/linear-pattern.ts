/** Most ways in which one pattern may divide a text among its repeats. */
const MOST_WAYS = 40_000

/**
 * What keeps a pattern from running in linear time, or undefined when nothing does: unbounded repeats, repeats inside repeats,
 * back-references, and too many bounded repeats side by side.
 */
export function complaintAboutPattern(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'gi')
  } catch (error) {
    return `pattern does not compile: ${(error as Error).message}`
  }
  const bare = pattern
    .replace(/\\(.)/g, (_, after: string) => (/[1-9k]/.test(after) ? '\u0001' : '\u0002'))
    .replace(/\[[^\]]*\]/g, '\u0002')
  if (bare.includes('\u0001')) return 'pattern has a back-reference; write the words out'
  if (/[*+]|\{\d+,\}/.test(bare)) return 'pattern has an unbounded repeat (*, + or {n,}); allowed: ?, {n} and {n,m}'
  if (repeatsInRepeats(bare)) return 'pattern repeats a group that itself repeats; allowed: one level of {n,m}'
  const ways = [...bare.matchAll(/\{(\d+),(\d+)\}/g)].reduce(
    (all, [, from, to]) => all * (Number(to) - Number(from) + 1),
    1,
  )
  if (ways > MOST_WAYS)
    return `pattern's repeats can divide a text in ${ways} ways; allowed: ${MOST_WAYS} (shorten the {n,m})`
  return undefined
}

function repeatsInRepeats(bare: string): boolean {
  const repeating: boolean[] = []
  for (let i = 0; i < bare.length; i++) {
    if (bare[i] === '(') repeating.push(false)
    else if (bare[i] === '{' && repeating.length > 0) repeating[repeating.length - 1] = true
    else if (bare[i] === ')') {
      const inner = repeating.pop() ?? false
      if (inner && bare[i + 1] === '{') return true
      if (inner && repeating.length > 0) repeating[repeating.length - 1] = true
    }
  }
  return false
}
