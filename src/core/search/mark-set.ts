/** A set of UTF-16 units as a table: 1 for those that are in it. To ask it costs a fraction of asking a Set. */
export type MarkSet = Uint8Array

export function markSet(marks: string): MarkSet {
  const table = new Uint8Array(0x10000)
  for (let i = 0; i < marks.length; i++) table[marks.charCodeAt(i)] = 1
  return table
}

/** Whether a short text holds any of the marks. */
export function holdsAny(text: string, marks: MarkSet): boolean {
  for (let i = 0; i < text.length; i++) if (marks[text.charCodeAt(i)] !== 0) return true
  return false
}
