/** A set of UTF-16 units as a table: 1 for those that are in it. To ask it costs a fraction of asking a Set. */
export type MarkSet = Uint8Array

export function markSet(marks: string): MarkSet {
  const table = new Uint8Array(0x10000)
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = 1
  return table
}
