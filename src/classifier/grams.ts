/** Longest run of characters taken as one feature. */
export const LONGEST_GRAM = 4

/**
 * The code a character counts as in a gram: letters in lower case, every digit as `0`, Han and kana as they are;
 * 0 for whatever ends a gram (white space, punctuation, symbols). One code in, one code out, so that places stay comparable.
 */
export const foldCode: (code: number) => number = (
  (table) => (code: number) =>
    table[code]!
)(foldTable())

/** Counts every run of 1 to {@link LONGEST_GRAM} folded characters of a clean text that no boundary cuts. */
export function countGrams(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  let run = ''
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? foldCode(text.charCodeAt(i)) : 0
    if (code !== 0) {
      run += String.fromCharCode(code)
      continue
    }
    for (let start = 0; start < run.length; start++) {
      const last = Math.min(run.length, start + LONGEST_GRAM)
      for (let end = start + 1; end <= last; end++) {
        const gram = run.slice(start, end)
        counts.set(gram, (counts.get(gram) ?? 0) + 1)
      }
    }
    run = ''
  }
  return counts
}

function foldTable(): Uint16Array {
  const table = new Uint16Array(65_536)
  for (let code = 0x30; code <= 0x39; code++) table[code] = 0x30
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 32
  for (let code = 0x61; code <= 0x7a; code++) table[code] = code
  for (let code = 0x3400; code <= 0x9fff; code++) table[code] = code
  table['%'.charCodeAt(0)] = '%'.charCodeAt(0)
  return table
}
