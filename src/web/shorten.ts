/** A quote on one line, at most so many characters; never cut within one. */
export function shorten(quote: string, most: number): string {
  const characters = [...quote.replace(/\s+/g, ' ')]
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`
}
