/** Characters of GB 2312 by rows: 16 to 55 are level one, by how they are said; 56 to 87 level two, the seldom ones. */
export function charactersOfRows(first: number, last: number): ReadonlySet<string> {
  const bytes: number[] = []
  for (let row = first; row <= last; row++)
    // Row 55 ends early.
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell++) bytes.push(0xa0 + row, 0xa0 + cell)
  return new Set(new TextDecoder('gbk').decode(new Uint8Array(bytes)))
}
