/** As `[...text.matchAll(pattern)]` for a global pattern, which would make the pattern anew for each text. */
export function matches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === '') pattern.lastIndex++
    found.push(match)
  }
  return found
}
