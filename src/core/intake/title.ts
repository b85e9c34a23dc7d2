import { withoutIdentities } from './without-identities.ts'

/**
 * A short name for a paper: what the sender or the format called it, else its first line that says something, else the file name.
 * At most 60 characters. Titles go further than papers (lists, leads, cases), so what names a person in them is replaced by ××.
 */
export function titleOf(called: string | undefined, text: string, fileName: string): string {
  const named = called?.trim()
  if (named) return shortened(named)
  for (const line of text.split(/\r?\n/, 50)) {
    const words = line.replace(BULLETS, '').trim()
    if ((words.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 4) return shortened(words)
  }
  return shortened(fileName)
}

// Bullets, rules and headings of plain text; brackets and quotation marks belong to the words.
const BULLETS = /^[\s#*=~_·•●■◆★☆※\-—–>|.,、。]+/u

function shortened(words: string): string {
  const characters = [...withoutIdentities(words.replace(/\s+/g, ' '), '××')]
  return characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`
}
